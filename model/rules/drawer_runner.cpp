#include <utility>

#include "model/book/book.h"
#include "model/build/builder.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

bool carried(const Bay& bay, std::size_t opening) {
    if (bay.openings[opening].interior.kind != find_interior_kind("drawers")) return false;
    for (const Front& front : bay.fronts)
        if (std::cmp_less_equal(front.from, opening) && std::cmp_less_equal(opening, front.to))
            return front.kind->carries_drawers;
    return false;
}

void check(const RuleContext& context, Findings& findings) {
    const Construction& c = context.book.construction;
    const Length shortest = context.book.runner_lengths.front() + c.runner_behind;
    for (const std::size_t bay : context.bays)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            const Bay& at = context.design.bays[bay];
            if (at.openings[i].interior.kind->keeps != Keeps::in_boxes) continue;
            const BayLayout& layout = context.layout.bays[bay];
            const Length need = shortest + (carried(at, i) ? Length{} : c.inner_drawer_setback);
            const Length depth = layout.front - layout.back;
            if (depth >= need) continue;
            const Range& range = context.book.depth;
            const Length size = range.round_down(at.depth + need - depth + range.step - Length{1});
            Repair empty = repair("no_drawers", opening_path(bay, i) + "/interior", "empty");
            empty.edits.push_back({opening_path(bay, i) + "/front", "none"});
            findings.add(
                {"drawer.runner",
                 Severity::blocked,
                 opening_path(bay, i) + "/interior",
                 depth,
                 need,
                 {repair("set_size", bay_path(bay) + "/depth", edit_value(size), size), std::move(empty)}});
        }
}

}  // namespace

extern const Rule drawer_runner;
const Rule drawer_runner{"drawer.runner", check, Asked::each_bay};

}  // namespace maatkast::rules
