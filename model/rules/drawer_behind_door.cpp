#include <algorithm>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// How far a leaf that stands wide open reaches back over its own bay, from the axis in its outer front
/// corner: its thickness, and its width where it opens less than a quarter turn.
Length reach_inwards(const Part& leaf, Angle limit) {
    const double across = std::max(0.0, leaf.size.x.mm() * cosine(limit)) + leaf.size.z.mm() * sine(limit);
    return Length::nearest_mm(across);
}

/// Depth of the leaf's intrusion beyond the side of the drawer that it passes; nothing to say up to zero.
Length intrusion(const Opener& hinge, const Part& leaf, const Part& side) {
    const Length reach = reach_inwards(leaf, hinge.limit);
    return hinge.sign < 0 ? hinge.pivot.x + reach - side.origin.x
                          : side.origin.x + side.size.x - (hinge.pivot.x - reach);
}

bool side_by_side(const Part& leaf, const Part& side) {
    return leaf.bay == side.bay && leaf.origin.y < side.origin.y + side.size.y &&
           side.origin.y < leaf.origin.y + leaf.size.y;
}

struct Worst {
    Length into;
    std::int32_t front = -1;
};

/// The leaf that stands furthest in the way of this drawer side.
Worst worst_leaf(const Build& build, const Part& side) {
    Worst worst;
    for (const Part& leaf : build.parts) {
        if (leaf.kind != PartKind::door || !side_by_side(leaf, side)) continue;
        const Opener& hinge = build.openers[static_cast<std::size_t>(leaf.opener)];
        if (const Length into = intrusion(hinge, leaf, side); into > worst.into) worst = {into, hinge.front};
    }
    return worst;
}

/// One finding an opening, for the drawer that is worst off.
void check(const RuleContext& context, Findings& findings) {
    const auto& parts = context.build.parts;
    const Length spacer = context.book.construction.inner_drawer_spacer;
    for (std::size_t i = 0; i < parts.size();) {
        const std::int32_t bay = parts[i].bay, opening = parts[i].opening;
        Worst worst;
        for (; i < parts.size() && parts[i].bay == bay && parts[i].opening == opening; ++i) {
            if (parts[i].kind != PartKind::drawer_side ||
                context.build.openers[static_cast<std::size_t>(parts[i].opener)].front >= 0)
                continue;
            const Worst found = worst_leaf(context.build, parts[i]);
            if (found.into > worst.into) worst = found;
        }
        if (worst.front < 0) continue;
        const auto at = static_cast<std::size_t>(bay);
        const std::string interior = opening_path(at, static_cast<std::size_t>(opening)) + "/interior";
        findings.add({"drawer.behind_door",
                      Severity::blocked,
                      interior,
                      spacer + worst.into,
                      spacer,
                      {repair("no_drawers", interior, "empty"),
                       repair("remove_front",
                              front_path(at, static_cast<std::size_t>(worst.front)) + "/remove", "")}});
    }
}

}  // namespace

extern const Rule drawer_behind_door;
const Rule drawer_behind_door{"drawer.behind_door", check};

}  // namespace maatkast::rules
