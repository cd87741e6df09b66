#include "renderer/box_mesh.h"

#include <array>
#include <cmath>

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

glm::vec2 flat(const glm::vec3& v, int axis) {
    return {v[(axis + 1) % 3], v[(axis + 2) % 3]};
}

float cross(const glm::vec2& a, const glm::vec2& b) {
    return a.x * b.y - a.y * b.x;
}

// Texture coordinates of a side: affine in its two axes, as in the largest triangle that lies in it.
struct SideCoordinates {
    glm::vec2 origin{0.0f}, uv{0.0f}, along_first{0.0f}, along_second{0.0f};
    glm::vec2 at(const glm::vec2& place) const {
        return uv + (place.x - origin.x) * along_first + (place.y - origin.y) * along_second;
    }
};

SideCoordinates side_coordinates(const Mesh& mesh, int axis, float side) {
    SideCoordinates result;
    float largest = 0.0f;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) -> const Vertex& {
            return mesh.vertices[mesh.indices[i + k]];
        };
        const Vertex &a = corner(0), &b = corner(1), &c = corner(2);
        if (a.normal[axis] * side < 0.99f) continue;
        const glm::vec2 to_b = flat(b.position - a.position, axis),
                        to_c = flat(c.position - a.position, axis);
        const float area = cross(to_b, to_c);
        if (std::abs(area) <= largest) continue;
        largest = std::abs(area);
        const glm::vec2 uv_b = b.uv - a.uv, uv_c = c.uv - a.uv;
        result = {flat(a.position, axis), a.uv, (to_c.y * uv_b - to_b.y * uv_c) / area,
                  (to_b.x * uv_c - to_c.x * uv_b) / area};
    }
    return result;
}

}  // namespace

void add_box(const Mesh& mesh, const Bounds& bounds, std::vector<Vertex>& vertices,
             std::vector<std::uint32_t>& indices) {
    auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (int axis = 0; axis < 3; ++axis) {
        for (const bool high : {false, true}) {
            glm::vec3 normal{0.0f};
            normal[axis] = high ? 1.0f : -1.0f;
            const SideCoordinates coordinates = side_coordinates(mesh, axis, normal[axis]);
            for (unsigned i = 0; i < 4; ++i) {
                glm::bvec3 far{};  // counter-clockwise around the axis
                far[axis] = high;
                far[(axis + 1) % 3] = i == 1 || i == 2;
                far[(axis + 2) % 3] = i >= 2;
                const glm::vec3 position = glm::mix(bounds.min, bounds.max, far);
                vertices.push_back({position, normal, coordinates.at(flat(position, axis))});
            }
            for (const unsigned i :
                 high ? std::array{0u, 1u, 2u, 0u, 2u, 3u} : std::array{0u, 2u, 1u, 0u, 3u, 2u})
                indices.push_back(first + i);
            first += 4;
        }
    }
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
