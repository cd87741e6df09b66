#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// One finding a front; its repairs see to every opening that lacks a drawer, or the finding would stay.
void check_front(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t index) {
    const Front& front = context.design.bays[bay].fronts[index];
    Repair add{{"repair.add_drawer", {}}, {}}, open{{"repair.open_here", {}}, {}};
    std::optional<std::int64_t> first;
    for (int i = front.from; i <= front.to; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (context.design.bays[bay].openings[at].interior.kind == find_interior_kind("drawers")) continue;
        if (!first) first = i + 1;
        add.edits.push_back({opening_path(bay, at) + "/interior", "drawers:1"});
        open.edits.push_back({opening_path(bay, at) + "/front", "none"});
    }
    if (!first) return;
    findings.add({"front.without_drawer",
                  Severity::blocked,
                  front_path(bay, index),
                  *first,
                  std::int64_t{1},
                  {std::move(add), std::move(open)}});
}

void check(const RuleContext& context, Findings& findings) {
    for (const std::size_t bay : context.bays)
        for (std::size_t i = 0; i < context.design.bays[bay].fronts.size(); ++i)
            if (context.design.bays[bay].fronts[i].kind->carries_drawers)
                check_front(context, findings, bay, i);
}

}  // namespace

extern const Rule front_without_drawer;
const Rule front_without_drawer{"front.without_drawer", check, Asked::each_bay};

}  // namespace maatkast::rules
