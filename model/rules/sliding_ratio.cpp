#include <cmath>
#include <utility>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

double ratio(Length height, Length width) {
    return height.mm() / width.mm();
}

/// As many leaves as are wide enough for their height; then none.
void check_sliding(const RuleContext& context, Findings& findings, std::size_t index,
                   const SlidingLayout& at) {
    const double most = context.book.rule("sliding.ratio").limit("most");
    const Length height = at.top - at.bottom;
    if (ratio(height, at.width) <= most) return;
    const Length opening = at.right - at.left, overlap = context.book.construction.sliding_overlap;
    std::vector<Repair> repairs;
    for (int leaves = at.leaves - 1; leaves >= 2; --leaves)
        if (ratio(height, (opening + overlap * (leaves - 1)) / leaves) <= most) {
            repairs.push_back(repair("fewer_leaves", sliding_path(index) + "/leaves", std::to_string(leaves),
                                     std::int64_t{leaves}));
            break;
        }
    repairs.push_back(repair("remove_front", sliding_path(index) + "/remove", ""));
    findings.add({"sliding.ratio", Severity::blocked, sliding_path(index),
                  std::round(ratio(height, at.width) * 100) / 100, most, std::move(repairs)});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_sliding(context, [&](std::size_t index, const SlidingLayout& at) {
        check_sliding(context, findings, index, at);
    });
}

}  // namespace

extern const Rule sliding_ratio;
const Rule sliding_ratio{"sliding.ratio", check};

}  // namespace maatkast::rules
