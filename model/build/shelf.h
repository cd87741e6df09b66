#pragma once
// The board that closes an opening from above: where each kind of shelf stands, and what it carries.

#include <optional>

#include "model/build/builder.h"

namespace maatkast {

/// Rests on four pins in the hole grid; else it is dowelled into the uprights.
bool on_pins(ShelfKind kind);
/// Its upper face stands at a hole.
bool on_grid(ShelfKind kind);

/// The kind that is built: corners and open ends have plain shelves only, whatever is asked for.
ShelfKind shelf_kind(const Bay& bay, const Opening& opening);

/// Whether the board over an opening is a shelf that is built as this kind.
bool closed_by(const Bay& bay, std::size_t opening, ShelfKind kind);

/// How thick the board over an opening is: that of the group, glass as thick as the bay is wide asks, or both
/// panels where rows of cabinets meet. Asks the layout for the groups' boards only.
Length shelf_thickness(const Construction& construction, const Layout& layout, const Bay& bay,
                       const Opening& opening);

/// Where a slanted shelf stands: its board leans forward from its upper back edge, which is at the opening's
/// top, and ends in a toe rail.
struct Slant {
    Length depth;  ///< of the board, along the slope
    Length back;   ///< z of the upper back edge
    Length fall;   ///< of its lowest point, at the front, below the upper back edge
};
/// Nothing where the carcase is too shallow for any. `behind_front`: hinge arms need the room before it.
std::optional<Slant> slant_of(const Construction& construction, const BayLayout& at, Length thickness,
                              bool behind_front);

/// z of the front edge of the board over an opening; of a slanted shelf: as if it lay flat.
Length shelf_front(const Layout& layout, const Construction& construction, const BayLayout& at,
                   const Opening& opening);

/// Whether a front or a sliding leaf stands before the opening.
bool covered(const Design& design, std::size_t bay, std::size_t opening);

/// What can stand upright in an opening: to the underside of the board over it where that is lowest, or to
/// the light under it; between two slanted shelves: to the one that is parallel.
Length clear_height(const Book& book, const Design& design, const Layout& layout, std::size_t bay,
                    std::size_t opening);

/// kg/m² that the board under an opening is reckoned with: the design's load class, or the opening's contents
/// where they rest on the board and are heavier. Lighter ones take nothing off: other things may stand there
/// in a year.
double load_in(const Book& book, const Design& design, std::size_t bay, std::size_t opening);
/// The same of the board over an opening.
double shelf_load(const Book& book, const Design& design, std::size_t bay, std::size_t opening);

/// How far the board over an opening spans: between the uprights, or over the widest column of the dividers
/// that stand under it in line, from the bottom panel up, so that they stand on something themselves. On a
/// plan of its own it is taken as a strip on two supports where that is longest: in an L or diagonal corner
/// along the longer leg, from the upright to the back on the other wall (both legs where no back carries it);
/// at an open end from the upright's front edge to the far end of the back.
Length span_of(const Design& design, const Layout& layout, std::size_t bay, std::size_t opening);
/// Longest span of a glass shelf under a load.
Length longest_glass(const Book& book, Length thickness, double kg_per_m2);

/// The board over an opening, with its pins or its toe rail.
void build_shelf(BayBuilder& bay, std::int32_t opening);

}  // namespace maatkast
