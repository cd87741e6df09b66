#include "model/book/book.h"
#include "model/build/room_sweep.h"

namespace maatkast::rules {
namespace {

/// All bays under it as low as a sill, a cabinet that ends beside it, or without the bays that it stands in;
/// a bed can stand elsewhere.
std::vector<Repair> ways_out(const RuleContext& context, std::size_t index) {
    const RoomObstacle& obstacle = context.design.room.obstacles[index];
    std::vector<Repair> tried;
    const auto size = [&](const char* path, Length made) {
        if (made > Length{}) tried.push_back(repair("set_size", path, edit_value(made), made));
    };
    if (obstacle.y >= context.book.height.least) size("height", context.book.height.round_down(obstacle.y));
    if (obstacle.x >= context.book.width.least) size("width", obstacle.x - obstacle.x % 1_mm);
    Repair fewer{{"repair.remove_bay", {}}, {}};
    for (std::size_t bay = context.design.bays.size() - 1; bay > 0; --bay) {
        fewer.edits.push_back({bay_path(bay) + "/remove", ""});
        tried.push_back(fewer);
    }
    if (obstacle.kind == RoomObstacle::Kind::bed)
        tried.push_back(repair("move_away", "room/obstacles/" + std::to_string(index) + "/remove", ""));
    return tried;
}

/// Of those the ones that help; of bays no more than it takes.
std::vector<Repair> repairs_for(const RuleContext& context, std::size_t index) {
    if (context.repairs == Repairs::left_out) return {};
    const RoomObstacle& obstacle = context.design.room.obstacles[index];
    std::vector<Repair> repairs;
    for (Repair& way : ways_out(context, index)) {
        if (!repairs.empty() && repairs.back().text.key == way.text.key && way.edits.size() > 1) continue;
        const auto changed = apply(context.book, context.design, way.edits);
        if (!changed) continue;
        const Piece there = obstacle_piece(make_layout(context.book, *changed), obstacle);
        const bool gone = changed->room.obstacles.size() < context.design.room.obstacles.size();
        if (gone || !stands_in(build_parts(context.book, *changed), there)) repairs.push_back(std::move(way));
    }
    return repairs;
}

/// The cabinet would stand where something else is. A socket behind it can be reached through a cut-out.
void check(const RuleContext& context, Findings& findings) {
    const auto& obstacles = context.design.room.obstacles;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        const RoomObstacle& obstacle = obstacles[i];
        if (!stands_in(context.build, obstacle_piece(context.layout, obstacle))) continue;
        const bool socket = obstacle.kind == RoomObstacle::Kind::socket;
        findings.add({"site.obstacle", socket ? Severity::advised : Severity::blocked,
                      "room/obstacles/" + std::to_string(i), obstacle.x, obstacle.y,
                      repairs_for(context, i)});
    }
}

}  // namespace

extern const Rule site_obstacle;
const Rule site_obstacle{"site.obstacle", check};

}  // namespace maatkast::rules
