// Boards that follow the front of the cabinet on top of it, mitred: the cornice, and the strip up to the
// ceiling.
#include <algorithm>
#include <cmath>

#include "model/build/outline.h"
#include "model/build/top_run.h"

namespace maatkast {
namespace {

/// Boards of one kind along the front paths.
struct Moulding {
    std::string_view stem;
    PartKind kind = PartKind::cornice;
    Facing board;
    Length inset, side;  ///< see front_paths
    Length width;        ///< seen from above
    Length bottom, top;  ///< above the height of the cabinet; negative: below
    bool lying = false;  ///< on its face, instead of on its edge
};

BoardSpec spec_of(const Moulding& moulding, const FrontPath& path, std::size_t piece) {
    const Axis along = main_direction(path.points, piece);
    BoardSpec spec{
        .kind = moulding.kind, .finish = moulding.board.finish, .thickness = moulding.board.thickness};
    spec.least.y = path.height + moulding.bottom;
    spec.most.y = path.height + moulding.top;
    spec.length_axis = along;
    spec.thickness_axis = moulding.lying ? Axis::y : along == Axis::x ? Axis::z : Axis::x;
    return spec;
}

void add_path(Builder& b, const Moulding& moulding, const FrontPath& path, int& number) {
    b.stand_in_run(path.run);
    auto outlines = mitred_path(path.points, moulding.width, b.book.construction.joint_clearance);
    for (std::size_t piece = 0; piece < outlines.size(); ++piece) {
        BoardSpec spec = spec_of(moulding, path, piece);
        spec.name = PartName(moulding.stem);
        spec.name += number++;
        spec.banded = outline_length(outlines[piece]) / 2;
        spec.outline = std::move(outlines[piece]);
        b.add(spec);
    }
}

void build_moulding(Builder& b, const Moulding& moulding, Length height) {
    int number = 0;
    for (const FrontPath& path : front_paths(b, moulding.inset, moulding.side, moulding.width))
        if (height == Length{} || path.height == height) add_path(b, moulding, path, number);
}

/// From the overall depth to the front edge of the carcase.
Length carcase_inset(const Builder& b) {
    return b.layout.overhang + b.layout.front_back +
           (b.layout.has_fronts ? b.layout.front_thickness : Length{});
}

}  // namespace

/// A frieze that stands on the carcases' front edge, and a cap over it that reaches out before the fronts and
/// over the free ends.
void build_cornice(Builder& b) {
    if (!has_cornice(b.design)) return;
    const Construction& c = b.book.construction;
    const Cornice& cornice = *b.design.cornice;
    const Facing board = facing_of(b);
    const Length inset = carcase_inset(b);
    build_moulding(b,
                   {.stem = "cornice_cap",
                    .board = board,
                    .side = cornice.overhang,
                    .width = inset + board.thickness + c.cornice_ledge,
                    .bottom = -board.thickness,
                    .lying = true},
                   {});
    build_moulding(b,
                   {.stem = "cornice_frieze",
                    .board = board,
                    .inset = inset,
                    .width = board.thickness,
                    .bottom = -cornice.height,
                    .top = -board.thickness - c.joint_clearance},
                   {});
}

/// Along the highest bays, a little behind the fronts, with a batten behind it that stands on the carcases.
void build_top_filler(Builder& b) {
    if (!has_top_filler(b.design)) return;
    const Construction& c = b.book.construction;
    const Facing board = facing_of(b);
    Moulding strip{.stem = "top_filler",
                   .kind = PartKind::filler,
                   .board = board,
                   .inset = c.filler_setback,
                   .side = {},
                   .width = board.thickness,
                   .bottom = c.joint_clearance,
                   .top = b.design.top_filler};
    Moulding batten = strip;
    batten.stem = "top_filler_batten";
    batten.kind = PartKind::batten;
    batten.board = {b.finish.carcase, c.plinth_thickness};
    batten.inset += board.thickness + c.back_gap;  // slanted lines are rounded to tenths
    batten.side = -board.thickness - c.back_gap;
    batten.width = c.plinth_thickness;
    batten.top = std::min(b.design.top_filler - c.joint_clearance, c.filler_batten);
    for (const Moulding& moulding : {strip, batten}) build_moulding(b, moulding, total_height(b.design));
}

}  // namespace maatkast
