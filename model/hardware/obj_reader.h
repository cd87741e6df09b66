#pragma once
// OBJ text to triangles through Assimp, with everything else that Assimp can do switched off.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "model/mesh/mesh.h"

namespace maatkast {

struct ObjTriangles {
    std::vector<Vertex> vertices;  ///< no two the same; file order of first use
    std::vector<std::uint32_t> indices;
};

/// All objects of the file as one list of triangles, in the file's axes and unit. Normals are the file's
/// (made unit) or, where it has none, each triangle's own. UV are taken as they stand: our own files write v
/// downwards, as Vertex has it. Material libraries are not followed: the text is the only file that Assimp
/// ever sees. The error is Assimp's own sentence.
std::expected<ObjTriangles, std::string> read_obj(std::string_view text);

}  // namespace maatkast
