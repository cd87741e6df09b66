#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "model/build/builder.h"

namespace maatkast {
namespace {

constexpr Length kCupToEdge = 22.5_mm;  // Ø35 cup, 5 mm from the edge of the door
constexpr Length kArmBehindFront = 8_mm;

/// A horizontal board beside the hinges, and how far from its middle a hinge's middle must stay.
struct Obstacle {
    Length middle, distance;
    bool clear_of(Length y) const { return y - middle >= distance || middle - y >= distance; }
};

/// The bay's bottom and top, which end in the plane that the cups reach behind, and its shelves, which stand
/// back so far that only the arms' plates meet them.
std::vector<Obstacle> obstacles_in(const BayBuilder& bay) {
    const Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const auto distance = [&](std::uint16_t model, Length thickness) {
        const Length height = b.book.models[model].size.y;
        return (height - height / 2) + (thickness - thickness / 2) + c.joint_clearance;
    };
    const Length t = b.layout.carcase_thickness, shelf = b.layout.shelf_thickness;
    const Length to_panel = distance(b.fittings.cup, t);
    const Length to_shelf = std::max(c.hinge_to_shelf, distance(b.fittings.arm, shelf));
    std::vector<Obstacle> obstacles{{bay.at.floor - t / 2, to_panel}, {bay.at.ceiling + t / 2, to_panel}};
    const auto& openings = bay.bay().openings;
    for (std::size_t k = 0; k + 1 < openings.size(); ++k)
        if (openings[k].top && bay.opening(static_cast<std::int32_t>(k)).exists) {
            const Length face = bay.at.floor + *openings[k].top;
            if (openings[k].shelf == ShelfKind::stack) {
                obstacles.push_back({face - t / 2, to_panel});
                obstacles.push_back({face - t - c.joint_clearance - t / 2, to_panel});
            } else {
                obstacles.push_back({face - shelf / 2, to_shelf});
            }
        }
    return obstacles;
}

/// The height nearest to the wished one that is clear of every obstacle; the wished one where there is none.
Length nearest_clear(Length wished, const std::vector<Obstacle>& obstacles, Length lowest, Length highest) {
    std::optional<Length> best;
    const auto away = [wished](Length y) { return std::max(y - wished, wished - y); };
    const auto consider = [&](Length y) {
        if (y < lowest || y > highest || (best && away(*best) <= away(y))) return;
        if (std::ranges::all_of(obstacles, [y](const Obstacle& o) { return o.clear_of(y); })) best = y;
    };
    consider(wished);
    for (const Obstacle& obstacle : obstacles) {
        consider(obstacle.middle + obstacle.distance);
        consider(obstacle.middle - obstacle.distance);
    }
    return best.value_or(wished);
}

/// Even between the outermost hinges, then moved off the boards that stand in the way of a hinge's arm, as
/// far as the cup stays within the door.
std::vector<Length> hinge_heights(const BayBuilder& bay, const FrontField& field, int count) {
    const Builder& b = bay.builder;
    const Length first = std::min(b.book.construction.hinge_first, (field.top - field.bottom) / 4);
    const Length lowest = field.bottom + first, highest = field.top - first;
    const Length half_cup = b.book.models[b.fittings.cup].size.y / 2;
    const std::vector<Obstacle> obstacles = obstacles_in(bay);
    std::vector<Length> heights;
    for (int i = 0; i < count; ++i)
        heights.push_back(nearest_clear(lowest + (highest - lowest) * i / std::max(1, count - 1), obstacles,
                                        field.bottom + half_cup, field.top - half_cup));
    return heights;
}

struct Leaf {
    BayBuilder& bay;
    std::int32_t front;
    FrontField field;
    HingeSide side;
    std::string_view suffix;
    std::int32_t opener;
    Length back, face;  ///< z of the panel

