// Strips of light as points that a shader can add up, and what those reach. Pure arithmetic.
#pragma once

#include <vector>

#include "renderer/scene.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

inline constexpr std::size_t kMostLightPoints = std::size_t{SKY_COLUMNS} * SKY_COLUMNS;

// Points along the strips, about 45 cm apart, and for each strip the patch of the first object below its
// middle, which throws back what its colour leaves. Where that would be more than kMostLightPoints they are
// further apart; with very many strips there are no patches, and at last only the first strips shine.
std::vector<gpu::LightPoint> light_points(const std::vector<LightStrip>& strips,
                                          const std::vector<PlacedInstance>& placed);

// World to clip space of a point's view.
glm::mat4 light_view(const gpu::LightPoint& point);

// The points that may reach each tile's side, one list behind the other; writes AmbientTile::lights.
std::vector<std::uint32_t> list_lights(const std::vector<gpu::LightPoint>& points,
                                       std::vector<gpu::AmbientTile>& tiles);

// The most light that any texel gets from them, in shares of the ambient light there: not less than 2.
float most_light(const std::vector<gpu::LightPoint>& points, const std::vector<gpu::AmbientTile>& tiles);

}  // namespace maatkast::render
