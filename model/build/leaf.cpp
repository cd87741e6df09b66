#include "model/build/leaf.h"

#include <algorithm>
#include <optional>

#include "model/build/face.h"
#include "model/build/hinge_place.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

constexpr Length kCupToEdge = 22.5_mm;  // Ø35 cup, 5 mm from the edge of the door
constexpr Length kArmBehindFront = 8_mm;
constexpr Length kUnderHinge = 50_mm;   // from the edge of a door, or the upright, to the far side of a hinge
constexpr Length kCatchInside = 14_mm;  // middle of a push-to-open bolt to the edge it works at

/// The top of the bay; where it slopes: as much of it as stands over the hinges.
HingeObstacle top_obstacle(const BayBuilder& bay, HingeSide side, Length to_panel) {
    const Length t = bay.builder.layout.carcase_thickness;
    if (!bay.at.cut) return {bay.at.top - t + t / 2, to_panel};
    const SlopeLine& line = bay.at.cut->line;
    const bool out = line.axis == Axis::z, left = side == HingeSide::left;
    const Length arm = bay.builder.book.models[bay.builder.fittings.arm].size.z + kArmBehindFront;
    const Length edge = out ? bay.at.front : left ? bay.at.left : bay.at.right;
    const Length inner = edge + (out ? -arm : left ? kUnderHinge : -kUnderHinge);
    const Length high = std::min(bay.at.top, line.highest(edge, inner));
    const Length low =
        std::min(bay.at.top - t, line.lowest(edge, inner) - Length::nearest_mm(line.upright(t)));
    return {low + (high - low) / 2, to_panel + (high - low - t) / 2 + Length{1}};
}

/// The bay's bottom and top, which end in the plane that the cups reach behind, and its shelves, which stand
/// back so far that only the arms' plates meet them.
std::vector<HingeObstacle> obstacles_in(const BayBuilder& bay, HingeSide side) {
    const Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const auto distance = [&](std::uint16_t model, Length thickness) {
        const Length height = b.book.models[model].size.y;
        return (height - height / 2) + (thickness - thickness / 2) + c.joint_clearance;
    };
    const Length t = b.layout.carcase_thickness, shelf = b.layout.shelf_thickness;
    const Length to_panel = distance(b.fittings.cup, t);
    const Length to_shelf = std::max(c.hinge_to_shelf, distance(b.fittings.arm, shelf));
    std::vector<HingeObstacle> obstacles{{bay.at.floor - t / 2, to_panel}, top_obstacle(bay, side, to_panel)};
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

/// How high a front reaches everywhere beside one of its upright edges, to this far from it.
Length straight_top(const BayBuilder& bay, Length edge, Length inwards) {
    return bay.at.front_line ? bay.at.front_line->lowest(edge, edge + inwards) : kLongest;
}

/// On the upright.
void add_arm(const HingedLeaf& leaf, int number, Length y, std::uint16_t article) {
    Builder& b = leaf.bay.builder;
    const Length3 arm = b.book.models[b.fittings.arm].size;
    const Length joint = b.book.construction.joint_clearance;
    const Length x = leaf.left() ? leaf.bay.at.left + joint : leaf.bay.at.right - joint - arm.x;
    const Length z = leaf.bay.at.front - kArmBehindFront - arm.z;
    PartName name = leaf.name("_arm");
    name += number;
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::hinge_arm,
                    .model = b.fittings.arm,
                    .article = article,
                    .least = {x, y - arm.y / 2, z},
                    .most = {x + arm.x, y - arm.y / 2 + arm.y, z + arm.z},
                    .turn = leaf.left() ? 0 : 2,
                    .bay = leaf.bay.index});
}

