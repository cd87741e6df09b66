#include "model/build/layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

#include "model/build/layout_corner.h"
#include "model/build/shelf.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

constexpr double kTan22_5 = 0.41421356237309503;

/// The thickness of a bay's back: thin up to the area that the book names, thick above it.
Length back_thickness(const Construction& c, const Bay& bay, const Layout& layout) {
    if (is_end(bay.shape)) return c.back_thick;  // it carries the shelves
    if (bay.back != Back::panel) return {};
    if (is_corner(bay.shape)) return c.back_thick;
    const double area = (bay.width + layout.carcase_thickness).metres() * (bay.height - layout.base).metres();
    return area > c.back_thick_above_m2 ? c.back_thick : c.back_thin;
}

/// What stands before the carcase of a bay: fronts, or the tracks of sliding leaves.
Length front_zone(const Layout& layout) {
    return layout.front_back + (layout.has_fronts ? layout.front_thickness : Length{});
}
Length front_zone(const Construction& c, const Design& design, const Layout& layout, const Bay& bay) {
    const auto index = static_cast<std::size_t>(&bay - design.bays.data());
    return sliding_before(design, index) ? c.sliding_track_depth : front_zone(layout);
}

/// The bay beside an upright that counts for its size: the straight one, where the other is a corner.
const Bay& beside(const Design& design, std::size_t upright, bool left) {
    const std::size_t last = design.bays.size() - 1;
    const Bay& wanted = design.bays[left ? (upright > 0 ? upright - 1 : 0) : std::min(upright, last)];
    const Bay& other = design.bays[left ? std::min(upright, last) : (upright > 0 ? upright - 1 : 0)];
    return is_corner(wanted.shape) && !is_corner(other.shape) ? other : wanted;
}

/// The same for the upright beside a bay. Sliding leaves run between the outermost uprights of their range,
/// which stand as far forward as the leaves; a corner's front needs its own air there.
Length zone_beside(const Construction& c, const Design& design, const Layout& layout, std::size_t upright,
                   const Bay& at) {
    const auto bay = static_cast<std::size_t>(&at - design.bays.data());
    const std::size_t count = design.bays.size();
    const auto slides = [&](std::size_t i) { return i < count ? sliding_before(design, i) : nullptr; };
    if (!slides(bay)) return front_zone(layout);
    const std::size_t other = bay == upright ? upright - 1 : upright;
    if (slides(other) == slides(bay)) return c.sliding_track_depth;
    return other < count && is_corner(design.bays[other].shape) ? front_zone(layout) : Length{};
}

/// Where no bay with a bottom panel stands beside it, nothing carries an upright but the floor.
Length foot_of(const Design& design, const Layout& layout, std::size_t upright) {
    const auto carried_by = [&](std::size_t bay) {
        return bay < design.bays.size() && !design.bays[bay].kneehole;
    };
    const bool hangs = design.base.kind == BaseKind::hung;
    return hangs || carried_by(upright - 1) || carried_by(upright) ? layout.base : Length{};
}

/// Heights and depths of all uprights; where they stand is left to place_runs.
void size_uprights(const Construction& c, const Design& design, Layout& layout) {
    const std::size_t count = design.bays.size();
    layout.uprights.reserve(count + 1);
    for (std::size_t i = 0; i <= count; ++i) {
        const Bay &left = beside(design, i, true), &right = beside(design, i, false);
        UprightLayout upright;
        upright.bottom = foot_of(design, layout, i);
        upright.top =
            std::max(design.bays[i > 0 ? i - 1 : 0].height, design.bays[std::min(i, count - 1)].height) -
            layout.above;
        upright.front = std::max(left.depth - zone_beside(c, design, layout, i, left),
                                 right.depth - zone_beside(c, design, layout, i, right)) -
                        layout.overhang;
        upright.exists = !(i == 0 && is_end(design.bays.front().shape)) &&
                         !(i == count && is_end(design.bays.back().shape));
        layout.uprights.push_back(upright);
    }
}

Length thickness_of(const Layout& layout, std::size_t upright) {
    return layout.uprights[upright].exists ? layout.carcase_thickness : Length{};
}

/// From the left face of a run's first upright to the right face of its last.
Length length_of(const Design& design, const Layout& layout, const Run& run) {
    Length length = thickness_of(layout, run.first);
    for (std::size_t i = run.first; i < run.first + run.count; ++i)
        length += design.bays[i].width + thickness_of(layout, i + 1);
    return length;
}

