#pragma once
// EXT_meshopt_compression, added to a finished GLB: tinygltf can write nothing on buffer views.

#include <cstdint>
#include <vector>

namespace maatkast::gltf {

/// The same model with its vertices and triangles compressed, losslessly but for the normals, which become 8
/// bits (KHR_mesh_quantization). `glb` is a file of write_glb's; images and key times stay as they are.
/// Throws what the JSON library throws if it is none. https://github.com/KhronosGroup/glTF,
/// EXT_meshopt_compression.
std::vector<std::uint8_t> compress_with_meshopt(const std::vector<std::uint8_t>& glb);

}  // namespace maatkast::gltf
