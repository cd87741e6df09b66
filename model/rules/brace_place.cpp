#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Two uprights that face each other carry the cross.
void check(const RuleContext& context, Findings& findings) {
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Bay& bay = context.design.bays[i];
        if (bay.back != Back::brace || bay.shape == BayShape::straight) continue;
        findings.add({"brace.place",
                      Severity::blocked,
                      bay_path(i) + "/back",
                      std::int64_t{1},
                      std::int64_t{0},
                      {repair("add_back", bay_path(i) + "/back", "panel")}});
    }
}

}  // namespace

extern const Rule brace_place;
const Rule brace_place{"brace.place", check};

}  // namespace maatkast::rules