/// Puts the uprights of a run one after the other from `x` on.
void place_uprights(const Design& design, Layout& layout, std::uint32_t run, Length x) {
    const Run& bays = layout.runs[run].bays;
    for (std::size_t i = bays.first; i <= bays.first + bays.count; ++i) {
        layout.uprights[i].left = x;
        layout.uprights[i].run = run;
        if (i < bays.first + bays.count) x += thickness_of(layout, i) + design.bays[i].width;
    }
}

/// From the corner of its walls, or the end of the cabinet, to the run's first upright, and from its last one
/// on.
struct Margins {
    Length before, after;
};
Margins margins(const Book& book, const Design& design, const Layout& layout, std::size_t run) {
    const Length t = layout.carcase_thickness;
    return {run > 0 ? layout.corners[run - 1].right_leg - t : beside_end(book, design, Side::left),
            run < layout.corners.size() ? layout.corners[run].left_leg - t
                                        : beside_end(book, design, Side::right)};
}

/// Where a run's first upright stands in the run's own axes: the main run in the middle of the whole, one to
/// its right from its corner on, one to its left up to its corner.
Length start_of(std::size_t run, std::size_t main, Length length, Margins margin) {
    if (run > main) return margin.before;
    if (run < main) return -margin.after - length;
    return -(margin.before + length + margin.after) / 2 + margin.before;
}

Length3 turned_by_quarters(Length3 p, std::int32_t quarters) {
    for (std::int32_t i = quarters & 3; i > 0; --i) p = {p.z, p.y, -p.x};
    return p;
}

/// Each run is turned by a quarter from the one before it, clockwise seen from above, about their common
/// corner, which lies at `point` of the one and at `zero` of the other.
void place_frames(Layout& layout, std::size_t main) {
    const auto quarters = [&](std::size_t run) {
        return static_cast<std::int32_t>(main) - static_cast<std::int32_t>(run);
    };
    const auto zero = [&](std::size_t run) {
        const CornerLayout& corner = layout.corners[run - 1];
        return layout.uprights[corner.bay + 1].left + layout.carcase_thickness - corner.right_leg;
    };
    for (std::size_t run = main + 1; run < layout.runs.size(); ++run) {
        const Length3 shift{layout.corners[run - 1].point, {}, -zero(run)};
        layout.runs[run].frame.origin =
            layout.runs[run - 1].frame.origin + turned_by_quarters(shift, quarters(run - 1));
    }
    for (std::size_t run = main; run-- > 0;) {
        const Length3 shift{zero(run + 1), {}, layout.corners[run].point};
        layout.runs[run].frame.origin =
            layout.runs[run + 1].frame.origin + turned_by_quarters(shift, quarters(run + 1));
    }
    std::int32_t index = 0;
    for (std::size_t run = 0; run < layout.runs.size(); ++run) {
        layout.runs[run].frame.yaw = Angle::of_degrees(90 * quarters(run));
        layout.runs[run].index = run == main ? -1 : index++;
    }
}

void place_runs(const Book& book, const Design& design, Layout& layout) {
    const auto main = static_cast<std::size_t>(design.main_run);
    for (std::size_t run = 0; run < layout.runs.size(); ++run) {
        const Length length = length_of(design, layout, layout.runs[run].bays);
        place_uprights(design, layout, static_cast<std::uint32_t>(run),
                       start_of(run, main, length, margins(book, design, layout, run)));
    }
    for (CornerLayout& corner : layout.corners) place_corner(corner, layout);
    place_frames(layout, main);
}

struct Ceiling {
    SlopeLine line;
    Length span;  ///< from its low end to its high one
};
Ceiling ceiling_over(const Book& book, const Design& design, const Layout& layout) {
    const auto main = static_cast<std::size_t>(design.main_run);
    const Margins margin = margins(book, design, layout, main);
    const Length left = layout.uprights[layout.runs[main].bays.first].left - margin.before;
    const Length right =
        left + margin.before + length_of(design, layout, layout.runs[main].bays) + margin.after;
    const Length depth = total_depth(design);
    return {room_slope(*design.room.slope, left, right, depth),
            design.room.slope->side == Slope::Side::back ? depth : right - left};
}

/// What the ceiling leaves to each run, and to its uprights.
void place_slope(const Book& book, const Design& design, Layout& layout) {
    if (!design.room.slope) return;
    const SlopeLine limit =
        ceiling_over(book, design, layout).line.lowered(book.construction.slope_clearance);
    for (RunLayout& run : layout.runs) run.limit = in_frame(limit, run.frame);
    for (UprightLayout& upright : layout.uprights) {
        const SlopeLine& line = *layout.runs[upright.run].limit;
        const Length highest = line.axis == Axis::z
                                   ? line.highest(layout.back_zone, upright.front)
                                   : line.highest(upright.left, upright.left + layout.carcase_thickness);
        upright.top = std::min(upright.top, highest);
    }
}

