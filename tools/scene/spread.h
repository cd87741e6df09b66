#pragma once
// Boxes moved apart until there is air between any two of them, each along the axis on which it already
// stands beside the other: so nothing goes through anything, and what is tight gets equal gaps.

#include <array>
#include <vector>

#include "model/build/clash.h"

namespace maatkast::scene {

/// Something that moves as one.
struct Body {
    std::vector<maatkast::Bounds> pieces;  ///< along the axes that it is spread on, metres; none: left out
    double air = 0;                        ///< metres around it; between two bodies the smaller one's counts
    int tie = -1;  ///< those of one tie that take up the same stretch of an axis move along it as one
    std::array<int, 3> host{-1, -1, -1};  ///< by axis: the body that it moves with as far as it can
    bool stretches = false;  ///< without a host: moves in proportion to its place between the outermost
    int group = -1;          ///< of which those are the outermost
};

/// How far each moves, so that no two of them overlap and pieces that stand before each other end with air
/// between them. Two that overlap already, as a hinge in its door, come apart along the axis on which they
/// reach into each other least. Pieces of one body that lie on both sides of another keep each other where
/// they are. Found as longest paths over what has to stay before what (so that the tightest row of bodies
/// gets exactly its air), forwards and backwards, and the middle between; then each goes to its host's place
/// as far as its neighbours let it. Quadratic in the bodies that are near each other.
std::vector<glm::dvec3> spread(const std::vector<Body>& bodies);

}  // namespace maatkast::scene
