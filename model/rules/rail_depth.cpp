#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/rail.h"

namespace maatkast::rules {
namespace {

/// For rails across the bay. Where it is too shallow for them, clothes may hang along the wall.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("rail.depth").length("least");
    const InteriorKind* pullout = find_interior_kind("rail_pullout");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const InteriorKind* kind = opening_at(context.design, bay, i).interior.kind;
        const BayLayout& at = context.layout.bays[bay];
        const Length depth = at.front - at.back;
        if (kind->keeps != Keeps::on_rails || kind == pullout || depth >= least) return;
        std::vector<Repair> repairs;
        if (pullout_length(context.book, pullout_room(context.book, context.layout, at,
                                                      opening_at(context.design, bay, i))))
            repairs.push_back(choose("pullout_rail", bay, i, "interior", "rail_pullout"));
        repairs.push_back(deepen(context, bay, least - depth));
        repairs.push_back(choose("no_rail", bay, i, "interior", "empty"));
        findings.add({"rail.depth", Severity::blocked, opening_path(bay, i) + "/interior", depth, least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule rail_depth;
const Rule rail_depth{"rail.depth", check, Asked::each_bay};

}  // namespace maatkast::rules
