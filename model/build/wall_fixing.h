#pragma once
// What holds a cabinet to the wall behind it.

#include "model/build/builder.h"

namespace maatkast {

/// Steel angles in the upper corners of upright and back: one at the left of the bay, in the last bay one at
/// its right too, so that each upright has one. As high under the bay's top as nothing else stands; the
/// article says what the design's wall asks for. Looks only at this bay's parts, which are those of the build
/// from `first_part` on, so a bay costs the same in every run.
void build_wall_fixing(BayBuilder& bay, std::size_t first_part);

}  // namespace maatkast
