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
    const UprightLayout& upright() const {
        return side == Side::left ? builder.layout.uprights.front() : builder.layout.uprights.back();
    }
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
    const Length left = at.upright().left;
    const Length outer = at.side == Side::left ? left : left + b.layout.carcase_thickness;
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
    const auto& limit = at.builder.layout.runs[at.upright().run].limit;
    return !limit || cut_under(*limit, spec);
}

void add_under_slope(const EndPanel& at, BoardSpec spec) {
    if (under_slope(at, spec)) at.builder.add(spec);
}

void add_cladding(const EndPanel& at) {
    Builder& b = at.builder;
    const Length joint = b.book.construction.joint_clearance, t = b.layout.carcase_thickness;
    const std::uint16_t finish = b.finish_or(at.end().finish, facing_finish(b, t));
    BoardSpec spec = upright_board(at, "_cladding", PartKind::cladding, {finish, t});
    spec.thickness_axis = Axis::x;
    spec.edges = {.front = true, .first_end = true, .second_end = true};
    spec.most.z = at.face;
    put(spec, at, joint, joint + t);
    if (!under_slope(at, spec)) return;
    notch_skirting(b, spec);
    b.add(spec);
}

/// z of the carcase's front edge there.
Length carcase_front(const Builder& b, Side side) {
    const std::size_t bay = side == Side::left ? 0 : b.design.bays.size() - 1;
    const CornerLayout* corner = corner_at(b.layout, bay);
    if (!corner) return b.layout.bays[bay].front;
    return side == Side::left ? corner->left_front : corner->right_front;
}

/// Goes on from the cabinet's plinth, or from its cladding, to the wall; beside a kneehole there is none.
void add_plinth(const EndPanel& at, Length from) {
    Builder& b = at.builder;
    const Construction& c = b.book.construction;
    if (b.design.base.kind != BaseKind::plinth || at.upright().bottom == Length{}) return;
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
    strip.least.y = at.upright().bottom;
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
    batten.least.y = at.upright().bottom;
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
    const EndPanel at{b, side, depth_at(b, side) - b.layout.overhang, end_foot(b.design, upright),
                      upright.top};
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
