#include <algorithm>

#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/whole.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

bool stands(const Book& book, const Design& design, const Layout& layout) {
    return design.room.skirting->depth <= deepest_skirting(book, design, layout);
}

/// Each bay that is too shallow as much deeper as is missing, on the book's step.
Repair deepen_bays(const RuleContext& context) {
    Repair deeper = repair("deeper", "", "");
    deeper.edits.clear();
    Length most;
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay) {
        const Length missing = context.design.room.skirting->depth -
                               skirting_behind(context.book, context.design, context.layout.bays[bay].front);
        if (is_corner(context.design.bays[bay].shape) || missing <= Length{}) continue;
        deeper.edits.push_back(deepen(context, bay, missing).edits.front());
        most = std::max(most, context.design.bays[bay].depth + missing);
    }
    deeper.text.values = {
        {"value", context.book.depth.round_down(most + context.book.depth.step - Length{1})}};
    return deeper;
}

/// Feet and plinth stand before the skirting board: one that is so deep that they do not fit behind the
/// cabinet's face leaves it on nothing. A hung cabinet hangs over it.
void check(const RuleContext& context, Findings& findings) {
    const auto& skirting = context.design.room.skirting;
    if (!skirting || context.design.base.kind == BaseKind::hung) return;
    const Length most = deepest_skirting(context.book, context.design, context.layout);
    if (skirting->depth <= most) return;
    const auto holds = [&](const Outcome& o) { return stands(context.book, o.design, o.layout); };
    std::vector<Repair> repairs;
    if (Repair deeper = deepen_bays(context); !deeper.edits.empty())
        propose(context, repairs, std::move(deeper), holds);
    findings.add({"site.skirting_depth", Severity::blocked, "room/skirting/depth", skirting->depth, most,
                  std::move(repairs)});
}

}  // namespace

extern const Rule site_skirting_depth;
const Rule site_skirting_depth{"site.skirting_depth", check};

}  // namespace maatkast::rules
