#pragma once
// The exploded view: parts apart as in an assembly drawing, so that one sees how a cabinet is put together.

#include <vector>

#include "model/build/build.h"
#include "renderer/scene.h"

namespace maatkast::scene {

/// For a picture of parts apart, whose box is nowhere full: degrees that it looks down, and its margin.
inline constexpr float kApartElevation = 17, kApartMargin = 0.05F;

/// How far each part of a build goes, world metres. First what comes out of the front: drawers, and what
/// stands before them; then everything apart. Nothing goes below the floor or through the wall behind.
struct Explosion {
    std::vector<glm::vec3> out, apart;  ///< by part
    double turn = 0;  ///< the share at which all is out and goes apart; 0 where nothing comes out

    /// 0 closed … 1 all apart.
    glm::vec3 shift(std::size_t part, double share) const;
};

/// Drawers leave the cabinet along their own way, whatever wall they stand on; fronts go before them. Then
/// each part moves along the axis on which it touches its neighbour: backs to the wall, uprights aside,
/// panels and shelves up, the boards of drawers and of framed doors apart, fittings off their boards. At 1
/// there is air between all parts: the same between all boards, less around fittings.
Explosion explosion(const Build& build);

/// Moves the parts of a closed build in its scene (whose first instances they are) and the light of their
/// strips. At 0 the scene stays as it is, its revision too. The caller leaves the room's furniture out.
void explode(render::Scene& scene, const Build& build, const Explosion& explosion, double share);

/// The box around all parts as they stand, metres.
render::Bounds exploded_box(const Build& build, const Explosion& explosion, double share);

}  // namespace maatkast::scene
