#pragma once
// Outlines: the polygons that prisms are extruded from.

#include <span>

#include "model/build/part.h"

namespace maatkast {

/// Area in m², positive where the corners run anticlockwise (the shoelace formula; exact in integers before
/// the last step).
double outline_area(std::span<const OutlinePoint> outline);

/// Length of all its sides, rounded to a tenth of a millimetre.
Length outline_length(std::span<const OutlinePoint> outline);

/// How much of a prism's edge leaves the rectangle that it is cut from, rounded to a tenth: the inner sides
/// of an L, the slope of a trapezoid, the curve of a round. Where the outline lies across the board's
/// thickness (a mitre), the board's length for each such side.
Length shaped_cut(std::span<const OutlinePoint> outline, const Part& prism);

}  // namespace maatkast
