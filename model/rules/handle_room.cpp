#include <algorithm>
#include <optional>

#include "model/book/book.h"
#include "model/build/handle.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

struct Shortage {
    Length room, need;
};

/// How much longer the handle is than the front that bears it; nothing where it fits. It lies on drawers and
/// flaps, and stands upright on all others.
std::optional<Shortage> shortage(const Book& book, const Handle* handle, const Leaf& leaf) {
    if (!handle || !handle->visible) return std::nullopt;
    const bool lies =
        leaf.kind == LeafKind::drawer || leaf.kind == LeafKind::flap_up || leaf.kind == LeafKind::flap_down;
    const Length3 size = book.models[handle->model].size;
    const Shortage along{lies ? leaf.size.x : leaf.size.y, size.y};
    const Shortage across{lies ? leaf.size.y : leaf.size.x, size.x};
    if (along.room < along.need) return along;
    return across.room < across.need ? std::optional(across) : std::nullopt;
}

/// One finding a front.
void check(const RuleContext& context, Findings& findings) {
    const Leaf* told = nullptr;
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind == LeafKind::sliding || (told && leaf_path(*told) == leaf_path(leaf))) return;
        const Front& front = front_of(context.design, leaf);
        const auto found = shortage(context.book, handle_of(context.book, context.design, front), leaf);
        if (!found) return;
        told = &leaf;
        std::vector<Repair> repairs;
        if (!shortage(context.book, context.book.handle("knob"), leaf))
            repairs.push_back(repair("take_knob", leaf_path(leaf) + "/handle", "knob"));
        repairs.push_back(repair("take_push", leaf_path(leaf) + "/handle", "none"));
        repairs.push_back(remove_leaf(leaf));
        findings.add({"handle.room", Severity::blocked, leaf_path(leaf), found->room, found->need,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule handle_room;
const Rule handle_room{"handle.room", check, Asked::each_bay};

}  // namespace maatkast::rules
