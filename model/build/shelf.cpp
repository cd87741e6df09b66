#include "model/build/shelf.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/build/columns.h"
#include "model/build/kinds.h"
#include "model/build/led.h"
#include "model/build/shelf_span.h"

namespace maatkast {
namespace {

constexpr Length kPinUnderShelf = 10_mm;  // least distance of a pin to the rear edge of its shelf

/// Lengths in millimetres, for what is not on the grid of tenths until the end.
Length down(double mm) {
    return {static_cast<std::int32_t>(std::floor(mm * 10))};
}
Length up(double mm) {
    return {static_cast<std::int32_t>(std::ceil(mm * 10))};
}

const Opening& opening_of(const BayBuilder& bay, std::int32_t number) {
    return bay.bay().openings[static_cast<std::size_t>(number)];
}

std::uint16_t finish_of(const BayBuilder& bay, const Opening& opening) {
    const Builder& b = bay.builder;
    if (opening.shelf == ShelfKind::glass) return b.finish.glass;
    return b.finish_or(opening.shelf_finish, b.finish_or(bay.bay().finish, b.finish.shelves));
}

/// Shelves that a slope cuts short at the back have their rear pins in the column of the others, or whole
/// pitches before it: columns of holes never run into each other.
Length rear_pin(const Builder& b, const BayLayout& at, Length back) {
    const Length column = at.back + b.book.construction.pin_from_edge, pitch = b.book.hole_pitch;
    const Length missing = back + kPinUnderShelf - column;
    return missing > Length{} ? column + pitch * ((missing + pitch - Length{1}) / pitch) : column;
}

/// Two at the back, two at the front that stand clear of hinge arms, so that a door may come later.
void add_pins(BayBuilder& bay, std::int32_t opening, Length underside, Length back, Length front) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Length3 size = b.book.models[b.fittings.pin].size;
    const Length top = underside - c.joint_clearance;
    const Length from_back = rear_pin(b, bay.at, back);
    const Length from_front = std::min(front - c.pin_from_edge, bay.at.front - c.pin_behind_hinges);
    for (const bool right : {false, true})
        for (const bool rear : {true, false}) {
            const Length x =
                right ? bay.at.right - c.joint_clearance - size.x : bay.at.left + c.joint_clearance;
            const Length z = rear ? from_back : from_front - size.z;
            PartName name = bay.name("shelf", opening);
            name += right ? "_pin_right" : "_pin_left";
            name += rear ? "_back" : "_front";
            b.add(ModelSpec{.name = name,
                            .kind = PartKind::shelf_pin,
                            .model = b.fittings.pin,
                            .article = b.fittings.pin_article,
                            .least = {x, top - size.y, z},
                            .most = {x + size.x, top, z + size.z},
                            .turn = right ? 2 : 0,
                            .bay = bay.index,
                            .opening = opening});
        }
}

void add_flat(BayBuilder& bay, std::int32_t number) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Opening& opening = opening_of(bay, number);
    const Length gap = on_pins(opening.shelf) ? c.shelf_clearance : c.joint_clearance;
    const Length top = bay.at.floor + *opening.top;
    const Length thickness = shelf_thickness(c, b.layout, bay.bay(), opening);
    const Length front = shelf_front(b.layout, c, bay.at, opening);
    const Length back = shelf_back(bay.at, b.layout.carcase_thickness, top);
    b.add(BoardSpec{.name = bay.name("shelf", number),
                    .kind = PartKind::shelf,
                    .finish = finish_of(bay, opening),
                    .thickness = thickness,
                    .least = {bay.at.left + gap, top - thickness, back + c.joint_clearance},
                    .most = {bay.at.right - gap, top, front},
                    .edges = {.front = opening.shelf != ShelfKind::glass},
                    .bay = bay.index,
                    .opening = number});
    if (on_pins(opening.shelf) && front - back > c.pin_from_edge * 2)
        add_pins(bay, number, top - thickness, back, front);
}

