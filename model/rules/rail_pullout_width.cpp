#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Hangers hang along the wall here.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("rail.pullout_width").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const BayLayout& at = context.layout.bays[bay];
        const Length width = at.right - at.left;
        if (opening_at(context.design, bay, i).interior.kind != find_interior_kind("rail_pullout") ||
            width >= least)
            return;
        std::vector<Repair> repairs;
        const Range& range = context.book.width;
        const Length wide = range.round_down(least + range.step - Length{1});
        propose(
            context, repairs, repair("set_size", bay_path(bay) + "/width", edit_value(wide), wide),
            [&](const Outcome& o) { return o.layout.bays[bay].right - o.layout.bays[bay].left >= least; });
        repairs.push_back(choose("no_rail", bay, i, "interior", "empty"));
        findings.add({"rail.pullout_width", Severity::blocked, opening_path(bay, i) + "/interior", width,
                      least, std::move(repairs)});
    });
}

}  // namespace

extern const Rule rail_pullout_width;
const Rule rail_pullout_width{"rail.pullout_width", check, Asked::each_bay};

}  // namespace maatkast::rules
