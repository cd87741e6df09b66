#include "model/build/swept.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/build/motion.h"

namespace maatkast {
namespace {

constexpr double kQuarter = std::numbers::pi / 2;

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

double radians(Angle angle) {
    return angle.degrees() * std::numbers::pi / 180;
}

/// The rectangle around the arc on which a point turns about the origin: from its angle on, `by` further.
struct Arc {
    glm::dvec2 least, most;
};

Arc arc_of(glm::dvec2 from, double by) {
    const double radius = glm::length(from), start = std::atan2(from.y, from.x), end = start + by;
    const glm::dvec2 to = radius * glm::dvec2(std::cos(end), std::sin(end));
    Arc arc{glm::min(from, to), glm::max(from, to)};
    const double low = std::min(start, end), high = std::max(start, end);
    for (double quarter = std::ceil(low / kQuarter); quarter * kQuarter <= high; ++quarter) {
        switch (static_cast<int>(quarter) & 3) {
            case 0:
                arc.most.x = radius;
                break;
            case 1:
                arc.most.y = radius;
                break;
            case 2:
                arc.least.x = -radius;
                break;
            default:
                arc.least.y = -radius;
        }
    }
    return arc;
}

/// Distance from the opener's axis to the corner of a box that is furthest from it.
double radius_about(const Opener& opener, const Bounds& box) {
    const glm::dvec3 pivot = metres(opener.pivot);
    glm::dvec3 reach = glm::max(glm::abs(box.least - pivot), glm::abs(box.most - pivot));
    reach[static_cast<int>(opener.axis)] = 0;
    return glm::length(reach);
}

double between_pivots(const Build& build, const Opener& a, const Opener& b) {
    if (a.frame == b.frame) return glm::distance(metres(a.pivot), metres(b.pivot));
    const auto in_world = [&](const Opener& opener) {
        return frame_matrix(build, opener.frame) * glm::dvec4(metres(opener.pivot), 1);
    };
    return glm::distance(in_world(a), in_world(b));
}

/// Radians that a hinge would turn over its whole way, went it on as it does in the faster of its steps.
double fastest_turn(const Opener& hinge) {
    if (hinge.lead == 0) return radians(hinge.limit);
    const double lead = hinge.lead / 100.0;
    return std::max(radians(hinge.before) / lead,
                    (radians(hinge.limit) + radians(hinge.before)) / (1 - lead));
}

}  // namespace

Bounds bounds_of(const Part& part) {
    return {metres(part.origin), metres(part.origin + part.size)};
}

Bounds placed(const Bounds& box, const glm::dmat4& matrix) {
    const glm::dvec3 half = (box.most - box.least) / 2.0;
    const glm::dvec3 middle(matrix * glm::dvec4((box.least + box.most) / 2.0, 1));
    const glm::dmat3 turn(matrix);
    const glm::dvec3 reach =
        glm::abs(turn[0]) * half.x + glm::abs(turn[1]) * half.y + glm::abs(turn[2]) * half.z;
    return {middle - reach, middle + reach};
}

Bounds world_bounds(const Build& build, const Part& part) {
    const Bounds box = bounds_of(part);
    return part.frame < 0 ? box : placed(box, frame_matrix(build, part.frame));
}

Bounds swept_box(const Opener& opener, const Bounds& closed) {
    Bounds box = closed;
    const int along = static_cast<int>(opener.axis);
    if (opener.kind == OpenerKind::slide) {
        const double by = opener.sign * opener.travel.metres();
        (by < 0 ? box.least : box.most)[along] += by;
        return box;
    }
    const int u = (along + 1) % 3, v = (along + 2) % 3;
    const glm::dvec3 pivot = metres(opener.pivot);
    const double by = opener.sign * radians(opener.limit);
    for (const double at_u : {closed.least[u], closed.most[u]})
        for (const double at_v : {closed.least[v], closed.most[v]}) {
            const Arc arc = arc_of({at_u - pivot[u], at_v - pivot[v]}, by);
            box.least[u] = std::min(box.least[u], pivot[u] + arc.least.x);
            box.least[v] = std::min(box.least[v], pivot[v] + arc.least.y);
            box.most[u] = std::max(box.most[u], pivot[u] + arc.most.x);
            box.most[v] = std::max(box.most[v], pivot[v] + arc.most.y);
        }
    return box;
}

double longest_path(const Build& build, const Part& part) {
    double path = 0, radius = 0;
    std::int32_t number = part.opener, child = -1;
    while (number >= 0) {
        const Opener& opener = build.openers[static_cast<std::size_t>(number)];
        radius = child < 0
                     ? radius_about(opener, bounds_of(part))
                     : radius + between_pivots(build, opener, build.openers[static_cast<std::size_t>(child)]);
        path += opener.kind == OpenerKind::slide ? opener.travel.metres() : fastest_turn(opener) * radius;
        if (opener.kind == OpenerKind::slide) radius += opener.travel.metres();
        child = number;
        number = opener.parent;
    }
    return path;
}

}  // namespace maatkast
