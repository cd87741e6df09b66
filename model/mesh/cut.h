#pragma once
// Closed meshes cut by a plane into two closed meshes.

#include <cstdint>
#include <span>
#include <vector>

#include "model/mesh/mesh.h"

namespace maatkast {

/// One half of a mesh. From `cap` on its triangles are the faces that the cut laid bare, flat in the plane
/// and facing out of the half, with UV along two axes of the plane.
struct HalfMesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::uint32_t cap = 0;  ///< index into `indices`
};

struct Halves {
    HalfMesh below, above;
    double at = 0;  ///< where it was cut
};

/// Cuts a mesh where dot(normal, point) = at, in its own axes and metres; `normal` has unit length. Both
/// halves are closed, with edges equal to the bit, if the mesh is (otherwise the cap misses the loops that
/// are open), and their signed volumes add up to its own. Where a corner of the mesh lies within 0.05 mm of
/// the plane, as on a face that lies in it, the plane gives way by 0.3 mm at most, to where corners are
/// furthest. A half that is empty has no triangles.
Halves cut_mesh(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices,
                const glm::dvec3& normal, double at);

}  // namespace maatkast
