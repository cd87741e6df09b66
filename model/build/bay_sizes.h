#pragma once

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast {

/// Calls `see(range, size, bay, name)` for the width, height and depth of every bay that is asked about, with
/// what the book allows for each; `bay_path(bay) + "/" + name` is its path. Templated, so that a design in
/// which nothing is wrong costs no call.
template <class See>
void for_each_bay_size(const RuleContext& context, See see) {
    for (const std::size_t i : context.bays) {
        const Bay& bay = context.design.bays[i];
        see(context.book.width, bay.width, i, "width");
        see(context.book.height, bay.height, i, "height");
        see(context.book.depth, bay.depth, i, "depth");
    }
}

}  // namespace maatkast
