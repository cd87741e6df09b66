#include "renderer/box_mesh.h"

#include <array>

#include "renderer/depth_pass.h"

namespace maatkast::render {
namespace {

// Corners are numbered bit by bit: x, y, z.
constexpr std::array<std::uint32_t, kBoxIndices> kSides{0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                                                        2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};

glm::vec3 corner(const PlacedInstance& instance, std::uint32_t number) {
    const glm::bvec3 high{number & 1, number >> 1 & 1, number >> 2};
    return instance.transform * glm::vec4(glm::mix(instance.box.min, instance.box.max, high), 1.0f);
}

struct Triangles {
    std::vector<glm::vec3> corners;
    std::vector<std::uint32_t> indices;

    void add_box(const PlacedInstance& instance) {
        const auto first = static_cast<std::uint32_t>(corners.size());
        for (const std::uint32_t index : kSides) indices.push_back(first + index);
        for (std::uint32_t i = 0; i < 8; ++i) corners.push_back(corner(instance, i));
    }
    void add_solid(const PlacedInstance& instance) {
        for (const glm::vec3& point : *instance.solid) {
            indices.push_back(static_cast<std::uint32_t>(corners.size()));
            corners.emplace_back(instance.transform * glm::vec4(point, 1.0f));
        }
    }
    MeshChunk upload(Device& device) const {
        return {upload_buffer(device, std::as_bytes(std::span(corners)), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT),
                upload_buffer(device, std::as_bytes(std::span(indices)), VK_BUFFER_USAGE_INDEX_BUFFER_BIT)};
    }
};

}  // namespace

MeshChunk upload_boxes(Device& device, const std::vector<PlacedInstance>& instances) {
    Triangles triangles;
    for (const PlacedInstance& instance : instances) triangles.add_box(instance);
    return triangles.upload(device);
}

MeshChunk upload_occluders(Device& device, const std::vector<PlacedInstance>& instances,
                           std::uint32_t& count) {
    Triangles triangles;
    for (const PlacedInstance& instance : instances)
        instance.solid ? triangles.add_solid(instance) : triangles.add_box(instance);
    count = static_cast<std::uint32_t>(triangles.indices.size());
    return triangles.upload(device);
}

BoxPipeline::BoxPipeline(const Device& device, VkFormat format, VkSampleCountFlagBits samples,
                         VkCompareOp test, bool write, VkCullModeFlags cull)
    : no_set(make_set_layout(device, {})),
      layout(make_pipeline_layout(device, no_set.get(), {VK_SHADER_STAGE_VERTEX_BIT, 0, sizeof(glm::mat4)})) {
    constexpr std::array kPosition{VkVertexInputAttributeDescription{0, 0, VK_FORMAT_R32G32B32_SFLOAT, 0}};
    pipeline = make_pipeline(device, {.layout = layout.get(),
                                      .vertex = shaders::box_vertex(),
                                      .attributes = kPosition,
                                      .vertex_stride = sizeof(glm::vec3),
                                      .depth = format,
                                      .samples = samples,
                                      .depth_test = test,
                                      .depth_write = write,
                                      .cull = cull});
}

void BoxPipeline::bind(VkCommandBuffer commands, const MeshChunk& boxes) const {
    const VkBuffer vertices = boxes.vertices.get();
    const VkDeviceSize offset = 0;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline.get());
    vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &offset);
    vkCmdBindIndexBuffer(commands, boxes.indices.get(), 0, VK_INDEX_TYPE_UINT32);
}

void BoxPipeline::push(VkCommandBuffer commands, const glm::mat4& view_projection) const {
    vkCmdPushConstants(commands, layout.get(), VK_SHADER_STAGE_VERTEX_BIT, 0, sizeof view_projection,
                       &view_projection);
}

}  // namespace maatkast::render
