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

}  // namespace maatkast
