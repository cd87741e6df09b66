#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Length need = context.book.runner_lengths.front() + context.book.construction.runner_behind;
    const Range& depths = context.book.depth;
    for (const std::size_t bay : context.bays)
        for (std::size_t i = 0; i < context.design.bays[bay].fronts.size(); ++i) {
            if (context.design.bays[bay].fronts[i].kind != find_front_kind("pullout")) continue;
            const BayLayout& at = context.layout.bays[bay];
            const Length depth = at.front - at.back;
            if (depth >= need) continue;
            const Length size =
                depths.round_down(context.design.bays[bay].depth + need - depth + depths.step - Length{1});
            findings.add({"pullout.runner",
                          Severity::blocked,
                          front_path(bay, i),
                          depth,
                          need,
                          {repair("set_size", bay_path(bay) + "/depth", edit_value(size), size),
                           repair("remove_front", front_path(bay, i) + "/remove", "")}});
        }
}

}  // namespace

extern const Rule pullout_runner;
const Rule pullout_runner{"pullout.runner", check, Asked::each_bay};

}  // namespace maatkast::rules
