#include <utility>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

/// As many leaves as are wide enough; then none.
void check_sliding(const RuleContext& context, Findings& findings, std::size_t index,
                   const SlidingLayout& at) {
    const Length least = context.book.rule("sliding.width").length("least");
    if (at.width >= least) return;
    const Length opening = at.right - at.left, overlap = context.book.construction.sliding_overlap;
    std::vector<Repair> repairs;
    for (int leaves = at.leaves - 1; leaves >= 2; --leaves)
        if ((opening + overlap * (leaves - 1)) / leaves >= least) {
            repairs.push_back(repair("fewer_leaves", sliding_path(index) + "/leaves", std::to_string(leaves),
                                     std::int64_t{leaves}));
            break;
        }
    repairs.push_back(repair("remove_front", sliding_path(index) + "/remove", ""));
    findings.add(
        {"sliding.width", Severity::blocked, sliding_path(index), at.width, least, std::move(repairs)});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_sliding(context, [&](std::size_t index, const SlidingLayout& at) {
        check_sliding(context, findings, index, at);
    });
}

}  // namespace

extern const Rule sliding_width;
const Rule sliding_width{"sliding.width", check};

}  // namespace maatkast::rules
