#include "model/build/layout_corner.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace maatkast {
namespace {

/// The depth that a corner takes over on one side: its neighbour's; its own where nothing stands there; of
/// two corners side by side the larger, since they share the upright between them.
Length depth_beside(const Design& design, std::size_t corner, Side side) {
    const Length own = design.bays[corner].depth;
    if (side == Side::left ? corner == 0 : corner + 1 == design.bays.size()) return own;
    const Bay& beside = design.bays[side == Side::left ? corner - 1 : corner + 1];
    return is_corner(beside.shape) ? std::max(own, beside.depth) : beside.depth;
}

/// What stands out before closed fronts.
Length handle_reach(const Book& book, const Design& design) {
    const Handle* handle = book.handle(design.handle);
    return handle && handle->visible ? book.models[handle->model].size.z + book.construction.joint_clearance
                                     : Length{};
}

void size_legs(const Book& book, const Bay& bay, Length t, CornerLayout& corner) {
    const Construction& c = book.construction;
    const bool deep = std::max(corner.left_depth, corner.right_depth) >= c.corner_deep_from;
    const Length opening = deep ? c.corner_opening_deep : c.corner_opening_shallow;
    const Length reached = t + bay.width + corner.filler, passed = corner.filler + t;
    switch (bay.shape) {
        case BayShape::corner_blind_left:
            corner.left_leg = corner.right_depth + reached;
            corner.right_leg = corner.left_depth + passed;
            break;
        case BayShape::corner_blind_right:
            corner.left_leg = corner.right_depth + passed;
            corner.right_leg = corner.left_depth + reached;
            break;
        default:
            corner.left_leg = corner.right_depth + opening;
            corner.right_leg = corner.left_depth + opening;
    }
}

/// Of the leaf over the upright beside an L: half of it, or as much as at the end of a run.
Length overlay_of_l(const Construction& c, const Design& design, const Layout& layout,
                    const CornerLayout& corner, Side side) {
    const Length t = layout.carcase_thickness;
    const bool end = side == Side::left ? corner.bay == 0 : corner.bay + 1 == design.bays.size();
    return end ? std::min(t - c.front_reveal, c.front_overlay) : (t - c.front_gap) / 2;
}

}  // namespace

std::vector<CornerLayout> size_corners(const Book& book, const Design& design, Length front_zone,
                                       Length carcase_thickness) {
    const Construction& c = book.construction;
    std::vector<CornerLayout> corners;
    for (std::size_t i = 0; i < design.bays.size(); ++i) {
        if (!is_corner(design.bays[i].shape)) continue;
        CornerLayout corner;
        corner.bay = i;
        corner.left_depth = depth_beside(design, i, Side::left);
        corner.right_depth = depth_beside(design, i, Side::right);
        corner.left_front = corner.left_depth - front_zone;
        corner.right_front = corner.right_depth - front_zone;
        corner.filler = std::max(c.corner_filler, handle_reach(book, design) * 2 + c.corner_clearance);
        size_legs(book, design.bays[i], carcase_thickness, corner);
        corners.push_back(corner);
    }
    return corners;
}

void place_corner(CornerLayout& corner, const Layout& layout) {
    const Length left = layout.uprights[corner.bay].left;
    corner.point = left + corner.left_leg;
    corner.left_upright = left + layout.carcase_thickness;
    corner.right_upright = corner.right_leg - layout.carcase_thickness;
}

void fit_corner_bay(const Construction& c, const Design& design, const Layout& layout,
                    const CornerLayout& corner, BayLayout& at) {
    const Bay& bay = design.bays[corner.bay];
    const Length t = layout.carcase_thickness, overlay = (t - c.front_gap) / 2;
    at.front = corner.left_front;
    at.left = corner.left_upright;
    at.right = corner.point - corner.right_front;
    at.front_left = at.left - overlay;
    if (bay.shape == BayShape::corner_l) {
        at.front_left = at.left - overlay_of_l(c, design, layout, corner, Side::left);
        at.front_right = at.right - layout.front_back - layout.front_thickness - c.front_gap / 2;
    } else if (bay.shape == BayShape::corner_blind_left) {
        at.right = at.left + bay.width;
        at.front_right = at.right + overlay;
    } else if (bay.shape == BayShape::corner_blind_right) {
        at.run = layout.uprights[corner.bay + 1].run;
        at.front = corner.right_front;
        at.right = corner.right_upright + layout.uprights[corner.bay + 1].left + t - corner.right_leg;
        at.left = at.right - bay.width;
        at.front_left = at.left - overlay;
        at.front_right = at.right + overlay;
    } else if (bay.shape == BayShape::corner_diagonal) {
        const double side = (corner.right_upright - corner.left_front).mm();
        const Length width = Length::nearest_mm(side * std::numbers::sqrt2 - 0.05);
        const double zone = (layout.front_back + layout.front_thickness).mm();
        const Length taken =
            Length::nearest_mm(zone * std::tan(std::numbers::pi / 8) + 0.05) + c.front_gap / 2;
        at.diagonal = true;
        at.front = {};
        at.back = -width / 2;  // as deep as the pentagon is everywhere behind its front
        at.left = {};
        at.right = width;
        at.front_left = taken;
        at.front_right = width - taken;
    }
}

BayLayout side_of_l(const Construction& c, const Design& design, const Layout& layout,
                    const CornerLayout& corner, Side side) {
    BayLayout at = layout.bays[corner.bay];
    if (side == Side::left) return at;
    const UprightLayout& upright = layout.uprights[corner.bay + 1];
    const Length wall = upright.left + layout.carcase_thickness - corner.right_leg;  // the other run's
    const Length zone = layout.front_back + layout.front_thickness;
    at.run = upright.run;
    at.front = corner.right_front;
    at.left = wall + corner.left_front;
    at.right = upright.left;
    at.front_left = at.left + zone + c.front_gap / 2;
    at.front_right = at.right + overlay_of_l(c, design, layout, corner, Side::right);
    return at;
}

}  // namespace maatkast
