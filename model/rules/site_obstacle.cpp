#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/book/book.h"
#include "model/build/room_sweep.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

/// Of one sort, the smallest change first; the first that works is offered.
using Ways = std::vector<Repair>;

/// What is measured from the left end of the first wall stays where it is when that end moves to the right.
void move_end(const Design& design, Length by, Repair& way) {
    for (std::size_t i = 0; i < design.room.obstacles.size(); ++i)
        if (const RoomObstacle& obstacle = design.room.obstacles[i]; obstacle.run == 0)
            way.edits.push_back({"room/obstacles/" + std::to_string(i) + "/x", edit_value(obstacle.x - by)});
}

/// A filler says that a wall stands beside that end, which is no longer so.
void leave_wall(const Design& design, Side side, Repair& way) {
    const std::string path = side == Side::left ? "ends/left" : "ends/right";
    if (end_of(design, side).scribe) way.edits.push_back({path + "/scribe", "false"});
    if (end_of(design, side).filler > Length{}) way.edits.push_back({path + "/filler", "0"});
}

Length reach_of(const Layout& layout) {
    return layout.uprights.back().left + layout.carcase_thickness - layout.uprights.front().left;
}

/// Under it: all bays as low as a sill.
Ways lower(const RuleContext& context, const RoomObstacle& obstacle) {
    const Range& range = context.book.height;
    if (obstacle.y < range.least) return {};
    const Length height = range.round_down(obstacle.y);
    return {repair("set_height", "height", edit_value(height), height)};
}

/// A cabinet that ends where it begins.
Ways end_before(const RuleContext& context, const RoomObstacle& obstacle) {
    if (obstacle.x < context.book.width.least) return {};
    const Length width = obstacle.x - obstacle.x % 1_mm;
    Repair way = repair("set_width", "width", edit_value(width), width);
    leave_wall(context.design, Side::right, way);
    return {std::move(way)};
}

/// A cabinet that begins where it ends.
Ways begin_after(const RuleContext& context, const RoomObstacle& obstacle) {
    const Length end = obstacle.x + obstacle.width, left = reach_of(context.layout) - end;
    if (end <= Length{} || left < context.book.width.least || context.layout.runs.size() > 1) return {};
    const Length width = left - left % 1_mm;
    Repair way = repair("begin_beside", "width", edit_value(width), width);
    leave_wall(context.design, Side::left, way);
    move_end(context.design, end, way);
    return {std::move(way)};
}

Repair remove_bays(const char* side, std::size_t count) {
    const std::string key = std::string(count > 1 ? "repair.remove_bays_" : "repair.remove_bay_") + side;
    return {{key, {{"value", static_cast<std::int64_t>(count)}}}, {}};
}

Ways fewer_right(const RuleContext& context) {
    Ways ways;
    const std::size_t bays = context.design.bays.size();
    for (std::size_t count = 1; count < bays; ++count) {
        Repair way = remove_bays("right", count);
        for (std::size_t i = 1; i <= count; ++i) way.edits.push_back({bay_path(bays - i) + "/remove", ""});
        leave_wall(context.design, Side::right, way);
        ways.push_back(std::move(way));
    }
    return ways;
}

/// As far as the first corner: beyond it another wall begins, with an end of its own to measure from.
Ways fewer_left(const RuleContext& context, const RoomObstacle& obstacle) {
    Ways ways;
    if (obstacle.run != 0) return ways;
    const auto& uprights = context.layout.uprights;
    const std::size_t bays = runs_of(context.design).front().count;
    for (std::size_t count = 1; count <= bays && count < context.design.bays.size(); ++count) {
        Repair way = remove_bays("left", count);
        way.edits.assign(count, {bay_path(0) + "/remove", ""});
        leave_wall(context.design, Side::left, way);
        move_end(context.design, uprights[count].left - uprights.front().left, way);
        ways.push_back(std::move(way));
    }
    return ways;
}

/// A bed can stand elsewhere; else the cabinet is lower, or gives way on the side that is nearer.
std::vector<Ways> ways_out(const RuleContext& context, std::size_t index) {
    const RoomObstacle& obstacle = context.design.room.obstacles[index];
    std::vector<Ways> ways;
    if (obstacle.kind == RoomObstacle::Kind::bed)
        ways.push_back({repair("move_away", "room/obstacles/" + std::to_string(index) + "/remove", "")});
    ways.push_back(lower(context, obstacle));
    std::vector<Ways> left{begin_after(context, obstacle), fewer_left(context, obstacle)},
        right{end_before(context, obstacle), fewer_right(context)};
    if (obstacle.x * 2 + obstacle.width < reach_of(context.layout)) std::swap(left, right);
    for (std::size_t i = 0; i < left.size(); ++i)
        for (std::vector<Ways>* side : {&right, &left}) ways.push_back(std::move((*side)[i]));
    return ways;
}

bool helps(const RuleContext& context, std::size_t index, const Repair& way) {
    const auto changed = apply(context.book, context.design, way.edits);
    if (!changed) return false;
    const auto& obstacles = changed->room.obstacles;
    if (obstacles.size() < context.design.room.obstacles.size()) return true;
    const Piece there = obstacle_piece(make_layout(context.book, *changed), obstacles[index]);
    return !stands_in(build_parts(context.book, *changed), there);
}

std::vector<Repair> repairs_for(const RuleContext& context, std::size_t index) {
    if (context.repairs == Repairs::left_out) return {};
    std::vector<Repair> repairs;
    for (Ways& ways : ways_out(context, index)) {
        const auto works =
            std::ranges::find_if(ways, [&](const Repair& way) { return helps(context, index, way); });
        if (works != ways.end()) repairs.push_back(std::move(*works));
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
        findings.add({"site.obstacle",
                      socket ? Severity::advised : Severity::blocked,
                      "room/obstacles/" + std::to_string(i),
                      obstacle.x,
                      obstacle.y,
                      repairs_for(context, i),
                      {{"what", name_of(obstacle)}}});
    }
}

}  // namespace

extern const Rule site_obstacle;
const Rule site_obstacle{"site.obstacle", check};

}  // namespace maatkast::rules
