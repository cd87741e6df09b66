// A cross of two steel bars behind an open bay, screwed to its uprights, one before the other where they
// cross.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/glm.hpp>

#include "model/build/motion.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

/// Half of the rectangle that both bars stay in, mm: to the middles of the uprights, and as high as the book
/// lets a bar rise.
struct Reach {
    double across, up;
};

/// Y that the bars stay below, from upright to upright and back to the wall.
Length top_of(const Layout& layout, const BayLayout& at) {
    const auto& limit = layout.runs[at.run].limit;
    if (!limit) return at.top;
    const Length half = layout.carcase_thickness / 2;
    const Length lowest = limit->axis == Axis::x ? limit->lowest(at.left - half, at.right + half)
                                                 : limit->lowest({}, layout.back_zone);
    return std::min(at.top, lowest);
}

Reach reach_of(const Book& book, const Layout& layout, std::size_t bay) {
    const Construction& c = book.construction;
    const BayLayout& at = layout.bays[bay];
    const double across = ((at.right - at.left + layout.carcase_thickness - c.back_gap) / 2).mm();
    const double up = ((top_of(layout, at) - layout.base) / 2 - c.back_gap).mm();
    return {across, std::min(up, across * sine(c.brace_steepest) / cosine(c.brace_steepest))};
}

/// So long that the corners of a bar reach the sides of the rectangle, rounded down.
Length bar_length(const Reach& reach, double angle, Length width) {
    const double half = width.mm() / 2, sin = std::sin(angle), cos = std::cos(angle);
    const double long_half = std::min((reach.across - half * sin) / cos, (reach.up - half * cos) / sin);
    return Length{static_cast<std::int32_t>(long_half * 10) * 2};
}

/// Its z along the bar, its x out of the wall backwards.
Frame bar_frame(const BayBuilder& bay, double degrees) {
    const Builder& b = bay.builder;
    const Frame& run = b.layout.runs[bay.at.run].frame;
    const Length3 middle{
        (bay.at.left + bay.at.right) / 2, (b.layout.base + top_of(b.layout, bay.at)) / 2, {}};
    const Frame at = b.tipped(middle, {});
    return {at.origin, {run.yaw.hundredths + 9000}, {static_cast<std::int32_t>(std::lround(degrees * 100))}};
}

}  // namespace

double brace_angle(const Book& book, const Layout& layout, std::size_t bay) {
    const Reach reach = reach_of(book, layout, bay);
    return std::atan2(reach.up, reach.across) * 180 / std::numbers::pi;
}

void build_brace(BayBuilder& bay) {
    Builder& b = bay.builder;
    if (bay.bay().back != Back::brace) return;
    const auto number = static_cast<std::size_t>(bay.index);
    const std::uint16_t model = b.book.model("brace_bar");
    const Length3 size = b.book.models[model].size;
    const double angle = brace_angle(b.book, b.layout, number);
    const Length length =
        bar_length(reach_of(b.book, b.layout, number), angle * std::numbers::pi / 180, size.y);
    const std::int32_t stood = b.standing_in();
    for (const bool falling : {false, true}) {
        b.stand_in(stood);
        b.stand_in(b.add(bar_frame(bay, falling ? angle : -angle)));
        const Length front = falling ? size.x + b.book.construction.joint_clearance : Length{};
        b.add(ModelSpec{.name = bay.name(falling ? "brace_falling" : "brace_rising"),
                        .kind = PartKind::brace,
                        .model = model,
                        .article = b.book.article("brace"),
                        .least = {-front - size.x, -size.y / 2, -length / 2},
                        .most = {-front, size.y / 2, length / 2},
                        .bay = bay.index});
    }
    b.stand_in(stood);
}

}  // namespace maatkast
