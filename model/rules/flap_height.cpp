#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A flap that is too high is a door; of one leaf or two, as its width asks.
Repair as_door(const RuleContext& context, const Leaf& leaf) {
    const bool pair = leaf.size.x > context.book.rule("door.width").length("most");
    return repair(pair ? "make_pair" : "make_single", leaf_path(leaf) + "/kind", pair ? "pair" : "left");
}

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("flap.height");
    const Length least = rule.length("least"), most = rule.length("most");
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::flap_up && leaf.kind != LeafKind::flap_down) return;
        if (leaf.size.y >= least && leaf.size.y <= most) return;
        const bool high = leaf.size.y > most;
        std::vector<Repair> repairs;
        if (high) repairs.push_back(as_door(context, leaf));
        repairs.push_back(remove_leaf(leaf));
        findings.add({"flap.height", Severity::blocked, leaf_path(leaf), leaf.size.y, high ? most : least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule flap_height;
const Rule flap_height{"flap.height", check, Asked::each_bay};

}  // namespace maatkast::rules
