#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

void check_shelf(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t i) {
    const double most = context.book.rule("shelf.glass_load").limit("most");
    const double load = shelf_load(context.book, context.design, bay, i);
    if (load <= most) return;
    std::vector<Repair> repairs{choose("loose_shelf", bay, i, "shelf", "loose")};
    if (i + 1 < context.design.bays[bay].openings.size())
        propose(context, repairs, choose("other_contents", bay, i + 1, "contents", "none"),
                [&](const Outcome& o) { return shelf_load(context.book, o.design, bay, i) <= most; });
    findings.add({"shelf.glass_load", Severity::blocked, opening_path(bay, i) + "/shelf", load, most,
                  std::move(repairs)});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (closed_by(context.design.bays[bay], i, ShelfKind::glass)) check_shelf(context, findings, bay, i);
    });
}

}  // namespace

extern const Rule shelf_glass_load;
const Rule shelf_glass_load{"shelf.glass_load", check, Asked::each_bay};

}  // namespace maatkast::rules
