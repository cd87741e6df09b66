#pragma once
// The space that what hangs on an opener passes: boxes around it, worked out without looking at any step.

#include "model/build/clash.h"

namespace maatkast {

/// A part's box in the axes of its frame, closed.
Bounds bounds_of(const Part& part);
/// The box around a box that is turned and shifted.
Bounds placed(const Bounds& box, const glm::dmat4& matrix);

/// A closed part's box in the world.
Bounds world_bounds(const Build& build, const Part& part);

/// Around all that a box passes while its opener opens fully, both in the axes of the opener's frame. Exact:
/// the ends of each corner's arc, and where it crosses an axis. What hangs on another opener moves otherwise.
Bounds swept_box(const Opener& opener, const Bounds& closed);

/// Metres that no point of a part travels further than while its whole chain opens, as fast as it ever does:
/// the sum over the openers it hangs on of their travel, or angle times distance from the axis.
double longest_path(const Build& build, const Part& part);

}  // namespace maatkast
