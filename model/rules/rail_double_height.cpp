#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Advised like the height of one rail.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("rail.double_height").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Length each = context.layout.opening(bay, i).clear() / 2;
        if (opening_at(context.design, bay, i).interior.kind != find_interior_kind("rail_double") ||
            each >= least)
            return;
        std::vector<Repair> repairs;
        if (auto raise = move_shelf(context, bay, i, least * 2 - context.layout.opening(bay, i).clear()))
            repairs.push_back(std::move(*raise));
        repairs.push_back(choose("single_rail", bay, i, "interior", "rail"));
        repairs.push_back(choose("no_rail", bay, i, "interior", "empty"));
        findings.add({"rail.double_height", Severity::advised, opening_path(bay, i) + "/interior", each,
                      least, std::move(repairs)});
    });
}

}  // namespace

extern const Rule rail_double_height;
const Rule rail_double_height{"rail.double_height", check, Asked::each_bay};

}  // namespace maatkast::rules
