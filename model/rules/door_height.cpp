#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Length most = context.book.rule("door.height").length("most");
    for (const Part& part : context.build.parts) {
        if (part.kind != PartKind::door || (part.size.y <= most && part.size.y > part.size.x)) continue;
        const auto bay = static_cast<std::size_t>(part.bay);
        const auto front =
            static_cast<std::size_t>(context.build.openers[static_cast<std::size_t>(part.opener)].front);
        const bool low = part.size.y <= part.size.x;
        std::vector<Repair> repairs;
        const Length gap = context.book.construction.front_gap;
        if (low && context.design.bays[bay].fronts[front].kind->leaves == 1 &&
            (part.size.x - gap) / 2 < part.size.y)
            repairs.push_back(repair("make_pair", front_path(bay, front) + "/kind", "pair"));
        repairs.push_back(repair("remove_front", front_path(bay, front) + "/remove", ""));
        findings.add({"door.height", Severity::blocked, front_path(bay, front), part.size.y,
                      low ? part.size.x : most, std::move(repairs)});
    }
}

}  // namespace

extern const Rule door_height;
const Rule door_height{"door.height", check};

}  // namespace maatkast::rules
