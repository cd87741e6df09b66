#pragma once
// A smooth closed mesh of a solid that is given by distances.

#include <functional>

#include "tools/scene/bodies.h"

namespace maatkast::scene {

/// Metres to the surface, negative inside; never more than the true distance.
using Distance = std::function<float(const glm::vec3&)>;

/// The surface inside a box, from cells of `step` metres: one vertex for each cell that it passes, in the
/// mean of where it crosses the cell's edges (Gibson, Constrained Elastic Surface Nets, 1998). The surface
/// must not reach the box's sides. Blocks of cells that lie further off than their size are not looked into.
RoomMesh surface_net(const Distance& distance, const render::Bounds& box, float step, glm::vec2 uv);

}  // namespace maatkast::scene
