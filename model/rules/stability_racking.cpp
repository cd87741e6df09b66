#include <algorithm>

#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// One back panel or cross brace squares its bay and, through the shared uprights, its neighbours; two open
/// bays beside each other are one too many.
void check(const RuleContext& context, Findings& findings) {
    if (context.design.wall_fixing) return;
    const auto& bays = context.design.bays;
    std::int64_t open = 0;
    for (std::size_t i = 0; i < bays.size(); ++i) {
        if (bays[i].back != Back::none) {
            open = 0;
            continue;
        }
        const bool end = i + 1 == bays.size();
        if (++open < 2 && !(end && bays.size() == 1)) continue;
        findings.add({"stability.racking",
                      Severity::blocked,
                      bay_path(i) + "/back",
                      open,
                      std::int64_t{1},
                      {repair("fix_to_wall", "wall_fixing", "true"),
                       repair("add_back", bay_path(i) + "/back", "panel")}});
        open = 0;
    }
}

}  // namespace

extern const Rule stability_racking;
const Rule stability_racking{"stability.racking", check};

}  // namespace maatkast::rules
