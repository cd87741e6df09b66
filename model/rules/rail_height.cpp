#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Under one rail. Advised, not blocked: whoever hangs baby clothes knows better.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("rail.height").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const InteriorKind* kind = opening_at(context.design, bay, i).interior.kind;
        const Length clear = context.layout.opening(bay, i).clear();
        if (kind->keeps != Keeps::on_rails || kind == find_interior_kind("rail_double") || clear >= least)
            return;
        std::vector<Repair> repairs;
        if (auto raise = move_shelf(context, bay, i, least - clear)) repairs.push_back(std::move(*raise));
        repairs.push_back(choose("no_rail", bay, i, "interior", "empty"));
        findings.add({"rail.height", Severity::advised, opening_path(bay, i) + "/interior", clear, least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule rail_height;
const Rule rail_height{"rail.height", check, Asked::each_bay};

}  // namespace maatkast::rules
