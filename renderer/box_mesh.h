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
