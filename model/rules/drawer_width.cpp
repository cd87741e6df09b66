#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The width of the box that stands in the opening, as the interior would build it.
Length box_width(const RuleContext& context, const Bay& bay, int opening) {
    const Construction& c = context.book.construction;
    Length width = bay.width - c.drawer_deduction + c.drawer_side_thickness * 2;
    for (const Front& front : bay.fronts)
        if (front.from <= opening && opening <= front.to)
            return front.kind->carries_drawers ? width : width - c.inner_drawer_spacer * 2;
    return width;
}

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("drawer.width");
    const Length least = rule.length("least"), most = rule.length("most");
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            if (context.design.bays[bay].openings[i].interior.kind != find_interior_kind("drawers")) continue;
            const Length width = box_width(context, context.design.bays[bay], static_cast<int>(i));
            if (width >= least && width <= most) continue;
            const Length wanted =
                context.design.bays[bay].width + (width < least ? least - width : most - width);
            const Range& range = context.book.width;
            const Length size = range.round_down(width < least ? wanted + range.step - Length{1} : wanted);
            Repair empty = repair("no_drawers", opening_path(bay, i) + "/interior", "empty");
            empty.edits.push_back({opening_path(bay, i) + "/front", "none"});
            findings.add(
                {"drawer.width",
                 Severity::blocked,
                 opening_path(bay, i) + "/interior",
                 width,
                 width < least ? least : most,
                 {repair("set_size", bay_path(bay) + "/width", edit_value(size), size), std::move(empty)}});
        }
}

}  // namespace

extern const Rule drawer_width;
const Rule drawer_width{"drawer.width", check};

}  // namespace maatkast::rules
