#pragma once
// Handles: where they stand, what they take off a front, and how far a leaf opens because of them.

#include "model/build/builder.h"

namespace maatkast {

/// The edge of a front that moves furthest.
enum class FreeEdge : std::uint8_t { left, right, bottom, top };

/// The handle of a front: its own, or the design's; nullptr where the book has none of that name.
const Handle* handle_of(const Builder& builder, const Front& front);
const Handle* handle_of(const Book& book, const Design& design, const Front& front);

/// What is left of a front's field when fingers reach in at its free edge.
FrontField less_grip(const Handle* handle, FrontField field, FreeEdge edge);

/// A front that waits for its handle.
struct HandlePlace {
    PartName stem;     ///< `bay0_front1_left`; the handle's name is this and `_handle`
    FrontField field;  ///< of its face
    Length face;       ///< z
    FreeEdge edge = FreeEdge::right;
    bool centred = false;  ///< a handle that is a piece stands in the middle of its front, not at its edge
    /// The box of a push-to-open bolt, as far as it shows.
    Length3 catch_least{}, catch_most{};
    bool catch_moves = false;  ///< the bolt is part of what opens, not of the carcase
    std::int32_t bay = -1, opening = -1, opener = -1;
};

/// Of the bolt behind a leaf: it is drilled into the front edge of the board over an opening, or under it,
/// and its tip reaches over the air to the leaf. x: of its middle.
enum class BoardAt : std::uint8_t { over, under };
void place_catch(HandlePlace& place, const BayBuilder& bay, Length x, std::int32_t opening, BoardAt board);

/// The box of a handle that stands on the face; upright at an upright edge, lying at a lying one. An upright
/// one stands at the height of all handles of the run where the front reaches it, else as near as its end
/// allows.
struct HandleBox {
    Length3 least, most;
    int turn = 0;
};
HandleBox handle_box(const Book& book, const Handle& handle, const HandlePlace& place);

/// Adds what the front is opened by, where that is a part: a handle, or the bolt of push to open.
void add_handle(Builder& builder, const Handle* handle, const HandlePlace& place);

/// How far a leaf that turns about the edge opposite to its free one may open, in whole degrees, so that with
/// its handle it stays this side of a plane `beside` its axis: zero where a neighbour may stand open too.
/// What is r from the axis along the leaf and h before its face, R = √(r² + h²) away in all, lies in that
/// plane at the angle atan(r/h) + asin(beside/R).
Angle limit_by_handle(const Book& book, const Handle* handle, const HandlePlace& place, Length beside = {});

}  // namespace maatkast
