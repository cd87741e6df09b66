#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("rail.depth").length("least");
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            const Bay& at = context.design.bays[bay];
            const BayLayout& layout = context.layout.bays[bay];
            const Length depth = layout.front - layout.back;
            if (at.openings[i].interior.kind != find_interior_kind("rail") || depth >= least) continue;
            const Range& range = context.book.depth;
            const Length size = range.round_down(at.depth + least - depth + range.step - Length{1});
            findings.add({"rail.depth",
                          Severity::blocked,
                          opening_path(bay, i) + "/interior",
                          depth,
                          least,
                          {repair("set_size", bay_path(bay) + "/depth", edit_value(size), size),
                           repair("no_rail", opening_path(bay, i) + "/interior", "empty")}});
        }
}

}  // namespace

extern const Rule rail_depth;
const Rule rail_depth{"rail.depth", check};

}  // namespace maatkast::rules
