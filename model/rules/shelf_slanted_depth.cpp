#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

Length board_depth(const Book& book, const Design& design, const Layout& layout, std::size_t bay,
                   std::size_t i) {
    const auto slant =
        slant_of(book.construction, layout.bays[bay], layout.shelf_thickness, covered(design, bay, i));
    return slant ? slant->depth : Length{};
}

/// Shoes fall off a board that is too short for them.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("shelf.slanted_depth").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (!closed_by(context.design.bays[bay], i, ShelfKind::slanted)) return;
        const Length depth = board_depth(context.book, context.design, context.layout, bay, i);
        if (depth >= least) return;
        std::vector<Repair> repairs{choose("loose_shelf", bay, i, "shelf", "loose")};
        propose(context, repairs, deepen(context, bay, least - depth), [&](const Outcome& o) {
            return board_depth(context.book, o.design, o.layout, bay, i) >= least;
        });
        findings.add({"shelf.slanted_depth", Severity::blocked, opening_path(bay, i) + "/shelf", depth, least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule shelf_slanted_depth;
const Rule shelf_slanted_depth{"shelf.slanted_depth", check, Asked::each_bay};

}  // namespace maatkast::rules
