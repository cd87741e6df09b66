#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Height of the centre of mass × mass, kg·m: the strictest of the standards' contradicting readings.
double moment(const Build& build) {
    double sum = 0;
    for (const Part& part : build.parts)
        sum += part.mass * (part.origin.y.metres() + part.size.y.metres() / 2);
    return sum;
}

void check(const RuleContext& context, Findings& findings) {
    if (context.design.wall_fixing || context.design.base.kind == BaseKind::hung) return;
    const RuleEntry& rule = context.book.rule("stability.tip_over");
    const Length height = context.layout.height;
    if (height <= rule.length("height") || moment(context.build) <= rule.limit("moment")) return;
    findings.add({"stability.tip_over",
                  Severity::blocked,
                  "wall_fixing",
                  height,
                  rule.length("height"),
                  {repair("fix_to_wall", "wall_fixing", "true")}});
}

}  // namespace

extern const Rule stability_tip_over;
const Rule stability_tip_over{"stability.tip_over", check};

}  // namespace maatkast::rules
