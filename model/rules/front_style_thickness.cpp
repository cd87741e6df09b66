#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("front.style_thickness").length("least");
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (style_of(context.design, leaf) == FrontStyle::slab || leaf.size.z >= least) return;
        if (!first_of_front(context.build, leaf)) return;
        findings.add({"front.style_thickness",
                      Severity::blocked,
                      leaf_path(leaf),
                      leaf.size.z,
                      least,
                      {repair("make_slab", leaf_path(leaf) + "/style", "slab"),
                       repair("set_thickness", "thickness/fronts", edit_value(least), least)}});
    });
}

}  // namespace

extern const Rule front_style_thickness;
const Rule front_style_thickness{"front.style_thickness", check, Asked::each_bay};

}  // namespace maatkast::rules
