#pragma once
// The mesh of a prism: an outline extruded along an axis, every edge chamfered as a board's, so that a
// trapezoid door beside a rectangular one catches the light alike.

#include <cstdint>
#include <span>
#include <vector>

#include "model/build/part.h"
#include "model/mesh/mesh.h"

namespace maatkast {

struct PrismMesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
};

/// Centred on the box of `size` that the outline fills, metres. The corners of the outline are cut by the
/// bevel (board_bevel), or by a third of the shorter side beside them; points of curves are kept and shaded
/// round. Closed. u runs along the grain: on the two caps along `length_axis` (the outline's u where that is
/// the extrusion), on the sides along their edge, or along the extrusion where the grain does. The outline
/// must be simple, anticlockwise and of at least three points.
PrismMesh make_prism(std::span<const OutlinePoint> outline, Length3 size, Axis extrusion, Axis length_axis);

/// Volume in m³ of that mesh, from areas alone: the chamfered outline's over the height between the chamfers,
/// and for each chamfer Simpson's rule over the insets, which is exact as their area is quadratic.
double prism_volume(std::span<const OutlinePoint> outline, Length3 size, Axis extrusion);

}  // namespace maatkast
