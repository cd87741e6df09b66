#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Both leaves share what the bay changes.
Repair resized(const RuleContext& context, const Leaf& leaf, Length limit) {
    const auto bay = static_cast<std::size_t>(leaf.bay);
    const Range& widths = context.book.width;
    const bool wide = leaf.size.x > limit;
    const Length wanted = context.design.bays[bay].width - (leaf.size.x - limit) * 2;
    const Length width = widths.round_down(wide ? wanted : wanted + widths.step - Length{1});
    return repair("set_size", bay_path(bay) + "/width", edit_value(width), width);
}

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("bifold.width");
    const Length least = rule.length("least"), most = rule.length("most");
    const Length gap = context.book.construction.front_gap;
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::folding || !first_of_front(context.build, leaf) ||
            before_l(context.design, leaf))
            return;
        if (leaf.size.x >= least && leaf.size.x <= most) return;
        const bool wide = leaf.size.x > most;
        std::vector<Repair> repairs;
        if (!wide && leaf.size.x * 2 + gap <= context.book.rule("door.width").length("most"))
            repairs.push_back(repair("make_single", leaf_path(leaf) + "/kind", "left"));
        repairs.push_back(resized(context, leaf, wide ? most : least));
        repairs.push_back(remove_leaf(leaf));
        findings.add({"bifold.width", Severity::blocked, leaf_path(leaf), leaf.size.x, wide ? most : least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule bifold_width;
const Rule bifold_width{"bifold.width", check, Asked::each_bay};

}  // namespace maatkast::rules
