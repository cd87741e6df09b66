#include <algorithm>
#include <span>
#include <vector>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/motion.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A leaf that stands wide open: how far it reaches in x over its own bay, in the axes of its frame.
struct OpenLeaf {
    const Leaf* leaf;
    bool from_left;
    Length least, most;
};

const Opener& root_of(const Build& build, const Leaf& leaf) {
    const Opener* opener = &build.openers[static_cast<std::size_t>(leaf.opener)];
    while (opener->parent >= 0) opener = &build.openers[static_cast<std::size_t>(opener->parent)];
    return *opener;
}

/// Takes in a box that moves with the leaf.
void reach_out(OpenLeaf& open, const glm::dmat4& moved, Length3 origin, Length3 size) {
    for (const Length x : {origin.x, origin.x + size.x})
        for (const Length z : {origin.z, origin.z + size.z}) {
            const glm::dvec4 at = moved * glm::dvec4(x.metres(), origin.y.metres(), z.metres(), 1);
            const Length reached = Length::nearest_mm(at.x * 1000);
            open.least = std::min(open.least, reached);
            open.most = std::max(open.most, reached);
        }
}

/// With its handle, which on a leaf that folds back points over its own bay.
OpenLeaf stand_open(const Build& build, const Leaf& leaf, std::span<const double> open) {
    const Opener& root = root_of(build, leaf);
    const glm::dmat4 moved =
        glm::inverse(frame_matrix(build, root.frame)) * opener_matrix(build, leaf.opener, open);
    OpenLeaf out{&leaf, root.sign < 0, kLongest, -kLongest};
    reach_out(out, moved, leaf.origin, leaf.size);
    for (const Part& part : parts_of(build, section_of_bay(static_cast<std::size_t>(leaf.bay))))
        if (part.kind == PartKind::handle && part.opener == leaf.opener)
            reach_out(out, moved, part.origin, part.size);
    return out;
}

std::vector<OpenLeaf> open_leaves(const Build& build, std::size_t bay) {
    const std::vector<double> open(build.openers.size(), 1);
    std::vector<OpenLeaf> leaves;
    for (const Leaf& leaf : leaves_of(build, section_of_bay(bay)))
        if (leaf.kind == LeafKind::door || leaf.kind == LeafKind::folding)
            leaves.push_back(stand_open(build, leaf, open));
    return leaves;
}

/// The side of a drawer that has no front of its own.
bool is_inner_side(const Build& build, const Part& part) {
    return part.kind == PartKind::drawer_side &&
           build.openers[static_cast<std::size_t>(part.opener)].front < 0;
}

bool side_by_side(const Leaf& leaf, const Part& side) {
    return leaf.bay == side.bay && leaf.origin.y < side.origin.y + side.size.y &&
           side.origin.y < leaf.origin.y + leaf.size.y;
}

struct Worst {
    Length into;
    std::int32_t front = -1;
};

/// The leaf that stands furthest in the way of this drawer side.
Worst worst_leaf(const std::vector<OpenLeaf>& leaves, const Part& side) {
    Worst worst;
    for (const OpenLeaf& open : leaves) {
        if (!side_by_side(*open.leaf, side)) continue;
        const Length into =
            open.from_left ? open.most - side.origin.x : side.origin.x + side.size.x - open.least;
        if (into > worst.into) worst = {into, open.leaf->front};
    }
    return worst;
}

/// One finding an opening, for the drawer that is worst off.
void check_bay(const RuleContext& context, Findings& findings, std::size_t bay) {
    const std::span parts = parts_of(context.build, section_of_bay(bay));
    const auto inner = [&](const Part& part) { return is_inner_side(context.build, part); };
    if (std::ranges::none_of(parts, inner)) return;
    const std::vector<OpenLeaf> leaves = open_leaves(context.build, bay);
    const Length spacer = context.book.construction.inner_drawer_spacer;
    for (std::size_t i = 0; i < parts.size();) {
        const std::int32_t opening = parts[i].opening;
        Worst worst;
        for (; i < parts.size() && parts[i].opening == opening; ++i) {
            if (!inner(parts[i])) continue;
            const Worst found = worst_leaf(leaves, parts[i]);
            if (found.into > worst.into) worst = found;
        }
        if (worst.front < 0) continue;
        const std::string interior = opening_path(bay, static_cast<std::size_t>(opening)) + "/interior";
        findings.add({"drawer.behind_door",
                      Severity::blocked,
                      interior,
                      spacer + worst.into,
                      spacer,
                      {repair("no_drawers", interior, "empty"),
                       repair("remove_front",
                              front_path(bay, static_cast<std::size_t>(worst.front)) + "/remove", "")}});
    }
}

void check(const RuleContext& context, Findings& findings) {
    for (const std::size_t bay : context.bays) check_bay(context, findings, bay);
}

}  // namespace

extern const Rule drawer_behind_door;
const Rule drawer_behind_door{"drawer.behind_door", check, Asked::each_bay};

}  // namespace maatkast::rules
