#pragma once
// The picture's scene for other renderers: everything that stands in it, the room too, as one glTF binary.

#include <cstdint>
#include <vector>

#include "renderer/scene.h"

namespace maatkast::scene {

/// GLB 2.0: metres, +Y up, shared meshes, metal-roughness materials, pictures embedded as PNG with their
/// scale and offset in KHR_texture_transform, lacquer as KHR_materials_clearcoat. Openers stand where the
/// scene has them. Nodes of the room bear the extras {"role": "room"}: they only receive light
/// (renderer/scene.h). The lighting is not in it: that is the map of `render --environment-out`.
std::vector<std::uint8_t> write_scene_glb(const render::Scene& scene);

}  // namespace maatkast::scene
