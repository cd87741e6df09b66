#pragma once
// Units that turn the run or end it: what is not a rectangle seen from above.

#include "model/build/builder.h"

namespace maatkast {

/// A corner unit: bottom, top and shelves of its plan, backs against both walls, plinth, and the fronts and
/// interiors that its kind takes. An L has open shelves or a folding door, a diagonal one doors at 45°, a
/// blind one a door beside a fixed panel.
void build_corner(BayBuilder& bay, const CornerLayout& corner);

/// An open end without an outer upright: shelves with a rounded or slanted front.
void build_end(BayBuilder& bay);

}  // namespace maatkast