    PartName name(std::string_view stem) const {
        PartName name = bay.name("front", front);
        name += suffix;
        name += stem;
        return name;
    }
    bool left() const { return side == HingeSide::left; }
};

double add_panel(const Leaf& leaf, std::uint16_t finish) {
    Builder& b = leaf.bay.builder;
    const double before = b.out.mass;
    b.add(BoardSpec{.name = leaf.name("_door"),
                    .kind = PartKind::door,
                    .finish = finish,
                    .thickness = b.layout.front_thickness,
                    .least = {leaf.field.left, leaf.field.bottom, leaf.back},
                    .most = {leaf.field.right, leaf.field.top, leaf.face},
                    .length_axis = Axis::y,
                    .thickness_axis = Axis::z,
                    .edges = {.front = true, .back = true, .first_end = true, .second_end = true},
                    .bay = leaf.bay.index,
                    .opener = leaf.opener});
    return b.out.mass - before;
}

void add_hinges(const Leaf& leaf, int count) {
    Builder& b = leaf.bay.builder;
    const Length3 cup = b.book.models[b.fittings.cup].size, arm = b.book.models[b.fittings.arm].size;
    const Length joint = b.book.construction.joint_clearance;
    const Length cup_x = leaf.left() ? leaf.field.left + kCupToEdge : leaf.field.right - kCupToEdge;
    const Length arm_x = leaf.left() ? leaf.bay.at.left + joint : leaf.bay.at.right - joint - arm.x;
    const Length arm_z = leaf.bay.at.front - kArmBehindFront - arm.z;
    int number = 0;
    for (const Length y : hinge_heights(leaf.bay, leaf.field, count)) {
        PartName cup_name = leaf.name("_cup"), arm_name = leaf.name("_arm");
        cup_name += number;
        arm_name += number++;
        b.add(ModelSpec{.name = cup_name,
                        .kind = PartKind::hinge_cup,
                        .model = b.fittings.cup,
                        .article = b.fittings.cup_article,
                        .least = {cup_x - cup.x / 2, y - cup.y / 2, leaf.back - joint - cup.z},
                        .most = {cup_x - cup.x / 2 + cup.x, y - cup.y / 2 + cup.y, leaf.back - joint},
                        .turn = leaf.left() ? 0 : 2,
                        .bay = leaf.bay.index,
                        .opener = leaf.opener});
        b.add(ModelSpec{.name = arm_name,
                        .kind = PartKind::hinge_arm,
                        .model = b.fittings.arm,
                        .article = b.fittings.arm_article,
                        .least = {arm_x, y - arm.y / 2, arm_z},
                        .most = {arm_x + arm.x, y - arm.y / 2 + arm.y, arm_z + arm.z},
                        .turn = leaf.left() ? 0 : 2,
                        .bay = leaf.bay.index});
    }
}

/// At a comfortable height above the floor where the door reaches it, else as near as its end allows.
void add_handle(const Leaf& leaf) {
    Builder& b = leaf.bay.builder;
    const Handle* handle = b.book.handle(b.design.handle);
    if (!handle || !handle->visible) return;
    const Construction& c = b.book.construction;
    const Length3 size = b.book.models[handle->model].size;
    const Length reach = c.handle_from_end + size.y / 2;
    const Length low = leaf.field.bottom + reach, high = leaf.field.top - reach;
    const Length y =
        low > high ? (leaf.field.bottom + leaf.field.top) / 2 : std::clamp(c.handle_height, low, high);
    const Length x = leaf.left() ? leaf.field.right - handle->from_edge : leaf.field.left + handle->from_edge;
    const Length z = leaf.face + c.joint_clearance;
    b.add(ModelSpec{.name = leaf.name("_handle"),
                    .kind = PartKind::handle,
                    .model = handle->model,
                    .article = handle->article,
                    .least = {x - size.x / 2, y - size.y / 2, z},
                    .most = {x - size.x / 2 + size.x, y - size.y / 2 + size.y, z + size.z},
                    .bay = leaf.bay.index,
                    .opener = leaf.opener});
}

/// At the end of the run a leaf opens as far as its hinge allows. At a shared upright it stays on its own
/// side with its handle, so that everything can stand open at once: the handle, at distance r from the axis
/// and standing out by h, reaches the middle at the angle whose tangent is r/h.
Angle opening_limit(const Leaf& leaf) {
    const Builder& b = leaf.bay.builder;
    const bool end = leaf.left() ? leaf.bay.index == 0
                                 : leaf.bay.index + 1 == static_cast<std::int32_t>(b.design.bays.size());
    if (end) return b.book.construction.hinge_opening;
    const Handle* handle = b.book.handle(b.design.handle);
    if (!handle || !handle->visible) return Angle::of_degrees(90);
    const Length3 size = b.book.models[handle->model].size;
    const double reach = (leaf.field.right - leaf.field.left - handle->from_edge - size.x / 2).mm();
    const double out = (size.z + b.book.construction.joint_clearance).mm();
    const double degrees = std::atan2(reach, out) * 180 / std::numbers::pi;
    return std::min(Angle::of_degrees(static_cast<int>(std::floor(degrees))),
                    b.book.construction.hinge_opening);
}

}  // namespace

void build_leaf(BayBuilder& bay, std::int32_t front, const FrontField& field, HingeSide side,
                std::string_view suffix) {
    Builder& b = bay.builder;
    if (!field.exists()) return;
    const Length back = bay.at.front + b.layout.front_back, face = back + b.layout.front_thickness;
    Leaf leaf{bay, front, field, side, suffix, -1, back, face};
    // The axis lies in the outer front corner: a leaf that turns about it never passes its own edge, so three
    // millimetres between neighbours are enough, as with real concealed hinges.
    leaf.opener = b.add(Opener{.name = leaf.name(""),
                               .kind = OpenerKind::hinge,
                               .axis = Axis::y,
                               .sign = static_cast<std::int8_t>(leaf.left() ? -1 : 1),
                               .bay = bay.index,
                               .front = front,
                               .pivot = {leaf.left() ? field.left : field.right, field.bottom, face},
                               .limit = opening_limit(leaf)});
    const Front& chosen = bay.bay().fronts[static_cast<std::size_t>(front)];
    const double mass = add_panel(leaf, b.finish_or(chosen.finish, b.finish.fronts));
    const int most = b.book.hinges_by_mass.back().hinges;
    add_hinges(
        leaf, hinges_needed(b.book, mass, field.top - field.bottom, field.right - field.left).value_or(most));
    add_handle(leaf);
}

}  // namespace maatkast
