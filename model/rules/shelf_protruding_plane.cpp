#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// A protruding shelf ends in the plane of the fronts; where there are none, the carcase is that deep itself.
void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Opening& opening = opening_at(context.design, bay, i);
        if (!closed_by(context.design.bays[bay], i, ShelfKind::protruding)) return;
        const BayLayout& at = context.layout.bays[bay];
        const Length out = shelf_front(context.layout, context.book.construction, at, opening) - at.front;
        if (out > Length{}) return;
        findings.add({"shelf.protruding_plane",
                      Severity::noted,
                      opening_path(bay, i) + "/shelf",
                      out,
                      at.front,
                      {choose("loose_shelf", bay, i, "shelf", "loose")}});
    });
}

}  // namespace

extern const Rule shelf_protruding_plane;
const Rule shelf_protruding_plane{"shelf.protruding_plane", check, Asked::each_bay};

}  // namespace maatkast::rules
