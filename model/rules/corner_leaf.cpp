#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The corner's size is derived from its neighbours, so that another kind of corner is what helps.
Repair made_diagonal(const Leaf& leaf) {
    Repair diagonal =
        repair("make_diagonal", bay_path(static_cast<std::size_t>(leaf.bay)) + "/shape", "corner_diagonal");
    diagonal.edits.push_back({leaf_path(leaf) + "/kind", "left"});
    return diagonal;
}

/// A narrow leaf leaves no room for a hand beside its hinges, a wide one hangs too heavy on another leaf.
void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("corner.leaf");
    const Length least = rule.length("least"), most = rule.length("most");
    std::string told;
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (!before_l(context.design, leaf) || (leaf.size.x >= least && leaf.size.x <= most)) return;
        if (const std::string path = leaf_path(leaf); path != told) {
            told = path;
            findings.add({"corner.leaf",
                          Severity::blocked,
                          path,
                          leaf.size.x,
                          leaf.size.x > most ? most : least,
                          {made_diagonal(leaf), remove_leaf(leaf)}});
        }
    });
}

}  // namespace

extern const Rule corner_leaf;
const Rule corner_leaf{"corner.leaf", check, Asked::each_bay};

}  // namespace maatkast::rules
