#pragma once
// Where the finish of one part is chosen, apart from that of its group.

#include <optional>
#include <string>
#include <vector>

#include "model/build/build.h"
#include "model/design/edit.h"

namespace maatkast::show {

struct PartFinish {
    std::string path;  ///< of the edit; its value `none` goes back to the group
    FinishGroup group = FinishGroup::carcase;
    std::optional<std::string> own;  ///< the exception, where there is one
};

/// Nothing for fittings, and for parts that only follow their group. `part` indexes Build::parts; the build
/// is that of the design.
std::optional<PartFinish> finish_of_part(const Design& design, const Build& build, int part);

/// The edits that take back every exception of a group; empty where there is none.
std::vector<Edit> without_exceptions(const Design& design, FinishGroup group);

}  // namespace maatkast::show
