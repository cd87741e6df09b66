#include <algorithm>

#include "model/build/builder.h"
#include "model/build/columns.h"
#include "model/build/face.h"
#include "model/build/handle.h"
#include "model/build/hinge_place.h"
#include "model/build/shelf.h"

namespace maatkast {
namespace {

constexpr Length kCupToEdge = 22.5_mm;  // Ø35 cup, 5 mm from the edge of the flap
constexpr Length kCupHole = 18_mm;      // radius of its hole, and a little
constexpr Length kKnuckle = 5_mm;       // of a hinge, from its middle towards the board it hangs on
constexpr Length kArmBehindFront = 8_mm;
constexpr Length kFittingBehindFront = 5_mm;

struct Flap {
    BayBuilder& bay;
    std::int32_t front;
    FrontField field;
    FlapSide side;
    BayBuilder::Reach reach;
    std::int32_t opener = -1;

    bool up() const { return side == FlapSide::top; }
    FreeEdge free_edge() const { return up() ? FreeEdge::bottom : FreeEdge::top; }
    Length back() const { return bay.front_back(); }
    Length face() const { return back() + bay.builder.layout.front_thickness; }
    /// y of the board that it hangs on: its underside, or its upper face.
    Length board() const { return up() ? reach.highest->top : reach.lowest->bottom; }
    /// Upwards for a flap that hangs at its lower edge.
    Length inwards(Length distance) const { return up() ? -distance : distance; }
    PartName name(std::string_view stem) const {
        PartName name = bay.name("front", front);
        name += stem;
        return name;
    }
};

double add_face(const Flap& flap) {
    Builder& b = flap.bay.builder;
    const Front& front = flap.bay.front(flap.front);
    const std::uint16_t finish = b.finish_or(front.finish, b.finish.fronts);
    const std::size_t made = build_face(b, {.leaf = flap.up() ? LeafKind::flap_up : LeafKind::flap_down,
                                            .stem = flap.name(""),
                                            .slab = flap.name("_door"),
                                            .style = front.style,
                                            .finish = finish,
                                            .field = flap.field,
                                            .back = flap.back(),
                                            .thickness = b.layout.front_thickness,
                                            .bay = flap.bay.index,
                                            .opener = flap.opener,
                                            .front = flap.front,
                                            .veneer = flap.bay.veneer(front, finish)});
    return b.out.leaves[made].mass;
}

/// The middle of the cups: as far from the edge as a door's, but never before the board the flap hangs on.
Length cup_height(const Flap& flap) {
    return flap.up() ? std::min(flap.field.top - kCupToEdge, flap.board() - kKnuckle)
                     : std::max(flap.field.bottom + kCupToEdge, flap.board() + kKnuckle);
}

/// A cup and its arm at x, both turned so that the arm stands on the board.
void add_hinge(const Flap& flap, Length x, int number) {
    Builder& b = flap.bay.builder;
    const Length3 cup = b.book.models[b.fittings.cup].size, arm = b.book.models[b.fittings.arm].size;
    const Length joint = b.book.construction.joint_clearance, y = cup_height(flap);
    const Length plate = flap.board() + flap.inwards(joint),
                 arm_z = flap.bay.at.front - kArmBehindFront - arm.z;
    const Length low = flap.up() ? plate - arm.x : plate;
    const int turn = flap.up() ? 3 : 1;
    PartName cup_name = flap.name("_cup"), arm_name = flap.name("_arm");
    cup_name += number;
    arm_name += number;
    b.add(ModelSpec{.name = cup_name,
                    .kind = PartKind::hinge_cup,
                    .model = b.fittings.cup,
                    .article = b.fittings.cup_article,
                    .least = {x - cup.y / 2, y - cup.x / 2, flap.back() - joint - cup.z},
                    .most = {x - cup.y / 2 + cup.y, y - cup.x / 2 + cup.x, flap.back() - joint},
                    .turn = turn,
                    .bay = flap.bay.index,
                    .opener = flap.opener});
    b.add(ModelSpec{.name = arm_name,
                    .kind = PartKind::hinge_arm,
                    .model = b.fittings.arm,
                    .article = b.fittings.arm_article,
                    .least = {x - arm.y / 2, low, arm_z},
                    .most = {x - arm.y / 2 + arm.y, low + arm.x, arm_z + arm.z},
                    .turn = turn,
                    .bay = flap.bay.index});
}

/// Dividers that end at the board which the flap hangs on.
std::vector<HingeObstacle> dividers_at(const Flap& flap) {
    const Builder& b = flap.bay.builder;
    const std::int32_t opening = flap.up() ? flap.reach.last : flap.reach.first;
    const Length t = b.layout.shelf_thickness, cup = b.book.models[b.fittings.cup].size.y;
    std::vector<HingeObstacle> obstacles;
    for (int i = 1; i < columns_in(flap.bay.bay().openings[static_cast<std::size_t>(opening)]); ++i)
        obstacles.push_back({column_of(flap.bay, opening, i).left - t / 2,
                             cup - cup / 2 + t - t / 2 + b.book.construction.joint_clearance});
    return obstacles;
}

/// Room that cups keep from the ends of a flap: in a frame they are drilled into its rail, beside the stiles.
Length beside_stiles(const Flap& flap) {
    const Builder& b = flap.bay.builder;
    const bool framed = flap.bay.front(flap.front).style != FrontStyle::slab;
    return framed ? b.book.construction.frame_width + kCupHole : b.book.models[b.fittings.cup].size.y / 2;
}

/// Even along the width, no further apart than the book says, and beside dividers.
void add_hinges(const Flap& flap) {
    const Builder& b = flap.bay.builder;
    const Construction& c = b.book.construction;
    const Length left = std::max(flap.field.left, flap.bay.at.left),
                 right = std::min(flap.field.right, flap.bay.at.right);
    const Length ends = beside_stiles(flap);
    const Length first = std::max(std::min(c.hinge_first, (right - left) / 4), ends),
                 span = right - left - first * 2;
    const int gaps = std::max(1, (span + c.flap_hinge_pitch - Length{1}) / c.flap_hinge_pitch);
    const std::vector<HingeObstacle> obstacles = dividers_at(flap);
    for (int i = 0; i <= gaps; ++i)
        add_hinge(flap, nearest_clear(left + first + span * i / gaps, obstacles, left + ends, right - ends),
                  i);
}

struct Fitting {
    PartKind kind;
    std::uint16_t model, article;
    std::string_view stem;
};

/// Upwards: lifts by power under the board that the flap hangs on. Downwards: stays over it, clear of the
/// flap that lies there.
Fitting fitting_of(const Flap& flap, double mass) {
    const Book& book = flap.bay.builder.book;
    if (!flap.up()) return {PartKind::flap_stay, book.model("flap_stay"), book.article("flap.stay"), "_stay"};
    const Lift* lift = lift_for(book, (flap.field.top - flap.field.bottom).mm() * mass);
    return {PartKind::flap_lift, book.model("flap_lift"), (lift ? lift : &book.lifts.back())->article,
            "_lift"};
}

/// Under the board over an opening, past the pins that may carry it: hinges, and a flap that lies open, stay
/// clear of it there.
Length fitting_top(const Flap& flap, std::int32_t opening) {
    const Builder& b = flap.bay.builder;
    const auto bay = static_cast<std::size_t>(flap.bay.index), at = static_cast<std::size_t>(opening);
    const Opening& below = flap.bay.bay().openings[at];
    const bool pins = below.top && on_pins(shelf_kind(flap.bay.bay(), below));
    const Length joint = b.book.construction.joint_clearance;
    return flap.bay.opening(opening).bottom + clear_height(b.book, b.design, b.layout, bay, at) - joint -
           (pins ? b.book.models[b.fittings.pin].size.y + joint : Length{});
}

/// One on each side, as long as the carcase has depth for it.
void add_fittings(const Flap& flap, double mass) {
    Builder& b = flap.bay.builder;
    const Fitting fitting = fitting_of(flap, mass);
    const Length joint = b.book.construction.joint_clearance;
    Length3 size = b.book.models[fitting.model].size;
    const Length front = flap.bay.at.front - kFittingBehindFront;
    size.z = std::min(size.z, front - flap.bay.at.back - kFittingBehindFront);
    const Length top = fitting_top(flap, flap.up() ? flap.reach.last : flap.reach.first);
    for (const bool right : {false, true}) {
        const Length x = right ? flap.bay.at.right - joint - size.x : flap.bay.at.left + joint;
        b.add(ModelSpec{.name = flap.name(std::string(fitting.stem) + (right ? "_right" : "_left")),
                        .kind = fitting.kind,
                        .model = fitting.model,
                        .article = fitting.article,
                        .least = {x, top - size.y, front - size.z},
                        .most = {x + size.x, top, front},
                        .turn = right ? 2 : 0,
                        .bay = flap.bay.index});
    }
}

/// A bolt of push to open stands in the edge of the board at the free edge.
HandlePlace handle_place(const Flap& flap) {
    HandlePlace place{.stem = flap.name(""),
                      .field = flap.field,
                      .face = flap.face(),
                      .edge = flap.free_edge(),
                      .bay = flap.bay.index,
                      .opener = flap.opener};
    const Length middle = (flap.bay.at.left + flap.bay.at.right) / 2;
    if (flap.up())
        place_catch(place, flap.bay, middle, flap.reach.first, BoardAt::under);
    else
        place_catch(place, flap.bay, middle, flap.reach.last, BoardAt::over);
    return place;
}

/// Upwards with nothing above it a flap opens wide; else it stays on its own side of its axis with its
/// handle, so that everything can stand open at once. Downwards it lies level at most.
Angle opening_limit(const Flap& flap, const Handle* handle) {
    const Book& book = flap.bay.builder.book;
    const auto last = static_cast<std::int32_t>(flap.bay.bay().openings.size()) - 1;
    const Front& front = flap.bay.front(flap.front);
    const Angle level = Angle::of_degrees(90);
    if (flap.up() && front.to == last) return book.construction.flap_opening;
    if (!flap.up() && front.from == 0) return level;
    return std::min(limit_by_handle(book, handle, handle_place(flap)), level);
}

/// The axis lies in the outer front corner, as of a door.
Opener opener_of(const Flap& flap, const Handle* handle) {
    return {.name = flap.name(""),
            .kind = OpenerKind::hinge,
            .axis = Axis::x,
            .sign = static_cast<std::int8_t>(flap.up() ? -1 : 1),
            .bay = flap.bay.index,
            .front = flap.front,
            .pivot = {flap.field.left, flap.up() ? flap.field.top : flap.field.bottom, flap.face()},
            .limit = opening_limit(flap, handle)};
}

}  // namespace

const Lift* lift_for(const Book& book, double power) {
    const auto found = std::ranges::find_if(
        book.lifts, [power](const Lift& lift) { return lift.least <= power && power <= lift.most; });
    return found == book.lifts.end() ? nullptr : &*found;
}

void build_flap(BayBuilder& bay, std::int32_t front, FlapSide hinged_at) {
    Builder& b = bay.builder;
    const auto reach = bay.reach(bay.front(front));
    if (!reach) return;
    Flap flap{bay, front, bay.field(bay.front(front)), hinged_at, *reach};
    if (!flap.field.exists()) return;
    const Handle* handle = handle_of(b, bay.front(front));
    flap.field = less_grip(handle, flap.field, flap.free_edge());
    flap.opener = b.add(opener_of(flap, handle));
    const double mass = add_face(flap);
    add_hinges(flap);
    add_fittings(flap, mass);
    add_handle(b, handle, handle_place(flap));
}

}  // namespace maatkast
