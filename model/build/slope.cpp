#include "model/build/slope.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "model/build/builder.h"
#include "model/build/kinds.h"
#include "model/build/outline.h"

namespace maatkast {
namespace {

constexpr Length kUneven = 0.3_mm;  // by which corners of a top that are rounded to tenths may miss its line
constexpr double kHair = 1e-6;      // millimetres: what is due to rounding of doubles

Length down(double mm) {
    return {static_cast<std::int32_t>(std::floor(mm * 10 + kHair))};
}
Length up(double mm) {
    return {static_cast<std::int32_t>(std::ceil(mm * 10 - kHair))};
}

double tangent_of(Angle angle) {
    return sine(angle) / cosine(angle);
}

/// A point by its distance uphill and its height.
struct SlopePoint {
    Length along, y;
};

/// The outline of a board in the plane across its run's other axis. The points run anticlockwise for
/// distance × height.
std::vector<OutlinePoint> outline_on(const SlopeLine& line, std::vector<SlopePoint> points) {
    const bool out = line.axis == Axis::z;  // then u is y and v is z
    if ((line.sign < 0) != out) std::ranges::reverse(points);
    std::vector<OutlinePoint> outline;
    for (const SlopePoint& p : points)
        outline.push_back(out ? OutlinePoint{p.y, line.at(p.along)} : OutlinePoint{line.at(p.along), p.y});
    return outline;
}

Axis across(const SlopeLine& line) {
    return line.axis == Axis::x ? Axis::z : Axis::x;
}

/// Of a board's edge, how much is banded once it is cut: an edge that is cut askew is banded as the one that
/// it replaces.
Length banded_of(const BoardSpec& spec) {
    const Length3 size = spec.most - spec.least;
    if (spec.extrusion != spec.thickness_axis) {
        const Length ends = size.along(spec.extrusion);
        return size.y * (spec.edges.front + spec.edges.back) +
               ends * (spec.edges.first_end + spec.edges.second_end);
    }
    Length banded = outline_length(spec.outline);
    const auto upright_side = [&](Length at) {
        Length low = spec.most.y, high = spec.least.y;
        for (const OutlinePoint& p : spec.outline) {
            const auto [side, y] = spec.extrusion == Axis::z ? std::pair(p.u, p.v) : std::pair(p.v, p.u);
            if (side == at) low = std::min(low, y), high = std::max(high, y);
        }
        return std::max(Length{}, high - low);
    };
    const Axis width = spec.extrusion == Axis::z ? Axis::x : Axis::z;
    if (!spec.edges.front) banded -= upright_side(spec.most.along(width));
    if (!spec.edges.back) banded -= upright_side(spec.least.along(width));
    const bool ends = spec.edges.first_end || spec.edges.second_end;
    return ends || spec.edges.front || spec.edges.back ? banded : Length{};
}

/// What the line leaves of the rectangle from `from` to `to` uphill and from `bottom` to `top`, anticlockwise
/// for distance × height.
std::vector<SlopePoint> under(const SlopeLine& line, Length from, Length to, Length bottom, Length top) {
    const auto height = [&](Length along) { return down(line.low + line.tangent * along.mm()); };
    const auto reaches = [&](Length y) { return up((y.mm() - line.low) / line.tangent); };
    const Length start = height(from) > bottom ? from : reaches(bottom);
    std::vector<SlopePoint> points{{start, bottom}, {to, bottom}};
    if (height(to) <= top) {
        points.push_back({to, height(to)});
    } else {
        points.push_back({to, top});
        const Length meets = std::max(reaches(top), start + Length{1});
        if (meets < to) points.push_back({meets, top});
    }
    if (start == from) points.push_back({from, height(from)});
    return points;
}

/// Of fronts under the upper face of a top that slopes. A door hung on its high side carries its inner corner
/// downhill by its thickness t, under a ceiling that is lower there by t·tan: square to it t·sin.
Length front_reveal(const Construction& c, const SlopeLine& line, Length thickness) {
    const Length lost = up(thickness.mm() * line.tangent / std::hypot(1.0, line.tangent));
    return c.front_reveal + std::max(Length{}, lost - c.slope_clearance);
}

BoardSpec top_board(const BayBuilder& bay, std::string_view stem) {
    const Builder& b = bay.builder;
    BoardSpec spec{.name = bay.name(stem),
                   .kind = PartKind::top,
                   .finish = b.finish_or(bay.bay().finish, b.finish.carcase),
                   .thickness = b.layout.carcase_thickness,
                   .bay = bay.index,
                   .extrusion = across(bay.at.cut->line)};
    const Length joint = b.book.construction.joint_clearance;
    spec.least = {bay.at.left + joint, {}, bay.at.back};
    spec.most = {bay.at.right - joint, {}, bay.at.front};
    return spec;
}

/// Of a top's front edge, where the piece reaches it: all along a slope beside the cabinet.
Length top_banding(const SlopeLine& line, const BoardSpec& spec, SlopePoint from, SlopePoint to) {
    if (line.axis == Axis::x)
        return Length::nearest_mm(std::hypot((to.along - from.along).mm(), (to.y - from.y).mm()));
    const Length front = line.distance(spec.most.z);
    return from.along == front || to.along == front ? spec.most.x - spec.least.x : Length{};
}

}  // namespace

Length SlopeLine::lowest(Length a, Length b) const {
    return down(std::min(height(a), height(b)));
}
Length SlopeLine::highest(Length a, Length b) const {
    return down(std::max(height(a), height(b)));
}

double SlopeLine::upright(Length thickness) const {
    return thickness.mm() * std::hypot(1.0, tangent);
}

SlopeLine SlopeLine::lowered(Length by) const {
    SlopeLine line = *this;
    line.low -= upright(by);
    return line;
}

SlopeLine room_slope(const Slope& slope, Length left, Length right, Length depth) {
    SlopeLine line;
    const bool back = slope.side == Slope::Side::back;
    line.axis = back ? Axis::z : Axis::x;
    line.sign = slope.side == Slope::Side::right ? -1 : 1;
    line.zero = back ? Length{} : line.sign > 0 ? left : right;
    const double span = (back ? depth : right - left).mm();
    line.tangent = slope.angle ? tangent_of(*slope.angle) : (slope.high->mm() - slope.low->mm()) / span;
    line.low = slope.low ? slope.low->mm() : slope.high->mm() - line.tangent * span;
    if (line.tangent < 0) line.tangent = -line.tangent, line.sign = -line.sign;
    return line;
}

SlopeLine in_frame(SlopeLine line, const Frame& frame) {
    const int quarters = ((frame.yaw.hundredths / 9000) % 4 + 4) % 4;
    const bool along_x = line.axis == Axis::x;
    // After so many quarter turns world X grows with x, z, -x and -z; world Z with z, -x, -z and x.
    const Length origin = along_x ? frame.origin.x : frame.origin.z;
    const bool turned = quarters % 2 == 1;
    const bool negative = along_x ? quarters == 2 || quarters == 3 : quarters == 1 || quarters == 2;
    const Length zero = line.zero - origin;
    line.axis = along_x != turned ? Axis::x : Axis::z;
    line.zero = negative ? -zero : zero;
    if (negative) line.sign = -line.sign;
    return line;
}

void fit_under_slope(const Construction& c, const Layout& layout, const SlopeLine& limit, Length depth,
                     BayLayout& at) {
    const Length thickness = layout.carcase_thickness;
    const bool out = limit.axis == Axis::z;
    const auto [low_end, high_end] =
        std::minmax({limit.distance(out ? at.back : at.left), limit.distance(out ? at.front : at.right)});
    const auto height = [](const SlopeLine& line, Length along) {
        return line.low + line.tangent * along.mm();
    };
    SlopeLine line = limit;
    const double lowest = height(limit, low_end), run = (at.top.mm() - lowest) / limit.tangent,
                 span = (high_end - low_end).mm();
    if (lowest < at.top.mm()) {
        at.lowered = true;
        if (run < std::min(c.slope_least.mm(), span)) {
            at.top = down(lowest);
            at.ceiling = at.top - thickness;
        } else {
            if (run < span && span - run < c.slope_least.mm())
                line.low -= height(limit, high_end) - at.top.mm();
            const bool flat = run < span && span - run >= c.slope_least.mm();
            at.cut = {line, flat};
            at.ceiling = down(height(line, low_end)) - up(line.upright(thickness));
        }
    }
    at.shelf_ceiling = at.ceiling;
    if (at.cut && out && line.sign > 0) {
        const Length under = line.lowest(at.front - c.slope_shelf, at.front);
        at.shelf_ceiling =
            std::max(at.ceiling, std::min(at.top - thickness, under - up(line.upright(thickness))));
    }
    // A front reaches over the uprights beside it, and stands before the carcase.
    const Length reached = out ? line.lowest(at.front, depth) : line.highest(at.front_left, at.front_right);
    if (at.cut && !at.cut->flat) at.top = std::min(at.top, down(height(line, high_end)));
    const Length front_top = at.cut && !at.cut->flat ? reached : std::min(at.top, reached);
    at.front_top = std::min(at.front_top, front_top - c.front_reveal);
    if (!out) at.front_line = line.lowered(front_reveal(c, line, layout.front_thickness));
}

bool cut_under(const SlopeLine& line, BoardSpec& spec) {
    const Length a = spec.least.along(line.axis), b = spec.most.along(line.axis);
    const Length lowest = line.lowest(a, b);
    if (lowest >= spec.most.y) return true;
    if (line.highest(a, b) <= spec.least.y + 1_mm) return false;
    if (line.axis == spec.thickness_axis && spec.kind != PartKind::upright) {
        spec.most.y = lowest;
        return spec.most.y > spec.least.y;
    }
    const auto [from, to] = std::minmax({line.distance(a), line.distance(b)});
    spec.outline = outline_on(line, under(line, from, to, spec.least.y, spec.most.y));
    spec.extrusion = across(line);
    spec.banded = banded_of(spec);
    return true;
}

bool above_slope(const BayLayout& at, const Opening& opening) {
    return at.lowered && opening.top && at.floor + *opening.top > shelf_limit(at, opening.shelf);
}

Length shelf_limit(const BayLayout& at, ShelfKind kind) {
    return kind == ShelfKind::slanted || kind == ShelfKind::stack ? at.ceiling : at.shelf_ceiling;
}

Length shelf_back(const BayLayout& at, Length thickness, Length height) {
    if (height <= at.ceiling || !at.cut) return at.back;
    const SlopeLine& line = at.cut->line;
    const double below = (height + kUneven).mm() + line.upright(thickness) - line.low;
    return std::max(at.back, line.at(up(below / line.tangent)));
}

bool follows_slope(const Front& front) {
    return front.style == FrontStyle::slab &&
           (front.kind->id == "left" || front.kind->id == "right" || front.kind->id == "pair");
}

void build_cut_top(BayBuilder& bay) {
    Builder& b = bay.builder;
    const TopCut& cut = *bay.at.cut;
    const SlopeLine& line = cut.line;
    const Length t = b.layout.carcase_thickness, joint = b.book.construction.joint_clearance;
    BoardSpec sloping = top_board(bay, "top");
    const auto [from, to] = std::minmax(
        {line.distance(sloping.least.along(line.axis)), line.distance(sloping.most.along(line.axis))});
    const auto height = [&](Length along) { return down(line.low + line.tangent * along.mm()); };
    const auto reaches = [&](double y) { return up((y - line.low) / line.tangent); };
    const Length thick = Length::nearest_mm(line.upright(t));
    SlopePoint outer{to, height(to)}, inner{to, height(to) - thick};
    if (cut.flat)  // mitred: both meet in the line between their upper and their lower edges
        outer = {reaches(bay.at.top.mm()), bay.at.top},
        inner = {reaches(bay.at.top.mm() - t.mm() + line.upright(t)), bay.at.top - t};
    const SlopePoint upper{from, height(from)}, lower{from, height(from) - thick};
    sloping.outline = outline_on(line, {lower, inner, outer, upper});
    sloping.banded = top_banding(line, sloping, upper, outer);
    b.add(sloping);
    if (!cut.flat) return;
    BoardSpec flat = top_board(bay, "top_flat");
    const SlopePoint far{to, bay.at.top};
    flat.outline = outline_on(
        line, {{inner.along + joint, inner.y}, {to, inner.y}, far, {outer.along + joint, outer.y}});
    flat.banded = top_banding(line, flat, {outer.along + joint, outer.y}, far);
    b.add(flat);
}

}  // namespace maatkast
