#pragma once
// Whether parts get in each other's way: exact on boxes, and by clipped triangles where a fitting is hollow.

#include <algorithm>
#include <array>
#include <vector>

#include <glm/glm.hpp>

#include "model/build/part.h"
#include "tests/model/mesh/solid.h"

namespace maatkast::test {

inline constexpr std::array kAxes{Axis::x, Axis::y, Axis::z};

/// How far two parts reach into each other along an axis; negative: the air between them.
inline Length shared(const Part& a, const Part& b, Axis axis) {
    const Length a_least = a.origin.along(axis), b_least = b.origin.along(axis);
    return std::min(a_least + a.size.along(axis), b_least + b.size.along(axis)) - std::max(a_least, b_least);
}

/// Lengths are whole tenths: sharing a volume at all is sharing 0.1 mm.
inline bool boxes_overlap(const Part& a, const Part& b) {
    return std::ranges::all_of(kAxes, [&](Axis axis) { return shared(a, b, axis) > Length{}; });
}

/// Faces of both boxes in one plane, one over the other: drawn, they flicker; built, they rub.
inline bool faces_coincide(const Part& a, const Part& b) {
    return std::ranges::any_of(kAxes, [&](Axis axis) {
        const auto plane = [axis](const Part& part, bool far) {
            return part.origin.along(axis) + (far ? part.size.along(axis) : Length{});
        };
        const bool over = std::ranges::all_of(
            kAxes, [&](Axis other) { return other == axis || shared(a, b, other) > Length{}; });
        return over && (plane(a, false) == plane(b, false) || plane(a, false) == plane(b, true) ||
                        plane(a, true) == plane(b, false) || plane(a, true) == plane(b, true));
    });
}

/// Keeps the side of a convex polygon where sign·(p[axis] − plane) ≤ 0.
inline std::vector<glm::dvec3> clip(const std::vector<glm::dvec3>& polygon, int axis, double plane,
                                    double sign) {
    std::vector<glm::dvec3> kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const glm::dvec3 &p = polygon[i], &q = polygon[(i + 1) % polygon.size()];
        const double from = sign * (p[axis] - plane), to = sign * (q[axis] - plane);
        if (from <= 0) kept.push_back(p);
        if ((from < 0 && to > 0) || (from > 0 && to < 0)) kept.push_back(p + (q - p) * (from / (from - to)));
    }
    return kept;
}

/// True where a surface comes further than 0.01 mm into a board. `solid` is centred on its part's box.
inline bool enters(const Solid& solid, const Part& fitting, const Part& board) {
    constexpr double kTouch = 1e-5;
    for (std::size_t t = 0; t < solid.triangles(); ++t) {
        std::vector<glm::dvec3> polygon{solid.point(t, 0), solid.point(t, 1), solid.point(t, 2)};
        for (int axis = 0; axis < 3 && !polygon.empty(); ++axis) {
            const Axis along = kAxes[static_cast<std::size_t>(axis)];
            const double centre =
                fitting.origin.along(along).metres() + fitting.size.along(along).metres() / 2;
            const double least = board.origin.along(along).metres() - centre;
            const double most = least + board.size.along(along).metres();
            polygon = clip(clip(polygon, axis, least + kTouch, -1), axis, most - kTouch, 1);
        }
        if (!polygon.empty()) return true;
    }
    return false;
}

}  // namespace maatkast::test
