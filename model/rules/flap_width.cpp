#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Length most = context.book.rule("flap.width").length("most");
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::flap_up && leaf.kind != LeafKind::flap_down) return;
        if (leaf.size.x <= most) return;
        const auto bay = static_cast<std::size_t>(leaf.bay);
        const Length width =
            context.book.width.round_down(context.design.bays[bay].width - (leaf.size.x - most));
        findings.add(
            {"flap.width",
             Severity::blocked,
             leaf_path(leaf),
             leaf.size.x,
             most,
             {repair("set_size", bay_path(bay) + "/width", edit_value(width), width), remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule flap_width;
const Rule flap_width{"flap.width", check, Asked::each_bay};

}  // namespace maatkast::rules
