#include "model/build/corner.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "model/build/kinds.h"
#include "model/build/levels.h"
#include "model/build/plan.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

/// What is kept free around a board of the plan: at its ends, at the back, and behind the front edge.
struct Clearance {
    Length ends, back, front;
};

struct Corner {
    BayBuilder& bay;
    const CornerLayout& at;
    BayShape shape;
    Length back;  ///< depth of the backs' zone on both walls

    const Builder& builder() const { return bay.builder; }
    Length t() const { return bay.builder.layout.carcase_thickness; }
    /// x of the right-hand neighbour's carcase front.
    Length right_front() const { return at.point - at.right_front; }
};

std::vector<PlanPoint> plan_of_l(const Corner& c, const Clearance& free) {
    const Length left = c.at.left_upright + free.ends, right = c.at.point - c.back - free.back;
    const Length rear = c.back + free.back, end = c.at.right_upright - free.ends;
    const Length inner_x = c.right_front() + free.front, inner_z = c.at.left_front - free.front;
    return {{left, rear}, {right, rear}, {right, end}, {inner_x, end}, {inner_x, inner_z}, {left, inner_z}};
}

/// The front edge runs at 45°; set back by s it meets the ends √2·s further in.
std::vector<PlanPoint> plan_of_diagonal(const Corner& c, const Clearance& free) {
    const Length left = c.at.left_upright + free.ends, right = c.at.point - c.back - free.back;
    const Length rear = c.back + free.back, end = c.at.right_upright - free.ends;
    const Length in = Length::nearest_mm(free.front.mm() * std::numbers::sqrt2);
    return {{left, rear},
            {right, rear},
            {right, end},
            {c.right_front() - free.ends + in, end},
            {left, c.at.left_front + free.ends - in}};
}

/// A blind corner is a rectangle along one wall, with an upright of its own against the other.
std::vector<PlanPoint> plan_of_blind(const Corner& c, const Clearance& free) {
    if (c.shape == BayShape::corner_blind_left) {
        const Length left = c.at.left_upright + free.ends, right = c.at.point - c.t() - free.ends;
        const Length rear = c.back + free.back, front = c.at.left_front - free.front;
        return {{left, rear}, {right, rear}, {right, front}, {left, front}};
    }
    const Length left = c.right_front() + free.front, right = c.at.point - c.back - free.back;
    const Length rear = c.t() + free.ends, front = c.at.right_upright - free.ends;
    return {{left, rear}, {right, rear}, {right, front}, {left, front}};
}

std::vector<PlanPoint> plan_of(const Corner& c, const Clearance& free) {
    if (c.shape == BayShape::corner_l) return plan_of_l(c, free);
    return c.shape == BayShape::corner_diagonal ? plan_of_diagonal(c, free) : plan_of_blind(c, free);
}

/// Banded along the front: the sides of the plan that neither stand at an upright nor at a wall.
Length front_edge(const Corner& c, const std::vector<PlanPoint>& plan) {
    const auto side = [&](std::size_t a, std::size_t b) {
        return Length::nearest_mm(std::hypot((plan[b].x - plan[a].x).mm(), (plan[b].z - plan[a].z).mm()));
    };
    if (c.shape == BayShape::corner_l) return side(3, 4) + side(4, 5);
    return c.shape == BayShape::corner_blind_right ? side(3, 0) : side(plan.size() - 2, plan.size() - 1);
}

void add_level(const Corner& c, BoardSpec spec, const Clearance& free) {
    const std::vector<PlanPoint> plan = plan_of(c, free);
    spec.length_axis = c.shape == BayShape::corner_blind_right ? Axis::z : Axis::x;
    if (plan.size() == 4) {
        spec.least.x = plan[0].x, spec.least.z = plan[0].z;
        spec.most.x = plan[2].x, spec.most.z = plan[2].z;
        spec.edges = {.front = true};
    } else {
        spec.outline = plan_outline(plan);
        spec.banded = front_edge(c, plan);
    }
    c.bay.builder.add(spec);
}

void build_levels(const Corner& c) {
    const Construction& k = c.builder().book.construction;
    const Clearance dowelled{k.joint_clearance, {}, {}},
        loose{k.shelf_clearance, k.joint_clearance, k.shelf_setback};
    for_each_level(c.bay, [&](BoardSpec spec, LevelFit fit) {
        add_level(c, std::move(spec), fit == LevelFit::dowelled ? dowelled : loose);
    });
}

