#include <optional>

#include "model/book/book.h"
#include "model/build/handle.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// The opening whose board bears the bolt of a leaf; nothing where the bolt moves with what opens.
std::optional<int> bearing(const Leaf& leaf, const Front& front) {
    switch (leaf.kind) {
        case LeafKind::door:
        case LeafKind::folding:
        case LeafKind::flap_down:
            return front.to;
        case LeafKind::flap_up:
            return front.from - 1;
        default:
            return std::nullopt;
    }
}

/// A bolt wants an edge of wood close behind the front.
bool bears_bolt(ShelfKind kind) {
    return kind != ShelfKind::recessed && kind != ShelfKind::slanted && kind != ShelfKind::glass;
}

void check(const RuleContext& context, Findings& findings) {
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind == LeafKind::sliding || !first_of_front(context.build, leaf)) return;
        const Front& front = front_of(context.design, leaf);
        const Handle* handle = handle_of(context.book, context.design, front);
        const auto opening = bearing(leaf, front);
        if (!handle || handle->kind != HandleKind::push || !opening || *opening < 0) return;
        const auto bay = static_cast<std::size_t>(leaf.bay), at = static_cast<std::size_t>(*opening);
        const Opening& over = opening_at(context.design, bay, at);
        if (!over.top || bears_bolt(shelf_kind(context.design.bays[bay], over))) return;
        findings.add({"handle.push",
                      Severity::blocked,
                      leaf_path(leaf),
                      std::int64_t{*opening + 1},
                      std::int64_t{0},
                      {repair("take_knob", leaf_path(leaf) + "/handle", "knob"),
                       choose("fixed_shelf", bay, at, "shelf", "fixed"), remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule handle_push;
const Rule handle_push{"handle.push", check, Asked::each_bay};

}  // namespace maatkast::rules
