#pragma once
// What rules go over, each written once.

#include "model/build/rule.h"
#include "model/build/sliding.h"

namespace maatkast {

/// Calls `see(index, layout)` for all sliding leaves that close bays.
template <class See>
void for_each_sliding(const RuleContext& context, See see) {
    const auto& all = context.design.sliding;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const auto at = sliding_layout(context.book, context.design, context.layout, all[i])) see(i, *at);
}

/// Calls `see(bay, index)` for each front of a kind in the bays that are asked about, from the left.
template <class See>
void for_each_front(const RuleContext& context, const FrontKind* kind, See see) {
    for (const std::size_t bay : context.bays) {
        const auto& fronts = context.design.bays[bay].fronts;
        for (std::size_t i = 0; i < fronts.size(); ++i)
            if (fronts[i].kind == kind) see(bay, i);
    }
}

}  // namespace maatkast
