#pragma once
// Outlines seen from above: what is not rectangular there, and what runs on round a corner.

#include <span>
#include <vector>

#include "model/build/part.h"

namespace maatkast {

/// A point seen from above: x along the wall, z out of it.
struct PlanPoint {
    Length x, z;
    bool smooth = false;
};

/// The outline of a prism along y. The points may run either way round.
std::vector<OutlinePoint> plan_outline(std::span<const PlanPoint> points);

/// Boards of one thickness that stand on edge one after the other and follow a path, mitred where it bends.
/// The path is their visible face, and the room lies to its left as it is walked in z-down plan view: walked
/// along +x the room is at +z. Between two boards `joint` stays free; rounded to a tenth of a millimetre.
std::vector<std::vector<OutlinePoint>> mitred_path(std::span<const PlanPoint> path, Length thickness,
                                                   Length joint);

/// The axis that a board of a path runs along, as near as may be: x or z.
Axis main_direction(std::span<const PlanPoint> path, std::size_t board);

/// Points of a quarter ellipse from (x + rx, z) to (x, z + rz), both included, in 24 steps: a chord misses
/// the arc by 0.05 % of the radius. rx may be negative: the mirror image. The inner points are smooth.
std::vector<PlanPoint> quarter_ellipse(PlanPoint centre, Length rx, Length rz);

}  // namespace maatkast
