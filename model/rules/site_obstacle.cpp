#include "model/book/book.h"
#include "model/build/room_sweep.h"

namespace maatkast::rules {
namespace {

/// All bays under it as low as a sill, where that helps.
std::optional<Repair> under_it(const RuleContext& context, const RoomObstacle& obstacle) {
    const Length size = context.book.height.round_down(obstacle.y);
    if (size > obstacle.y || size < context.book.height.least) return std::nullopt;
    Repair lower = repair("set_size", "height", edit_value(size), size);
    const auto changed = apply(context.book, context.design, lower.edits);
    if (!changed) return std::nullopt;
    const Piece there = obstacle_piece(make_layout(context.book, *changed), obstacle);
    if (stands_in(build_parts(context.book, *changed), there)) return std::nullopt;
    return lower;
}

/// The cabinet would stand where something else is. A socket behind it can be reached through a cut-out.
void check(const RuleContext& context, Findings& findings) {
    const auto& obstacles = context.design.room.obstacles;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        const RoomObstacle& obstacle = obstacles[i];
        if (!stands_in(context.build, obstacle_piece(context.layout, obstacle))) continue;
        const bool socket = obstacle.kind == RoomObstacle::Kind::socket;
        std::vector<Repair> repairs;
        if (auto lower = under_it(context, obstacle)) repairs.push_back(std::move(*lower));
        findings.add({"site.obstacle", socket ? Severity::advised : Severity::blocked,
                      "room/obstacles/" + std::to_string(i), obstacle.x, obstacle.y, std::move(repairs)});
    }
}

}  // namespace

extern const Rule site_obstacle;
const Rule site_obstacle{"site.obstacle", check};

}  // namespace maatkast::rules
