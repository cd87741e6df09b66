#pragma once
// Joins model and renderer: parts become instances, finishes become materials, and the room stands around
// them.

#include <optional>
#include <span>
#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"
#include "model/mesh/mesh.h"
#include "renderer/scene.h"
#include "tools/scene/face_patches.h"
#include "tools/scene/lighting.h"
#include "tools/scene/room.h"
#include "tools/scene/textures.h"
#include "tools/scene/things.h"

namespace maatkast::scene {

/// What is in and around the cabinet for the picture's sake; nothing, and day, unless it is asked for.
struct Dressing {
    bool things = false;           ///< what fills the compartments
    std::optional<int> figure_cm;  ///< somebody beside it, so tall; see figure.h
    Hour hour = Hour::day;
    bool operator==(const Dressing&) const = default;
};

/// The file stems of the pictures that a build's parts need, each once.
std::vector<std::string> textures_of(const Book& book, const Build& build);

/// An sRGB-encoded catalogue colour as linear light.
glm::vec3 linear(std::span<const std::uint8_t, 3> srgb);

/// Keeps what a render::Scene borrows. Book and textures must outlive it; the scene stays valid until the
/// next call of `set` and has a new revision after every change.
class Stage {
  public:
    Stage(const Book& book, TextureStore& textures);

    /// Puts a build on the stage, in the room of its design; nullptr: of none. `open` holds 0..1 for each of
    /// its openers; missing ones are closed.
    void set(const Design* design, const Build& build, const MeshSet& meshes, std::span<const double> open);
    /// From the next call of `set` on.
    void dress(const Dressing& dressing) { dressing_ = dressing; }
    const Dressing& dressing() const { return dressing_; }
    /// Around whoever stands beside the cabinet and what stands in and on it, for a picture of all of it;
    /// empty where there is nothing.
    const render::Bounds& dressing_box() const { return dressing_box_; }
    /// Moves the openers only.
    void pose(const Build& build, std::span<const double> open);
    /// Lays a colour (linear, amount in w) over one part and takes it from all others; −1 for none.
    void highlight(int part, const glm::vec4& color);

    const render::Scene& scene() const { return scene_; }
    /// What in a copy of the scene has to follow its parts.
    const FacePatches& patches() const { return patches_; }

  private:
    int texture(const std::string& stem);
    int palette();
    void add_dressing(const Design& design, const Build& build);
    void add_materials();
    void add_patches(const Build& build, const MeshSet& meshes);
    void add_light(const Build& build);
    render::Material material_of(const Look& look);

    const Book* book_;
    TextureStore* store_;
    std::vector<RoomBody> room_;
    Dressing dressing_;
    ThingMeshes thing_meshes_;
    std::vector<Thing> things_;
    std::optional<std::pair<int, RoomMesh>> figure_;  ///< by height; made once
    render::Bounds dressing_box_;
    std::vector<std::string> stems_;  ///< of scene_.textures
    std::vector<render::Vertex> vertices_;
    std::vector<std::uint32_t> indices_;
    std::vector<char> used_finish_, used_model_;
    render::Scene scene_;
    FacePatches patches_;
    std::size_t parts_ = 0;
};

}  // namespace maatkast::scene
