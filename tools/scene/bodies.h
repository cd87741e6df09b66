#pragma once
// Meshes of soft things, made in code: turned, drawn out, wound and lofted. Metres; y is up; every one is
// closed. Their UV are one point each: a slot of the palette.

#include <span>
#include <vector>

#include "tools/scene/palette.h"
#include "tools/scene/room_mesh.h"

namespace maatkast::scene {

/// All of the mesh in one colour.
RoomMesh dyed(RoomMesh mesh, glm::vec2 uv);
/// Turned and shifted; the matrix has no scale.
RoomMesh moved(RoomMesh mesh, const glm::mat4& matrix);

/// A convex outline in plan (x, z), clockwise seen from above, drawn up from `low` to `high`: flat sides.
RoomMesh drawn_up(std::span<const glm::vec2> outline, float low, float high, glm::vec2 uv);
/// A box with sharp edges, twelve triangles.
RoomMesh box(glm::vec3 least, glm::vec3 most, glm::vec2 uv);

/// A profile of (radius, height) turned about the y axis, from its lower end on the axis round its outside to
/// its upper end; a wall of its own thickness where it comes back inside. Edges sharper than about 40° stay
/// edges.
RoomMesh turned(std::span<const glm::vec2> profile, int segments, glm::vec2 uv);

/// A round wire along a path in a plane across `side`, a unit vector; flat ends.
RoomMesh wire(std::span<const glm::vec3> path, float radius, int sides, const glm::vec3& side, glm::vec2 uv);

/// Rings of equally many points, one after another, joined into a smooth body and closed by a fan at both
/// ends. Seen along the way from the first ring to the last, each ring runs anticlockwise.
RoomMesh lofted(const std::vector<std::vector<glm::vec3>>& rings, glm::vec2 uv);

render::Bounds bounds_of(const RoomMesh& mesh);

}  // namespace maatkast::scene
