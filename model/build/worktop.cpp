#include <algorithm>

#include "model/build/outline.h"
#include "model/build/top_run.h"

namespace maatkast {
namespace {

/// One board of the worktop, in the axes of its run.
struct Slab {
    const Builder& builder;
    const TopSpan& span;

    Length joint() const { return builder.book.construction.joint_clearance; }
    const CornerLayout& left_corner() const { return *span.cells.front().corner; }
    const CornerLayout& right_corner() const { return *span.cells.back().corner; }
};

/// Where the mitre meets the front: in the middle of a diagonal. In the axes of the run before the corner.
/// Half a tenth is rounded towards the room on both walls, so that the mirrored corner is the mirror image.
PlanPoint mitre_point(const std::vector<PlanPoint>& bends) {
    const PlanPoint &a = bends.front(), &b = bends.back();
    return {(a.x + b.x) / 2, -((-a.z - b.z) / 2)};
}

/// Moves the end of a mitre back by a joint: along the front, and down a diagonal's slope.
PlanPoint set_back(PlanPoint at, Length joint, bool diagonal) {
    return {at.x - joint, diagonal ? at.z - joint : at.z};
}

/// From the corner of the walls to the front, then to where the straight front begins.
std::vector<PlanPoint> right_mitre(const Slab& slab) {
    const auto bends = corner_bends(slab.builder, slab.right_corner(), {});
    const bool diagonal = bends.size() > 1;
    std::vector<PlanPoint> points{{slab.right_corner().point - slab.joint(), {}},
                                  set_back(mitre_point(bends), slab.joint(), diagonal)};
    if (diagonal) points.push_back(bends.front());
    return points;
}

/// The same seen from the other wall, from the front back to the corner: mirrored, its x the other's z.
std::vector<PlanPoint> left_mitre(const Slab& slab) {
    const CornerLayout& corner = slab.left_corner();
    const auto bends = corner_bends(slab.builder, corner, {});
    const Length zero = corner_zero(slab.builder.layout, corner);
    const auto here = [&](const PlanPoint& p) { return PlanPoint{p.z + zero, corner.point - p.x}; };
    const bool diagonal = bends.size() > 1;
    const PlanPoint middle = here(mitre_point(bends));
    std::vector<PlanPoint> points;
    if (diagonal) points.push_back(here(bends.back()));
    points.push_back({middle.x + slab.joint(), diagonal ? middle.z - slab.joint() : middle.z});
    points.push_back({zero + slab.joint(), {}});
    return points;
}

/// Over an open end: rounded or cut as its boards are, from the upright's face or, beside a higher bay, as
/// little further out as the slab begins there. From the wall at the outside to where the front is straight;
/// `out` is +1 to the right.
std::vector<PlanPoint> open_end(const Slab& slab, const TopCell& cell, int out) {
    const BayLayout& at = slab.builder.layout.bays[cell.bay];
    const Bay& bay = slab.builder.design.bays[cell.bay];
    const Length begin = out > 0 ? std::max(at.left, slab.span.left) : std::min(at.right, slab.span.right);
    const Length rear = slab.builder.layout.back_zone, depth = slab.span.depth();
    const Length wide = out > 0 ? at.right - begin : begin - at.left;
    const auto x = [&](Length outwards) { return begin + outwards * out; };
    std::vector<PlanPoint> points{{x(wide), {}}};
    if (bay.shape == BayShape::end_diagonal) {
        points.push_back({x(wide), rear + (depth - rear) / 3});
        points.push_back({x(wide / 3), depth});
        return points;
    }
    for (const PlanPoint& point : quarter_ellipse({begin, rear}, wide * out, depth - rear))
        points.push_back(point);
    return points;
}

const Bay& bay_of(const Slab& slab, const TopCell& cell) {
    return slab.builder.design.bays[cell.bay];
}

std::vector<PlanPoint> right_side(const Slab& slab) {
    const TopCell& cell = slab.span.cells.back();
    if (slab.span.right_end == TopEnd::mitred) return right_mitre(slab);
    if (is_end(bay_of(slab, cell).shape) && cell.bay > 0) return open_end(slab, cell, 1);
    return {{slab.span.right, {}}, {slab.span.right, slab.span.depth()}};
}

std::vector<PlanPoint> left_side(const Slab& slab) {
    const TopCell& cell = slab.span.cells.front();
    if (slab.span.left_end == TopEnd::mitred) return left_mitre(slab);
    if (is_end(bay_of(slab, cell).shape) && cell.bay == 0) {
        auto points = open_end(slab, cell, -1);
        std::ranges::reverse(points);
        return points;
    }
    return {{slab.span.left, slab.span.depth()}, {slab.span.left, {}}};
}

/// Its sides are seen unless they stand at a wall, a higher bay, or the next board.
bool seen(TopEnd end) {
    return end == TopEnd::free;
}

/// The edge that is banded: all but the back and the sides that are not seen.
Length banded_edge(const Slab& slab, const std::vector<OutlinePoint>& outline, std::size_t right,
                   const std::vector<PlanPoint>& plan) {
    const auto side = [&](std::size_t a, std::size_t b) {
        const std::array points{OutlinePoint{plan[a].z, plan[a].x}, OutlinePoint{plan[b].z, plan[b].x}};
        return outline_length(points) / 2;
    };
    Length banded = outline_length(outline) - side(plan.size() - 1, 0);
    if (!seen(slab.span.right_end)) banded -= side(0, 1);
    if (!seen(slab.span.left_end)) banded -= side(plan.size() - 2, plan.size() - 1);
    return right > 0 ? banded : Length{};
}

BoardSpec spec_of(const Builder& b, const TopSpan& span, int number) {
    const Worktop& worktop = *b.design.worktop;
    PartName name("worktop");
    name += number;
    BoardSpec spec{.name = name,
                   .kind = PartKind::worktop,
                   .finish = b.finish_or(worktop.finish, b.finish.carcase),
                   .thickness = worktop.thickness};
    spec.least = {span.left, span.height() - worktop.thickness, {}};
    spec.most = {span.right, span.height(), span.depth()};
    return spec;
}

void add_slab(Builder& b, const TopSpan& span, int number) {
    const Slab slab{b, span};
    BoardSpec spec = spec_of(b, span, number);
    std::vector<PlanPoint> plan = right_side(slab);
    const std::size_t right = plan.size();
    for (const PlanPoint& point : left_side(slab))
        if (point.x != plan.back().x || point.z != plan.back().z) plan.push_back(point);
    if (plan.size() == 4 && span.left_end != TopEnd::mitred && span.right_end != TopEnd::mitred) {
        spec.edges = {.front = true, .first_end = seen(span.left_end), .second_end = seen(span.right_end)};
    } else {
        spec.outline = plan_outline(plan);
        spec.banded = banded_edge(slab, spec.outline, right, plan);
    }
    b.add(spec);
}

}  // namespace

void build_worktop(Builder& builder) {
    if (!builder.design.worktop) return;
    int number = 0;
    for (std::size_t run = 0; run < builder.layout.runs.size(); ++run) {
        builder.stand_in_run(run);
        for (const TopSpan& span : top_spans(builder, run, builder.book.construction.plinth_longest))
            add_slab(builder, span, number++);
    }
}

}  // namespace maatkast
