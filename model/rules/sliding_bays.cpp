#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A bay that differs from the first of its range, and the edit that makes it alike.
void check_size(const Sliding& sliding, Length measured, Length wanted, const std::string& path,
                std::size_t index, Findings& findings) {
    if (measured == wanted || sliding.first > sliding.last) return;
    findings.add({"sliding.bays",
                  Severity::blocked,
                  path,
                  measured,
                  wanted,
                  {repair("same_size", path, edit_value(wanted), wanted),
                   repair("remove_front", sliding_path(index) + "/remove", "")}});
}

/// One height and one depth behind all leaves.
void check(const RuleContext& context, Findings& findings) {
    const auto& bays = context.design.bays;
    for (std::size_t i = 0; i < context.design.sliding.size(); ++i) {
        const Sliding& sliding = context.design.sliding[i];
        if (sliding.first < 0 || sliding.last >= static_cast<int>(bays.size())) continue;
        const Bay& first = bays[static_cast<std::size_t>(sliding.first)];
        for (int k = sliding.first + 1; k <= sliding.last; ++k) {
            const auto bay = static_cast<std::size_t>(k);
            check_size(sliding, bays[bay].height, first.height, bay_path(bay) + "/height", i, findings);
            check_size(sliding, bays[bay].depth, first.depth, bay_path(bay) + "/depth", i, findings);
        }
    }
}

}  // namespace

extern const Rule sliding_bays;
const Rule sliding_bays{"sliding.bays", check};

}  // namespace maatkast::rules
