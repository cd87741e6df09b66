#pragma once
// What a change would do to a cabinet, shown before it is done: what goes fades red, what comes stands
// translucent in its new place.

#include <vector>

#include "model/build/build.h"
#include "model/hardware/hardware.h"
#include "model/mesh/mesh.h"
#include "renderer/scene.h"

namespace maatkast::scene {

/// Which parts of two builds are the same: of one shape and size at one place, whatever their names. Those of
/// another finish only are dressed anew.
struct Difference {
    std::vector<std::uint32_t> gone;        ///< parts of the build before
    std::vector<std::uint32_t> come;        ///< parts of the build after: new, moved, or of another size
    std::vector<std::uint32_t> refinished;  ///< parts of the build before
    std::size_t same = 0;
};
/// Each part of either build counts once; closed. The build after stands `shift` metres further to the right.
Difference difference(const Build& before, const Build& after, double shift = 0);

/// The ghost of a build over the scene of another one.
class Ghost {
  public:
    /// `before` is the build that scenes show whose first instances are its parts.
    Ghost(const HardwareMeshes& hardware, const Build& before, Build after);

    /// In the scene, or a copy of it: parts that go become translucent red, those that come are added as
    /// translucent instances in the accent colour, closed, and parts that get another finish are tinted. The
    /// scene borrows the meshes. Revision is one more.
    void show(render::Scene& scene) const;
    const Difference& difference() const { return difference_; }
    /// Metres by which the ghost stands to the right of where its build does: a design's middle stays where
    /// it is, but who looks at one that gets wider sees most of it stay. That end stays which lets more parts
    /// stay.
    double shift() const { return shift_; }
    /// Around what comes, metres; empty where nothing does.
    const render::Bounds& bounds() const { return bounds_; }

  private:
    glm::mat4 place(std::uint32_t part) const;

    Build after_;
    double shift_ = 0;
    Difference difference_;
    MeshSet meshes_;
    std::vector<render::Vertex> vertices_;
    render::Bounds bounds_;
};

}  // namespace maatkast::scene
