#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/rail.h"

namespace maatkast::rules {
namespace {

/// The shortest one must fit; where hangers fit across the depth a plain rail holds more.
void check(const RuleContext& context, Findings& findings) {
    const Length shortest = context.book.pullout_lengths.front();
    const Length most = context.book.rule("rail.depth").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (opening_at(context.design, bay, i).interior.kind != find_interior_kind("rail_pullout")) return;
        const BayLayout& at = context.layout.bays[bay];
        const Length depth = at.front - at.back;
        const Length room =
            pullout_room(context.book, context.layout, at, opening_at(context.design, bay, i));
        const Length least = depth + shortest - room;
        const std::string path = opening_path(bay, i) + "/interior";
        const Repair none = choose("no_rail", bay, i, "interior", "empty");
        if (depth < least)
            findings.add({"rail.pullout_depth",
                          Severity::blocked,
                          path,
                          depth,
                          least,
                          {deepen(context, bay, least - depth), none}});
        else if (depth >= most)
            findings.add({"rail.pullout_depth",
                          Severity::advised,
                          path,
                          depth,
                          most,
                          {choose("single_rail", bay, i, "interior", "rail"), none}});
    });
}

}  // namespace

extern const Rule rail_pullout_depth;
const Rule rail_pullout_depth{"rail.pullout_depth", check, Asked::each_bay};

}  // namespace maatkast::rules
