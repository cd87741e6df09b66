#include "model/book/book.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

bool is_low(const Design& design, const Layout& layout, std::size_t bay, Length least) {
    const BayLayout& at = layout.bays[bay];
    const bool bent = design.bays[bay].shape != BayShape::straight;
    return !bent && at.lowered && at.ceiling - at.floor < least;
}

/// What stands at the low side of a slope must leave room inside.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.room.slope) return;
    const Length least = context.book.rule("slope.low").length("least");
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const BayLayout& at = context.layout.bays[i];
        if (!is_low(context.design, context.layout, i, least)) continue;
        std::vector<Repair> repairs;
        // Where the low end is that of the cabinet, the next bay comes to stand there: as many as it takes.
        Repair without{{"repair.remove_bay", {}}, {}};
        for (std::size_t more = 1; repairs.empty() && more < context.design.bays.size(); ++more) {
            without.edits.push_back({bay_path(i) + "/remove", ""});
            propose(context, repairs, without, [&](const Outcome& o) {
                return i >= o.design.bays.size() || !is_low(o.design, o.layout, i, least);
            });
        }
        findings.add({"slope.low", Severity::blocked, bay_path(i) + "/height",
                      std::max(Length{}, at.ceiling - at.floor), least, std::move(repairs)});
    }
}

}  // namespace

extern const Rule slope_low;
const Rule slope_low{"slope.low", check};

}  // namespace maatkast::rules
