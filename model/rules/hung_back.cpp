#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

/// The board that rests on the rail is screwed to top and back; without a back the carcase racks on it.
void check(const RuleContext& context, Findings& findings) {
    if (context.design.base.kind != BaseKind::hung) return;
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Bay& bay = context.design.bays[i];
        if (bay.back == Back::panel || is_end(bay.shape)) continue;
        findings.add({"hung.back",
                      Severity::blocked,
                      bay_path(i) + "/back",
                      std::int64_t{0},
                      std::int64_t{1},
                      {repair("add_back", bay_path(i) + "/back", "panel"), set_on_floor(context.book)}});
    }
}

}  // namespace

extern const Rule hung_back;
const Rule hung_back{"hung.back", check};

}  // namespace maatkast::rules
