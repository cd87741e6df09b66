#pragma once
// Where the carcase of a design stands: the lines that parts and rules are measured from. Derived in one
// pass; everything else in the generator asks here instead of repeating the arithmetic.

#include <vector>

#include "model/book/book.h"
#include "model/design/design.h"

namespace maatkast {

/// The clear space of one bay, and the field that its fronts may cover. World axes.
struct BayLayout {
    Length left, right;              ///< clear width, between the uprights
    Length floor, ceiling;           ///< clear height, bottom panel to top panel
    Length back, front;              ///< depth of the carcase boards
    Length front_left, front_right;  ///< edges of the field of fronts, gaps taken off
    Length front_bottom, front_top;
    Length back_thickness;            ///< of its back panel, zero without one
    std::uint32_t first_opening = 0;  ///< index into Layout::openings
};

/// One opening: clear height, and the lines that split fronts at its shelves.
struct OpeningLayout {
    Length bottom, top;
    Length front_bottom, front_top;
    bool exists = true;  ///< false where the shelf lies outside its bay or above the next one
    Length clear() const { return top - bottom; }
};

struct UprightLayout {
    Length left;   ///< x of its left face
    Length top;    ///< y
    Length front;  ///< z
};

struct Layout {
    Length carcase_thickness, shelf_thickness, front_thickness;
    bool has_fronts = false;
    Length back_zone;                     ///< depth that the back panels take behind the carcase
    Length front_back;                    ///< distance from the carcase to the back of the fronts
    Length base;                          ///< y of the underside of the carcase
    std::vector<UprightLayout> uprights;  ///< one more than bays
    std::vector<BayLayout> bays;
    std::vector<OpeningLayout> openings;  ///< of all bays, in order

    const OpeningLayout& opening(std::size_t bay, std::size_t index) const {
        return openings[bays[bay].first_opening + index];
    }
};

Layout make_layout(const Book& book, const Design& design);

}  // namespace maatkast
