#pragma once
// The room around the cabinet as far as the design says it: walls, floor, skirting board, a ceiling that is
// flat or slopes, and what else stands there. The rest is a warm white room so large that no edge shows.
//
// Walls and ceilings have one side only: from outside one looks through them at the cabinet.

#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"
#include "tools/scene/room_bodies.h"

namespace maatkast::scene {

inline constexpr char kFloorTexture[] = "floor";  ///< file stem of the floor's picture

/// The room of a design that was built. A side wall stands at the cabinet where another run or a filler says
/// so, or where a ceiling slopes down to that end; else it is far away. The skirting board stops beside a
/// plinth, unless it is known to be so low that the cabinet stands over it; in a kneehole it is seen again.
/// Without a design: walls and floor.
std::vector<RoomBody> make_room(const Book& book, const Design* design, const Build& build);

/// Adds the room, whose meshes the scene borrows; its floor picture has index `floor_texture` (−1: a plain
/// floor).
void add_room(render::Scene& scene, const std::vector<RoomBody>& room, int floor_texture);

}  // namespace maatkast::scene
