#include "model/build/carcase.h"

#include <algorithm>
#include <array>

#include "model/build/shelf.h"
#include "model/build/stack.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

PartName numbered(std::string_view stem, int number) {
    PartName name(stem);
    name += number;
    return name;
}

/// The lowest row has the plain name.
PartName in_row(PartName name, int row) {
    if (row > 0) name += "_row", name += row;
    return name;
}

std::uint16_t upright_finish(const Builder& b, std::size_t i) {
    if (i == 0) return b.finish_or(b.design.left_end.finish, b.finish.carcase);
    if (i == b.design.bays.size()) return b.finish_or(b.design.right_end.finish, b.finish.carcase);
    return b.finish.carcase;
}

/// What a sloping ceiling leaves of it.
void add_under(Builder& b, const std::optional<SlopeLine>& line, BoardSpec spec) {
    if (!line || cut_under(*line, spec)) b.add(spec);
}

/// The same of one that stands on the floor, and before a skirting board with it. Cut along a slope beside
/// the cabinet its outline would lie in another plane than the notch: there it ends where the slope is
/// lowest.
void add_standing(Builder& b, const std::optional<SlopeLine>& line, BoardSpec spec) {
    if (line && line->axis == Axis::x)
        spec.most.y = std::min(spec.most.y, line->lowest(spec.least.x, spec.most.x));
    else if (line && !cut_under(*line, spec))
        return;
    notch_skirting(b, spec);
    b.add(spec);
}

void build_uprights(Builder& b) {
    for (std::size_t i = 0; i < b.layout.uprights.size(); ++i) {
        const UprightLayout& at = b.layout.uprights[i];
        if (!at.exists) continue;
        b.stand_in_run(at.run);
        for (int row = 0;
             const RowPiece& piece : row_pieces(at.bottom, at.top, cuts_of(b.design, b.layout, i),
                                                b.book.construction.joint_clearance)) {
            const BoardSpec spec{.name = in_row(numbered("upright", static_cast<int>(i)), row++),
                                 .kind = PartKind::upright,
                                 .finish = upright_finish(b, i),
                                 .thickness = b.layout.carcase_thickness,
                                 .least = {at.left, piece.bottom, b.layout.back_zone},
                                 .most = {at.left + b.layout.carcase_thickness, piece.top, at.front},
                                 .length_axis = Axis::y,
                                 .thickness_axis = Axis::x,
                                 .edges = {.front = true, .first_end = true, .second_end = true}};
            const bool standing = piece.bottom == Length{};
            (standing ? add_standing : add_under)(b, b.layout.runs[at.run].limit, spec);
        }
    }
}

void add_plinth_front(Builder& b, int number, Length left, Length right, Length front) {
    const Construction& c = b.book.construction;
    b.add(BoardSpec{.name = numbered("plinth", number),
                    .kind = PartKind::plinth,
                    .finish = b.finish.carcase,
                    .thickness = c.plinth_thickness,
                    .least = {left, {}, front - c.plinth_recess - c.plinth_thickness},
                    .most = {right, b.layout.base - c.joint_clearance, front - c.plinth_recess},
                    .length_axis = Axis::x,
                    .thickness_axis = Axis::z,
                    .edges = {.front = true, .first_end = true, .second_end = true}});
}

/// The plinth's front runs on under bays of one depth, in lengths that can be cut from a sheet. Pieces meet
/// in the middle under an upright; beside a corner or a rounded end they stop short of it on either side, and
/// those go on as far from it: what is mirrored is cut alike. Before a kneehole there is none.
void build_plinth_fronts(Builder& b, const Run& run, int& number) {
    const Construction& c = b.book.construction;
    const Length inset = c.plinth_end_setback, t = b.layout.carcase_thickness;
    const auto& uprights = b.layout.uprights;
    const std::size_t end = run.first + run.count;
    const auto left_of = [&](std::size_t bay) {
        return uprights[bay].left +
               (plinth_ends(b.design, bay, Side::left) ? inset : t / 2 + c.joint_clearance);
    };
    const auto right_of = [&](std::size_t bay) {
        if (plinth_ends(b.design, bay, Side::right)) return uprights[bay + 1].left + t - inset;
        const bool straight = b.design.bays[bay + 1].shape == BayShape::straight;
        return uprights[bay + 1].left + t / 2 - (straight ? Length{} : c.joint_clearance);
    };
    const auto front_of = [&](std::size_t bay) { return b.layout.bays[bay].front; };
    for (std::size_t first = run.first, last = first; first < end; first = last + 1) {
        last = first;
        const auto straight = [&](std::size_t bay) {
            return !is_end(b.design.bays[bay].shape) && !b.design.bays[bay].kneehole;
        };
        if (!straight(first)) continue;
        while (last + 1 < end && straight(last + 1) && front_of(last + 1) == front_of(first) &&
               right_of(last + 1) - left_of(first) <= c.plinth_longest)
            ++last;
        add_plinth_front(b, number++, left_of(first), right_of(last), front_of(first));
    }
}

