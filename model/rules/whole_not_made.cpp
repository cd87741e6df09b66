#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Before the inner corner of an L stand two leaves that fold, before the other corners doors; nothing before
/// an open end.
bool is_made(BayShape shape, const FrontKind& kind) {
    if (shape == BayShape::corner_l) return kind.folds;
    return kind.id == "left" || kind.id == "right" || kind.id == "pair";
}

/// Fronts that a file can hold but for which the book has no parts. Refused, so that nothing is sold that
/// picture, price and parts list leave out.
void check(const RuleContext& context, Findings& findings) {
    const auto refuse = [&](std::string path, Repair instead) {
        findings.add({"whole.not_made",
                      Severity::blocked,
                      std::move(path),
                      std::int64_t{1},
                      std::int64_t{0},
                      {std::move(instead)}});
    };
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Bay& bay = context.design.bays[i];
        const std::string all = bay_path(i) + "/fronts";
        if (!bay.fronts.empty() && is_end(bay.shape)) refuse(all, repair("do_without", all, "none"));
        for (std::size_t f = 0; is_corner(bay.shape) && f < bay.fronts.size(); ++f) {
            if (is_made(bay.shape, *bay.fronts[f].kind)) continue;
            const std::string path = front_path(i, f) + "/kind";
            refuse(path, bay.shape == BayShape::corner_l ? repair("make_folding", path, "bifold_left")
                                                         : repair("do_without", path, "left"));
        }
    }
}

}  // namespace

extern const Rule whole_not_made;
const Rule whole_not_made{"whole.not_made", check};

}  // namespace maatkast::rules
