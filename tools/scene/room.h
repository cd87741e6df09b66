#pragma once
// The room around the cabinet: a warm white wall, a light oak floor, a skirting board. So large that no edge
// shows.

#include <cstdint>
#include <vector>

#include "renderer/scene.h"
#include "tools/scene/views.h"

namespace maatkast::scene {

inline constexpr char kFloorTexture[] = "floor";  ///< file stem of the floor's picture

/// Meshes of the room, kept for the life of the scene that borrows them.
struct RoomMesh {
    std::uint64_t key = 0;
    std::vector<render::Vertex> vertices;
    std::vector<std::uint32_t> indices;
};
struct Room {
    RoomMesh wall, left_wall, right_wall, floor, skirting;
};
Room make_room();

/// Adds the room to a scene whose floor picture has index `floor_texture` (−1: a plain floor). The skirting
/// board stops at the cabinet, which is as wide as `cabinet`; where a run stands along a side wall, that wall
/// is at the cabinet's side, else far away.
void add_room(render::Scene& scene, const Room& room, const render::Bounds& cabinet, SideWalls walls,
              int floor_texture);

}  // namespace maatkast::scene
