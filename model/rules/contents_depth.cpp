#include <algorithm>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// How deep the carcase is; an L as its shallower leg.
Length depth_of_carcase(const Layout& layout, std::size_t bay, BayShape shape) {
    const BayLayout& at = layout.bays[bay];
    const CornerLayout* corner = shape == BayShape::corner_l ? corner_at(layout, bay) : nullptr;
    return (corner ? std::min(corner->left_front, corner->right_front) : at.front) - at.back;
}

/// How deep the board below is, that the contents stand on.
Length depth_of_board(const Book& book, const Design& design, const Layout& layout, std::size_t bay,
                      std::size_t number) {
    const BayLayout& at = layout.bays[bay];
    const Bay& in = design.bays[bay];
    const Length depth = depth_of_carcase(layout, bay, in.shape);
    if (number == 0) return depth;
    if (closed_by(in, number - 1, ShelfKind::slanted)) {
        const auto slant =
            slant_of(book.construction, at, layout.shelf_thickness, covered(design, bay, number - 1));
        return slant ? slant->depth : Length{};
    }
    const bool recessed = closed_by(in, number - 1, ShelfKind::recessed);
    return depth - (recessed ? book.construction.shelf_recess : Length{});
}

/// What hangs on a pull-out rail hangs along the wall: its depth is another rule's.
std::optional<Length> depth_for_contents(const Book& book, const Design& design, const Layout& layout,
                                         std::size_t bay, std::size_t number) {
    const Construction& c = book.construction;
    const Interior& interior = opening_at(design, bay, number).interior;
    const BayLayout& at = layout.bays[bay];
    if (interior.kind == find_interior_kind("rail_pullout")) return std::nullopt;
    if (interior.kind->keeps == Keeps::on_rails) return at.front - at.back;
    if (interior.kind->keeps == Keeps::on_board) return depth_of_board(book, design, layout, bay, number);
    const auto runner = runner_length(book, at.front - at.back - c.inner_drawer_setback);
    return runner ? std::optional(*runner - c.runner_deduction - c.drawer_side_thickness * 2) : std::nullopt;
}

void check_opening(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t i,
                   const Contents& contents) {
    const auto depth = depth_for_contents(context.book, context.design, context.layout, bay, i);
    if (!depth || *depth >= contents.depth) return;
    const auto holds = [&](const Outcome& o) {
        return depth_for_contents(context.book, o.design, o.layout, bay, i).value_or(Length{}) >=
               contents.depth;
    };
    std::vector<Repair> repairs;
    if (i > 0) propose(context, repairs, choose("loose_shelf", bay, i - 1, "shelf", "loose"), holds);
    propose(context, repairs, deepen(context, bay, contents.depth - *depth), holds);
    repairs.push_back(choose("other_contents", bay, i, "contents", "none"));
    findings.add({"contents.depth", Severity::blocked, opening_path(bay, i) + "/contents", *depth,
                  contents.depth, std::move(repairs)});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Opening& opening = opening_at(context.design, bay, i);
        if (const Contents* contents = opening.contents ? context.book.content(*opening.contents) : nullptr)
            check_opening(context, findings, bay, i, *contents);
    });
}

}  // namespace

extern const Rule contents_depth;
const Rule contents_depth{"contents.depth", check, Asked::each_bay};

}  // namespace maatkast::rules
