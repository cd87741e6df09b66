#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    for (const std::size_t bay : context.bays) {
        const auto& fronts = context.design.bays[bay].fronts;
        for (std::size_t b = 1; b < fronts.size(); ++b)
            for (std::size_t a = 0; a < b; ++a) {
                if (fronts[a].to < fronts[b].from || fronts[b].to < fronts[a].from) continue;
                findings.add({"front.overlap",
                              Severity::blocked,
                              front_path(bay, b),
                              std::int64_t{fronts[b].from + 1},
                              std::int64_t{1},
                              {repair("remove_front", front_path(bay, b) + "/remove", ""),
                               repair("remove_front", front_path(bay, a) + "/remove", "")}});
                break;
            }
    }
}

}  // namespace

extern const Rule front_overlap;
const Rule front_overlap{"front.overlap", check, Asked::each_bay};

}  // namespace maatkast::rules
