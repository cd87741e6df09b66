#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Longer than a sheet it is joined on site over an upright: said, because the joint is seen.
void check(const RuleContext& context, Findings& findings) {
    std::int64_t joints = 0;
    const Part* before = nullptr;
    for (const Part& part : context.build.parts) {
        if (part.kind != PartKind::worktop) continue;
        const bool meets =
            before && before->frame == part.frame && before->origin.y == part.origin.y &&
            before->size.z == part.size.z &&
            part.origin.x - (before->origin.x + before->size.x) == context.book.construction.joint_clearance;
        joints += meets;
        before = &part;
    }
    if (joints > 0) findings.add({"worktop.joint", Severity::noted, "worktop", joints, std::int64_t{0}, {}});
}

}  // namespace

extern const Rule worktop_joint;
const Rule worktop_joint{"worktop.joint", check};

}  // namespace maatkast::rules
