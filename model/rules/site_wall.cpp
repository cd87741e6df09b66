#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Plugs are chosen by the wall: whoever comes with the wrong ones cannot fix the cabinet.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.wall_fixing || context.design.room.wall != Wall::unknown) return;
    std::vector<Repair> repairs;
    for (const std::string wall : {"masonry", "concrete", "plasterboard"})
        repairs.push_back(repair("wall_is", "room/wall", wall, Key{"wall." + wall}));
    findings.add(
        {"site.wall", Severity::noted, "room/wall", std::int64_t{0}, std::int64_t{1}, std::move(repairs)});
}

}  // namespace

extern const Rule site_wall;
const Rule site_wall{"site.wall", check};

}  // namespace maatkast::rules
