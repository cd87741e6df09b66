#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/build/layout_corner.h"
#include "model/build/leaf.h"

namespace maatkast {
namespace {

/// Half of the hinges between two folding leaves: plates on the back of one, along an edge of it.
void add_plates(const HingedLeaf& leaf, Length edge, int count, std::uint16_t article) {
    Builder& b = leaf.bay.builder;
    const std::uint16_t model = b.book.model("hinge_plate");
    const Length3 size = b.book.models[model].size;
    const Length face = leaf.back - b.book.construction.joint_clearance;
    // The plate's edge lies at the leaf's.
    const Length left = edge == leaf.field.right ? edge - size.x : edge;
    int number = 0;
    for (const Length y : hinge_heights(leaf, count)) {
        PartName name = leaf.name("_plate");
        name += number++;
        b.add(ModelSpec{.name = name,
                        .kind = PartKind::hinge_plate,
                        .model = model,
                        .article = article,
                        .least = {left, y - size.y / 2, face - size.z},
                        .most = {left + size.x, y - size.y / 2 + size.y, face},
                        .turn = edge == leaf.field.right ? 2 : 0,
                        .bay = leaf.bay.index,
                        .opener = leaf.opener});
    }
}

struct FoldingFields {
    FrontField hung, free;
};
FoldingFields folding_fields(const FrontField& field, Length gap, HingeSide side) {
    const Length width = (field.right - field.left - gap) / 2;
    const FrontField left{field.left, field.left + width, field.bottom, field.top},
        right{field.right - width, field.right, field.bottom, field.top};
    return side == HingeSide::left ? FoldingFields{left, right} : FoldingFields{right, left};
}

/// The second leaf turns about an axis just behind the backs of both, in the middle of their gap, twice as
/// far the other way: its free edge runs along the plane of the fronts and ends beside the first, back to
/// back.
Opener folding_opener(const HingedLeaf& hung, const HingedLeaf& free, Angle limit) {
    const Construction& c = hung.bay.builder.book.construction;
    const Length inner = hung.left() ? hung.field.right : hung.field.left;
    const Length middle = inner + (hung.left() ? c.front_gap : -c.front_gap) / 2;
    Opener opener = opener_of(free, {limit.hundredths * 2});
    opener.sign = static_cast<std::int8_t>(hung.left() ? 1 : -1);
    opener.parent = hung.opener;
    opener.pivot = {middle, free.field.bottom, free.back - c.bifold_gap / 2};
    return opener;
}

/// One leaf of a door before an L, in the axes of the run along its wall.
struct CornerLeaf {
    CornerLeaf(BayBuilder& bay, const CornerLayout& corner, std::int32_t front, Side wall, HingeSide side,
               std::string_view suffix)
        : at(side_of_l(bay.builder.book.construction, bay.builder.design, bay.builder.layout, corner, wall)),
          builder(bay.builder, bay.index, at),
          leaf(leaf_in(builder, front, builder.field(builder.front(front)), side, suffix)) {}
    CornerLeaf(const CornerLeaf&) = delete;
    CornerLeaf& operator=(const CornerLeaf&) = delete;

    void stand_in() const { builder.builder.stand_in_run(at.run); }

