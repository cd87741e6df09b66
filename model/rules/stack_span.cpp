#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"
#include "model/build/shelf_span.h"
#include "model/build/stack.h"

namespace maatkast::rules {
namespace {

/// The longest span of the upper row's bottom, of carcase board this thick. The panel under it is left out:
/// it carries its own row.
Length longest(const RuleContext& context, std::size_t bay, std::size_t i, const BoardOffer& offer) {
    return longest_span(offer.thickness, context.book.materials[offer.material].elastic_modulus,
                        shelf_load(context.book, context.design, bay, i),
                        context.book.rule("shelf.span").limit("deflection"));
}

void check_row(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t i) {
    const Design& design = context.design;
    const Finish* finish = context.book.finish(design.bays[bay].finish.value_or(design.finish.carcase));
    const BoardOffer* board = finish ? finish->board(design.thickness.carcase) : nullptr;
    if (!board) return;
    const Length span = span_of(design, context.layout, bay, i), most = longest(context, bay, i, *board);
    if (span <= most) return;
    std::vector<Repair> repairs;
    for (const BoardOffer& offer : finish->boards)
        if (offer.thickness > board->thickness && span <= longest(context, bay, i, offer)) {
            repairs.push_back(
                repair("set_thickness", "thickness/carcase", edit_value(offer.thickness), offer.thickness));
            break;
        }
    const Length width = context.book.width.round_down(most);
    propose(context, repairs, repair("set_size", bay_path(bay) + "/width", edit_value(width), width),
            [&](const Outcome& o) { return span_of(o.design, o.layout, bay, i) <= most; });
    repairs.push_back(choose("fixed_shelf", bay, i, "shelf", "fixed"));
    findings.add(
        {"stack.span", Severity::blocked, opening_path(bay, i) + "/shelf", span, most, std::move(repairs)});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (row_above(context.design, context.layout, bay, i)) check_row(context, findings, bay, i);
    });
}

}  // namespace

extern const Rule stack_span;
const Rule stack_span{"stack.span", check, Asked::each_bay};

}  // namespace maatkast::rules
