#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("pullout.width");
    const Length least = rule.length("least"), most = rule.length("most");
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::pullout) return;
        const auto bay = static_cast<std::size_t>(leaf.bay);
        const Length width = context.design.bays[bay].width;
        if (width >= least && width <= most) return;
        const Length limit = width > most ? most : least;
        const Range& widths = context.book.width;
        const Length size = limit < widths.least ? widths.least : widths.round_down(limit);
        findings.add(
            {"pullout.width",
             Severity::blocked,
             leaf_path(leaf),
             width,
             limit,
             {repair("set_size", bay_path(bay) + "/width", edit_value(size), size), remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule pullout_width;
const Rule pullout_width{"pullout.width", check, Asked::each_bay};

}  // namespace maatkast::rules
