#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

Length longest(const Book& book, const Design& design, const Layout& layout, std::size_t bay, std::size_t i) {
    const Bay& at = design.bays[bay];
    const Length t = shelf_thickness(book.construction, layout, at, at.openings[i]);
    return longest_glass(book, t, shelf_load(book, design, bay, i));
}

bool spans(const Book& book, const Outcome& o, std::size_t bay, std::size_t i) {
    return span_of(o.design, o.layout, bay, i) <= longest(book, o.design, o.layout, bay, i);
}

void check_shelf(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t i) {
    const Length span = span_of(context.design, context.layout, bay, i);
    const Length most = longest(context.book, context.design, context.layout, bay, i);
    if (span <= most) return;
    const Length narrow = context.book.width.round_down(most);
    std::vector<Repair> repairs{choose("loose_shelf", bay, i, "shelf", "loose")};
    propose(context, repairs, repair("set_size", bay_path(bay) + "/width", edit_value(narrow), narrow),
            [&](const Outcome& o) { return spans(context.book, o, bay, i); });
    findings.add({"shelf.glass_span", Severity::blocked, opening_path(bay, i) + "/shelf", span, most,
                  std::move(repairs)});
}

/// Glass breaks without warning, so that it may bend less than wood and span less than it could.
void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (closed_by(context.design.bays[bay], i, ShelfKind::glass)) check_shelf(context, findings, bay, i);
    });
}

}  // namespace

extern const Rule shelf_glass_span;
const Rule shelf_glass_span{"shelf.glass_span", check, Asked::each_bay};

}  // namespace maatkast::rules
