#pragma once
// Fingers as lines of text: `SECONDS FINGER PHASE X Y`, phase one of begin, move, end, cancel; `#` begins a
// remark. Times never go back.

#include <optional>
#include <string_view>
#include <vector>

#include "tools/showroom/input.h"

namespace maatkast::show {

/// Nothing where a line cannot be read.
std::optional<std::vector<FingerEvent>> read_trace(std::string_view text);

}  // namespace maatkast::show
