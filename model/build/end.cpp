#include <algorithm>
#include <cmath>

#include "model/build/corner.h"
#include "model/build/levels.h"
#include "model/build/outline.h"
#include "model/build/plan.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

/// An open end, walked from its upright outwards; `out` is +1 where that is to the right.
struct OpenEnd {
    BayBuilder& bay;
    int out;
    Length upright;  ///< x of the upright's face that it stands at

    Length x(Length outwards) const { return upright + outwards * out; }
};

struct Clearance {
    Length end, back, front;
};

/// From the upright along the wall, then along the front: rounded as a quarter ellipse or cut at a slant from
/// half the depth.
std::vector<PlanPoint> plan_of(const OpenEnd& e, const Clearance& free) {
    const BayLayout& at = e.bay.at;
    const Length rear = at.back + free.back, wide = at.right - at.left - free.front;
    const Length deep = at.front - free.front - rear;
    if (e.bay.bay().shape == BayShape::end_diagonal) {
        return {{e.x(free.end), rear},
                {e.x(wide), rear},
                {e.x(wide), rear + deep / 3},
                {e.x(wide / 3), rear + deep},
                {e.x(free.end), rear + deep}};
    }
    std::vector<PlanPoint> points{{e.x(free.end), rear}};
    for (const PlanPoint& point : quarter_ellipse({e.x(free.end), rear}, (wide - free.end) * e.out, deep))
        points.push_back(point);
    return points;
}

void add_level(const OpenEnd& e, BoardSpec spec, const Clearance& free) {
    const std::vector<PlanPoint> plan = plan_of(e, free);
    spec.outline = plan_outline(plan);
    // All but the two straight sides at the upright and the wall.
    const Length straight = Length{std::abs((plan[1].x - plan[0].x).tenths)} +
                            Length{std::abs((plan.back().z - plan[0].z).tenths)};
    spec.banded = outline_length(spec.outline) - straight;
    e.bay.builder.add(spec);
}

void build_levels(const OpenEnd& e) {
    const Construction& k = e.bay.builder.book.construction;
    const Clearance dowelled{k.joint_clearance, {}, {}},
        loose{k.joint_clearance, k.joint_clearance, k.shelf_setback};
    for_each_level(e.bay, [&](BoardSpec spec, LevelFit fit) {
        add_level(e, std::move(spec), fit == LevelFit::dowelled ? dowelled : loose);
    });
}

/// From the wall to the foot of the upright: it carries the shelves at the wall. Between the levels, so that
/// it is one piece behind all of them.
void build_back(const OpenEnd& e) {
    Builder& b = e.bay.builder;
    const Construction& k = b.book.construction;
    const Length face = b.layout.back_zone - k.joint_clearance;
    const Length inner = e.upright - b.layout.carcase_thickness / 2 * e.out + k.back_gap / 2 * e.out;
    const Length outer = e.x(e.bay.at.right - e.bay.at.left);
    b.add(BoardSpec{
        .name = e.bay.name("back"),
        .kind = PartKind::back,
        .finish = b.finish_or(e.bay.bay().finish, b.finish.carcase),
        .thickness = e.bay.at.back_thickness,
        .least = {std::min(inner, outer), b.layout.base + k.back_gap, face - e.bay.at.back_thickness},
        .most = {std::max(inner, outer), e.bay.at.top - k.back_gap, face},
        .length_axis = Axis::y,
        .thickness_axis = Axis::z,
        .edges = {.front = true},
        .bay = e.bay.index});
}

/// A plinth of straight pieces from the neighbour's plinth, or beside a kneehole from under the upright, to
/// the wall, or its skirting board.
void build_plinth(const OpenEnd& e) {
    const Builder& b = e.bay.builder;
    const Construction& k = b.book.construction;
    const Length t = b.layout.carcase_thickness, recess = k.plinth_recess;
    const BayLayout& at = e.bay.at;
    const Length wide = at.right - at.left - recess, front = at.front - recess,
                 rear = foot_back(b.book, b.design, b.layout.back_zone);
    const Side inwards = e.out < 0 ? Side::right : Side::left;
    const bool alone = plinth_ends(b.design, static_cast<std::size_t>(e.bay.index), inwards);
    const Length begin = alone ? t - k.plinth_end_setback : t / 2 - k.joint_clearance;
    std::vector<PlanPoint> path{
        {e.x(-begin), front}, {e.x(wide / 2), front}, {e.x(wide), (front + rear) / 2}, {e.x(wide), rear}};
    if (e.out < 0) std::ranges::reverse(path);
    build_plinth_along(e.bay, path);
}

}  // namespace

void build_end(BayBuilder& bay) {
    const bool left = bay.index == 0;
    const OpenEnd e{bay, left ? -1 : 1, left ? bay.at.right : bay.at.left};
    build_levels(e);
    build_back(e);
    build_plinth(e);
}

}  // namespace maatkast