/// In a frame of its own, whose x is the bay's; y and z start at the upper back edge.
void add_slanted(BayBuilder& bay, std::int32_t number) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Opening& opening = opening_of(bay, number);
    const Length t = b.layout.shelf_thickness, joint = c.joint_clearance;
    const auto slant =
        slant_of(c, bay.at, t,
                 covered(b.design, static_cast<std::size_t>(bay.index), static_cast<std::size_t>(number)));
    if (!slant) return;
    const std::int32_t before = b.standing_in();
    b.stand_in(b.add(b.tipped({{}, bay.at.floor + *opening.top, slant->back}, c.slant)));
    BoardSpec board{.name = bay.name("shelf", number),
                    .kind = PartKind::shelf,
                    .finish = finish_of(bay, opening),
                    .thickness = t,
                    .least = {bay.at.left + joint, -t, {}},
                    .most = {bay.at.right - joint, {}, slant->depth},
                    .edges = {.front = true},
                    .bay = bay.index,
                    .opening = number};
    b.add(board);
    board.name += "_toe";
    board.kind = PartKind::toe_rail;
    board.least.z = slant->depth + joint;
    board.most.y = c.slant_toe;
    board.most.z = board.least.z + t;
    board.thickness_axis = Axis::z;
    b.add(board);
    b.stand_in(before);
}

/// The top of the lower row and the bottom of the upper one, as the carcase's own.
void add_stack(BayBuilder& bay, std::int32_t number) {
    Builder& b = bay.builder;
    const Length t = b.layout.carcase_thickness, joint = b.book.construction.joint_clearance;
    const Length face = bay.at.floor + *opening_of(bay, number).top;
    for (const bool upper : {false, true}) {
        const Length top = upper ? face : face - t - joint;
        b.add(BoardSpec{.name = bay.name(upper ? "row_bottom" : "row_top", number),
                        .kind = upper ? PartKind::bottom : PartKind::top,
                        .finish = b.finish_or(bay.bay().finish, b.finish.carcase),
                        .thickness = t,
                        .least = {bay.at.left + joint, top - t, bay.at.back},
                        .most = {bay.at.right - joint, top, bay.at.front},
                        .edges = {.front = true},
                        .bay = bay.index,
                        .opening = number});
    }
}

bool behind_leaf(const Sliding& sliding, std::size_t bay) {
    return std::cmp_less_equal(sliding.first, bay) && std::cmp_less_equal(bay, sliding.last);
}

/// Along the longer of its legs, from the upright there to the back on the other wall; without a back from
/// one upright to the other, along both.
Length span_in_corner(const Layout& layout, const CornerLayout& corner, Back back) {
    const Length left = corner.point - corner.left_upright - layout.back_zone,
                 right = corner.right_upright - layout.back_zone;
    return back == Back::panel ? std::max(left, right) : left + right;
}

/// From the front edge of the upright to the far end of the back.
Length span_at_end(const BayLayout& at) {
    return Length::nearest_mm(std::hypot((at.right - at.left).mm(), (at.front - at.back).mm()));
}

}  // namespace

bool on_pins(ShelfKind kind) {
    return kind == ShelfKind::loose || kind == ShelfKind::protruding || kind == ShelfKind::recessed ||
           kind == ShelfKind::glass;
}

bool on_grid(ShelfKind kind) {
    return on_pins(kind);
}

ShelfKind shelf_kind(const Bay& bay, const Opening& opening) {
    return bay.shape == BayShape::straight ? opening.shelf : ShelfKind::loose;
}

bool closed_by(const Bay& bay, std::size_t opening, ShelfKind kind) {
    return bay.openings[opening].top && shelf_kind(bay, bay.openings[opening]) == kind;
}

Length shelf_thickness(const Construction& construction, const Layout& layout, const Bay& bay,
                       const Opening& opening) {
    const ShelfKind kind = shelf_kind(bay, opening);
    if (kind == ShelfKind::stack) return layout.carcase_thickness * 2 + construction.joint_clearance;
    if (kind != ShelfKind::glass) return layout.shelf_thickness;
    return bay.width <= construction.glass_thin_span ? construction.glass_thin : construction.glass_thick;
}

std::optional<Slant> slant_of(const Construction& construction, const BayLayout& at, Length thickness,
                              bool behind_front) {
    const double sin = sine(construction.slant), cos = cosine(construction.slant);
    const Length back = at.back + construction.joint_clearance;
    const Length front =
        at.front - (behind_front ? construction.slant_behind_hinges : construction.shelf_setback);
    const Length toe = construction.joint_clearance + thickness;
    // The toe rail's upper edge reaches furthest forward, the board's lower back edge furthest back.
    const double room = (front - back).mm() - construction.slant_toe.mm() * sin - thickness.mm() * sin;
    const Length depth = std::min(construction.slant_depth, down(room / cos) - toe);
    if (depth <= Length{}) return std::nullopt;
    return Slant{depth, front - up(construction.slant_toe.mm() * sin + (depth + toe).mm() * cos),
                 up(thickness.mm() * cos + (depth + toe).mm() * sin)};
}

