#pragma once

#include "model/base/json.h"
#include "model/book/book.h"

namespace maatkast {

/// The constants of construction; a missing, unknown or absurd one is noted.
Construction read_construction(const JsonReader& node);

}  // namespace maatkast
