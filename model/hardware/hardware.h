#pragma once
// Hardware meshes: handles, feet, hinges. Our own PLY files, read through Assimp, checked to be closed.

#include <cstdint>
#include <string>
#include <vector>

#include "model/book/book.h"
#include "model/mesh/mesh.h"

namespace maatkast {

/// A closed mesh, centred on its bounding box centre, in metres and in the file's axes.
struct HardwareMesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    Length3 size;  ///< of the bounding box, which the vertices fill exactly
    std::uint64_t content =
        0;  ///< hash of vertices and indices; part of the mesh keys, so a new file is a new mesh
};

/// The meshes of Book::models in the same order.
struct HardwareMeshes {
    std::vector<HardwareMesh> meshes;
};

/// Reads DIR/ID.ply for each model of the book. Refused, all reasons at once, each with its file: missing or
/// unreadable, not closed (an edge that is not there once in each direction after joining equal positions), a
/// bounding box that is not the book's within 0.01 mm. Only PLY is understood, and the file can name no other
/// file.
OrProblems<HardwareMeshes> load_hardware(const Book& book, const std::string& directory);

/// How many edges are not shared by exactly two triangles in opposite directions, vertices at one position
/// taken as one; triangles without area count too. 0: the mesh is closed, and each of its surfaces is a
/// 2-manifold.
std::size_t open_edges(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices);

/// Writes the model turned `turn` quarters about its own z axis (right-handed) and then stretched to `size`,
/// normals corrected for the stretch. `out` has as many vertices as the mesh.
void write_fitted(const HardwareMesh& mesh, Length3 size, int turn, std::span<Vertex> out);

}  // namespace maatkast
