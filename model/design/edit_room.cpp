#include "model/design/edit_context.h"

namespace maatkast {
namespace {

/// Two of low, high and angle say everything.
void leave_two(Slope& slope, std::optional<Length> Slope::* spare) {
    if (slope.low && slope.high && slope.angle) (slope.*spare).reset();
}

}  // namespace

void set_ceiling(EditContext& c) {
    if (c.edit.value == "none")
        c.design.room.ceiling.reset();
    else
        c.design.room.ceiling = c.length(c.book.room.ceiling_least);
}

void set_slope(EditContext& c) {
    std::optional<Slope>& slope = c.design.room.slope;
    if (c.edit.value == "none") return slope.reset();
    const Slope::Side side = c.word(kSlopeWords, Slope::Side::left);
    if (!slope) slope = {side, c.book.room.slope_low, std::nullopt, c.book.room.slope_angle};
    slope->side = side;
}

void set_slope_low(EditContext& c) {
    Slope* slope = c.slope();
    if (!slope) return;
    slope->low = c.length();
    leave_two(*slope, &Slope::high);
}

void set_slope_high(EditContext& c) {
    Slope* slope = c.slope();
    if (!slope) return;
    slope->high = c.length();
    if (slope->low) slope->angle.reset();
}

void set_slope_angle(EditContext& c) {
    Slope* slope = c.slope();
    if (!slope) return;
    slope->angle = c.angle();
    leave_two(*slope, &Slope::high);
}

/// A height, or none. A new skirting board is as deep as the book says.
void set_skirting(EditContext& c) {
    std::optional<Skirting>& skirting = c.design.room.skirting;
    if (c.edit.value == "none") return skirting.reset();
    if (!skirting) skirting = {{}, c.book.room.skirting_depth};
    skirting->height = c.length();
}

/// In the usual size of its kind, at the left end of the main run.
void add_obstacle(EditContext& c) {
    const RoomObstacle::Kind kind = c.word(kObstacleWords, RoomObstacle::Kind::socket);
    for (const RoomDefaults::Obstacle& usual : c.book.room.obstacles)
        if (value_of(kObstacleWords, usual.kind) == kind)
            c.design.room.obstacles.push_back(
                {kind, c.design.main_run, {}, usual.y, usual.width, usual.height, usual.depth});
}

void remove_obstacle(EditContext& c) {
    auto& obstacles = c.design.room.obstacles;
    if (c.obstacle()) obstacles.erase(obstacles.begin() + static_cast<std::ptrdiff_t>(c.indices[0]));
}

}  // namespace maatkast
