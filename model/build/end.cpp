#include <algorithm>
#include <cmath>

#include "model/build/corner.h"
#include "model/build/outline.h"
#include "model/build/plan.h"

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

void add_level(const OpenEnd& e, BoardSpec spec, const Clearance& free, Length bottom, Length top) {
    const std::vector<PlanPoint> plan = plan_of(e, free);
    spec.least.y = bottom;
    spec.most.y = top;
    spec.bay = e.bay.index;
    spec.outline = plan_outline(plan);
    // All but the two straight sides at the upright and the wall.
    const Length straight = Length{std::abs((plan[1].x - plan[0].x).tenths)} +
                            Length{std::abs((plan.back().z - plan[0].z).tenths)};
    spec.banded = outline_length(spec.outline) - straight;
    e.bay.builder.add(spec);
}

void build_levels(const OpenEnd& e) {
    const Builder& b = e.bay.builder;
    const Construction& k = b.book.construction;
    const Length t = b.layout.carcase_thickness;
    for (const bool top : {false, true}) {
        const Length low = top ? e.bay.at.ceiling : b.layout.base;
        add_level(e,
                  BoardSpec{.name = e.bay.name(top ? "top" : "bottom"),
                            .kind = top ? PartKind::top : PartKind::bottom,
                            .finish = b.finish_or(e.bay.bay().finish, b.finish.carcase),
                            .thickness = t},
                  {k.joint_clearance, {}, {}}, low, low + t);
    }
    const auto& openings = e.bay.bay().openings;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(openings.size()); ++i) {
        const Opening& opening = openings[static_cast<std::size_t>(i)];
        if (!opening.top || !e.bay.opening(i).exists) continue;
        const Length top = e.bay.at.floor + *opening.top;
        const std::uint16_t group = b.finish_or(e.bay.bay().finish, b.finish.shelves);
        add_level(e,
                  BoardSpec{.name = e.bay.name("shelf", i),
                            .kind = PartKind::shelf,
                            .finish = b.finish_or(opening.shelf_finish, group),
                            .thickness = b.layout.shelf_thickness,
                            .opening = i},
                  {k.joint_clearance, k.joint_clearance, k.shelf_setback}, top - b.layout.shelf_thickness,
                  top);
    }
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
        .most = {std::max(inner, outer), e.bay.bay().height - k.back_gap, face},
        .length_axis = Axis::y,
        .thickness_axis = Axis::z,
        .edges = {.front = true},
        .bay = e.bay.index});
}

/// A plinth of straight pieces from the neighbour's plinth to the wall.
void build_plinth(const OpenEnd& e) {
    Builder& b = e.bay.builder;
    const Construction& k = b.book.construction;
    if (b.design.base.kind != BaseKind::plinth) return;
    const Length t = b.layout.carcase_thickness, recess = k.plinth_recess;
    const BayLayout& at = e.bay.at;
    const Length wide = at.right - at.left - recess, front = at.front - recess, rear = b.layout.back_zone;
    const Length begin = e.out > 0 ? t / 2 - k.joint_clearance : t / 2;
    std::vector<PlanPoint> path{
        {e.x(-begin), front}, {e.x(wide / 2), front}, {e.x(wide), (front + rear) / 2}, {e.x(wide), rear}};
    if (e.out < 0) std::ranges::reverse(path);
    int number = 0;
    for (auto& outline : mitred_path(path, k.plinth_thickness, k.joint_clearance)) {
        const Length length = outline_length(outline) / 2;
        const Axis along = main_direction(path, static_cast<std::size_t>(number));
        b.add(BoardSpec{.name = e.bay.name("plinth", number++),
                        .kind = PartKind::plinth,
                        .finish = b.finish.carcase,
                        .thickness = k.plinth_thickness,
                        .most = {{}, b.layout.base - k.joint_clearance, {}},
                        .length_axis = along,
                        .thickness_axis = along == Axis::x ? Axis::z : Axis::x,
                        .bay = e.bay.index,
                        .outline = std::move(outline),
                        .banded = length});
    }
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