Length shelf_front(const Layout& layout, const Construction& construction, const BayLayout& at,
                   const Opening& opening) {
    if (!opening.top) return at.front;
    const Length fronts = layout.front_back + (layout.has_fronts ? layout.front_thickness : Length{});
    if (opening.shelf == ShelfKind::stack) return at.front;
    if (opening.shelf == ShelfKind::protruding) return at.front + fronts;
    return at.front -
           (opening.shelf == ShelfKind::recessed ? construction.shelf_recess : construction.shelf_setback);
}

bool covered(const Design& design, std::size_t bay, std::size_t opening) {
    return std::ranges::any_of(design.bays[bay].fronts,
                               [opening](const Front& front) {
                                   return std::cmp_less_equal(front.from, opening) &&
                                          std::cmp_less_equal(opening, front.to);
                               }) ||
           std::ranges::any_of(design.sliding,
                               [bay](const Sliding& sliding) { return behind_leaf(sliding, bay); });
}

Length clear_height(const Book& book, const Design& design, const Layout& layout, std::size_t bay,
                    std::size_t number) {
    const Opening& opening = design.bays[bay].openings[number];
    const Length clear = layout.opening(bay, number).clear();
    if (!closed_by(design.bays[bay], number, ShelfKind::slanted))
        return opening.led ? clear - light_height(book) : clear;
    const Length t = layout.shelf_thickness;
    const bool before = covered(design, bay, number);
    if (number > 0 && closed_by(design.bays[bay], number - 1, ShelfKind::slanted) &&
        covered(design, bay, number - 1) == before)
        return clear + t - up(t.mm() / cosine(book.construction.slant));
    const auto slant = slant_of(book.construction, layout.bays[bay], t, before);
    return slant ? clear + t - slant->fall : clear;
}

double load_in(const Book& book, const Design& design, std::size_t bay, std::size_t opening) {
    const Opening& in = design.bays[bay].openings[opening];
    const Contents* contents = in.contents ? book.content(*in.contents) : nullptr;
    const bool rests = contents && in.interior.kind->keeps == Keeps::on_board;
    return std::max(book.load(design.load)->kg_per_m2, rests ? contents->kg_per_m2 : 0);
}

double shelf_load(const Book& book, const Design& design, std::size_t bay, std::size_t opening) {
    const bool topmost = opening + 1 == design.bays[bay].openings.size();
    return topmost ? book.load(design.load)->kg_per_m2 : load_in(book, design, bay, opening + 1);
}

Length span_of(const Design& design, const Layout& layout, std::size_t bay, std::size_t opening) {
    const Bay& in = design.bays[bay];
    if (in.shape == BayShape::corner_l || in.shape == BayShape::corner_diagonal)
        return span_in_corner(layout, *corner_at(layout, bay), in.back);
    if (is_end(in.shape)) return span_at_end(layout.bays[bay]);
    const Length width = layout.bays[bay].right - layout.bays[bay].left;
    const auto& openings = design.bays[bay].openings;
    const int columns = columns_in(openings[opening]);
    for (std::size_t below = 0; below < opening; ++below)
        if (columns_in(openings[below]) != columns) return width;
    return column_width(width, layout.shelf_thickness, columns);
}

Length longest_glass(const Book& book, Length thickness, double kg_per_m2) {
    const RuleEntry& rule = book.rule("shelf.glass_span");
    const Finish* glass = book.finish("glass_clear");
    const BoardOffer* pane = glass->board(thickness);
    return std::min(rule.length("longest"),
                    longest_span(thickness, book.materials[pane->material].elastic_modulus, kg_per_m2,
                                 rule.limit("deflection")));
}

void build_shelf(BayBuilder& bay, std::int32_t opening) {
    if (opening_of(bay, opening).shelf == ShelfKind::slanted) return add_slanted(bay, opening);
    if (opening_of(bay, opening).shelf == ShelfKind::stack) return add_stack(bay, opening);
    add_flat(bay, opening);
}

}  // namespace maatkast
