#pragma once
// How large corners are, and where: derived from their neighbours, never chosen.

#include <vector>

#include "model/build/layout.h"
#include "model/build/whole.h"

namespace maatkast {

/// The sizes of every corner. `front_zone`: of closed fronts and what stands out over them,
/// before the carcase. Sources: legs of 900 beside
/// 560 deep neighbours, 600 beside 320; a blind corner's filler lets handles pass each other.
std::vector<CornerLayout> size_corners(const Book& book, const Design& design, Length front_zone,
                                       Length carcase_thickness);

/// Puts a corner where its neighbours' uprights are.
void place_corner(CornerLayout& corner, const Layout& layout);

/// The clear space and the field of fronts of a corner's bay: in the axes of the run to its left, for a blind
/// one that opens to the right in those of the run to its right, for a diagonal one in those of its front,
/// which begin at the left upright's front edge.
void fit_corner_bay(const Construction& c, const Design& design, const Layout& layout,
                    const CornerLayout& corner, BayLayout& at);

/// The bay of an L as its front on one wall sees it, in the axes of the run along that wall: from the inner
/// corner of the carcase's front to the upright, and the leaf's field from half a gap beside the plane of the
/// other leaf's face to where fronts end at that upright.
BayLayout side_of_l(const Construction& c, const Design& design, const Layout& layout,
                    const CornerLayout& corner, Side side);

}  // namespace maatkast
