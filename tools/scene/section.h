#pragma once
// A cabinet cut across one of its bays: what stands before the plane is taken away, and what is cut shows
// what it is made of.

#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"
#include "renderer/camera.h"
#include "renderer/scene.h"
#include "tools/scene/room_mesh.h"

namespace maatkast::scene {

/// What lies further towards the viewer than the plane goes.
struct SectionPlane {
    glm::dvec3 towards{1, 0, 0};  ///< unit, level: along the wall of the bay
    double at = 0;                ///< metres along `towards`
    glm::dvec3 out{0, 0, 1};      ///< of that wall
    bool operator==(const SectionPlane&) const = default;
};

/// Across a bay of the design, which must have it; a little beside its middle, where partitions stand and
/// doors meet. Seen from the right, as plans are drawn, but from the left where that keeps a second wall in
/// the picture.
SectionPlane section_across(const Book& book, const Design& design, std::size_t bay);

/// The cut parts of a closed build. Made once; then it changes scenes.
class Section {
  public:
    /// `scene`: the build as it is drawn; its first instances are the parts.
    Section(const Book& book, const Build& build, const render::Scene& scene, const SectionPlane& plane);

    /// In the scene, or a copy of it: parts before the plane become empty meshes, cut ones their half, whose
    /// cut face is a further instance in the plain colour of board, wood, glass or metal; behind all faces
    /// stand the dark lines round them, one each. Things and furniture that reach over the plane go. The
    /// scene borrows the meshes. Revision is one more.
    void show(render::Scene& scene) const;
    /// Around the cut faces, metres; empty where nothing is cut.
    const render::Bounds& face() const { return face_; }

  private:
    enum class Core : std::uint8_t { chipboard, mdf, hdf, plywood, solid_wood, glass, fitting, line };
    struct Cut {
        std::uint32_t part = 0;
        RoomMesh rest, cap, line;  ///< in the part's axes; all empty: the part stands before the plane
        Core core = Core::fitting;
    };
    static Core core_of(const Book& book, const Part& part);
    static render::Material material_of(Core core);

    SectionPlane plane_;
    std::size_t parts_ = 0;
    std::vector<Cut> cuts_;
    render::Bounds face_;
};

/// Looks at the cut from the side, turned a little to the front, and shows all of its face.
render::Camera section_camera(const SectionPlane& plane, const render::Bounds& face, render::Size size,
                              float fov_y_degrees = 30);

}  // namespace maatkast::scene
