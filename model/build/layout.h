#pragma once
// Where the carcase of a design stands: the lines that parts and rules are measured from. Derived in one
// pass; everything else in the generator asks here instead of repeating the arithmetic.
//
// Every run has axes of its own: x along its wall to the right, y up, z out of the wall. Those of the main
// run are the world's. Its corner with the next wall to the right lies at a point C of x; the next run's x
// begins there, so that the x of the one is the z of the other.

#include <vector>

#include "model/book/book.h"
#include "model/build/part.h"
#include "model/build/slope.h"
#include "model/design/design.h"
#include "model/design/runs.h"

namespace maatkast {

/// The clear space of one bay, and the field that its fronts may cover. In the axes of its run. Of a corner:
/// the clear space along the wall to its left, up to the next wall; its plan says what lies in it.
struct BayLayout {
    Length left, right;              ///< clear width, between the uprights
    Length floor, ceiling;           ///< clear height, bottom panel to top panel; see Opening::top
    Length top;                      ///< y of the carcase's upper face
    Length back, front;              ///< depth of the carcase boards
    Length front_left, front_right;  ///< edges of the field of fronts, gaps taken off
    Length front_bottom, front_top;
    Length back_thickness;            ///< of its back panel, zero without one
    std::uint32_t first_opening = 0;  ///< index into Layout::openings
    std::uint32_t run = 0;            ///< index into Layout::runs; of a corner: of the run to its left
    bool diagonal = false;            ///< in the axes of a diagonal front, see layout_corner.h
    bool lowered = false;             ///< by a sloping ceiling, which leaves it less than the bay's height
    std::optional<TopCut> cut;        ///< of the top, along a sloping ceiling; `ceiling` is its lowest
    Length shelf_ceiling;  ///< what shelves stay below; over `ceiling` they are shallower, see shelf_back
    std::optional<SlopeLine> front_line;  ///< upper edge of fronts under a slope beside the cabinet
    bool operator==(const BayLayout&) const = default;
};

/// One opening: clear height, and the lines that split fronts at its shelves. The lowest of a kneehole begins
/// at the floor of the room.
struct OpeningLayout {
    Length bottom, top;
    Length front_bottom, front_top;
    bool exists = true;  ///< false where the shelf lies outside its bay or above the next one
    Length clear() const { return top - bottom; }
    bool operator==(const OpeningLayout&) const = default;
};

/// Upright i stands between the bays i - 1 and i; beside a corner it belongs to the run, not to the corner.
struct UprightLayout {
    Length left;         ///< x of its left face
    Length bottom, top;  ///< y
    Length front;        ///< z
    std::uint32_t run = 0;
    bool exists = true;  ///< false at the outside of an end
    bool operator==(const UprightLayout&) const = default;
};

struct RunLayout {
    Run bays;
    Frame frame;                     ///< to the world
    std::int32_t index = -1;         ///< of the frame in Build::frames; -1: the main run, the world itself
    std::optional<SlopeLine> limit;  ///< what may stand under a sloping ceiling, in the run's axes
    bool operator==(const RunLayout&) const = default;
};

/// A corner unit, in the axes of the run to its left, whose next wall is the plane x = point. From that point
/// it takes the length of a leg along each wall, the neighbours' uprights included. Both legs are derived:
/// the other neighbour's depth, and the space that a front needs beside it.
struct CornerLayout {
    std::size_t bay = 0;
    Length point;
    Length left_leg, right_leg;      ///< along the wall to the left, and to the right
    Length left_depth, right_depth;  ///< overall depth of the neighbours, fronts included
    Length left_front, right_front;  ///< front edge of their carcase
    Length filler;                   ///< of a blind corner: between its front and the neighbour's
    /// Front edge of the uprights beside it, where the clear space begins.
    Length left_upright, right_upright;  ///< x of the left one's right face; z of the right one's left face
    bool operator==(const CornerLayout&) const = default;
};

struct Layout {
    Length carcase_thickness, shelf_thickness, front_thickness;
    bool has_fronts = false;
    Length back_zone;   ///< depth that the back panels take behind the carcase
    Length front_back;  ///< distance from the carcase to the back of the fronts
    Length base;        ///< y of the underside of the carcase
    Length above;       ///< height that worktop or cornice takes off every carcase
    Length overhang;    ///< of worktop or cornice before the plane of the fronts, inside the depth
    Length height;      ///< up to the top of worktop or cornice, as far as a sloping ceiling lets it
    std::vector<UprightLayout> uprights;  ///< one more than bays
    std::vector<BayLayout> bays;
    std::vector<OpeningLayout> openings;  ///< of all bays, in order
    std::vector<RunLayout> runs;          ///< one more than corners
    std::vector<CornerLayout> corners;    ///< in order

    const OpeningLayout& opening(std::size_t bay, std::size_t index) const {
        return openings[bays[bay].first_opening + index];
    }
};

/// Whether all but what lies inside the bays stands where it stood: every line but those of openings.
bool same_outside(const Layout& a, const Layout& b);

/// The corner that a bay is; nullptr for every other bay.
const CornerLayout* corner_at(const Layout& layout, std::size_t bay);

Layout make_layout(const Book& book, const Design& design);

/// A sloping ceiling by all that says it, of which the design has two.
struct SlopeSizes {
    Length low, high;
    Angle angle;
};
/// Of the design's slope, which it must have: to a tenth of a millimetre and a hundredth of a degree.
SlopeSizes slope_sizes(const Book& book, const Design& design);

/// Overall sizes: along the main wall, from wall to wall of its corners; the highest bay; and how far the
/// whole reaches out of the main wall.
Length3 overall_size(const Book& book, const Design& design);
/// The sliding leaves before a bay; nullptr where there are none.
const Sliding* sliding_before(const Design& design, std::size_t bay);

}  // namespace maatkast
