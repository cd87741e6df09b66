#pragma once
// Where parts stand in the world: their frames, and what openers do to them.

#include <span>
#include <vector>

#include <glm/glm.hpp>

#include "model/build/build.h"

namespace maatkast {

/// Frame to world, metres. The identity for -1. Exact at multiples of 90°.
glm::dmat4 frame_matrix(const Frame& frame);
glm::dmat4 frame_matrix(const Build& build, std::int32_t frame);

/// The node of an opener in its parent's: the frame of its parts, moved, with its origin at the pivot.
/// Without a parent the parent is the world. A point x of the frame's closed parts is at translation +
/// rotation·(x − pivot) in the world, or there, measured from the parent's pivot.
struct Pose {
    glm::dvec3 translation{0};        ///< metres
    glm::dvec4 rotation{0, 0, 0, 1};  ///< unit quaternion x, y, z, w; w ≥ 0
};

/// Opened by 0..1: a hinge turns by sign·limit·open, right-handed about the axis through its pivot; a slide
/// shifts by sign·travel·open along it.
Pose pose(const Build& build, std::int32_t opener, double open);

/// How far a hinge stands from where it is when closed, in degrees by its sign: negative while it turns the
/// other way first.
double turned(const Opener& hinge, double open);

/// The shares of its way between which an opener moves evenly: 0, the end of its lead where it has one, 1.
std::vector<double> even_steps(const Opener& opener);

/// Of the frame, for parts that stand still.
glm::dvec4 frame_rotation(const Build& build, std::int32_t frame);

/// What takes a point of the frame's closed parts to the world when each opener is open by its share
/// (openers beyond the end of `open` are closed; what hangs on another opener goes by that one's share).
glm::dmat4 opener_matrix(const Build& build, std::int32_t opener, std::span<const double> open);
glm::dmat4 part_matrix(const Build& build, const Part& part, std::span<const double> open);

}  // namespace maatkast
