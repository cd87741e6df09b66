#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("door.width");
    const Length least = rule.length("least"), most = rule.length("most");
    for (const Part& part : context.build.parts) {
        if (part.kind != PartKind::door || (part.size.x >= least && part.size.x <= most)) continue;
        const auto bay = static_cast<std::size_t>(part.bay);
        const auto front =
            static_cast<std::size_t>(context.build.openers[static_cast<std::size_t>(part.opener)].front);
        const bool wide = part.size.x > most;
        const int leaves = context.design.bays[bay].fronts[front].kind->leaves;
        const std::string kind = front_path(bay, front) + "/kind";
        std::vector<Repair> repairs;
        const Length gap = context.book.construction.front_gap;
        if (wide && leaves == 1 && (part.size.x - gap) / 2 <= most)
            repairs.push_back(repair("make_pair", kind, "pair"));
        if (!wide && leaves == 2 && part.size.x * 2 + gap <= most)
            repairs.push_back(repair("make_single", kind, "left"));
        const Length change = ((wide ? part.size.x - most : part.size.x - least)) * leaves;
        const Range& widths = context.book.width;
        // Up to the next step: a narrower bay must be narrow enough, a wider one wide enough.
        const Length wanted = context.design.bays[bay].width - change;
        const Length width =
            wide ? widths.round_down(wanted) : widths.round_down(wanted + widths.step - Length{1});
        repairs.push_back(repair("set_size", bay_path(bay) + "/width", edit_value(width), width));
        repairs.push_back(repair("remove_front", front_path(bay, front) + "/remove", ""));
        findings.add({"door.width", Severity::blocked, front_path(bay, front), part.size.x,
                      wide ? most : least, std::move(repairs)});
    }
}

}  // namespace

extern const Rule door_width;
const Rule door_width{"door.width", check};

}  // namespace maatkast::rules
