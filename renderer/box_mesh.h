// Boxes, which stand in for meshes where those themselves would cost too much.
#pragma once

#include <vector>

#include "renderer/pipelines.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

// Adds the box around a mesh, kBoxIndices indices that count from the mesh's own first vertex, which must be
// the last that were added. Its sides are flat; their texture coordinates go on where the mesh's do.
void add_box(const Mesh& mesh, const Bounds& bounds, std::vector<Vertex>& vertices,
             std::vector<std::uint32_t>& indices);

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
