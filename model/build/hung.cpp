// What a wall-hung cabinet hangs on: a steel rail on the wall, a board of the cabinet that rests on it, and
// one at the bottom that keeps it as far off the wall.
#include <algorithm>

#include "model/build/top_run.h"

namespace maatkast {
namespace {

/// Where a run's boards behind the carcases may lie.
struct Stretch {
    Length left, right;
};

/// A corner's own upright stands against the other wall, and then the rails end at the neighbour's.
bool closed_towards(const TopCell& cell, const Design& design) {
    const BayShape shape = design.bays[cell.bay].shape;
    return shape == (cell.before ? BayShape::corner_blind_left : BayShape::corner_blind_right);
}

/// At a free end behind the board that closes the gap to the wall, or behind the cladding.
Length end_inset(const Builder& b, Side side) {
    const Construction& c = b.book.construction;
    if (!closed_end(b.design, side)) return c.plinth_end_setback;
    return beside_end(b.book, b.design, side) + b.layout.carcase_thickness + c.joint_clearance;
}

/// From a corner's left side the rail of this wall begins before the other wall's; where that one ends at the
/// neighbour of a blind corner, in the corner itself.
Length start_in_corner(const Builder& b, const TopSpan& span) {
    const TopCell& first = span.cells.front();
    if (closed_towards(first, b.design)) return b.layout.uprights[first.bay + 1].left;
    if (b.design.bays[first.bay].shape == BayShape::corner_blind_right) return span.left;
    return span.left + b.layout.back_zone + b.book.construction.joint_clearance;
}

Stretch stretch_of(const Builder& b, const TopSpan& span) {
    Stretch at{span.left, span.right};
    const TopCell &first = span.cells.front(), &last = span.cells.back();
    if (span.left_end == TopEnd::mitred)
        at.left = start_in_corner(b, span);
    else if (first.bay == 0)
        at.left += end_inset(b, Side::left);
    if (span.right_end == TopEnd::mitred && closed_towards(last, b.design))
        at.right = b.layout.uprights[last.bay].left + b.layout.carcase_thickness;
    else if (span.right_end != TopEnd::mitred && last.bay + 1 == b.design.bays.size())
        at.right -= end_inset(b, Side::right);
    return at;
}

PartName numbered(std::string_view stem, int number) {
    PartName name(stem);
    name += number;
    return name;
}

void add_board(Builder& b, const Stretch& at, const PartName& name, Length low, Length high) {
    const Construction& c = b.book.construction;
    b.add(BoardSpec{.name = name,
                    .kind = PartKind::batten,
                    .finish = b.finish.carcase,
                    .thickness = c.plinth_thickness,
                    .least = {at.left, low, {}},
                    .most = {at.right, high, c.plinth_thickness},
                    .thickness_axis = Axis::z,
                    .edges = {.front = true}});
}

void add_rails(Builder& b, const TopSpan& span, int number) {
    const Construction& c = b.book.construction;
    const Stretch at = stretch_of(b, span);
    const Length top = span.height() - b.layout.above - c.back_gap, under = top - c.hanging_board;
    add_board(b, at, numbered("hanging_board", number), under, top);
    const Length foot = b.layout.base + c.back_gap;
    add_board(b, at, numbered("spacer_board", number), foot, foot + c.spacer_board);
    const std::uint16_t model = b.book.model("wall_rail");
    const Length3 size = b.book.models[model].size;
    b.add(ModelSpec{.name = numbered("wall_rail", number),
                    .kind = PartKind::wall_rail,
                    .model = model,
                    .article = b.book.article("wall_rail"),
                    .least = {at.left, under - c.joint_clearance - size.y, {}},
                    .most = {at.right, under - c.joint_clearance, size.z}});
}

/// Closes the gap between the outermost upright and the wall where no cladding does.
void add_end_strip(Builder& b, Side side) {
    if (!closed_end(b.design, side) || end_of(b.design, side).cladding) return;
    const UprightLayout& upright = side == Side::left ? b.layout.uprights.front() : b.layout.uprights.back();
    b.stand_in_run(upright.run);
    b.add(BoardSpec{.name = PartName(side == Side::left ? "end_left_strip" : "end_right_strip"),
                    .kind = PartKind::filler,
                    .finish = b.finish_or(end_of(b.design, side).finish, b.finish.carcase),
                    .thickness = b.layout.carcase_thickness,
                    .least = {upright.left, b.layout.base, {}},
                    .most = {upright.left + b.layout.carcase_thickness, upright.top,
                             b.book.construction.plinth_thickness},
                    .length_axis = Axis::y,
                    .thickness_axis = Axis::x,
                    .edges = {.first_end = true, .second_end = true}});
}

}  // namespace

void build_hanging(Builder& builder) {
    if (builder.design.base.kind != BaseKind::hung) return;
    int number = 0;
    for (std::size_t run = 0; run < builder.layout.runs.size(); ++run) {
        builder.stand_in_run(run);
        for (const TopSpan& span : top_spans(builder, run, builder.book.construction.plinth_longest))
            add_rails(builder, span, number++);
    }
    for (const Side side : {Side::left, Side::right}) add_end_strip(builder, side);
}

}  // namespace maatkast
