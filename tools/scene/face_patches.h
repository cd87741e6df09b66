#pragma once
// Faces of boards that do not look as the outer one: year rings on the ends of solid wood, layers round
// plywood, the back of a mirror. Drawn as patches a hair before those of the board, so that a part stays one
// whole mesh for whatever moves, cuts or colours it.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/build/other_faces.h"
#include "model/mesh/mesh.h"
#include "renderer/scene.h"

namespace maatkast::scene {

class FacePatches {
  public:
    /// The material for a part's other faces, an index into Scene::materials; nothing where it cannot be
    /// drawn.
    using MaterialOf = std::function<std::optional<std::uint32_t>(const Part&, const OtherFaces&)>;

    /// Adds them to a scene whose first instances are the parts of the build and whose first meshes are those
    /// of the set; the scene borrows their triangles from its own meshes.
    void add(render::Scene& scene, const Book& book, const Build& build, const MeshSet& meshes,
             const MaterialOf& material_of);

    /// Lays each over its part again, wherever that has gone and however it is highlighted; hides those whose
    /// part has got another mesh or material since.
    void follow(render::Scene& scene) const;

  private:
    struct Patch {
        std::uint32_t instance, part;
        glm::vec3 lift;                ///< metres, along its normal, in the part's own axes
        std::uint32_t mesh, material;  ///< the part's
    };
    std::vector<Patch> patches_;
};

}  // namespace maatkast::scene