/// From the axis of a leaf at the end of the whole to a stop before the wall there; nothing where none is, or
/// where the leaf hangs at an angle to it.
std::optional<Length> free_beside(const HingedLeaf& leaf) {
    const Builder& b = leaf.bay.builder;
    const Side side = leaf.left() ? Side::left : Side::right;
    const UprightLayout& upright = leaf.left() ? b.layout.uprights.front() : b.layout.uprights.back();
    if (!against_wall(b.design, side) || leaf.bay.at.diagonal || leaf.bay.at.run != upright.run) return {};
    const Length inside = leaf.left() ? leaf.field.left - upright.left
                                      : upright.left + b.layout.carcase_thickness - leaf.field.right;
    return std::max(Length{},
                    inside + beside_end(b.book, b.design, side) - b.book.construction.corner_clearance);
}

/// How far a leaf opens, and the arms that it needs for that.
struct Swing {
    Angle limit;
    std::uint16_t arm_article;
};

/// At the end of the run a leaf opens as far as its hinge allows, or up to a stop before the wall: a clip in
/// each of its arms. At a shared upright it stays on its own side with its handle, so that everything can
/// stand open at once.
Swing swing_of(const HingedLeaf& leaf, const Handle* handle) {
    const Builder& b = leaf.bay.builder;
    const Swing full{b.book.construction.hinge_opening, b.fittings.arm_article};
    const bool end = leaf.at_end();
    const std::optional<Length> beside = end ? free_beside(leaf) : Length{};
    if (!beside) return full;
    const Angle limit = limit_by_handle(b.book, handle, handle_place(leaf), *beside);
    if (limit >= full.limit) return full;
    return {limit, end ? b.book.article("hinge.arm_stop") : full.arm_article};
}

}  // namespace

std::vector<Length> hinge_heights(const HingedLeaf& leaf, int count) {
    const BayBuilder& bay = leaf.bay;
    const Builder& b = bay.builder;
    const HingeSide side = leaf.side;
    FrontField field = leaf.field;
    field.top = std::min(field.top, straight_top(bay, side == HingeSide::left ? field.left : field.right,
                                                 side == HingeSide::left ? kUnderHinge : -kUnderHinge));
    const Length first = std::min(b.book.construction.hinge_first, (field.top - field.bottom) / 4);
    const Length half_cup = b.book.models[b.fittings.cup].size.y / 2;
    const std::vector<HingeObstacle> obstacles = obstacles_in(bay, side);
    const auto clear = [&](Length wished) {
        return nearest_clear(wished, obstacles, field.bottom + half_cup, field.top - half_cup);
    };
    const Length lowest = clear(field.bottom + first), highest = clear(field.top - first);
    std::vector<Length> heights{lowest};
    for (int i = 1; i + 1 < count; ++i)
        heights.push_back(clear(lowest + (highest - lowest) * i / (count - 1)));
    if (count > 1) heights.push_back(highest);
    return heights;
}

double add_face(const HingedLeaf& leaf, LeafKind kind) {
    Builder& b = leaf.bay.builder;
    const Front& front = leaf.bay.front(leaf.front);
    const std::uint16_t finish = b.finish_or(front.finish, b.finish.fronts);
    const std::size_t made = build_face(b, {.leaf = kind,
                                            .stem = leaf.name(""),
                                            .slab = leaf.name("_door"),
                                            .style = front.style,
                                            .finish = finish,
                                            .field = leaf.field,
                                            .back = leaf.back,
                                            .thickness = leaf.face - leaf.back,
                                            .bay = leaf.bay.index,
                                            .opener = leaf.opener,
                                            .front = leaf.front,
                                            .veneer = leaf.bay.veneer(front, finish),
                                            .line = leaf.bay.at.front_line});
    return b.out.leaves[made].mass;
}

