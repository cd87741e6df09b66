#include <optional>

#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The first opening behind the front in which something slides; nothing where all stands still.
std::optional<std::size_t> sliding_behind(const Build& build, const Leaf& leaf, const Front& front) {
    for (const Part& part : parts_of(build, section_of_bay(static_cast<std::size_t>(leaf.bay)))) {
        if (part.bay != leaf.bay || part.opening < front.from || part.opening > front.to || part.opener < 0)
            continue;
        if (part.opener != leaf.opener) return static_cast<std::size_t>(part.opening);
    }
    return std::nullopt;
}

void check(const RuleContext& context, Findings& findings) {
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::flap_up && leaf.kind != LeafKind::flap_down) return;
        const Front& front = front_of(context.design, leaf);
        const auto opening = sliding_behind(context.build, leaf, front);
        if (!opening) return;
        const auto bay = static_cast<std::size_t>(leaf.bay);
        Repair empty{{"repair.empty_opening", {}}, {}};
        for (int i = front.from; i <= front.to; ++i)
            empty.edits.push_back({opening_path(bay, static_cast<std::size_t>(i)) + "/interior", "empty"});
        findings.add({"flap.interior",
                      Severity::blocked,
                      leaf_path(leaf),
                      static_cast<std::int64_t>(*opening + 1),
                      std::int64_t{0},
                      {std::move(empty), remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule flap_interior;
const Rule flap_interior{"flap.interior", check, Asked::each_bay};

}  // namespace maatkast::rules
