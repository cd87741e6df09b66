#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Ask what the wall is made of before anything hangs on it.
void check(const RuleContext& context, Findings& findings) {
    if (context.design.base.kind != BaseKind::hung) return;
    if (context.design.room.wall != Wall::unknown) return;
    findings.add({"hung.wall", Severity::advised, "room/wall", std::int64_t{0}, std::int64_t{1}, {}});
}

}  // namespace

extern const Rule hung_wall;
const Rule hung_wall{"hung.wall", check};

}  // namespace maatkast::rules
