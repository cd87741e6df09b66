#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

/// Tracks take their depth off the carcase; one repair for all bays behind the leaves.
void check_sliding(const RuleContext& context, Findings& findings, std::size_t index,
                   const SlidingLayout& at) {
    const Length least = context.book.rule("sliding.depth").length("least");
    if (at.carcase >= least) return;
    const Range& depths = context.book.depth;
    const Length size = depths.round_down(at.face + least - at.carcase + depths.step - Length{1});
    Repair deeper{{"repair.set_size", {{"value", size}}}, {}};
    for (std::size_t bay = at.first; bay <= at.last; ++bay)
        deeper.edits.push_back({bay_path(bay) + "/depth", edit_value(size)});
    findings.add({"sliding.depth",
                  Severity::blocked,
                  sliding_path(index),
                  at.carcase,
                  least,
                  {std::move(deeper), repair("remove_front", sliding_path(index) + "/remove", "")}});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_sliding(context, [&](std::size_t index, const SlidingLayout& at) {
        check_sliding(context, findings, index, at);
    });
}

}  // namespace

extern const Rule sliding_depth;
const Rule sliding_depth{"sliding.depth", check};

}  // namespace maatkast::rules
