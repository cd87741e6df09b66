#include "model/build/layout.h"
#include "model/design/edit_context.h"

namespace maatkast {
namespace {

/// Two of low, high and angle say everything. Where all three are said, the one that nobody chose goes: what
/// the book begins with; else the first that is named here.
void leave_two(const Book& book, Slope& slope, std::optional<Length> Slope::* typed) {
    if (!slope.low || !slope.high || !slope.angle) return;
    const bool low_is_usual = typed != &Slope::low && *slope.low == book.room.slope_low;
    const bool angle_is_usual = typed != nullptr && *slope.angle == book.room.slope_angle;
    if (low_is_usual && !(angle_is_usual && typed == &Slope::high))
        slope.low.reset();
    else if (typed == &Slope::high || angle_is_usual)
        slope.angle.reset();
    else
        slope.high.reset();
}

/// `none` gives a size up; the other two say the same slope from then on, where a design may hold them.
bool release(EditContext& c, Slope& slope) {
    if (c.edit.value != "none") return false;
    const SlopeSizes all = slope_sizes(c.book, c.design);
    const std::string_view path = c.edit.path;
    slope = {slope.side, all.low, all.high, all.angle};
    if (path.ends_with("low"))
        slope.low.reset();
    else if (path.ends_with("high"))
        slope.high.reset();
    else
        slope.angle.reset();
    if (slope.angle && (*slope.angle < kFlattest || *slope.angle > kSteepest))
        c.refuse("edit.slope_given_up");
    for (const auto& height : {slope.low, slope.high})
        if (height && (*height < 1_mm || *height > kLongest)) c.refuse("edit.slope_given_up");
    return true;
}

void set_slope_height(EditContext& c, std::optional<Length> Slope::* height) {
    Slope* slope = c.slope();
    if (!slope || release(c, *slope)) return;
    slope->*height = c.length();
    leave_two(c.book, *slope, height);
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
    set_slope_height(c, &Slope::low);
}

void set_slope_high(EditContext& c) {
    set_slope_height(c, &Slope::high);
}

void set_slope_angle(EditContext& c) {
    Slope* slope = c.slope();
    if (!slope || release(c, *slope)) return;
    slope->angle = c.angle();
    leave_two(c.book, *slope, nullptr);
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
