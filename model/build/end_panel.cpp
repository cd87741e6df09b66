// What stands beside the outermost uprights: cladding, and the filler between cabinet and wall.
#include <algorithm>

#include "model/build/whole.h"

namespace maatkast {
namespace {

struct EndPanel {
    Builder& builder;
    Side side;
    Length face;  ///< z of the plane of the fronts there
    Length low, high;

    const End& end() const { return end_of(builder.design, side); }
    std::string_view word() const { return side == Side::left ? "left" : "right"; }
    PartName name(std::string_view rest) const {
        PartName name("end_");
        name += word();
        name += rest;
        return name;
    }
};

/// Depth of the cabinet at its outermost upright; a corner beside it takes over its own.
Length depth_at(const Builder& b, Side side) {
    const std::size_t bay = side == Side::left ? 0 : b.design.bays.size() - 1;
    const CornerLayout* corner = corner_at(b.layout, bay);
    if (!corner) return b.design.bays[bay].depth;
    return side == Side::left ? corner->left_depth : corner->right_depth;
}

/// Between two distances outwards from the upright's outer face.
void put(BoardSpec& spec, const EndPanel& at, Length from, Length to) {
    const Builder& b = at.builder;
    const UprightLayout& upright =
        at.side == Side::left ? b.layout.uprights.front() : b.layout.uprights.back();
    const Length outer = at.side == Side::left ? upright.left : upright.left + b.layout.carcase_thickness;
    spec.least.x = at.side == Side::left ? outer - to : outer + from;
    spec.most.x = at.side == Side::left ? outer - from : outer + to;
}

BoardSpec upright_board(const EndPanel& at, std::string_view rest, PartKind kind, const Facing& board) {
    BoardSpec spec{.name = at.name(rest), .kind = kind, .finish = board.finish, .thickness = board.thickness};
    spec.length_axis = Axis::y;
    spec.least.y = at.low;
    spec.most.y = at.high;
    return spec;
}

/// What a sloping ceiling leaves of it; false: nothing.
bool under_slope(const EndPanel& at, BoardSpec& spec) {
    const UprightLayout& upright =
        at.side == Side::left ? at.builder.layout.uprights.front() : at.builder.layout.uprights.back();
    const auto& limit = at.builder.layout.runs[upright.run].limit;
    return !limit || cut_under(*limit, spec);
}

void add_under_slope(const EndPanel& at, BoardSpec spec) {
    if (under_slope(at, spec)) at.builder.add(spec);
}

/// Cuts its lower back corner out round the skirting board.
void notch(const EndPanel& at, BoardSpec& spec) {
    const auto& skirting = at.builder.design.room.skirting;
    if (!skirting || skirting->height <= spec.least.y) return;
    const Length joint = at.builder.book.construction.joint_clearance;
    const Length up = skirting->height + joint, out = skirting->depth + joint, low = spec.least.y;
    if (up >= spec.most.y || out >= spec.most.z) return;
    auto& outline = spec.outline;  // u is y, v is z
    if (outline.empty()) {
        outline = {{low, {}}, {spec.most.y, {}}, {spec.most.y, spec.most.z}, {low, spec.most.z}};
        spec.extrusion = Axis::x;
        spec.banded = spec.most.y - low + spec.most.z * 2;
    }
    const auto corner = std::ranges::find(outline, OutlinePoint{low, {}});
    if (corner == outline.end()) return;
    *corner = {up, {}};
    outline.insert(corner, {{low, out}, {up, out}});
    spec.banded -= out;
}

void add_cladding(const EndPanel& at) {
    Builder& b = at.builder;
    const Length joint = b.book.construction.joint_clearance, t = b.layout.carcase_thickness;
    const std::uint16_t finish = b.finish_or(at.end().finish, facing_of(b).finish);
    BoardSpec spec = upright_board(at, "_cladding", PartKind::cladding, {finish, t});
    spec.thickness_axis = Axis::x;
    spec.edges = {.front = true, .first_end = true, .second_end = true};
    spec.most.z = at.face;
    put(spec, at, joint, joint + t);
    if (!under_slope(at, spec)) return;
    notch(at, spec);
    b.add(spec);
}

/// z of the carcase's front edge there.
Length carcase_front(const Builder& b, Side side) {
    const std::size_t bay = side == Side::left ? 0 : b.design.bays.size() - 1;
    const CornerLayout* corner = corner_at(b.layout, bay);
    if (!corner) return b.layout.bays[bay].front;
    return side == Side::left ? corner->left_front : corner->right_front;
}

/// Goes on from the cabinet's plinth, or from its cladding, to the wall.
void add_plinth(const EndPanel& at, Length from) {
    Builder& b = at.builder;
    const Construction& c = b.book.construction;
    if (b.design.base.kind != BaseKind::plinth) return;
    BoardSpec spec{.name = at.name("_plinth"),
                   .kind = PartKind::plinth,
                   .finish = b.finish.carcase,
                   .thickness = c.plinth_thickness,
                   .thickness_axis = Axis::z,
                   .edges = {.front = true}};
    spec.most.y = b.layout.base - c.joint_clearance;
    spec.most.z = carcase_front(b, at.side) - c.plinth_recess;
    spec.least.z = spec.most.z - c.plinth_thickness;
    const Length begin =
        from > Length{} ? from + c.joint_clearance : c.joint_clearance - c.plinth_end_setback;
    put(spec, at, begin, beside_end(b.book, b.design, at.side));
    b.add(spec);
}

/// The strip that is seen, and a batten behind it by which it is screwed to the side.
void add_filler(const EndPanel& at, Length from) {
    Builder& b = at.builder;
    const Construction& c = b.book.construction;
    const Facing board = facing_of(b);
    const Length joint = c.joint_clearance, face = at.face - c.filler_setback, rear = face - board.thickness;
    BoardSpec strip = upright_board(at, "_filler", PartKind::filler, board);
    strip.least.y = b.layout.base;
    strip.thickness_axis = Axis::z;
    strip.edges = {.front = at.side == Side::left, .back = at.side == Side::right};  // not against the wall
    strip.least.z = rear;
    strip.most.z = face;
    const Length wall = beside_end(b.book, b.design, at.side);
    if (at.end().scribe) strip.oversize = c.scribe_allowance;
    put(strip, at, from + joint, wall);
    add_under_slope(at, strip);
    add_plinth(at, from);
    BoardSpec batten = upright_board(at, "_batten", PartKind::batten, {b.finish.carcase, c.plinth_thickness});
    batten.least.y = b.layout.base;
    batten.thickness_axis = Axis::x;
    batten.least.z = rear - joint - c.filler_batten;
    batten.most.z = rear - joint;
    put(batten, at, from + joint, from + joint + c.plinth_thickness);
    if (from + joint + c.plinth_thickness <= wall) add_under_slope(at, batten);
}

void build_end_panel(Builder& b, Side side) {
    if (!closed_end(b.design, side)) return;
    const UprightLayout& upright = side == Side::left ? b.layout.uprights.front() : b.layout.uprights.back();
    b.stand_in_run(upright.run);
    const EndPanel at{b, side, depth_at(b, side) - b.layout.overhang, end_foot(b.design), upright.top};
    const bool cladding = at.end().cladding;
    if (cladding) add_cladding(at);
    if (at.end().filler > Length{})
        add_filler(at,
                   cladding ? b.layout.carcase_thickness + b.book.construction.joint_clearance : Length{});
}

}  // namespace

void build_end_panels(Builder& builder) {
    for (const Side side : {Side::left, Side::right}) build_end_panel(builder, side);
}

}  // namespace maatkast
