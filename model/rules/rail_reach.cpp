#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Upper side of the uppermost rail above the floor.
Length rail_top(const Book& book, const Layout& layout, std::size_t bay, std::size_t opening) {
    return layout.opening(bay, opening).top - book.construction.rail_drop;
}

/// Advised: who is tall, or buys a pull-down rail elsewhere, may hang clothes higher.
void check(const RuleContext& context, Findings& findings) {
    const Length most = context.book.rule("rail.reach").length("most");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (opening_at(context.design, bay, i).interior.kind->keeps != Keeps::on_rails) return;
        const Length top = rail_top(context.book, context.layout, bay, i);
        if (top <= most) return;
        const auto holds = [&](const Outcome& o) {
            return rail_top(context.book, o.layout, bay, i) <= most &&
                   opening_at(o.design, bay, i).interior.kind->keeps == Keeps::on_rails;
        };
        std::vector<Repair> repairs;
        if (auto lower = move_shelf(context, bay, i, most - top))
            propose(context, repairs, std::move(*lower), holds);
        if (auto shelf = add_shelf(context, bay, i, most + context.book.construction.rail_drop))
            propose(context, repairs, std::move(*shelf), holds);
        repairs.push_back(choose("no_rail", bay, i, "interior", "empty"));
        findings.add({"rail.reach", Severity::advised, opening_path(bay, i) + "/interior", top, most,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule rail_reach;
const Rule rail_reach{"rail.reach", check, Asked::each_bay};

}  // namespace maatkast::rules
