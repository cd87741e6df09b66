#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// The opening whose board bears the hinges of a flap: the one over it, or the one under it.
int bearing(const Leaf& leaf, const Front& front) {
    return leaf.kind == LeafKind::flap_up ? front.to : front.from - 1;
}

/// A shelf on pins, and one that stands back, slants or is of glass, bears no hinges.
void check(const RuleContext& context, Findings& findings) {
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::flap_up && leaf.kind != LeafKind::flap_down) return;
        const auto bay = static_cast<std::size_t>(leaf.bay);
        const int opening = bearing(leaf, front_of(context.design, leaf));
        if (opening < 0) return;
        const Opening& at = opening_at(context.design, bay, static_cast<std::size_t>(opening));
        const ShelfKind kind = shelf_kind(context.design.bays[bay], at);
        if (!at.top || kind == ShelfKind::fixed || kind == ShelfKind::stack) return;
        findings.add({"flap.board",
                      Severity::blocked,
                      leaf_path(leaf),
                      static_cast<std::int64_t>(opening + 1),
                      std::int64_t{0},
                      {choose("fixed_shelf", bay, static_cast<std::size_t>(opening), "shelf", "fixed"),
                       remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule flap_board;
const Rule flap_board{"flap.board", check, Asked::each_bay};

}  // namespace maatkast::rules
