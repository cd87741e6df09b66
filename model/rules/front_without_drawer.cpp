#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check_front(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t index) {
    const Front& front = context.design.bays[bay].fronts[index];
    for (int i = front.from; i <= front.to; ++i) {
        const Opening& opening = context.design.bays[bay].openings[static_cast<std::size_t>(i)];
        if (opening.interior.kind == find_interior_kind("drawers")) continue;
        const std::string at = opening_path(bay, static_cast<std::size_t>(i));
        findings.add({"front.without_drawer",
                      Severity::blocked,
                      front_path(bay, index),
                      std::int64_t{i + 1},
                      std::int64_t{1},
                      {repair("add_drawer", at + "/interior", "drawers:1"),
                       repair("open_here", at + "/front", "none")}});
        return;
    }
}

void check(const RuleContext& context, Findings& findings) {
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay)
        for (std::size_t i = 0; i < context.design.bays[bay].fronts.size(); ++i)
            if (context.design.bays[bay].fronts[i].kind->carries_drawers)
                check_front(context, findings, bay, i);
}

}  // namespace

extern const Rule front_without_drawer;
const Rule front_without_drawer{"front.without_drawer", check};

}  // namespace maatkast::rules
