#pragma once
// Meshes of the room, made in code: surfaces without a back, and bodies with soft edges. Metres, no textures
// but the floor's.

#include <cstdint>
#include <vector>

#include "renderer/scene.h"

namespace maatkast::scene {

/// Kept for the life of the scene that borrows it.
struct RoomMesh {
    std::vector<render::Vertex> vertices;
    std::vector<std::uint32_t> indices;

    /// The same for the same bytes, as the renderer asks.
    std::uint64_t key() const;
};

/// A rectangle from three corners, anticlockwise seen from its only side; the fourth completes it. UV are
/// metres.
void add_quad(RoomMesh& mesh, glm::vec3 a, glm::vec3 b, glm::vec3 c);

void append(RoomMesh& to, const RoomMesh& more);

/// A box whose edges are rounded by `radius` (at most half its smallest size) in `steps` facets a quarter.
RoomMesh rounded_box(const render::Bounds& box, float radius, int steps);

}  // namespace maatkast::scene
