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

}  // namespace maatkast