Length built_height(const Design& design, const Layout& layout) {
    Length height{};
    for (const UprightLayout& upright : layout.uprights)
        if (upright.exists) height = std::max(height, upright.top + layout.above);
    for (const Bay& bay : design.bays)  // what is not cut is as high as it is said to be
        if (bay.shape != BayShape::straight) height = std::max(height, bay.height);
    return height;
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

/// Beside a diagonal front the planes of both fronts meet at 135°: each gives way by what tan 22.5° makes of
/// their thickness.
Length beside_diagonal(const Construction& c, const Layout& layout) {
    return layout.carcase_thickness - Length::nearest_mm(front_zone(layout).mm() * kTan22_5 + 0.05) -
           c.front_gap / 2;
}

Length overlay_towards(const Construction& c, const Design& design, const Layout& layout, std::size_t upright,
                       const BayLayout& at, bool end, std::size_t neighbour) {
    const Length usual = overlay(c, layout, layout.uprights[upright], at.front, end);
    const bool diagonal = !end && design.bays[neighbour].shape == BayShape::corner_diagonal;
    return diagonal ? std::min(usual, beside_diagonal(c, layout)) : usual;
}

BayLayout bay_layout(const Construction& c, const Design& design, const Layout& layout, std::size_t i) {
    const Bay& bay = design.bays[i];
    const UprightLayout& left = layout.uprights[i];
    const UprightLayout& right = layout.uprights[i + 1];
    BayLayout at;
    at.run = left.run;
    at.left = left.left + thickness_of(layout, i);
    at.right = right.left;
    at.floor = layout.base + layout.carcase_thickness;
    at.top = bay.height - layout.above;
    at.ceiling = at.shelf_ceiling = at.top - layout.carcase_thickness;
    at.back = layout.back_zone;
    at.back_thickness = back_thickness(c, bay, layout);
    at.front = bay.depth - layout.overhang - front_zone(c, design, layout, bay);
    at.front_left = at.left - overlay_towards(c, design, layout, i, at, i == 0, i - 1);
    at.front_right =
        at.right + overlay_towards(c, design, layout, i + 1, at, i + 1 == design.bays.size(), i + 1);
    at.front_bottom = layout.base + c.front_reveal;
    at.front_top = at.top - c.front_reveal;
    const auto& limit = layout.runs[at.run].limit;
    if (limit && bay.shape == BayShape::straight) fit_under_slope(c, layout, *limit, bay.depth, at);
    return at;
}

/// The upper edge that a front before an opening would have: half a gap under the middle of the shelf. Over
/// knees, where none ever hangs, the next one reaches down over the shelf's edge as over a bottom panel's.
Length front_top(const Construction& c, const Bay& bay, std::size_t opening, const OpeningLayout& space,
                 Length thickness) {
    const bool knees = bay.kneehole && opening == 0 && !closed_by(bay, opening, ShelfKind::stack);
    return space.top + (knees ? c.front_reveal - c.front_gap : thickness - thickness / 2 - c.front_gap / 2);
}

void place_openings(const Construction& c, const Bay& bay, const BayLayout& at, Layout& layout) {
    Length bottom = bay.kneehole ? Length{} : at.floor, front_bottom = at.front_bottom;
    for (std::size_t i = 0; i < bay.openings.size(); ++i) {
        const Opening& opening = bay.openings[i];
        // Over a shelf that ends at a slope there is only what its front edge finds.
        const Length ceiling = bottom < at.ceiling ? at.ceiling : at.shelf_ceiling;
        OpeningLayout space{bottom, ceiling, front_bottom, at.front_top, true};
        if (opening.top) {
            const Length face = at.floor + *opening.top;
            const Length thickness = shelf_thickness(c, layout, bay, opening);
            space.top = face - thickness;
            space.front_top = front_top(c, bay, i, space, thickness);
        }
        space.exists = space.top > space.bottom && space.top <= shelf_limit(at, opening.shelf) &&
                       space.front_top > space.front_bottom;
        layout.openings.push_back(space);
        if (!space.exists) {
            bottom = std::max(bottom, at.floor);  // nothing but knees goes lower
            continue;
        }
        if (opening.top) bottom = at.floor + *opening.top;
        front_bottom = space.front_top + c.front_gap;
    }
}

void place_bays(const Construction& c, const Design& design, Layout& layout) {
    std::size_t openings = 0;
    for (const Bay& bay : design.bays) openings += bay.openings.size();
    layout.openings.reserve(openings);
    layout.bays.reserve(design.bays.size());
    for (std::size_t i = 0; i < design.bays.size(); ++i) {
        BayLayout at = bay_layout(c, design, layout, i);
        if (const CornerLayout* corner = corner_at(layout, i)) fit_corner_bay(c, design, layout, *corner, at);
        at.first_opening = static_cast<std::uint32_t>(layout.openings.size());
        layout.bays.push_back(at);
        place_openings(c, design.bays[i], at, layout);
    }
}

}  // namespace

