#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A plain door on the high side, a lower bay, none at all.
std::vector<Repair> repairs_for(const RuleContext& context, std::size_t bay, std::size_t index,
                                Length lowest) {
    const Front& front = context.design.bays[bay].fronts[index];
    const std::string path = front_path(bay, index);
    const bool door = front.kind->id == "left" || front.kind->id == "right" || front.kind->id == "pair";
    std::vector<Repair> repairs;
    if (door) repairs.push_back(repair("make_slab", path + "/style", "slab"));
    const Length size = context.book.height.round_down(lowest);
    if (size <= lowest && size >= context.book.height.least)
        repairs.push_back(repair("set_size", bay_path(bay) + "/height", edit_value(size), size));
    repairs.push_back(repair("remove_front", path + "/remove", ""));
    return repairs;
}

void check_front(const RuleContext& context, std::size_t bay, std::size_t index, Findings& findings) {
    const BayLayout& at = context.layout.bays[bay];
    const Front& front = context.design.bays[bay].fronts[index];
    const Length lowest = at.front_line->lowest(at.front_left, at.front_right);
    if (follows_slope(front)) return;
    for (int i = front.from; i <= front.to; ++i) {
        const OpeningLayout& space = context.layout.opening(bay, static_cast<std::size_t>(i));
        if (!space.exists || space.front_top <= lowest) continue;
        findings.add({"slope.front", Severity::blocked, front_path(bay, index), space.front_top, lowest,
                      repairs_for(context, bay, index, lowest)});
        return;
    }
}

/// The lifts of a flap stand where the top of a bay slopes to the wall.
void check_lifts(const RuleContext& context, std::size_t bay, std::size_t index, Findings& findings) {
    const BayLayout& at = context.layout.bays[bay];
    const Front& front = context.design.bays[bay].fronts[index];
    if (at.front_line || !at.cut || !front.kind->id.starts_with("flap")) return;
    for (int i = front.from; i <= front.to; ++i) {
        const OpeningLayout& space = context.layout.opening(bay, static_cast<std::size_t>(i));
        if (!space.exists || space.top < at.ceiling) continue;
        findings.add({"slope.front",
                      Severity::blocked,
                      front_path(bay, index),
                      at.top,
                      at.ceiling,
                      {repair("remove_front", front_path(bay, index) + "/remove", "")}});
        return;
    }
}

/// Frames, glass, drawers, flaps and leaves that fold are made with square corners.
void check(const RuleContext& context, Findings& findings) {
    for (std::size_t i = 0; i < context.design.bays.size(); ++i)
        for (std::size_t k = 0; k < context.design.bays[i].fronts.size(); ++k) {
            if (context.layout.bays[i].front_line) check_front(context, i, k, findings);
            check_lifts(context, i, k, findings);
        }
}

}  // namespace

extern const Rule slope_front;
const Rule slope_front{"slope.front", check};

}  // namespace maatkast::rules
