// The six sides of every instance's box as tiles of one picture, the ambient atlas. Pure arithmetic.
#pragma once

#include <vector>

#include "renderer/scene_store.h"

namespace maatkast::render {

inline constexpr std::uint32_t kAtlasWidth = 2048;
inline constexpr std::uint32_t kAtlasMaxHeight = 4096;

struct AmbientPlan {
    std::vector<gpu::AmbientTile> tiles;
    std::vector<glm::uvec2> texels;  // tile and number within it of every texel
    std::uint32_t height = 1;        // of the atlas
};

// Lays out tiles for all instances, about 3.5 cm a texel (room surfaces 6 cm, and only near the objects),
// coarser where that would not fit, and writes box and tiles into `instances` (same order as `placed`).
AmbientPlan plan_ambient(const std::vector<PlacedInstance>& placed, const Bounds& objects,
                         std::vector<gpu::InstanceData>& instances);

}  // namespace maatkast::render
