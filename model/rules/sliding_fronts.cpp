#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    for (const std::size_t bay : context.bays) {
        const Sliding* sliding = sliding_before(context.design, bay);
        if (!sliding || context.design.bays[bay].fronts.empty()) continue;
        const auto index = static_cast<std::size_t>(sliding - context.design.sliding.data());
        findings.add({"sliding.fronts",
                      Severity::blocked,
                      bay_path(bay),
                      static_cast<std::int64_t>(context.design.bays[bay].fronts.size()),
                      std::int64_t{0},
                      {repair("remove_fronts", bay_path(bay) + "/fronts", "none"),
                       repair("remove_front", sliding_path(index) + "/remove", "")}});
    }
}

}  // namespace

extern const Rule sliding_fronts;
const Rule sliding_fronts{"sliding.fronts", check, Asked::each_bay};

}  // namespace maatkast::rules
