#include <algorithm>

#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/stack.h"

namespace maatkast::rules {
namespace {

/// Height of the lower of the two rows that meet at this shelf; the lowest stands on the base.
Length lower_row(const Design& design, const Layout& layout, std::size_t bay, std::size_t i) {
    const Length row = *row_above(design, layout, bay, i);
    Length below = layout.base, above = layout.bays[bay].top;
    for (const Length other : rows_of(design, layout, bay)) {
        if (other < row) below = std::max(below, other);
        if (other > row) above = std::min(above, other);
    }
    return std::min(row - below, above - row);
}

void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("stack.height").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (!row_above(context.design, context.layout, bay, i)) return;
        const Length height = lower_row(context.design, context.layout, bay, i);
        if (height >= least) return;
        const auto holds = [&](const Outcome& o) {
            return row_above(o.design, o.layout, bay, i) && lower_row(o.design, o.layout, bay, i) >= least;
        };
        std::vector<Repair> repairs;
        for (const Length more : {least - height, height - least})
            if (auto moved = move_shelf(context, bay, i, more))
                propose(context, repairs, std::move(*moved), holds);
        repairs.push_back(choose("fixed_shelf", bay, i, "shelf", "fixed"));
        findings.add({"stack.height", Severity::blocked, opening_path(bay, i) + "/shelf", height, least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule stack_height;
const Rule stack_height{"stack.height", check, Asked::each_bay};

}  // namespace maatkast::rules
