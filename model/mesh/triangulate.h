#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/glm.hpp>

namespace maatkast {

/// Triangles of a simple polygon given anticlockwise, by ear clipping (Meisters 1975): indices into it,
/// anticlockwise, two fewer than corners. Quadratic in the corners, of which a board has a few dozen at most.
/// Of a polygon that is not simple it gives as many triangles, which overlap.
std::vector<std::array<std::uint32_t, 3>> triangulate(std::span<const glm::dvec2> polygon);

/// Triangles of what lies between loops of points: anticlockwise around it, clockwise around its holes, in
/// any order. Each hole is joined to the loop around it by the shortest way that crosses nothing (Eberly,
/// Triangulation by Ear Clipping). Every side of every loop is the side of one triangle. A hole with nothing
/// around it is left out.
std::vector<std::array<std::uint32_t, 3>> triangulate_loops(
    std::span<const glm::dvec2> points, const std::vector<std::vector<std::uint32_t>>& loops);

}  // namespace maatkast
