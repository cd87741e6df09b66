#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("door.width");
    const Length least = rule.length("least"), most = rule.length("most");
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::door || (leaf.size.x >= least && leaf.size.x <= most)) return;
        const auto bay = static_cast<std::size_t>(leaf.bay);
        const bool wide = leaf.size.x > most;
        const int leaves = front_of(context.design, leaf).kind->leaves;
        const std::string kind = leaf_path(leaf) + "/kind";
        std::vector<Repair> repairs;
        const Length gap = context.book.construction.front_gap;
        if (wide && leaves == 1 && (leaf.size.x - gap) / 2 <= most)
            repairs.push_back(repair("make_pair", kind, "pair"));
        if (!wide && leaves == 2 && leaf.size.x * 2 + gap <= most)
            repairs.push_back(repair("make_single", kind, "left"));
        const Length change = ((wide ? leaf.size.x - most : leaf.size.x - least)) * leaves;
        const Range& widths = context.book.width;
        // Up to the next step: a narrower bay must be narrow enough, a wider one wide enough.
        const Length wanted = context.design.bays[bay].width - change;
        const Length width =
            wide ? widths.round_down(wanted) : widths.round_down(wanted + widths.step - Length{1});
        repairs.push_back(repair("set_size", bay_path(bay) + "/width", edit_value(width), width));
        repairs.push_back(remove_leaf(leaf));
        findings.add({"door.width", Severity::blocked, leaf_path(leaf), leaf.size.x, wide ? most : least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule door_width;
const Rule door_width{"door.width", check, Asked::each_bay};

}  // namespace maatkast::rules
