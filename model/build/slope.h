#pragma once
// A ceiling that slopes over the cabinet, and what it leaves of boards under it.
//
// The ceiling is one plane. Along each run it rises along one of the run's axes, so a line says all: in the
// room of a run turned by a quarter a slope along the main wall runs out of the wall. Heights are counted
// from the low end, so that a mirrored cabinet is cut to the tenth alike.

#include <optional>

#include "model/book/book.h"
#include "model/build/part.h"
#include "model/design/design.h"

namespace maatkast {

struct BayLayout;
struct BoardSpec;
struct Layout;

/// y over the distance from where it is `low` high, in millimetres above the floor.
struct SlopeLine {
    Axis axis = Axis::x;  ///< along which it rises: x or z
    int sign = 1;         ///< -1: it falls along the axis
    Length zero;          ///< on the axis, where it is `low` high
    double low = 0;
    double tangent = 0;  ///< of its angle, never negative

    /// From `zero` uphill.
    Length distance(Length at) const { return sign > 0 ? at - zero : zero - at; }
    Length at(Length distance) const { return sign > 0 ? zero + distance : zero - distance; }
    double height(Length at) const { return low + tangent * distance(at).mm(); }
    /// The lowest over a range of the axis, rounded down to a tenth.
    Length lowest(Length a, Length b) const;
    Length highest(Length a, Length b) const;
    /// Moved down square to itself by so much; up where that is negative.
    SlopeLine lowered(Length by) const;
    /// Measured up and down, what is `thickness` thick across it.
    double upright(Length thickness) const;
    bool operator==(const SlopeLine&) const = default;
};

/// How the top of a bay follows the slope: along `line` from its low end, and flat under BayLayout::top from
/// where that is lower.
struct TopCut {
    SlopeLine line;     ///< of the upper face of its sloping part
    bool flat = false;  ///< a flat part goes on behind the sloping one
    bool operator==(const TopCut&) const = default;
};

/// The ceiling in world axes: h0 + (h1 - h0)·d/W over the span W from the low end to the high one; any two of
/// low, high and angle give the third. Left and right: along the main wall, from end to end of the cabinet.
/// Back: from the wall to the front of the deepest bay.
SlopeLine room_slope(const Slope& slope, Length left, Length right, Length depth);
/// The same line in the axes of a run whose frame is turned by quarters.
SlopeLine in_frame(SlopeLine line, const Frame& frame);

/// Fits a straight bay under the line that furniture may reach: lowers its top, or has it cut along the line
/// where that is worth it, and lowers its clear height to the lowest point and its fronts with it.
void fit_under_slope(const Construction& construction, const Layout& layout, const SlopeLine& limit,
                     Length depth, BayLayout& at);

/// Cuts a box so that it stays under a line: a prism where the line passes over its length or width, its edge
/// bevelled only where it is an upright; else a lower box. False where nothing is left of it.
bool cut_under(const SlopeLine& line, BoardSpec& spec);

/// Whether the shelf over an opening would run into a top that a slope cuts or lowers.
bool above_slope(const BayLayout& at, const Opening& opening);
/// How high a shelf of a kind may reach: what leans or carries a row needs the whole depth.
Length shelf_limit(const BayLayout& at, ShelfKind kind);
/// z where a shelf begins whose upper face lies at this height: before a top that slopes to the wall.
Length shelf_back(const BayLayout& at, Length thickness, Length height);

/// Whether a front can be cut along a slope: plain doors can.
bool follows_slope(const Front& front);

class BayBuilder;
/// The top of a bay that is cut: its sloping part, and a flat one mitred to it.
void build_cut_top(BayBuilder& bay);

}  // namespace maatkast
