#include "model/design/design.h"

#include <algorithm>

#include "model/design/runs.h"

namespace maatkast {

Length total_width(const Design& design) {
    return run_length(design, runs_of(design)[static_cast<std::size_t>(design.main_run)]);
}

Length total_height(const Design& design) {
    return std::ranges::max_element(design.bays, {}, &Bay::height)->height;
}

Length total_depth(const Design& design) {
    return std::ranges::max_element(design.bays, {}, &Bay::depth)->depth;
}

}  // namespace maatkast