/// The carcase's front edge on both sides of an upright, in its run; the one side's where the other is none
/// or a kneehole.
std::array<Length, 2> fronts_beside(const Builder& b, std::size_t upright) {
    const std::size_t count = b.design.bays.size();
    const auto counts = [&](std::size_t bay) {
        return bay < count && !is_corner(b.design.bays[bay].shape) && !b.design.bays[bay].kneehole;
    };
    const bool left = upright > 0 && counts(upright - 1), right = counts(upright);
    const Length own = b.layout.uprights[upright].front;
    return {left    ? b.layout.bays[upright - 1].front
            : right ? b.layout.bays[upright].front
                    : own,
            right  ? b.layout.bays[upright].front
            : left ? b.layout.bays[upright - 1].front
                   : own};
}

PartName return_name(const Builder& b, std::size_t upright) {
    if (upright == 0) return PartName("plinth_end_left");
    if (upright == b.design.bays.size()) return PartName("plinth_end_right");
    return numbered("plinth_return", static_cast<int>(upright));
}

/// A return closes the plinth of a bay under its upright on one side, up to the wall or its skirting board.
void add_plinth_return(Builder& b, std::size_t bay, Side side) {
    const Construction& c = b.book.construction;
    const bool right = side == Side::right;
    const std::size_t number = right ? bay + 1 : bay;
    const UprightLayout& upright = b.layout.uprights[number];
    if (!upright.exists) return;
    b.stand_in_run(upright.run);
    const Length outer = right ? upright.left + b.layout.carcase_thickness - c.plinth_end_setback
                               : upright.left + c.plinth_end_setback;
    const Length left = right ? outer - c.plinth_thickness : outer;
    // Where sliding leaves run between the uprights these stand further forward than the carcase.
    const Length front = std::ranges::min(fronts_beside(b, number));
    b.add(BoardSpec{.name = return_name(b, number),
                    .kind = PartKind::plinth,
                    .finish = upright_finish(b, number),
                    .thickness = c.plinth_thickness,
                    .least = {left, {}, foot_back(b.book, b.design, b.layout.back_zone)},
                    .most = {left + c.plinth_thickness, b.layout.base - c.joint_clearance,
                             front - c.plinth_recess - c.plinth_thickness - c.joint_clearance},
                    .length_axis = Axis::z,
                    .thickness_axis = Axis::x,
                    .edges = {.front = true}});
}

/// At both ends of the whole, and towards each kneehole.
void build_plinth_returns(Builder& b) {
    for (std::size_t bay = 0; bay < b.design.bays.size(); ++bay) {
        if (b.design.bays[bay].kneehole) continue;
        for (const Side side : {Side::left, Side::right})
            if (plinth_ends(b.design, bay, side)) add_plinth_return(b, bay, side);
    }
}

/// How far a foot stands from the middle of its upright: inwards at the ends, and away from knees.
Length foot_shift(const Builder& b, std::size_t upright, Length inset) {
    const std::size_t count = b.design.bays.size();
    const auto free = [&](std::size_t bay) { return bay >= count || b.design.bays[bay].kneehole; };
    return free(upright - 1) ? inset : free(upright) ? -inset : Length{};
}

