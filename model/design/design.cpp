#include "model/design/design.h"

#include <algorithm>

namespace maatkast {

Length total_width(const Design& design) {
    Length width = design.thickness.carcase;
    for (const Bay& bay : design.bays) width += bay.width + design.thickness.carcase;
    return width;
}

Length total_height(const Design& design) {
    return std::ranges::max_element(design.bays, {}, &Bay::height)->height;
}

Length total_depth(const Design& design) {
    return std::ranges::max_element(design.bays, {}, &Bay::depth)->depth;
}

}  // namespace maatkast
