#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// What the room holds but no rule measures yet: said, so that somebody takes a tape measure to it.
void check(const RuleContext& context, Findings& findings) {
    const Room& room = context.design.room;
    const auto say = [&](std::string path) {
        findings.add(
            {"site.by_hand", Severity::advised, std::move(path), std::int64_t{1}, std::int64_t{0}, {}});
    };
    if (room.slope) say("room/slope");
    if (room.skirting) say("room/skirting");
    for (std::size_t i = 0; i < room.obstacles.size(); ++i) say("room/obstacles/" + std::to_string(i));
}

}  // namespace

extern const Rule site_by_hand;
const Rule site_by_hand{"site.by_hand", check};

}  // namespace maatkast::rules
