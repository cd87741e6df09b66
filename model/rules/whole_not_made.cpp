#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

bool is_door(const FrontKind& kind) {
    return kind.id == "left" || kind.id == "right" || kind.id == "pair";
}

/// Fronts that a file can hold but for which the book has no parts yet: a folding door round the inner corner
/// of an L, fronts of an open end, and round a corner all but doors. Refused, so that nothing is sold that
/// picture, price and parts list leave out.
void check(const RuleContext& context, Findings& findings) {
    const auto refuse = [&](std::string path, std::string without) {
        Repair without_it = repair("do_without", path, std::move(without));
        findings.add({"whole.not_made",
                      Severity::blocked,
                      std::move(path),
                      std::int64_t{1},
                      std::int64_t{0},
                      {std::move(without_it)}});
    };
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Bay& bay = context.design.bays[i];
        if (!bay.fronts.empty() && (bay.shape == BayShape::corner_l || is_end(bay.shape)))
            refuse(bay_path(i) + "/fronts", "none");
        for (std::size_t f = 0; is_corner(bay.shape) && f < bay.fronts.size(); ++f)
            if (!is_door(*bay.fronts[f].kind)) refuse(front_path(i, f) + "/kind", "left");
    }
}

}  // namespace

extern const Rule whole_not_made;
const Rule whole_not_made{"whole.not_made", check};

}  // namespace maatkast::rules
