#include "model/build/whole.h"

#include <algorithm>

#include "model/build/rule.h"
#include "model/design/runs.h"

namespace maatkast {

bool has_cornice(const Design& design) {
    return design.cornice && !design.worktop;
}

bool has_top_filler(const Design& design) {
    return design.top_filler > Length{} && !design.worktop && !design.cornice;
}

const End& end_of(const Design& design, Side side) {
    return side == Side::left ? design.left_end : design.right_end;
}

bool closed_end(const Design& design, Side side) {
    return !is_end((side == Side::left ? design.bays.front() : design.bays.back()).shape);
}

bool against_wall(const Design& design, Side side) {
    return closed_end(design, side) && end_of(design, side).filler > Length{};
}

Length above_carcase(const Book& book, const Design& design) {
    const Length joint = book.construction.joint_clearance;
    if (design.worktop) return design.worktop->thickness + joint;
    return has_cornice(design) ? design.cornice->height + joint : Length{};
}

Length over_top(const Design& design) {
    return has_top_filler(design) ? design.top_filler : Length{};
}

Length before_fronts(const Design& design) {
    if (design.worktop) return design.worktop->overhang;
    return has_cornice(design) ? design.cornice->overhang : Length{};
}

Length beside_end(const Book& book, const Design& design, Side side) {
    if (!closed_end(design, side)) return {};
    const Length joint = book.construction.joint_clearance;
    const End& end = end_of(design, side);
    if (against_wall(design, side)) return (end.cladding ? design.thickness.carcase : Length{}) + end.filler;
    const Length zone = end.cladding ? design.thickness.carcase + joint : Length{};
    return zone + (has_cornice(design) ? design.cornice->overhang : Length{});
}

Length behind_carcase(const Book& book, const Design& design, Length backs) {
    const Construction& c = book.construction;
    if (design.base.kind == BaseKind::hung) return backs + c.plinth_thickness + c.joint_clearance;
    const bool braced = std::ranges::any_of(design.bays, [](const Bay& bay) {
        return bay.back == Back::brace && bay.shape == BayShape::straight;
    });
    if (!braced) return backs;
    return std::max(backs, (book.models[book.model("brace_bar")].size.x + c.joint_clearance) * 2);
}

Repair set_on_floor(const Book& book) {
    Repair stand = repair("set_on_floor", "base", "plinth");
    stand.edits.push_back({"base/height", edit_value(book.defaults.plinth_height)});
    return stand;
}

Length foot_back(const Book& book, const Design& design, Length back_zone) {
    const auto& skirting = design.room.skirting;
    return skirting ? std::max(back_zone, skirting->depth + book.construction.joint_clearance) : back_zone;
}

Length skirting_behind(const Book& book, const Design& design, Length front) {
    const Construction& c = book.construction;
    const bool legs = design.base.kind == BaseKind::legs;
    const Length rear = legs ? front : front - c.plinth_recess - c.plinth_thickness;
    return rear - book.models[book.model(legs ? "leg_steel" : "foot")].size.z - c.joint_clearance;
}

Length deepest_skirting(const Book& book, const Design& design, const Layout& layout) {
    Length front = kLongest;
    for (std::size_t i = 0; i < layout.uprights.size(); ++i) {
        if (!layout.uprights[i].exists) continue;
        front = std::min(front, layout.uprights[i].front);
        for (std::size_t bay = i == 0 ? 0 : i - 1; bay <= i && bay < design.bays.size(); ++bay)
            if (!is_corner(design.bays[bay].shape)) front = std::min(front, layout.bays[bay].front);
    }
    return skirting_behind(book, design, front);
}

void notch_skirting(const Builder& b, BoardSpec& spec) {
    const auto& skirting = b.design.room.skirting;
    if (!skirting || skirting->height <= spec.least.y) return;
    const Length joint = b.book.construction.joint_clearance;
    const Length up = skirting->height + joint, out = skirting->depth + joint, low = spec.least.y;
    const Length rear = spec.least.z, front = spec.most.z;
    if (out <= rear || up >= spec.most.y || out >= front) return;
    auto& outline = spec.outline;  // u is y, v is z
    if (outline.empty()) {
        outline = {{low, rear}, {spec.most.y, rear}, {spec.most.y, front}, {low, front}};
        spec.extrusion = Axis::x;
        spec.banded = spec.most.y - low + (front - rear) * 2;
    }
    const auto corner = std::ranges::find(outline, OutlinePoint{low, rear});
    if (corner == outline.end()) return;
    *corner = {up, rear};
    outline.insert(corner, {{low, out}, {up, out}});
    spec.banded -= out - rear;
}

bool plinth_ends(const Design& design, std::size_t bay, Side side) {
    const std::size_t next = side == Side::left ? bay - 1 : bay + 1;  // beyond the first: beyond all
    return next >= design.bays.size() || design.bays[next].kneehole;
}

Length end_foot(const Design& design, const UprightLayout& upright) {
    return design.base.kind == BaseKind::plinth ? Length{} : upright.bottom;
}

std::uint16_t facing_finish(const Builder& b, Length thickness) {
    const Finish& fronts = b.book.finishes[b.finish.fronts];
    if (!b.layout.has_fronts) return b.finish.carcase;
    if (!fronts.fronts_only) return b.finish.fronts;
    if (b.book.finishes[b.finish.carcase].board(thickness)) return b.finish.carcase;
    return fronts.behind.value_or(b.finish.carcase);
}

Facing facing_of(const Builder& b) {
    const Length thickness = b.layout.has_fronts ? b.layout.front_thickness : b.layout.carcase_thickness;
    return {facing_finish(b, thickness), thickness};
}

void build_whole(Builder& builder) {
    build_end_panels(builder);
    build_hanging(builder);
    build_worktop(builder);
    build_cornice(builder);
    build_top_filler(builder);
}

}  // namespace maatkast