/// A foot or leg under each upright that does not stand on the floor itself, at the back and at the front.
void build_supports(Builder& b) {
    const Construction& c = b.book.construction;
    const bool legs = b.design.base.kind == BaseKind::legs;
    const Length3 model = b.book.models[legs ? b.fittings.leg : b.fittings.foot].size;
    const Length inset = legs ? c.leg_inset : c.foot_inset, half = model.x / 2;
    for (std::size_t i = 0; i < b.layout.uprights.size(); ++i) {
        const UprightLayout& at = b.layout.uprights[i];
        if (!at.exists || at.bottom == Length{}) continue;
        b.stand_in_run(at.run);
        const Length x = at.left + b.layout.carcase_thickness / 2 + foot_shift(b, i, inset);
        // Behind the shallower of the two plinths that may meet here.
        const Length plinth_face = std::ranges::min(fronts_beside(b, i));
        const Length front =
            legs ? plinth_face - inset : plinth_face - c.plinth_recess - c.plinth_thickness - inset;
        const Length least = foot_back(b.book, b.design, b.layout.back_zone);
        const Length back = std::max(b.layout.back_zone + inset, least + model.z / 2);
        const bool one = front - back < model.z + c.foot_inset;  // too shallow for two: one in the middle
        for (const bool rear : {true, false}) {
            if (one && !rear) continue;
            const Length z = one ? (least + front + inset) / 2 : rear ? back : front;
            PartName name = numbered(legs ? "leg" : "foot", static_cast<int>(i));
            name += rear ? "_back" : "_front";
            b.add(ModelSpec{
                .name = name,
                .kind = legs ? PartKind::leg : PartKind::foot,
                .model = legs ? b.fittings.leg : b.fittings.foot,
                .article = legs ? b.fittings.leg_article : b.fittings.foot_article,
                .least = {x - half, {}, z - model.z / 2},
                .most = {x - half + model.x, b.layout.base - c.joint_clearance, z - model.z / 2 + model.z}});
        }
    }
}

void add_panel(BayBuilder& bay, std::string_view stem, PartKind kind, Length bottom, Length top) {
    Builder& b = bay.builder;
    const Length joint = b.book.construction.joint_clearance;
    b.add(BoardSpec{.name = bay.name(stem),
                    .kind = kind,
                    .finish = b.finish_or(bay.bay().finish, b.finish.carcase),
                    .thickness = b.layout.carcase_thickness,
                    .least = {bay.at.left + joint, bottom, bay.at.back},
                    .most = {bay.at.right - joint, top, bay.at.front},
                    .edges = {.front = true},
                    .bay = bay.index});
}

/// A back reaches over the uprights beside it: where the top slopes to its end, it slopes on.
Length back_top(const BayBuilder& bay) {
    const bool on = bay.at.cut && !bay.at.cut->flat;
    return on ? bay.bay().height - bay.builder.layout.above : bay.at.top;
}

void add_back(BayBuilder& bay) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    if (bay.bay().back != Back::panel) return;
    const Length t = b.layout.carcase_thickness, thickness = bay.at.back_thickness;
    const Length face = b.layout.back_zone - c.joint_clearance;
    const Length base = b.layout.base + c.back_gap, top = back_top(bay) - c.back_gap;
    const std::vector<Length> rows = rows_of(b.design, b.layout, static_cast<std::size_t>(bay.index));
    std::optional<SlopeLine> line = bay.at.cut ? bay.at.cut->line : b.layout.runs[bay.at.run].limit;
    if (line) line = line->lowered(c.back_gap);
    for (int row = 0; const RowPiece& piece : row_pieces(base, top, rows, c.back_gap))
        add_under(b, line,
                  BoardSpec{.name = in_row(bay.name("back"), row++),
                            .kind = PartKind::back,
                            .finish = b.finish_or(bay.bay().finish, b.finish.carcase),
                            .thickness = thickness,
                            .least = {bay.at.left - t / 2 + c.back_gap / 2, piece.bottom, face - thickness},
                            .most = {bay.at.right + t / 2 - c.back_gap / 2, piece.top, face},
                            .length_axis = Axis::y,
                            .thickness_axis = Axis::z,
                            .bay = bay.index});
}

}  // namespace

void build_run(Builder& builder) {
    build_uprights(builder);
    if (builder.design.base.kind != BaseKind::hung) build_supports(builder);
    if (builder.design.base.kind != BaseKind::plinth) return;
    int number = 0;
    for (std::size_t run = 0; run < builder.layout.runs.size(); ++run) {
        builder.stand_in_run(run);
        build_plinth_fronts(builder, builder.layout.runs[run].bays, number);
    }
    build_plinth_returns(builder);
}

void build_carcase(BayBuilder& bay) {
    const Builder& b = bay.builder;
    const Length t = b.layout.carcase_thickness;
    if (!bay.bay().kneehole) add_panel(bay, "bottom", PartKind::bottom, b.layout.base, b.layout.base + t);
    if (bay.at.cut)
        build_cut_top(bay);
    else
        add_panel(bay, "top", PartKind::top, bay.at.ceiling, bay.at.ceiling + t);
    add_back(bay);
    const auto openings = static_cast<std::int32_t>(bay.bay().openings.size());
    for (std::int32_t i = 0; i < openings; ++i)
        if (bay.bay().openings[static_cast<std::size_t>(i)].top && bay.opening(i).exists) build_shelf(bay, i);
}

}  // namespace maatkast
