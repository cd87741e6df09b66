#include "model/machining/blank.h"

#include <algorithm>
#include <cmath>

#include "model/book/book.h"
#include "model/build/outline.h"

namespace maatkast {
namespace {

Length longest_side(std::span<const OutlinePoint> outline) {
    double longest = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
        longest = std::max(longest, std::hypot((b.u - a.u).mm(), (b.v - a.v).mm()));
    }
    return Length::nearest_mm(longest);
}

}  // namespace

Axis width_axis(const Part& part) {
    for (const Axis axis : {Axis::x, Axis::y})
        if (axis != part.length_axis && axis != part.thickness_axis) return axis;
    return Axis::z;
}

Blank blank_of(const Book& book, const Build& build, const Part& part) {
    const Blank box{part.size.along(part.length_axis), part.size.along(width_axis(part)) + part.oversize,
                    part.size.along(part.thickness_axis)};
    if (part.shape != ShapeKind::prism || part.extrusion == part.thickness_axis) return box;
    const auto& boards = book.finishes[part.finish].boards;
    const auto offer = std::ranges::find(boards, part.article, &BoardOffer::article);
    if (offer == boards.end() || offer->thickness == box.thickness) return box;
    const auto outline = outline_of(build, part);
    const Length developed = std::max(
        longest_side(outline), Length::nearest_mm(outline_area(outline) * 1e6 / offer->thickness.mm()));
    const Length extruded = part.size.along(part.extrusion);
    if (part.extrusion == part.length_axis) return {extruded, developed, offer->thickness, true};
    return {developed, extruded, offer->thickness, true};
}

}  // namespace maatkast
