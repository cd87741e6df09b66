#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// Bars that lie too flat stiffen nothing.
void check(const RuleContext& context, Findings& findings) {
    const std::int64_t least =
        static_cast<std::int64_t>(context.book.rule("brace.flat").limit("least_degrees"));
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Bay& bay = context.design.bays[i];
        if (bay.back != Back::brace || bay.shape != BayShape::straight) continue;
        const double angle = brace_angle(context.book, context.layout, i);
        if (angle >= static_cast<double>(least)) continue;
        findings.add({"brace.flat",
                      Severity::blocked,
                      bay_path(i) + "/back",
                      static_cast<std::int64_t>(angle),
                      least,
                      {repair("add_back", bay_path(i) + "/back", "panel")}});
    }
}

}  // namespace

extern const Rule brace_flat;
const Rule brace_flat{"brace.flat", check};

}  // namespace maatkast::rules
