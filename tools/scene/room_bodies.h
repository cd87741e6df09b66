#pragma once
// What stands in a customer's room, as quiet bodies of its true size: enough to be recognised, no more.

#include <vector>

#include "model/design/design.h"
#include "tools/scene/room_mesh.h"

namespace maatkast::scene {

/// Of what a body is; the room makes materials of them.
enum class Paint : std::uint8_t {
    plaster,
    shaded_wall,
    far_wall,
    ceiling,
    lit_ceiling,
    floor,
    lacquer,
    shaded_lacquer,
    linen,
    blanket,
    wood,
    steel,
    shade,
    daylight
};

struct RoomBody {
    RoomMesh mesh;
    Paint paint = Paint::plaster;
    glm::mat4 at{1};
    render::Role role = render::Role::room;  ///< object: throws a shadow
};

/// Inside its box, from (0, 0, 0) to width, height, depth in metres; the wall is at z = 0. A room's door is
/// shut: its depth is the way that it swings.
std::vector<RoomBody> bodies_of(const RoomObstacle& obstacle);

}  // namespace maatkast::scene
