#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// A shelf that can be taken out takes its wire with it: noted. Under one that leans there is no light.
void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Opening& opening = opening_at(context.design, bay, i);
        const Bay& in = context.design.bays[bay];
        const bool slanted = closed_by(in, i, ShelfKind::slanted);
        if (!opening.led || !opening.top || !(slanted || on_pins(shelf_kind(in, opening)))) return;
        std::vector<Repair> repairs;
        if (opening.shelf != ShelfKind::glass)
            repairs.push_back(choose("fixed_shelf", bay, i, "shelf", "fixed"));
        repairs.push_back(choose("no_light", bay, i, "led", "false"));
        findings.add({"led.fixed", slanted ? Severity::blocked : Severity::noted,
                      opening_path(bay, i) + "/led", static_cast<std::int64_t>(i + 1), std::int64_t{0},
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule led_fixed;
const Rule led_fixed{"led.fixed", check, Asked::each_bay};

}  // namespace maatkast::rules