/// One back a wall; the one to the right stands before the end of the other. Behind a blind corner's own
/// upright there is none.
void build_backs(const Corner& c) {
    Builder& b = c.bay.builder;
    const Construction& k = b.book.construction;
    if (c.bay.bay().back != Back::panel) return;
    const Length face = c.back - k.joint_clearance, rear = face - c.bay.at.back_thickness;
    const Length low = b.layout.base + k.back_gap, high = c.bay.at.top - k.back_gap;
    BoardSpec spec{.kind = PartKind::back,
                   .finish = b.finish_or(c.bay.bay().finish, b.finish.carcase),
                   .thickness = c.bay.at.back_thickness,
                   .length_axis = Axis::y,
                   .bay = c.bay.index};
    if (c.shape != BayShape::corner_blind_right) {
        spec.name = c.bay.name("back_left");
        spec.thickness_axis = Axis::z;
        spec.least = {c.at.left_upright - c.t() / 2 + k.back_gap / 2, low, rear};
        spec.most = {c.at.point - k.back_gap, high, face};
        b.add(spec);
    }
    if (c.shape != BayShape::corner_blind_left) {
        const bool alone = c.shape == BayShape::corner_blind_right;
        spec.name = c.bay.name("back_right");
        spec.thickness_axis = Axis::x;
        spec.least = {c.at.point - face, low, alone ? k.back_gap : c.back + k.joint_clearance};
        spec.most = {c.at.point - rear, high, c.at.right_upright + c.t() / 2 - k.back_gap / 2};
        b.add(spec);
    }
}

/// The upright of a blind corner against the wall that it ends at.
void build_wall_upright(const Corner& c) {
    Builder& b = c.bay.builder;
    BoardSpec spec{.name = c.bay.name("upright"),
                   .kind = PartKind::upright,
                   .finish = b.finish_or(c.bay.bay().finish, b.finish.carcase),
                   .thickness = c.t(),
                   .length_axis = Axis::y,
                   .edges = {.front = true, .first_end = true, .second_end = true},
                   .bay = c.bay.index};
    if (c.shape == BayShape::corner_blind_left) {
        spec.thickness_axis = Axis::x;
        spec.least = {c.at.point - c.t(), b.layout.base, c.back};
        spec.most = {c.at.point, c.bay.at.top, c.at.left_front};
    } else {
        spec.thickness_axis = Axis::z;
        spec.least = {c.right_front(), b.layout.base, {}};
        spec.most = {c.at.point - c.back, c.bay.at.top, c.t()};
    }
    b.add(spec);
}

/// A blind corner's fixed front panel, in the plane of its own fronts, and the filler between it and the
/// neighbour's first upright, in the plane of the neighbour's.
void build_blind_panels(const Corner& c) {
    Builder& b = c.bay.builder;
    const Construction& k = b.book.construction;
    if (!b.layout.has_fronts) return;
    const bool left = c.shape == BayShape::corner_blind_left;
    const Length t = c.t(), thickness = b.layout.front_thickness, overlay = (t - k.front_gap) / 2;
    const Length behind_left = c.at.left_front + b.layout.front_back,
                 behind_right = c.at.right_front + b.layout.front_back;
    const Length low = c.bay.at.front_bottom, high = c.bay.at.front_top;
    BoardSpec across{.name = c.bay.name(left ? "blind_panel" : "filler"),
                     .kind = PartKind::filler,
                     .finish = facing_of(b).finish,
                     .thickness = thickness,
                     .length_axis = Axis::y,
                     .thickness_axis = Axis::z,
                     .edges = {.front = true, .back = true, .first_end = true, .second_end = true},
                     .bay = c.bay.index};
    BoardSpec along = across;
    along.name = c.bay.name(left ? "filler" : "blind_panel");
    along.thickness_axis = Axis::x;
    const Length inner_x = c.at.point - behind_right, inner_z = behind_left;
    const Length reached_x =
        c.at.left_upright + (left ? c.bay.bay().width + overlay + k.front_gap : -overlay);
    const Length reached_z =
        c.at.right_upright - (left ? -overlay : c.bay.bay().width + overlay + k.front_gap);
    // The plane across the left wall's bays, and the one along the right wall's; the latter stands in front.
    across.least = {reached_x, low, behind_left};
    across.most = {inner_x - (left ? Length{} : thickness + k.front_gap), high, behind_left + thickness};
    along.least = {inner_x - thickness, low, inner_z + (left ? thickness + k.front_gap : Length{})};
    along.most = {inner_x, high, reached_z};
    b.add(across);
    b.add(along);
}

