#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// Hinges of a flap stand where light under the same board would run.
void check(const RuleContext& context, Findings& findings) {
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::flap_up) return;
        const auto bay = static_cast<std::size_t>(leaf.bay);
        const auto opening = static_cast<std::size_t>(front_of(context.design, leaf).to);
        if (!opening_at(context.design, bay, opening).led) return;
        findings.add({"flap.light",
                      Severity::blocked,
                      leaf_path(leaf),
                      static_cast<std::int64_t>(opening + 1),
                      std::int64_t{0},
                      {choose("no_light", bay, opening, "led", "false"),
                       repair("make_flap_down", leaf_path(leaf) + "/kind", "flap_down"), remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule flap_light;
const Rule flap_light{"flap.light", check, Asked::each_bay};

}  // namespace maatkast::rules
