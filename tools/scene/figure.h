#pragma once
// Somebody who stands beside the cabinet, so that one sees how large it is: a calm figure of one matt colour,
// as architects draw them.

#include <optional>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"
#include "tools/scene/room_mesh.h"

namespace maatkast::scene {

inline constexpr int kShortestFigure = 100, kUsualFigure = 175, kTallestFigure = 220;  ///< centimetres

/// Stands on y = 0 about the origin, facing +z, as high as said to a tenth of a millimetre.
RoomMesh make_figure(int centimetres);

/// Where it stands: beside an end of the cabinet, at the wall that the cabinet stands at, clear of the
/// cabinet, of what opens where that can be, of the room's obstacles, and below its ceiling. Nothing where no
/// end has room.
std::optional<glm::mat4> place_figure(const Book& book, const Design& design, const Build& build,
                                      int centimetres);

/// Adds the figure, whose mesh the scene borrows, and returns the box around it.
render::Bounds add_figure(render::Scene& scene, const RoomMesh& figure, const glm::mat4& at);

}  // namespace maatkast::scene