    BayLayout at;
    BayBuilder builder;
    HingedLeaf leaf;
};

constexpr Angle kSquare = Angle::of_degrees(90);  // between closed leaves, and from there to one plane

/// How far the free leaf comes off its neighbour first: its hinge opens that much further than to one plane.
Angle inwards(const Construction& c) {
    return {c.corner_fold_opening.hundredths - kSquare.hundredths};
}

/// Percent of its way for which the door only folds: its inner hinge turns evenly, in and then straight.
std::int32_t lead_of(Angle in) {
    return in.hundredths * 100 / (in.hundredths * 2 + kSquare.hundredths);
}

bool beside_wall(const HingedLeaf& leaf) {
    return leaf.at_end() && against_wall(leaf.bay.builder.design, leaf.left() ? Side::left : Side::right);
}

/// As far as its hinge allows; square to a wall beside it, where stops in its hinges end that; and clear of
/// the handle that a neighbour's front may bear by its nearest edge.
Angle corner_limit(const HingedLeaf& leaf) {
    const Builder& b = leaf.bay.builder;
    const Construction& c = b.book.construction;
    const Handle* handle = b.book.handle(b.design.handle);
    if (beside_wall(leaf)) return kSquare;
    if (leaf.at_end() || !handle || !handle->visible) return c.corner_leaf_opening;
    const Length3 model = b.book.models[handle->model].size;
    const double beside = (c.front_gap + handle->from_edge - model.x / 2).mm();
    const double out = (c.joint_clearance + model.z + c.corner_clearance).mm();
    const double degrees = 180 - std::atan2(out, beside) * 180 / std::numbers::pi;
    return std::min(c.corner_leaf_opening, Angle::of_degrees(static_cast<int>(std::floor(degrees))));
}

/// Waits until the other has come off its neighbour: it would not pass that with this one, as its back edge
/// would turn into the neighbour's front.
Opener corner_hung_opener(const HingedLeaf& hung) {
    Opener opener = opener_of(hung, corner_limit(hung));
    opener.lead = lead_of(inwards(hung.bay.builder.book.construction));
    return opener;
}

/// Turns about the line in which both faces meet: in first, then until both lie in one plane.
Opener corner_free_opener(const HingedLeaf& hung, const HingedLeaf& free) {
    const Construction& c = hung.bay.builder.book.construction;
    Opener opener = opener_of(free, kSquare);
    opener.sign = static_cast<std::int8_t>(-opener.sign);
    opener.parent = hung.opener;
    opener.before = inwards(c);
    opener.lead = lead_of(opener.before);
    const Length half_gap = c.front_gap / 2;
    opener.pivot.x += free.left() ? -half_gap : half_gap;
    return opener;
}

/// A cup in the free leaf, a plate on the back of the one it hangs on.
void add_corner_hinges(const CornerLeaf& hung, const CornerLeaf& free, int count) {
    const Book& book = hung.builder.builder.book;
    hung.stand_in();
    add_plates(hung.leaf, hung.leaf.left() ? hung.leaf.field.right : hung.leaf.field.left, count,
               book.article("hinge.corner_plate"));
    free.stand_in();
    int number = 0;
    for (const Length y : hinge_heights(free.leaf, count))
        add_cup(free.leaf, number++, y, book.article("hinge.corner_cup"));
}

/// Closed, each leaf lies in the plane of its neighbours' fronts.
void build_corner_door(BayBuilder& bay, std::int32_t front, HingeSide side) {
    Builder& b = bay.builder;
    const CornerLayout& corner = *corner_at(b.layout, static_cast<std::size_t>(bay.index));
    const bool left = side == HingeSide::left;
    CornerLeaf hung(bay, corner, front, left ? Side::left : Side::right, side, "_hung"),
        free(bay, corner, front, left ? Side::right : Side::left, side, "_free");
    if (!hung.leaf.field.exists() || !free.leaf.field.exists()) return;
    const Handle* handle = handle_of(b, bay.front(front));
    free.leaf.field = less_grip(handle, free.leaf.field, free.leaf.free_edge());
    hung.stand_in();
    hung.leaf.opener = b.add(corner_hung_opener(hung.leaf));
    const double first_mass = add_face(hung.leaf, LeafKind::folding);
    free.stand_in();
    free.leaf.opener = b.add(corner_free_opener(hung.leaf, free.leaf));
    const double second_mass = add_face(free.leaf, LeafKind::folding);
    hung.stand_in();
    add_hinges(hung.leaf, hinges_of(hung.leaf, first_mass + second_mass),
               b.book.article(beside_wall(hung.leaf) ? "hinge.wide_arm_stop" : "hinge.wide_arm"));
    add_corner_hinges(hung, free, hinges_of(free.leaf, second_mass));
    add_handle(b, handle, handle_place(free.leaf));
}

}  // namespace

void build_folding(BayBuilder& bay, std::int32_t front, HingeSide side) {
    if (bay.bay().shape == BayShape::corner_l) return build_corner_door(bay, front, side);
    Builder& b = bay.builder;
    const FrontField field = bay.field(bay.front(front));
    if (!field.exists()) return;
    const Construction& c = b.book.construction;
    const Handle* handle = handle_of(b, bay.front(front));
    const FoldingFields fields = folding_fields(field, c.front_gap, side);
    HingedLeaf hung = leaf_in(bay, front, fields.hung, side, "_hung"),
               free = leaf_in(bay, front, fields.free, side, "_free");
    free.field = less_grip(handle, free.field, free.free_edge());
    hung.opener = b.add(opener_of(hung, c.bifold_opening));
    free.opener = b.add(folding_opener(hung, free, c.bifold_opening));
    const double mass = add_face(hung, LeafKind::folding) + add_face(free, LeafKind::folding);
    add_hinges(hung, hinges_of(hung, mass), b.fittings.arm_article);
    const int plates = hinges_of(free, mass / 2);
    const std::uint16_t thin = b.book.article("hinge.plate");
    add_plates(hung, side == HingeSide::left ? hung.field.right : hung.field.left, plates, thin);
    add_plates(free, side == HingeSide::left ? free.field.left : free.field.right, plates, thin);
    HandlePlace place = handle_place(free);
    // A handle is pulled at the fold, where both leaves come out.
    place.edge = side == HingeSide::left ? FreeEdge::left : FreeEdge::right;
    add_handle(b, handle, place);
}

}  // namespace maatkast
