#include <utility>
#include <vector>

#include "model/book/book.h"
#include "model/build/builder.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

bool carried(const Bay& bay, std::size_t opening) {
    if (bay.openings[opening].interior.kind != find_interior_kind("drawers")) return false;
    for (const Front& front : bay.fronts)
        if (std::cmp_less_equal(front.from, opening) && std::cmp_less_equal(opening, front.to))
            return front.kind->carries_drawers;
    return false;
}

Length depth_inside(const Layout& layout, std::size_t bay) {
    return layout.bays[bay].front - layout.bays[bay].back;
}

/// The bay itself, so much deeper. A blind corner is as deep as its neighbours: the one of them that does it,
/// or both. Nothing where no drawers are made anyway, which is another rule's affair.
std::vector<Repair> deeper(const RuleContext& context, std::size_t bay, Length need) {
    std::vector<Repair> repairs;
    const BayShape shape = context.design.bays[bay].shape;
    if (shape != BayShape::straight && shape != BayShape::corner_blind_left &&
        shape != BayShape::corner_blind_right)
        return repairs;
    const auto holds = [&](const Outcome& o) { return depth_inside(o.layout, bay) >= need; };
    const Length missing = need - depth_inside(context.layout, bay);
    propose(context, repairs, deepen(context, bay, missing), holds);
    if (!repairs.empty() || shape == BayShape::straight) return repairs;
    std::vector<std::size_t> beside;
    if (bay > 0) beside.push_back(bay - 1);
    if (bay + 1 < context.design.bays.size()) beside.push_back(bay + 1);
    Repair all{{"repair.deepen_beside", {}}, {}};
    for (const std::size_t next : beside) {
        Repair one = deepen(context, next, missing);
        one.text.key = "repair.deepen_beside";
        all.edits.push_back(one.edits.front());
        all.text.values = one.text.values;
        propose(context, repairs, std::move(one), holds);
    }
    if (repairs.empty()) propose(context, repairs, std::move(all), holds);
    return repairs;
}

void check(const RuleContext& context, Findings& findings) {
    const Construction& c = context.book.construction;
    const Length shortest = context.book.runner_lengths.front() + c.runner_behind;
    for (const std::size_t bay : context.bays)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            const Bay& at = context.design.bays[bay];
            if (at.openings[i].interior.kind->keeps != Keeps::in_boxes) continue;
            const Length need = shortest + (carried(at, i) ? Length{} : c.inner_drawer_setback);
            const Length depth = depth_inside(context.layout, bay);
            if (depth >= need) continue;
            std::vector<Repair> repairs = deeper(context, bay, need);
            repairs.push_back(leave_out("no_drawers", bay, i));
            findings.add({"drawer.runner", Severity::blocked, opening_path(bay, i) + "/interior", depth, need,
                          std::move(repairs)});
        }
}

}  // namespace

extern const Rule drawer_runner;
const Rule drawer_runner{"drawer.runner", check, Asked::each_bay};

}  // namespace maatkast::rules
