#pragma once
// Line drawings of a build: views and sections at right angles, with dimensions, as SVG on paper millimetres.

#include <optional>
#include <string>

#include "model/build/build.h"
#include "model/machining/drilling.h"

namespace maatkast {

/// From the front, from the right, from above.
enum class DrawingView : std::uint8_t { front, side, plan };

struct DrawingOptions {
    DrawingView view = DrawingView::front;
    double width = 120,
           height = 90;  ///< room on paper, mm; the drawing is made as large as a usual scale allows
    bool fronts = true;  ///< doors, drawer fronts and what hangs on them
    bool dimensions = true;
    /// A section: what lies nearer to the viewer than this plane, square to the view, is left out, and what
    /// it cuts is drawn dark. Metres, world: z of a front view, x of a side view, y of a plan.
    std::optional<double> cut;
};

/// One `<svg>` element that stands for itself: hidden lines are covered by the faces before them (painter's
/// order by each part's nearest point, exact for boxes that share no volume). Its colours are classes of the
/// style that it carries. The same build gives the same bytes.
std::string write_drawing(const Build& build, const DrawingOptions& options);

/// A board's face with its holes, its length along the paper: front edges up, drawn to fill `width` mm.
std::string write_hole_drawing(const Build& build, std::uint32_t part, const std::vector<HoleRow>& rows,
                               Face face, double width);

}  // namespace maatkast
