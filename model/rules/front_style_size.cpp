#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A frame around a panel that is worth the name, on the smaller side. One finding a front.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.construction.frame_width * 2 +
                         context.book.rule("front.style_size").length("least_panel");
    const Leaf* told = nullptr;
    for_each_leaf(context, [&](const Leaf& leaf) {
        const Length side = std::min(leaf.size.x, leaf.size.y);
        if (style_of(context.design, leaf) == FrontStyle::slab || side >= least) return;
        if (told && leaf_path(*told) == leaf_path(leaf)) return;
        told = &leaf;
        findings.add({"front.style_size",
                      Severity::blocked,
                      leaf_path(leaf),
                      side,
                      least,
                      {repair("make_slab", leaf_path(leaf) + "/style", "slab"), remove_leaf(leaf)}});
    });
}

}  // namespace

extern const Rule front_style_size;
const Rule front_style_size{"front.style_size", check, Asked::each_bay};

}  // namespace maatkast::rules
