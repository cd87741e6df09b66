#include <algorithm>

#include "model/book/book.h"
#include "model/build/drawer_box.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// kg on the runners of the opening's heaviest box.
double heaviest(const RuleContext& context, std::size_t bay, std::size_t opening) {
    const std::span parts = parts_of(context.build, section_of_bay(bay));
    double most = 0;
    for (const Part& part : parts)
        if (part.kind == PartKind::drawer_bottom && part.opening == static_cast<std::int32_t>(opening))
            most = std::max(most, runner_burden(context.book, context.design, parts, part.opener));
    return most;
}

/// Runners are chosen by what they carry; here is where the strongest end. Only known contents count.
void check(const RuleContext& context, Findings& findings) {
    const double limit = context.book.rule("drawer.load").limit("heavy");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Opening& opening = opening_at(context.design, bay, i);
        if (!opening.contents || opening.interior.kind->keeps != Keeps::in_boxes) return;
        const double burden = heaviest(context, bay, i);
        if (burden <= limit) return;
        findings.add(
            {"drawer.load",
             Severity::blocked,
             opening_path(bay, i) + "/contents",
             burden,
             limit,
             {choose("other_contents", bay, i, "contents", "none"), leave_out("no_drawers", bay, i)}});
    });
}

}  // namespace

extern const Rule drawer_load;
const Rule drawer_load{"drawer.load", check, Asked::each_bay};

}  // namespace maatkast::rules
