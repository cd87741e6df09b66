#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Base& base = context.design.base;
    const Range& range = base.kind == BaseKind::plinth ? context.book.plinth_height
                         : base.kind == BaseKind::legs ? context.book.leg_height
                                                       : context.book.hung_height;
    if (range.contains(base.height) && range.on_step(base.height)) return;
    const Length nearest = range.round_down(base.height);
    findings.add({"base.height",
                  Severity::blocked,
                  "base/height",
                  base.height,
                  base.height < range.least  ? range.least
                  : base.height > range.most ? range.most
                                             : range.step,
                  {repair("set_size", "base/height", edit_value(nearest), nearest)}});
}

}  // namespace

extern const Rule base_height;
const Rule base_height{"base.height", check};

}  // namespace maatkast::rules
