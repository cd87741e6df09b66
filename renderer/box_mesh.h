// The boxes of instances as one mesh in the world: coarse stand-ins where the parts themselves would cost too
// much.
#pragma once

#include <vector>

#include "renderer/pipelines.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

// The boxes one after another, kBoxIndices indices each, seen from outside counter-clockwise. Waits for the
// device.
inline constexpr std::uint32_t kBoxIndices = 36;
MeshChunk upload_boxes(Device& device, const std::vector<PlacedInstance>& instances);

// What hides ambient light: each instance's box, or its own triangles where the box would say too much. How
// many indices they are goes to `count`. Waits for the device.
MeshChunk upload_occluders(Device& device, const std::vector<PlacedInstance>& instances,
                           std::uint32_t& count);

// Draws boxes into a depth image: pushes one matrix, world to clip space, for the vertex shader; reads no
// set.
struct BoxPipeline {
    BoxPipeline(const Device& device, VkFormat format, VkSampleCountFlagBits samples, VkCompareOp test,
                bool write, VkCullModeFlags cull);
    // Binds pipeline and boxes.
    void bind(VkCommandBuffer commands, const MeshChunk& boxes) const;
    void push(VkCommandBuffer commands, const glm::mat4& view_projection) const;

    UniqueSetLayout no_set;
    UniquePipelineLayout layout;
    UniquePipeline pipeline;
};

}  // namespace maatkast::render
