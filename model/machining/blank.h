#pragma once
// The rectangle of board that a part is cut from.

#include "model/build/build.h"

namespace maatkast {

/// `length` along the part's length. Of a board and of a prism across its thickness: its box, and what is
/// left wider for fitting on site. A prism that stands askew in its frame, or is bent, as a plinth round a
/// corner, is measured along itself: across its extrusion as far as its longest side, or as its area is
/// thicknesses long where that is more; `askew` then.
struct Blank {
    Length length, width, thickness;
    bool askew = false;
};
/// The thickness is that of the board in the part's article. The part must be cut from a board (not a model,
/// not a runner).
Blank blank_of(const Book& book, const Build& build, const Part& part);

/// The axis that is neither the part's length nor its thickness.
Axis width_axis(const Part& part);

}  // namespace maatkast
