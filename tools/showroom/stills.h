#pragma once
// Small pictures of choices: the bay as it would be, drawn by the renderer when there is nothing else to do.

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "renderer/camera.h"
#include "tools/scene/stage.h"
#include "tools/showroom/document.h"
#include "tools/showroom/paper.h"

namespace maatkast::show {

/// Draws a scene without the window; nothing where it fails.
using MakePicture = std::function<std::optional<render::Image>(
    const render::Scene& scene, const render::Camera& camera, render::Size size)>;

/// inside: without fronts, drawers pulled out a little. opened: fronts a little open. closed: fronts from
/// near. shelf: the board over the opening. bay: all of it. corner: a bay with
/// what stands on both walls beside it.
enum class Shows : std::uint8_t { inside, opened, closed, shelf, bay, corner };

/// What a picture is asked of: the design changed by edits, looked at in one opening.
struct StillOf {
    std::vector<Edit> edits;
    int bay = 0, opening = 0;
    Shows shows = Shows::inside;
};

/// The bay that a picture shows, alone; a corner with its neighbours; under a slope the whole design, because
/// its place decides what is cut. `bay` is changed to where it stands in the result.
Design alone(const Design& design, int& bay);

/// A camera on one opening of a build.
render::Camera still_camera(const Book& book, const Design& design, const StillOf& of, render::Size size);

/// Keeps each picture by what it shows, so that it is made once. Catalogue and textures must outlive it.
class Stills {
  public:
    Stills(const scene::Catalogue& catalogue, scene::TextureStore& textures)
        : catalogue_(&catalogue), stage_(catalogue.book, textures) {}

    /// The texture for the widget `id`: that of its picture, or of the one it had before while this one waits
    /// to be made; 0 where there is none.
    std::uint32_t of(const Document& doc, const std::string& id, const StillOf& wanted);
    bool waiting() const { return !line_.empty(); }
    /// Makes the next picture, at most one.
    void make(const Document& doc, const MakePicture& make_picture, const MakeTexture& make_texture,
              const std::function<void(std::uint32_t)>& drop_texture);
    /// The design is another one: what is asked for is looked up anew, pictures stay.
    void forget();
    std::size_t made() const { return made_; }

  private:
    struct Asked {
        StillOf of;
        std::string picture;  ///< key into pictures_, empty until known
    };
    struct Picture {
        std::uint32_t texture = 0;
        std::uint64_t used = 0;
    };
    std::optional<render::Image> draw(const Design& design, const StillOf& of,
                                      const MakePicture& make_picture);
    void drop_oldest(const std::function<void(std::uint32_t)>& drop_texture);

    const scene::Catalogue* catalogue_;
    scene::Stage stage_;
    std::map<std::string, Asked> asked_;  ///< by edits and what is shown, of this revision
    std::deque<std::string> line_;
    std::map<std::string, Picture> pictures_;
    std::map<std::string, std::string> shown_;  ///< by widget: key into pictures_
    std::uint64_t revision_ = 0, clock_ = 0;
    std::size_t made_ = 0;
};

}  // namespace maatkast::show