bool same_outside(const Layout& a, const Layout& b) {
    const auto run = [](const Layout& l) {
        return std::tie(l.carcase_thickness, l.shelf_thickness, l.front_thickness, l.has_fronts, l.back_zone,
                        l.front_back, l.base, l.above, l.overhang, l.height, l.uprights, l.runs, l.corners);
    };
    return run(a) == run(b) && std::ranges::equal(a.bays, b.bays, [](BayLayout x, const BayLayout& y) {
               x.first_opening = y.first_opening;
               return x == y;
           });
}

const CornerLayout* corner_at(const Layout& layout, std::size_t bay) {
    const auto found = std::ranges::find(layout.corners, bay, &CornerLayout::bay);
    return found == layout.corners.end() ? nullptr : &*found;
}

const Sliding* sliding_before(const Design& design, std::size_t bay) {
    const auto at = static_cast<int>(bay);
    const auto found = std::ranges::find_if(design.sliding,
                                            [at](const Sliding& s) { return s.first <= at && at <= s.last; });
    return found == design.sliding.end() ? nullptr : &*found;
}

Layout make_layout(const Book& book, const Design& design) {
    const Construction& c = book.construction;
    Layout layout;
    layout.carcase_thickness = design.thickness.carcase;
    layout.shelf_thickness = design.thickness.shelves;
    layout.front_thickness = design.thickness.fronts;
    layout.has_fronts = std::ranges::any_of(design.bays, [](const Bay& bay) { return !bay.fronts.empty(); });
    layout.front_back = layout.has_fronts ? c.front_offset : Length{};
    layout.base = design.base.height;
    layout.above = above_carcase(book, design);
    layout.overhang = before_fronts(design);
    for (const Bay& bay : design.bays)
        if (bay.back == Back::panel || is_end(bay.shape))
            layout.back_zone = std::max(layout.back_zone, back_thickness(c, bay, layout) + c.joint_clearance);
    layout.back_zone = behind_carcase(book, design, layout.back_zone);
    for (const Run& run : runs_of(design)) layout.runs.push_back({.bays = run});
    size_uprights(c, design, layout);
    layout.corners =
        size_corners(book, design, front_zone(layout) + layout.overhang, layout.carcase_thickness);
    place_runs(book, design, layout);
    place_slope(book, design, layout);
    layout.height = built_height(design, layout);
    place_bays(c, design, layout);
    return layout;
}

SlopeSizes slope_sizes(const Book& book, const Design& design) {
    const Ceiling ceiling = ceiling_over(book, design, make_layout(book, design));
    const double degrees = std::atan(ceiling.line.tangent) * 180 / std::numbers::pi;
    return {Length::nearest_mm(ceiling.line.low),
            Length::nearest_mm(ceiling.line.low + ceiling.line.tangent * ceiling.span.mm()),
            Angle{static_cast<std::int32_t>(std::lround(degrees * 100))}};
}

Length3 overall_size(const Book& book, const Design& design) {
    const Layout layout = make_layout(book, design);
    const auto main = static_cast<std::size_t>(design.main_run);
    const auto reach = [&](std::size_t run) {
        const Margins margin = margins(book, design, layout, run);
        return margin.before + length_of(design, layout, layout.runs[run].bays) + margin.after;
    };
    Length depth{};
    for (const Bay& bay : design.bays)  // a corner's is derived, and less than the leg on the other wall
        if (!is_corner(bay.shape)) depth = std::max(depth, bay.depth);
    if (main > 0) depth = std::max(depth, reach(main - 1));
    if (main + 1 < layout.runs.size()) depth = std::max(depth, reach(main + 1));
    return {reach(main), layout.height + over_top(design), depth};
}

}  // namespace maatkast
