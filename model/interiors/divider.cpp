#include "model/build/columns.h"
#include "model/build/kinds.h"

namespace maatkast::interiors {
namespace {

/// Between the boards below and above, one less than columns, of the shelves' boards.
void build_dividers(BayBuilder& bay, std::int32_t opening) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Interior& interior = bay.bay().openings[static_cast<std::size_t>(opening)].interior;
    const OpeningLayout& space = bay.opening(opening);
    const Length t = b.layout.shelf_thickness, joint = c.joint_clearance;
    const std::uint16_t group = b.finish_or(bay.bay().finish, b.finish.shelves);
    for (int i = 1; i < interior.count; ++i) {
        const Length right = column_of(bay, opening, i).left;
        PartName name = bay.name("divider", opening);
        name += "_";
        name += i - 1;
        b.add(BoardSpec{.name = name,
                        .kind = PartKind::divider,
                        .finish = b.finish_or(interior.finish, group),
                        .thickness = t,
                        .least = {right - t, space.bottom + joint, bay.at.back + joint},
                        .most = {right, space.top - joint, bay.at.front - c.shelf_setback},
                        .length_axis = Axis::y,
                        .thickness_axis = Axis::x,
                        .edges = {.front = true},
                        .bay = bay.index,
                        .opening = opening});
    }
}

}  // namespace

extern const InteriorKind divider;
const InteriorKind divider{.id = "divider", .most = 6, .divides = true, .build = build_dividers};

}  // namespace maatkast::interiors