void add_cup(const HingedLeaf& leaf, int number, Length y, std::uint16_t article) {
    Builder& b = leaf.bay.builder;
    const Length3 cup = b.book.models[b.fittings.cup].size;
    const Length back = leaf.back - b.book.construction.joint_clearance;
    const Length x = leaf.left() ? leaf.field.left + kCupToEdge : leaf.field.right - kCupToEdge;
    PartName name = leaf.name("_cup");
    name += number;
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::hinge_cup,
                    .model = b.fittings.cup,
                    .article = article,
                    .least = {x - cup.x / 2, y - cup.y / 2, back - cup.z},
                    .most = {x - cup.x / 2 + cup.x, y - cup.y / 2 + cup.y, back},
                    .turn = leaf.left() ? 0 : 2,
                    .bay = leaf.bay.index,
                    .opener = leaf.opener});
}

void add_hinges(const HingedLeaf& leaf, int count, std::uint16_t arm_article) {
    int number = 0;
    for (const Length y : hinge_heights(leaf, count)) {
        add_cup(leaf, number, y, leaf.bay.builder.fittings.cup_article);
        add_arm(leaf, number++, y, arm_article);
    }
}

HandlePlace handle_place(const HingedLeaf& leaf) {
    HandlePlace place{.stem = leaf.name(""),
                      .field = leaf.field,
                      .face = leaf.face,
                      .edge = leaf.free_edge(),
                      .bay = leaf.bay.index,
                      .opener = leaf.opener};
    const Length x = leaf.left() ? std::min(leaf.field.right, leaf.bay.at.right) - kCatchInside
                                 : std::max(leaf.field.left, leaf.bay.at.left) + kCatchInside;
    if (const auto reach = leaf.bay.reach(leaf.bay.front(leaf.front)))
        place_catch(place, leaf.bay, x, leaf.bay.at.cut ? reach->first : reach->last,
                    leaf.bay.at.cut ? BoardAt::under : BoardAt::over);
    place.field.top =
        std::min(place.field.top, straight_top(leaf.bay, leaf.left() ? leaf.field.right : leaf.field.left,
                                               leaf.left() ? -kUnderHinge : kUnderHinge));
    return place;
}

Opener opener_of(const HingedLeaf& leaf, Angle limit) {
    return {.name = leaf.name(""),
            .kind = OpenerKind::hinge,
            .axis = Axis::y,
            .sign = static_cast<std::int8_t>(leaf.left() ? -1 : 1),
            .bay = leaf.bay.index,
            .front = leaf.front,
            .pivot = {leaf.left() ? leaf.field.left : leaf.field.right, leaf.field.bottom, leaf.face},
            .limit = limit};
}

int hinges_of(const HingedLeaf& leaf, double mass) {
    const Book& book = leaf.bay.builder.book;
    const FrontField& f = leaf.field;
    return hinges_needed(book, mass, f.top - f.bottom, f.right - f.left)
        .value_or(book.hinges_by_mass.back().hinges);
}

HingedLeaf leaf_in(BayBuilder& bay, std::int32_t front, const FrontField& field, HingeSide side,
                   std::string_view suffix) {
    const Length back = bay.front_back();
    HingedLeaf leaf{bay, front, field, side, suffix, -1, back, back + bay.builder.layout.front_thickness};
    if (bay.at.front_line)  // each of a pair is as high as its higher edge
        leaf.field.top = std::min(field.top, bay.at.front_line->highest(field.left, field.right));
    return leaf;
}

void build_leaf(BayBuilder& bay, std::int32_t front, const FrontField& field, HingeSide side,
                std::string_view suffix) {
    Builder& b = bay.builder;
    if (!field.exists()) return;
    const Handle* handle = handle_of(b, bay.front(front));
    HingedLeaf leaf = leaf_in(bay, front, field, side, suffix);
    leaf.field = less_grip(handle, leaf.field, leaf.free_edge());
    const Swing swing = swing_of(leaf, handle);
    leaf.opener = b.add(opener_of(leaf, swing.limit));
    add_hinges(leaf, hinges_of(leaf, add_face(leaf, LeafKind::door)), swing.arm_article);
    add_handle(b, handle, handle_place(leaf));
}

}  // namespace maatkast
