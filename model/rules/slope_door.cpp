#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The shorter of both upright edges of a leaf that is cut along a slope.
Length shorter_edge(const BayLayout& at, const Leaf& leaf) {
    const Length right = leaf.origin.x + leaf.size.x;
    return std::min(leaf.size.y, at.front_line->lowest(leaf.origin.x, right) - leaf.origin.y);
}

/// A door that ends in a point splits there, and has nothing left to hold it by.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("slope.door").length("least");
    for (const Leaf& leaf : context.build.leaves) {
        if (leaf.kind != LeafKind::door) continue;
        const BayLayout& at = context.layout.bays[static_cast<std::size_t>(leaf.bay)];
        if (!at.front_line) continue;
        const Length edge = shorter_edge(at, leaf);
        if (edge < leaf.size.y && edge < least)
            findings.add({"slope.door",
                          Severity::blocked,
                          leaf_path(leaf),
                          std::max(Length{}, edge),
                          least,
                          {remove_leaf(leaf)}});
    }
}

}  // namespace

extern const Rule slope_door;
const Rule slope_door{"slope.door", check};

}  // namespace maatkast::rules
