#include "renderer/depth_pass.h"

#include <array>
#include <cstddef>

namespace maatkast::render {
namespace {

constexpr std::array kDrawBindings{
    Binding{BINDING_FRAME, VK_DESCRIPTOR_TYPE_UNIFORM_BUFFER_DYNAMIC, VK_SHADER_STAGE_ALL_GRAPHICS},
    Binding{BINDING_INSTANCES, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_VERTEX_BIT},
    Binding{BINDING_MATERIALS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_TEXTURES, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_REFLECTION, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_SHADOW_COMPARE, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_SHADOW_DEPTH, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_AMBIENT, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_BEHIND, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
    Binding{BINDING_MIRRORS, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT},
};

constexpr VkShaderStageFlags kPushStages = VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT;
constexpr std::uint32_t kPushSize = sizeof(glm::mat4) + sizeof(std::uint32_t);

bool passes(const Draw& draw, DrawFilter filter) {
    switch (filter) {
        case DrawFilter::casters:
            return draw.casts;
        case DrawFilter::opaque:
            return !draw.blended;
        default:
            return draw.blended;
    }
}

}  // namespace

DrawLayout::DrawLayout(const Device& device)
    : set_layout(make_set_layout(device, kDrawBindings)),
      layout(make_pipeline_layout(device, set_layout.get(), {kPushStages, 0, kPushSize})),
      pool(make_pool(device, kDrawBindings, 3)) {}

UniquePipeline make_depth_pipeline(const Device& device, const DrawLayout& layout,
                                   VkSampleCountFlagBits samples, DepthView view) {
    constexpr std::array kPosition{
        VkVertexInputAttributeDescription{0, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(Vertex, position)}};
    const bool map = view == DepthView::map;
    return make_pipeline(device, {.layout = layout.layout.get(),
                                  .vertex = shaders::depth_vertex(),
                                  .attributes = kPosition,
                                  .vertex_stride = sizeof(Vertex),
                                  .depth = map ? kMapDepthFormat : kDepthFormat,
                                  .samples = samples,
                                  .depth_test = map ? VK_COMPARE_OP_LESS : VK_COMPARE_OP_GREATER,
                                  .depth_write = true,
                                  .cull = map ? VK_CULL_MODE_FRONT_BIT : VK_CULL_MODE_BACK_BIT});
}

void bind_pass(VkCommandBuffer commands, VkPipeline pipeline, const DrawLayout& layout, VkDescriptorSet set,
               std::uint32_t uniform_offset, const glm::mat4& view_projection) {
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline);
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout.layout.get(), 0, 1, &set, 1,
                            &uniform_offset);
    vkCmdPushConstants(commands, layout.layout.get(), kPushStages, 0, sizeof view_projection,
                       &view_projection);
}

std::uint32_t record_draws(VkCommandBuffer commands, const DrawLayout& layout, std::span<const Draw> draws,
                           DrawFilter filter) {
    std::uint32_t count = 0;
    const MeshChunk* bound = nullptr;
    for (const Draw& draw : draws) {
        if (!passes(draw, filter)) continue;
        if (draw.mesh->chunk.get() != bound) {
            bound = draw.mesh->chunk.get();
            const VkBuffer vertices = bound->vertices.get();
            const VkDeviceSize offset = 0;
            vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &offset);
            vkCmdBindIndexBuffer(commands, bound->indices.get(), 0, VK_INDEX_TYPE_UINT32);
        }
        vkCmdPushConstants(commands, layout.layout.get(), kPushStages, sizeof(glm::mat4),
                           sizeof draw.material, &draw.material);
        vkCmdDrawIndexed(commands, draw.as_box ? kBoxIndices : draw.mesh->index_count, draw.instance_count,
                         draw.as_box ? draw.mesh->first_box_index : draw.mesh->first_index,
                         draw.mesh->vertex_offset, draw.first_instance);
        ++count;
    }
    return count;
}

void begin_depth(VkCommandBuffer commands, VkImageView view, Size size, float clear) {
    const VkRenderingAttachmentInfo depth{.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
                                          .imageView = view,
                                          .imageLayout = VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL,
                                          .loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR,
                                          .storeOp = VK_ATTACHMENT_STORE_OP_STORE,
                                          .clearValue = {.depthStencil = {clear, 0}}};
    const VkRenderingInfo info{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                               .renderArea = {{0, 0}, {size.width, size.height}},
                               .layerCount = 1,
                               .pDepthAttachment = &depth};
    vkCmdBeginRendering(commands, &info);
}

}  // namespace maatkast::render
