#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Nobody looks into a drawer above the shoulder: advised.
void check(const RuleContext& context, Findings& findings) {
    const Length most = context.book.rule("drawer.reach").length("most");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Length top = context.layout.opening(bay, i).top;
        const InteriorKind* kind = opening_at(context.design, bay, i).interior.kind;
        if (kind->keeps != Keeps::in_boxes || top <= most) return;
        const auto holds = [&](const Outcome& o) {
            return o.layout.opening(bay, i).top <= most && opening_at(o.design, bay, i).interior.kind == kind;
        };
        std::vector<Repair> repairs;
        if (auto lower = move_shelf(context, bay, i, most - top))
            propose(context, repairs, std::move(*lower), holds);
        if (auto shelf = add_shelf(context, bay, i, most))
            propose(context, repairs, std::move(*shelf), holds);
        repairs.push_back(leave_out("no_drawers", bay, i));
        findings.add({"drawer.reach", Severity::advised, opening_path(bay, i) + "/interior", top, most,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule drawer_reach;
const Rule drawer_reach{"drawer.reach", check, Asked::each_bay};

}  // namespace maatkast::rules
