#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

/// A cornice is mitred from straight boards; round and slanted ends have none.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.cornice && context.design.top_filler == Length{}) return;
    const std::string path = context.design.cornice ? "cornice" : "top_filler";
    for (std::size_t i = 0; i < context.design.bays.size(); ++i)
        if (is_end(context.design.bays[i].shape))
            findings.add({"cornice.open_end",
                          Severity::blocked,
                          bay_path(i) + "/shape",
                          std::int64_t{1},
                          std::int64_t{0},
                          {repair("do_without", path, "none"),
                           repair("make_straight", bay_path(i) + "/shape", "straight")}});
}

}  // namespace

extern const Rule cornice_open_end;
const Rule cornice_open_end{"cornice.open_end", check};

}  // namespace maatkast::rules
