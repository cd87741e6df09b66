#pragma once
// Boxes on undermount runners: drawers and trays.

#include "model/build/builder.h"

namespace maatkast {

/// One of the boxes that stand above each other in an opening, counted from the bottom.
struct DrawerBox {
    std::int32_t opening = 0;
    int number = 0;
    std::string_view stem;               ///< of its names: `drawer`
    bool carried = false;                ///< hangs on a front; else it stands behind the carcase's edge
    std::optional<Length> side_height;   ///< else as high as fits
    std::optional<Length> front_height;  ///< else as high as its sides
};

/// The clear height that a box of an opening has; light under the board above takes its own from the
/// uppermost.
Length box_band(const OpeningLayout& space, const Opening& opening, int number);
/// The outer width of the boxes in an opening.
Length box_width(const Book& book, const Bay& bay, std::size_t opening);
/// Box and runners; its opener, -1 where it does not fit.
std::int32_t build_drawer_box(BayBuilder& bay, const DrawerBox& box);

/// kg that the runners of an opener carry: all that moves with it but themselves, and the contents of its
/// opening over its bottom, where they are known.
double runner_burden(const Book& book, const Design& design, std::span<const Part> parts,
                     std::int32_t opener);
/// Heavy runners under the boxes of a bay that need them, once their fronts hang on them. `first`: index of
/// the bay's first part.
void fit_runners(BayBuilder& bay, std::size_t first);

}  // namespace maatkast
