#include "model/book/book.h"
#include "model/build/drawer_box.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Its low sides leave the bottom alone with the load: narrower than drawers.
void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("tray.width");
    const Length least = rule.length("least"), most = rule.length("most");
    const Range& range = context.book.width;
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (opening_at(context.design, bay, i).interior.kind != find_interior_kind("tray")) return;
        const Bay& at = context.design.bays[bay];
        const Length width = box_width(context.book, at, i);
        if (width >= least && width <= most) return;
        const Length wished = at.width + (width < least ? least - width : most - width);
        const Length size = range.round_down(width < least ? wished + range.step - Length{1} : wished);
        findings.add({"tray.width",
                      Severity::blocked,
                      opening_path(bay, i) + "/interior",
                      width,
                      width < least ? least : most,
                      {repair("set_size", bay_path(bay) + "/width", edit_value(size), size),
                       choose("no_tray", bay, i, "interior", "empty")}});
    });
}

}  // namespace

extern const Rule tray_width;
const Rule tray_width{"tray.width", check, Asked::each_bay};

}  // namespace maatkast::rules
