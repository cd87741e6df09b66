#include "model/design/design.h"

#include <algorithm>

namespace maatkast {

Length total_height(const Design& design) {
    return std::ranges::max_element(design.bays, {}, &Bay::height)->height;
}

Length total_depth(const Design& design) {
    return std::ranges::max_element(design.bays, {}, &Bay::depth)->depth;
}

}  // namespace maatkast
