#include "model/build/layout.h"

#include <algorithm>

namespace maatkast {
namespace {

/// The thickness of a bay's back: thin up to the area that the book names, thick above it.
Length back_thickness(const Construction& c, const Bay& bay, const Layout& layout) {
    if (bay.back == Back::none) return {};
    const double area = (bay.width + layout.carcase_thickness).metres() * (bay.height - layout.base).metres();
    return area > c.back_thick_above_m2 ? c.back_thick : c.back_thin;
}

void place_uprights(const Design& design, Layout& layout) {
    const Length t = layout.carcase_thickness;
    const std::size_t count = design.bays.size();
    Length x = -total_width(design) / 2;
    layout.uprights.reserve(count + 1);
    for (std::size_t i = 0; i <= count; ++i) {
        const Bay& left = design.bays[i > 0 ? i - 1 : 0];
        const Bay& right = design.bays[std::min(i, count - 1)];
        const Length front = std::max(left.depth, right.depth) -
                             (layout.front_back + (layout.has_fronts ? layout.front_thickness : Length{}));
        layout.uprights.push_back({x, std::max(left.height, right.height), front});
        x += t + right.width;
    }
}

/// How far the fronts of a bay reach over an upright: half of it, less half a gap, where the neighbour's
/// fronts may do the same; all but the reveal at the end of the run, but no further than a hinge reaches (13
/// mm and the cup's 5 mm to the edge); not at all beside an upright that stands out further.
Length overlay(const Construction& c, const Layout& layout, const UprightLayout& upright, Length bay_front,
               bool end) {
    if (upright.front > bay_front) return -c.front_gap;
    return end ? std::min(layout.carcase_thickness - c.front_reveal, c.front_overlay)
               : (layout.carcase_thickness - c.front_gap) / 2;
}

BayLayout bay_layout(const Construction& c, const Design& design, const Layout& layout, std::size_t i) {
    const Bay& bay = design.bays[i];
    const Length t = layout.carcase_thickness;
    const UprightLayout& left = layout.uprights[i];
    const UprightLayout& right = layout.uprights[i + 1];
    BayLayout at;
    at.left = left.left + t;
    at.right = right.left;
    at.floor = layout.base + t;
    at.ceiling = bay.height - t;
    at.back = layout.back_zone;
    at.back_thickness = back_thickness(c, bay, layout);
    at.front = bay.depth - layout.front_back - (layout.has_fronts ? layout.front_thickness : Length{});
    at.front_left = at.left - overlay(c, layout, left, at.front, i == 0);
    at.front_right = at.right + overlay(c, layout, right, at.front, i + 1 == design.bays.size());
    at.front_bottom = layout.base + c.front_reveal;
    at.front_top = bay.height - c.front_reveal;
    return at;
}

void place_openings(const Construction& c, const Bay& bay, const BayLayout& at, Layout& layout) {
    Length bottom = at.floor, front_bottom = at.front_bottom;
    for (const Opening& opening : bay.openings) {
        OpeningLayout space{bottom, at.ceiling, front_bottom, at.front_top, true};
        if (opening.top) {
            const Length face = at.floor + *opening.top;
            space.top = face - layout.shelf_thickness;
            space.front_top = face - layout.shelf_thickness / 2 - c.front_gap / 2;
        }
        space.exists =
            space.top > space.bottom && space.top <= at.ceiling && space.front_top > space.front_bottom;
        layout.openings.push_back(space);
        if (!space.exists) continue;
        bottom = space.top + layout.shelf_thickness;
        front_bottom = space.front_top + c.front_gap;
    }
}

}  // namespace

Layout make_layout(const Book& book, const Design& design) {
    const Construction& c = book.construction;
    Layout layout;
    layout.carcase_thickness = design.thickness.carcase;
    layout.shelf_thickness = design.thickness.shelves;
    layout.front_thickness = design.thickness.fronts;
    layout.has_fronts = std::ranges::any_of(design.bays, [](const Bay& bay) { return !bay.fronts.empty(); });
    layout.front_back = layout.has_fronts ? c.front_offset : Length{};
    layout.base = design.base.height;
    for (const Bay& bay : design.bays)
        if (bay.back == Back::panel)
            layout.back_zone = std::max(layout.back_zone, back_thickness(c, bay, layout) + c.joint_clearance);
    place_uprights(design, layout);
    std::size_t openings = 0;
    for (const Bay& bay : design.bays) openings += bay.openings.size();
    layout.openings.reserve(openings);
    layout.bays.reserve(design.bays.size());
    for (std::size_t i = 0; i < design.bays.size(); ++i) {
        BayLayout at = bay_layout(c, design, layout, i);
        at.first_opening = static_cast<std::uint32_t>(layout.openings.size());
        layout.bays.push_back(at);
        place_openings(c, design.bays[i], at, layout);
    }
    return layout;
}

}  // namespace maatkast
