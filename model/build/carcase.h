#pragma once

#include "model/build/builder.h"

namespace maatkast {

/// Uprights, plinth or legs: the parts that belong to the run as a whole.
void build_run(Builder& builder);
/// Bottom (of all but kneeholes), top, back and shelves of one bay.
void build_carcase(BayBuilder& bay);

}  // namespace maatkast
