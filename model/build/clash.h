#pragma once
// Whether solids get in each other's way: parts cut into convex pieces, and separating axes between two of
// those.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <glm/glm.hpp>

#include "model/build/build.h"

namespace maatkast {

/// A box along the axes that its owner says, metres.
struct Bounds {
    glm::dvec3 least{1e9}, most{-1e9};

    void take_in(const Bounds& other) {
        least = glm::min(least, other.least);
        most = glm::max(most, other.most);
    }
};

/// They share more than `tolerance` (metres) along each axis.
bool meet(const Bounds& a, const Bounds& b, double tolerance);

/// A convex solid: a polygon extruded at right angles to its plane. Metres; held in place, so that moving and
/// comparing pieces allocates nothing.
struct Piece {
    static constexpr std::size_t kMostCorners = 10;

    std::array<glm::dvec3, kMostCorners> corners;  ///< of its lower face, anticlockwise about `rise`
    std::array<glm::dvec3, kMostCorners> normals;  ///< unit, outward, of the side after each corner
    std::size_t count = 0;                         ///< corners
    std::size_t directions = 0;  ///< so many of the first normals differ by more than their sign
    glm::dvec3 rise{0};          ///< unit, from the lower face to the upper
    double height = 0;
    Bounds box;
};

Piece box_piece(const Bounds& box);
/// The pieces of one part in the axes of its frame, closed: a board or fitting is its box, a prism its
/// outline cut into convex polygons of at most eight corners.
std::vector<Piece> pieces_of(const Build& build, const Part& part);
/// Moved by a matrix that turns and shifts.
Piece placed(const Piece& piece, const glm::dmat4& matrix);
/// All that the piece passes when it is shifted by `distance` (may be negative) along an axis, which must be
/// parallel or square to its rise: a convex piece again.
Piece stretched(const Piece& piece, Axis axis, double distance);

/// True where two pieces reach further than `tolerance` (metres) into each other in every direction.
/// Separating axes (Gottschalk, Lin, Manocha 1996): normals of faces, then cross products of edges, which add
/// nothing where both are extruded along one direction.
bool meet(const Piece& a, const Piece& b, double tolerance);

/// Convex polygons, indices into the outline, anticlockwise, that together are the outline: its triangles,
/// joined while they stay convex (Hertel, Mehlhorn 1983) and have at most `most` corners.
std::vector<std::vector<std::uint32_t>> convex_polygons(std::span<const glm::dvec2> outline,
                                                        std::size_t most);

}  // namespace maatkast
