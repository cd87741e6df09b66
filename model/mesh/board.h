#pragma once
// The mesh of a board: a box whose twelve edges are chamfered and whose normals make the chamfers look round.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "model/build/part.h"
#include "model/mesh/mesh.h"

namespace maatkast {

/// 24 corner points, each once with the UV of its face and once with those of the face whose texture its
/// chamfer continues; 6 faces and 12 chamfers of 2 triangles, 8 corners of 1.
inline constexpr std::size_t kBoardVertices = 48;
inline constexpr std::size_t kBoardTriangles = 44;

/// Distance in metres that the chamfer takes off each of its two faces: 1 mm, but at most a quarter of the
/// smallest size, so that a thin back panel keeps half of its edge flat.
double board_bevel(Length3 size);

/// Volume in m³ of the chamfered box, exact: L·W·T − 2b²(L + W + T) + 16/3·b³ with bevel b. Twelve prisms of
/// b²/2 go off the edges; at each corner 5/6 of a cube b³ is missing, as a tetrahedron of b³/6 stays.
double board_volume(Length3 size);

/// The triangles of every board, wound anticlockwise seen from outside.
const std::array<std::uint32_t, 3 * kBoardTriangles>& board_indices();

/// The list begins with the end at + along the length and that at −, both sides, the large face at − and that
/// at +: so many indices each.
inline constexpr std::uint32_t kFaceIndices = 6;

/// Writes the vertices of a board of `size` (world axes, all positive) around its centre. u runs along
/// `length_axis` on the four long faces and along the width on the two ends; on the narrow faces v counts
/// from the large face at +. `length_axis` and `thickness_axis` must differ. Depends on nothing but its
/// arguments.
void write_board(Length3 size, Axis length_axis, Axis thickness_axis, std::span<Vertex, kBoardVertices> out);

}  // namespace maatkast
