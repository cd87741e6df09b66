#pragma once
// PLY to triangles through Assimp, with everything else that Assimp can do switched off. PLY and not OBJ: for
// each file Assimp's reader of OBJ fills a buffer of 16 MiB, ten times the time that the model takes.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "model/mesh/mesh.h"

namespace maatkast {

struct PlyTriangles {
    std::vector<Vertex> vertices;  ///< no two the same; file order of first use
    std::vector<std::uint32_t> indices;
};

/// In the file's axes and unit, polygons cut into triangles. Normals are the file's (made unit), and not a
/// number where it has none. UV are taken as they stand: our own files write v downwards, as Vertex has it.
/// These bytes are the only file that Assimp ever sees. The error is Assimp's own sentence.
std::expected<PlyTriangles, std::string> read_ply(std::string_view bytes);

}  // namespace maatkast
