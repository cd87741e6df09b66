#pragma once
// What a front is made of: one board, or a frame of stiles and rails around a panel or a pane of glass.

#include <vector>

#include "model/build/builder.h"

namespace maatkast {

/// A front to be made: a rectangle in the plane of the fronts.
struct FrontFace {
    LeafKind leaf = LeafKind::door;
    PartName stem;                   ///< of the names of its boards: `bay0_front1_left`
    PartName slab;                   ///< name of the board where it is made of one
    PartKind kind = PartKind::door;  ///< of that board
    FrontStyle style = FrontStyle::slab;
    std::uint16_t finish = 0;
    FrontField field;
    Length back, thickness;      ///< z of its back
    Axis length_axis = Axis::y;  ///< of a slab: along its grain
    std::int32_t bay = -1, opening = -1, opener = -1;
    std::int32_t front = -1;  ///< of its Leaf
    std::uint32_t veneer =
        0;  ///< of a slab: the leaf of veneer it is cut from, upright in the plane of the fronts
    std::optional<SlopeLine> line;  ///< of a slab: it ends under it
};

/// False where a frame has no room for a panel, or its boards no room for a groove; it is made as a slab then
/// and a finding says so.
bool can_be_framed(const Book& book, FrontStyle style, Length width, Length height, Length thickness);

/// Its boards. Stiles run on from end to end, rails stand between them; panel or pane lies in a groove with
/// play around it.
std::vector<BoardSpec> face_boards(const Book& book, const FrontFace& face);

/// kg, of all its boards.
double face_mass(const Book& book, const FrontFace& face);

/// Adds its boards and a Leaf that stands for them; returns the index of the leaf.
std::size_t build_face(Builder& builder, const FrontFace& face);

}  // namespace maatkast
