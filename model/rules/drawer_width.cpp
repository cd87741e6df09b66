#include "model/book/book.h"
#include "model/build/drawer_box.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("drawer.width");
    const Length least = rule.length("least"), most = rule.length("most");
    for (const std::size_t bay : context.bays)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            if (context.design.bays[bay].openings[i].interior.kind != find_interior_kind("drawers")) continue;
            const Length width = box_width(context.book, context.design.bays[bay], i);
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
const Rule drawer_width{"drawer.width", check, Asked::each_bay};

}  // namespace maatkast::rules
