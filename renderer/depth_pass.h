// Drawing depth only, as seen along a matrix: shared by the shadow map and the pre-pass.
#pragma once

#include <glm/glm.hpp>

#include "renderer/pipelines.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

inline constexpr VkFormat kDepthFormat = VK_FORMAT_D32_SFLOAT;
inline constexpr VkFormat kLightFormat = VK_FORMAT_R16G16B16A16_SFLOAT;  // linear light

// Of the maps: their depth is linear, so 16 bits are a tenth of a millimetre over 6 m, in half the memory.
inline constexpr VkFormat kMapDepthFormat = VK_FORMAT_D16_UNORM;

// The layout that all drawing shares: one set (shaders/shared.h) and push constants of a matrix and a
// material index.
struct DrawLayout {
    explicit DrawLayout(const Device& device);
    VkDescriptorSet make_set(const Device& device) const {
        return allocate_set(device, pool, set_layout.get());
    }

    UniqueSetLayout set_layout;
    UniquePipelineLayout layout;
    UniqueDescriptorPool pool;
};

// Which kinds of draws a pass takes.
enum class DrawFilter : std::uint8_t { casters, opaque, blended };

// What a depth pass looks along: a camera, whose clip space has y downwards, or the axis of a map, with y
// upwards, where fronts therefore turn the other way round.
enum class DepthView : std::uint8_t { camera, map };

// Draws the fronts of surfaces only.
UniquePipeline make_depth_pipeline(const Device& device, const DrawLayout& layout,
                                   VkSampleCountFlagBits samples, DepthView view);

// Binds what all draws of a pass share: pipeline, set (with the frame's uniforms at the offset) and matrix.
void bind_pass(VkCommandBuffer commands, VkPipeline pipeline, const DrawLayout& layout, VkDescriptorSet set,
               std::uint32_t uniform_offset, const glm::mat4& view_projection);

// Records the draws; returns how many.
std::uint32_t record_draws(VkCommandBuffer commands, const DrawLayout& layout, std::span<const Draw> draws,
                           DrawFilter filter);

// Begins drawing into a depth image alone, cleared to `clear`; end with vkCmdEndRendering.
void begin_depth(VkCommandBuffer commands, VkImageView view, Size size, float clear);

}  // namespace maatkast::render
