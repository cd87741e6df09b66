#pragma once

#include "model/book/book.h"
#include "model/design/design.h"

namespace maatkast {

/// The same cabinet and room in a mirror: left is right. Twice gives the design itself. Lengths are never
/// changed but for the places of obstacles, which are measured from the other end of their run.
Design mirrored(const Book& book, const Design& design);

}  // namespace maatkast
