#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// Its front end hangs down into the opening below.
void check_room(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t i) {
    const Length least = context.book.rule("shelf.slanted_clear").length("least");
    const auto clear = [&](const Design& design, const Layout& layout) {
        return clear_height(context.book, design, layout, bay, i);
    };
    const auto holds = [&](const Outcome& o) { return clear(o.design, o.layout) >= least; };
    const Length found = clear(context.design, context.layout);
    if (found >= least) return;
    std::vector<Repair> repairs;
    if (auto raise = move_shelf(context, bay, i, least - found))
        propose(context, repairs, std::move(*raise), holds);
    propose(context, repairs, choose("loose_shelf", bay, i, "shelf", "loose"), holds);
    repairs.push_back(repair("remove_shelf", opening_path(bay, i) + "/remove", ""));
    findings.add({"shelf.slanted_clear", Severity::blocked, opening_path(bay, i) + "/shelf", found, least,
                  std::move(repairs)});
}

/// Nothing hangs, runs or stands up against a board that leans.
void check_neighbour(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t shelf,
                     std::size_t opening) {
    const Interior& interior = opening_at(context.design, bay, opening).interior;
    const bool in_the_way =
        shelf == opening ? interior.kind != find_interior_kind("empty") : interior.kind->divides;
    if (!in_the_way) return;
    findings.add(
        {"shelf.slanted_clear",
         Severity::blocked,
         opening_path(bay, opening) + "/interior",
         Length{},
         context.book.rule("shelf.slanted_clear").length("least"),
         {choose("loose_shelf", bay, shelf, "shelf", "loose"), leave_out("leave_empty", bay, opening)}});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (!closed_by(context.design.bays[bay], i, ShelfKind::slanted)) return;
        check_room(context, findings, bay, i);
        check_neighbour(context, findings, bay, i, i);
        check_neighbour(context, findings, bay, i, i + 1);
    });
}

}  // namespace

extern const Rule shelf_slanted_clear;
const Rule shelf_slanted_clear{"shelf.slanted_clear", check, Asked::each_bay};

}  // namespace maatkast::rules
