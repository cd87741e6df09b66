#include "model/mesh/triangulate.h"

#include <algorithm>
#include <numeric>

namespace maatkast {
namespace {

/// Twice the area of a triangle, positive when anticlockwise.
double cross(glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool holds(glm::dvec2 a, glm::dvec2 b, glm::dvec2 c, glm::dvec2 p) {
    return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
}

/// The corner at `at` of the corners that are left can be cut off: it turns left and no other lies within.
bool is_ear(std::span<const glm::dvec2> polygon, const std::vector<std::uint32_t>& left, std::size_t at) {
    const std::size_t count = left.size();
    const std::uint32_t ia = left[(at + count - 1) % count], ib = left[at], ic = left[(at + 1) % count];
    const glm::dvec2 a = polygon[ia], b = polygon[ib], c = polygon[ic];
    if (cross(a, b, c) <= 0) return false;
    return std::ranges::none_of(
        left, [&](std::uint32_t i) { return i != ia && i != ib && i != ic && holds(a, b, c, polygon[i]); });
}

}  // namespace

std::vector<std::array<std::uint32_t, 3>> triangulate(std::span<const glm::dvec2> polygon) {
    std::vector<std::uint32_t> left(polygon.size());
    std::iota(left.begin(), left.end(), 0u);
    std::vector<std::array<std::uint32_t, 3>> triangles;
    while (left.size() >= 3) {
        std::size_t ear = 0;
        while (ear < left.size() && !is_ear(polygon, left, ear)) ++ear;
        if (ear == left.size()) ear = 0;  // not simple, or rounded flat: go on rather than hang
        const std::size_t count = left.size();
        triangles.push_back({left[(ear + count - 1) % count], left[ear], left[(ear + 1) % count]});
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear));
    }
    return triangles;
}

}  // namespace maatkast
