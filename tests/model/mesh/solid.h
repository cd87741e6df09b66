#pragma once
// What a closed mesh is measured by, worked out from its triangles alone.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>

#include <glm/glm.hpp>

#include "model/mesh/mesh.h"

namespace maatkast::test {

struct Solid {
    std::span<const Vertex> vertices;
    std::span<const std::uint32_t> indices;

    std::size_t triangles() const { return indices.size() / 3; }
    const Vertex& corner(std::size_t triangle, std::size_t i) const {
        return vertices[indices[3 * triangle + i]];
    }
    glm::dvec3 point(std::size_t triangle, std::size_t i) const { return corner(triangle, i).position; }
    /// Length is twice the area.
    glm::dvec3 cross(std::size_t t) const {
        return glm::cross(point(t, 1) - point(t, 0), point(t, 2) - point(t, 0));
    }
    /// Positive where the texture is seen the right way round: image rows run down, against the axis of v.
    double uv_cross(std::size_t t) const {
        const glm::dvec2 a = corner(t, 0).uv, b = corner(t, 1).uv, c = corner(t, 2).uv;
        return (b.y - a.y) * (c.x - a.x) - (b.x - a.x) * (c.y - a.y);
    }
};

/// Divergence theorem: a sixth of the sum of the triple products.
inline double volume(const Solid& solid) {
    double sum = 0;
    for (std::size_t t = 0; t < solid.triangles(); ++t)
        sum += glm::dot(solid.point(t, 0), glm::cross(solid.point(t, 1), solid.point(t, 2)));
    return sum / 6;
}

inline double area(const Solid& solid) {
    double sum = 0;
    for (std::size_t t = 0; t < solid.triangles(); ++t) sum += glm::length(solid.cross(t)) / 2;
    return sum;
}

inline double uv_area(const Solid& solid) {
    double sum = 0;
    for (std::size_t t = 0; t < solid.triangles(); ++t) sum += solid.uv_cross(t) / 2;
    return sum;
}

/// Edges that do not occur exactly once in each direction, positions taken as they are, to the bit.
inline std::size_t wrong_edges(const Solid& solid) {
    using Point = std::array<float, 3>;
    std::map<std::array<Point, 2>, int> directed;
    const auto key = [](glm::vec3 p) { return Point{p.x, p.y, p.z}; };
    for (std::size_t t = 0; t < solid.triangles(); ++t)
        for (std::size_t i = 0; i < 3; ++i)
            ++directed[{key(solid.corner(t, i).position), key(solid.corner(t, (i + 1) % 3).position)}];
    return static_cast<std::size_t>(std::ranges::count_if(directed, [&](const auto& edge) {
        const auto back = directed.find({edge.first[1], edge.first[0]});
        return edge.second != 1 || back == directed.end() || back->second != 1 ||
               edge.first[0] == edge.first[1];
    }));
}

inline std::array<glm::vec3, 2> box(const Solid& solid) {
    std::array<glm::vec3, 2> out{solid.vertices[0].position, solid.vertices[0].position};
    for (const Vertex& vertex : solid.vertices) {
        out[0] = glm::min(out[0], vertex.position);
        out[1] = glm::max(out[1], vertex.position);
    }
    return out;
}

}  // namespace maatkast::test
