// The depth of the scene as the key light sees it, at several resolutions.
#pragma once

#include <vector>

#include "renderer/depth_pass.h"

namespace maatkast::render {

inline constexpr std::uint32_t kShadowSize = 2048;
inline constexpr std::uint32_t kShadowLevels = 5;

// World to shadow map for light from `direction` on everything within `objects`: x and y in −1 … 1, depth
// 0 (nearest to the light) … 1. The map is square, so that one width holds for both directions.
struct ShadowFit {
    glm::mat4 clip{1.0f};
    glm::mat4 texture{1.0f};  // as clip, but x and y in 0 … 1
    float width = 1.0f;       // metres
    float depth = 1.0f;       // metres
};
ShadowFit fit_shadow(const Bounds& objects, const glm::vec3& direction);

class ShadowMap {
  public:
    ShadowMap(Device& device, const DrawLayout& layout, VkPipeline depth_pipeline);
    // Draws every level anew; ends ready to be sampled.
    void record(VkCommandBuffer commands, std::span<const Draw> draws, VkDescriptorSet set,
                const ShadowFit& fit);
    void write_to(VkDescriptorSet set) const;

  private:
    Device& device_;
    const DrawLayout& layout_;
    VkPipeline pipeline_;
    DeviceImage image_;
    std::vector<UniqueImageView> levels_;
    UniqueSampler compare_;
    UniqueSampler nearest_;
};

}  // namespace maatkast::render
