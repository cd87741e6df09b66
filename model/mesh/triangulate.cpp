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

using Triangles = std::vector<std::array<std::uint32_t, 3>>;
using Loop = std::vector<std::uint32_t>;

Triangles clip_ears(std::span<const glm::dvec2> polygon, Loop left) {
    Triangles triangles;
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

double twice_area(std::span<const glm::dvec2> points, const Loop& loop) {
    double sum = 0;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const glm::dvec2 a = points[loop[i]], b = points[loop[(i + 1) % loop.size()]];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

/// A ray to the right crosses its sides an odd number of times.
bool encloses(std::span<const glm::dvec2> points, const Loop& loop, glm::dvec2 p) {
    bool inside = false;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const glm::dvec2 a = points[loop[i]], b = points[loop[(i + 1) % loop.size()]];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}

/// The segment crosses a side of the loop, or passes through one of its corners.
bool crosses(std::span<const glm::dvec2> points, const Loop& loop, std::uint32_t from, std::uint32_t to) {
    const glm::dvec2 p = points[from], q = points[to];
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const std::uint32_t ia = loop[i], ib = loop[(i + 1) % loop.size()];
        if (ia == from || ia == to || ib == from || ib == to) continue;
        const glm::dvec2 a = points[ia], b = points[ib];
        if (cross(p, q, a) * cross(p, q, b) <= 0 && cross(a, b, p) * cross(a, b, q) <= 0) return true;
    }
    return false;
}

/// Puts the hole into the loop, there and back over the shortest free segment; false where there is none.
bool join(std::span<const glm::dvec2> points, Loop& outer, const Loop& hole,
          const std::vector<Loop>& others) {
    double shortest = 1e18;
    std::size_t at = 0, into = 0;
    for (std::size_t i = 0; i < outer.size(); ++i)
        for (std::size_t k = 0; k < hole.size(); ++k) {
            const glm::dvec2 way = points[hole[k]] - points[outer[i]];
            if (glm::dot(way, way) >= shortest) continue;
            const auto hits = [&](const Loop& loop) { return crosses(points, loop, outer[i], hole[k]); };
            if (hits(outer) || hits(hole) || std::ranges::any_of(others, hits)) continue;
            shortest = glm::dot(way, way);
            at = i;
            into = k;
        }
    if (shortest > 1e17) return false;
    Loop detour;
    for (std::size_t k = 0; k <= hole.size(); ++k) detour.push_back(hole[(into + k) % hole.size()]);
    detour.push_back(outer[at]);
    outer.insert(outer.begin() + static_cast<std::ptrdiff_t>(at) + 1, detour.begin(), detour.end());
    return true;
}

}  // namespace

Triangles triangulate(std::span<const glm::dvec2> polygon) {
    Loop all(polygon.size());
    std::iota(all.begin(), all.end(), 0u);
    return clip_ears(polygon, std::move(all));
}

Triangles triangulate_loops(std::span<const glm::dvec2> points, const std::vector<Loop>& loops) {
    std::vector<Loop> outer, holes;
    for (const Loop& loop : loops) (twice_area(points, loop) > 0 ? outer : holes).push_back(loop);
    std::ranges::sort(outer, {}, [&](const Loop& loop) { return twice_area(points, loop); });
    std::vector<std::vector<Loop>> inside(outer.size());
    for (const Loop& hole : holes) {
        const auto around = std::ranges::find_if(
            outer, [&](const Loop& loop) { return encloses(points, loop, points[hole.front()]); });
        if (around != outer.end()) inside[static_cast<std::size_t>(around - outer.begin())].push_back(hole);
    }
    Triangles triangles;
    for (std::size_t i = 0; i < outer.size(); ++i) {
        // The rightmost hole first: what it is joined to is not another hole that waits.
        std::ranges::sort(inside[i], {}, [&](const Loop& hole) {
            double most = -1e18;
            for (const std::uint32_t p : hole) most = std::max(most, points[p].x);
            return -most;
        });
        while (!inside[i].empty()) {
            const Loop hole = inside[i].front();
            inside[i].erase(inside[i].begin());
            join(points, outer[i], hole, inside[i]);
        }
        const Triangles part = clip_ears(points, outer[i]);
        triangles.insert(triangles.end(), part.begin(), part.end());
    }
    return triangles;
}

}  // namespace maatkast
