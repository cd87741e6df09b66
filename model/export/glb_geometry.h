#pragma once
// Vertices, indices and key times as a glTF buffer with its views and accessors.

#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <tiny_gltf.h>

#include "model/mesh/mesh.h"

namespace maatkast::gltf {

/// Appends to model.buffers[0], on a multiple of four as every accessor needs, and returns the view's number.
int add_view(tinygltf::Model& model, const void* bytes, std::size_t size, std::size_t stride, int target);

/// Some of MeshSet's indices: the first, and how many.
using IndexRange = std::pair<std::uint32_t, std::uint32_t>;

/// Accessor numbers of a mesh; `uv` is -1 where no primitive needs it (an unused attribute is a remark of the
/// validator's, and bytes for nothing).
struct MeshAccessors {
    int position = -1, normal = -1, uv = -1;
};
struct Geometry {
    std::vector<MeshAccessors> meshes;
    std::map<IndexRange, int> indices;
};

/// One view for each attribute and one for the indices, all meshes behind each other; an accessor for each
/// mesh and for each of the index lists, which are written once. Indices have 16 bits, or 32 where a mesh
/// needs them. `with_uv[i]`: whether mesh i is drawn with a texture.
Geometry add_geometry(tinygltf::Model& model, const MeshSet& set, const std::vector<bool>& with_uv,
                      const std::vector<IndexRange>& lists);

/// `components` floats per element: 1 for times, 3 for translations, 4 for rotations. Least and most are
/// written.
int add_floats(tinygltf::Model& model, int view, std::size_t offset, std::size_t count, int components);

}  // namespace maatkast::gltf
