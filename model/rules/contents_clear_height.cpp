#include <algorithm>
#include <ranges>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// What the contents find: the clear height, of one box of several, under one rail of two.
Length height_for_contents(const Book& book, const Design& design, const Layout& layout, std::size_t bay,
                           std::size_t number) {
    const Construction& c = book.construction;
    const Interior& interior = opening_at(design, bay, number).interior;
    const Length clear = clear_height(book, design, layout, bay, number);
    if (interior.kind->keeps == Keeps::in_boxes)
        return clear / interior.count - c.drawer_under - c.drawer_bottom_recess - c.drawer_bottom_thickness -
               c.drawer_over;
    return interior.kind == find_interior_kind("rail_double") ? clear / 2 : clear;
}

/// How many of them share the height of the opening.
int sharers(const Interior& interior) {
    if (interior.kind->keeps == Keeps::in_boxes) return interior.count;
    return interior.kind == find_interior_kind("rail_double") ? 2 : 1;
}

/// The thickest of the thinner boards that are thin enough: it bends least.
template <class Holds>
void propose_thinner(const RuleContext& context, std::vector<Repair>& repairs, Holds holds) {
    const Length thinnest = context.book.rule("board.thickness").length("carcase_least");
    const std::size_t had = repairs.size();
    for (const BoardOffer& offer :
         std::views::reverse(context.book.finish(context.design.finish.shelves)->boards)) {
        if (offer.thickness < thinnest || offer.thickness >= context.design.thickness.shelves) continue;
        propose(context, repairs,
                repair("set_thickness", "thickness/shelves", edit_value(offer.thickness), offer.thickness),
                holds);
        if (repairs.size() > had) return;
    }
}

/// The shelf over it up, the one under it down, thinner boards, another kind of shelf, other contents.
std::vector<Repair> repairs_for(const RuleContext& context, std::size_t bay, std::size_t number,
                                Length need) {
    const Opening& opening = opening_at(context.design, bay, number);
    const auto holds = [&](const Outcome& o) {
        return height_for_contents(context.book, o.design, o.layout, bay, number) >= need;
    };
    const Length found = height_for_contents(context.book, context.design, context.layout, bay, number);
    const Length missing = (need - found) * sharers(opening.interior);
    std::vector<Repair> repairs;
    if (auto raise = move_shelf(context, bay, number, missing))
        propose(context, repairs, std::move(*raise), holds);
    if (number > 0)
        if (auto lower = move_shelf(context, bay, number - 1, -missing))
            propose(context, repairs, std::move(*lower), holds);
    if (opening.top) {
        propose_thinner(context, repairs, holds);
        propose(context, repairs, choose("glass_shelf", bay, number, "shelf", "glass"), holds);
        propose(context, repairs, choose("loose_shelf", bay, number, "shelf", "loose"), holds);
    }
    repairs.push_back(choose("other_contents", bay, number, "contents", "none"));
    return repairs;
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Opening& opening = opening_at(context.design, bay, i);
        const Contents* contents = opening.contents ? context.book.content(*opening.contents) : nullptr;
        if (!contents) return;
        const Length height = height_for_contents(context.book, context.design, context.layout, bay, i);
        if (height >= contents->clear) return;
        findings.add({"contents.clear_height", Severity::blocked, opening_path(bay, i) + "/contents", height,
                      contents->clear, repairs_for(context, bay, i, contents->clear)});
    });
}

}  // namespace

extern const Rule contents_clear_height;
const Rule contents_clear_height{"contents.clear_height", check, Asked::each_bay};

}  // namespace maatkast::rules
