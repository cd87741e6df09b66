#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// A front reaches to the middle of the shelf at its end: neither below nor above may there be one.
bool free_before(const Design& design, std::size_t bay, std::size_t i) {
    return !covered(design, bay, i) && !covered(design, bay, i + 1);
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (!closed_by(context.design.bays[bay], i, ShelfKind::protruding) ||
            free_before(context.design, bay, i))
            return;
        std::vector<Repair> repairs{choose("loose_shelf", bay, i, "shelf", "loose")};
        Repair open = choose("open_here", bay, i, "front", "none");
        open.edits.push_back({opening_path(bay, i + 1) + "/front", "none"});
        propose(context, repairs, std::move(open),
                [&](const Outcome& o) { return free_before(o.design, bay, i); });
        const std::size_t behind = covered(context.design, bay, i) ? i : i + 1;
        findings.add({"shelf.protruding_front", Severity::blocked, opening_path(bay, i) + "/shelf",
                      static_cast<std::int64_t>(behind + 1), std::int64_t{0}, std::move(repairs)});
    });
}

}  // namespace

extern const Rule shelf_protruding_front;
const Rule shelf_protruding_front{"shelf.protruding_front", check, Asked::each_bay};

}  // namespace maatkast::rules
