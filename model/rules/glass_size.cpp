#include <algorithm>
#include <cmath>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// m², of the largest pane among the leaf's boards; zero without one.
double largest_pane(const Build& build, const Leaf& leaf) {
    double largest = 0;
    for (std::uint32_t i = leaf.first_part; i < leaf.first_part + leaf.parts; ++i)
        if (const Part& part = build.parts[i]; part.kind == PartKind::glass)
            largest = std::max(largest, part.size.x.metres() * part.size.y.metres());
    return largest;
}

/// One finding a front.
void check(const RuleContext& context, Findings& findings) {
    const double most = context.book.rule("glass.size").limit("most_m2");
    const Leaf* told = nullptr;
    for_each_leaf(context, [&](const Leaf& leaf) {
        const double pane = largest_pane(context.build, leaf);
        if (pane <= most || (told && leaf_path(*told) == leaf_path(leaf))) return;
        told = &leaf;
        const std::string style = leaf_path(leaf) + "/style";
        findings.add({"glass.size",
                      Severity::blocked,
                      leaf_path(leaf),
                      std::round(pane * 100) / 100,
                      most,
                      {repair("make_panelled", style, "panelled"), repair("make_slab", style, "slab")}});
    });
}

}  // namespace

extern const Rule glass_size;
const Rule glass_size{"glass.size", check, Asked::each_bay};

}  // namespace maatkast::rules
