#include <optional>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// What the door's height breaks: at most the book's, and more than its width.
std::optional<Length> broken_limit(const Leaf& door, Length most) {
    if (door.size.y > most) return most;
    if (door.size.y <= door.size.x) return door.size.x;
    return std::nullopt;
}

void check(const RuleContext& context, Findings& findings) {
    const Length most = context.book.rule("door.height").length("most");
    const Length gap = context.book.construction.front_gap;
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::door && leaf.kind != LeafKind::folding) return;
        const auto limit = broken_limit(leaf, most);
        if (!limit) return;
        const FrontKind& kind = *front_of(context.design, leaf).kind;
        std::vector<Repair> repairs;
        if (kind.leaves == 1 && leaf.size.y <= leaf.size.x && (leaf.size.x - gap) / 2 < leaf.size.y)
            repairs.push_back(repair("make_pair", leaf_path(leaf) + "/kind", "pair"));
        repairs.push_back(remove_leaf(leaf));
        findings.add(
            {"door.height", Severity::blocked, leaf_path(leaf), leaf.size.y, *limit, std::move(repairs)});
    });
}

}  // namespace

extern const Rule door_height;
const Rule door_height{"door.height", check, Asked::each_bay};

}  // namespace maatkast::rules
