#pragma once
// Hardware meshes: handles, feet, hinges. Our own OBJ files, read through Assimp, checked to be closed.

#include <string>
#include <vector>

#include "model/mesh/mesh.h"

namespace maatkast {

/// The meshes of Book::models in the same order, centred on their bounding box centre, in metres.
struct HardwareMeshes {
    struct Mesh {
        std::vector<Vertex> vertices;
        std::vector<std::uint32_t> indices;
    };
    std::vector<Mesh> meshes;
};

/// Reads DIR/ID.obj for each model of the book. Refused, with the file and the reason: a missing or unreadable file,
/// a mesh that is not closed, a bounding box that is not the book's within 0.01 mm.
OrProblems<HardwareMeshes> load_hardware(const Book& book, const std::string& directory);

}  // namespace maatkast