/// Goes on where the neighbours' plinths end: in the middle under the uprights. Beside a kneehole and at the
/// end of the whole it ends itself.
void build_plinth(const Corner& c) {
    const Builder& b = c.builder();
    const Construction& k = b.book.construction;
    const auto beyond = [&](Side side) {
        return plinth_ends(b.design, c.at.bay, side) ? c.t() - k.plinth_end_setback
                                                     : c.t() / 2 - k.joint_clearance;
    };
    const Length start = c.at.left_upright - beyond(Side::left),
                 end = c.at.right_upright + beyond(Side::right);
    const Length z = c.at.left_front - k.plinth_recess, x = c.right_front() + k.plinth_recess;
    const Length slant = Length::nearest_mm(k.plinth_recess.mm() * std::tan(std::numbers::pi / 8));
    std::vector<PlanPoint> path{{start, z}, {x, z}, {x, end}};
    if (c.shape == BayShape::corner_diagonal)
        path = {{start, z}, {c.at.left_upright + slant, z}, {x, c.at.right_upright - slant}, {x, end}};
    build_plinth_along(c.bay, path);
}

/// Feet where no upright stands: under the corner of the walls and under the corner of the front; one between
/// them where the corner is too shallow for both.
void build_feet(const Corner& c) {
    Builder& b = c.bay.builder;
    const Construction& k = b.book.construction;
    if (b.design.base.kind == BaseKind::hung) return;
    const bool legs = b.design.base.kind == BaseKind::legs;
    const std::uint16_t model = legs ? b.fittings.leg : b.fittings.foot;
    const Length3 size = b.book.models[model].size;
    const Length in = k.foot_inset + k.plinth_recess + k.plinth_thickness;
    const Length rear = std::max(c.back + k.foot_inset, foot_back(b.book, b.design, c.back) + size.x / 2);
    std::vector<PlanPoint> places{{c.at.point - rear, rear}, {c.right_front() + in, c.at.left_front - in}};
    const Length apart_x = places[0].x - places[1].x, apart_z = places[1].z - places[0].z;
    if (apart_x < size.x + k.foot_inset && apart_z < size.z + k.foot_inset)
        places = {{places[1].x + apart_x / 2, places[1].z - apart_z / 2}};
    int number = 0;
    for (const PlanPoint& place : places) {
        const Length x = place.x - size.x / 2, z = place.z - size.z / 2;
        b.add(ModelSpec{.name = c.bay.name(legs ? "leg" : "foot", number++),
                        .kind = legs ? PartKind::leg : PartKind::foot,
                        .model = model,
                        .article = legs ? b.fittings.leg_article : b.fittings.foot_article,
                        .least = {x, {}, z},
                        .most = {x + size.x, b.layout.base - k.joint_clearance, z + size.z},
                        .bay = c.bay.index});
    }
}

/// The frame of a diagonal front: its origin at the front edge of the left upright's inner face.
Frame diagonal_frame(const Corner& c) {
    const RunLayout& run = c.builder().layout.runs[c.bay.at.run];
    Length3 at{c.at.left_upright, {}, c.at.left_front};
    for (std::int32_t turns = run.frame.yaw.hundredths / 9000 & 3; turns > 0; --turns)
        at = {at.z, at.y, -at.x};
    return {run.frame.origin + at, {run.frame.yaw.hundredths - 4500}, {}};
}

bool holds_interiors(BayShape shape) {
    return shape == BayShape::corner_blind_left || shape == BayShape::corner_blind_right;
}

/// Fronts and interiors, in the axes that BayLayout was fitted to.
void build_contents(const Corner& c) {
    Builder& b = c.bay.builder;
    if (c.shape == BayShape::corner_diagonal) b.stand_in(b.add(diagonal_frame(c)));
    if (holds_interiors(c.shape)) {
        b.stand_in_run(c.bay.at.run);
        const auto& openings = c.bay.bay().openings;
        for (std::int32_t i = 0; i < static_cast<std::int32_t>(openings.size()); ++i)
            if (c.bay.opening(i).exists) openings[static_cast<std::size_t>(i)].interior.kind->build(c.bay, i);
    }
    const auto& fronts = c.bay.bay().fronts;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(fronts.size()); ++i) {
        const FrontKind& kind = *fronts[static_cast<std::size_t>(i)].kind;
        if (c.shape != BayShape::corner_l || kind.folds) kind.build(c.bay, i);
    }
}

}  // namespace

void build_corner(BayBuilder& bay, const CornerLayout& corner) {
    const Corner c{bay, corner, bay.bay().shape, bay.builder.layout.back_zone};
    bay.builder.stand_in_run(bay.builder.layout.uprights[corner.bay].run);
    build_levels(c);
    build_backs(c);
    build_plinth(c);
    build_feet(c);
    if (holds_interiors(c.shape)) {
        build_wall_upright(c);
        build_blind_panels(c);
    }
    build_contents(c);
}

}  // namespace maatkast
