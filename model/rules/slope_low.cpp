#include <algorithm>
#include <vector>

#include "model/book/book.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

bool is_low(const Design& design, const Layout& layout, std::size_t bay, Length least) {
    const BayLayout& at = layout.bays[bay];
    const bool bent = design.bays[bay].shape != BayShape::straight;
    return !bent && at.lowered && at.ceiling - at.floor < least;
}

std::size_t count_low(const Design& design, const Layout& layout, Length least) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < design.bays.size(); ++i) count += is_low(design, layout, i, least);
    return count;
}

/// Where the low end is that of the cabinet, the next bay comes to stand there: on the right the one before
/// it. As many are left out as it takes for that one to be so low that nothing of it is cut.
std::vector<Repair> ways_out(const RuleContext& context, std::size_t bay, Length least) {
    const bool right = context.design.room.slope->side == Slope::Side::right;
    const std::size_t had = count_low(context.design, context.layout, least);
    std::vector<Repair> repairs;
    Repair without{{"repair.remove_bay", {}}, {}};
    for (std::size_t more = 1; repairs.empty() && more < context.design.bays.size(); ++more) {
        if (right && more > bay + 1) break;
        without.edits.push_back({bay_path(right ? bay + 1 - more : bay) + "/remove", ""});
        propose(context, repairs, without, [&](const Outcome& o) {
            const std::size_t there = right ? bay - more : bay;  // beyond all where none comes
            return count_low(o.design, o.layout, least) < had &&
                   (there >= o.design.bays.size() || !is_low(o.design, o.layout, there, least));
        });
    }
    return repairs;
}

/// What stands at the low side of a slope must leave room inside.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.room.slope) return;
    const Length least = context.book.rule("slope.low").length("least");
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        if (!is_low(context.design, context.layout, i, least)) continue;
        const BayLayout& at = context.layout.bays[i];
        findings.add({"slope.low", Severity::blocked, bay_path(i) + "/height",
                      std::max(Length{}, at.ceiling - at.floor), least, ways_out(context, i, least)});
    }
}

}  // namespace

extern const Rule slope_low;
const Rule slope_low{"slope.low", check};

}  // namespace maatkast::rules
