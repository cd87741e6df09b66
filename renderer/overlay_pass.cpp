#include "renderer/overlay_pass.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace maatkast::render {
namespace {

constexpr std::array kBindings{
    Binding{0, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT}};

constexpr std::array kAttributes{
    VkVertexInputAttributeDescription{0, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(OverlayVertex, position)},
    VkVertexInputAttributeDescription{1, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(OverlayVertex, uv)},
    VkVertexInputAttributeDescription{2, 0, VK_FORMAT_R8G8B8A8_UNORM, offsetof(OverlayVertex, color)}};

// The part of the clip rectangle inside the picture; empty when there is none.
VkRect2D clip_to(const glm::vec4& clip, Size size) {
    const glm::vec2 limit{size.width, size.height};
    const glm::vec2 low = glm::clamp(glm::floor(glm::vec2(clip.x, clip.y)), glm::vec2(0.0f), limit);
    const glm::vec2 high = glm::clamp(glm::ceil(glm::vec2(clip.z, clip.w)), low, limit);
    return {{static_cast<std::int32_t>(low.x), static_cast<std::int32_t>(low.y)},
            {static_cast<std::uint32_t>(high.x - low.x), static_cast<std::uint32_t>(high.y - low.y)}};
}

// Whether a command stays within the overlay's arrays; one that does not would read foreign memory.
bool within(const Overlay& overlay, const OverlayCommand& command) {
    const std::size_t end = std::size_t{command.first_index} + command.index_count;
    return end <= overlay.indices.size() && command.vertex_offset >= 0 &&
           static_cast<std::size_t>(command.vertex_offset) < overlay.vertices.size();
}

void grow(Device& device, Buffer& buffer, std::size_t bytes, VkBufferUsageFlags usage) {
    if (buffer.size() >= bytes) return;
    buffer = {};
    buffer = Buffer(device, std::max<std::size_t>(bytes * 3 / 2, 65536), usage, MemoryUse::upload);
}

}  // namespace

OverlayPass::OverlayPass(Device& device, VkFormat format)
    : device_(device),
      format_(format),
      set_layout_(make_set_layout(device, kBindings)),
      layout_(make_pipeline_layout(device, set_layout_.get(),
                                   {VK_SHADER_STAGE_VERTEX_BIT, 0, sizeof(glm::vec2)})),
      pool_(make_pool(device, kBindings, kMaxTextures, true)) {
    sampler_ = make_sampler(device, {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
                                     .magFilter = VK_FILTER_LINEAR,
                                     .minFilter = VK_FILTER_LINEAR,
                                     .addressModeU = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                     .addressModeV = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                     .addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE});
    put(0, {{1, 1}, {255, 255, 255, 255}});  // white
}

void OverlayPass::put(std::uint32_t id, const KeptTexture& texture) {
    const auto found = textures_.find(id);
    if (found != textures_.end() && found->second.image.shape().size == texture.size)
        return send(found->second, texture.rgba);
    StoredTexture made;
    made.image =
        DeviceImage(device_, {.size = texture.size,
                              .format = VK_FORMAT_R8G8B8A8_UNORM,
                              .usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT});
    made.set = allocate_set(device_, pool_, set_layout_.get());
    write_image(device_, made.set, 0, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, made.image.view(),
                sampler_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    send(made, texture.rgba);
    destroy(id);
    textures_.emplace(id, std::move(made));
}

void OverlayPass::send(const StoredTexture& texture, std::span<const std::uint8_t> rgba) {
    const Size size = texture.image.shape().size;
    const Buffer staging(device_, rgba.size(), VK_BUFFER_USAGE_TRANSFER_SRC_BIT, MemoryUse::upload);
    std::memcpy(staging.mapped(), rgba.data(), rgba.size());
    device_.run([&](VkCommandBuffer commands) {
        const Moment before{moment::kSampled.stages, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};
        image_barrier(commands, texture.image, before, moment::kCopyTo);
        const VkBufferImageCopy region{.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1},
                                       .imageExtent = {size.width, size.height, 1}};
        vkCmdCopyBufferToImage(commands, staging.get(), texture.image.get(),
                               VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
        image_barrier(commands, texture.image, moment::kCopyTo, moment::kSampled);
    });
}

void OverlayPass::destroy(std::uint32_t id) {
    const auto found = textures_.find(id);
    if (found == textures_.end()) return;
    vkFreeDescriptorSets(device_.get(), pool_.get(), 1, &found->second.set);
    textures_.erase(found);
}

VkDescriptorSet OverlayPass::set_of(OverlayTexture texture) const {
    const auto found = textures_.find(texture.id);
    return found != textures_.end() ? found->second.set : textures_.at(0).set;
}

void OverlayPass::fill_slot(SlotBuffers& slot, const Overlay& overlay) {
    const auto vertices = std::as_bytes(std::span(overlay.vertices));
    const auto indices = std::as_bytes(std::span(overlay.indices));
    grow(device_, slot.vertices, vertices.size(), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    grow(device_, slot.indices, indices.size(), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
    std::ranges::copy(vertices, slot.vertices.mapped());
    std::ranges::copy(indices, slot.indices.mapped());
}

void OverlayPass::record_commands(VkCommandBuffer commands, const Overlay& overlay, Size size) {
    for (const OverlayCommand& command : overlay.commands) {
        const VkRect2D clip = clip_to(command.clip, size);
        if (clip.extent.width == 0 || clip.extent.height == 0 || !within(overlay, command)) continue;
        const VkDescriptorSet set = set_of(command.texture);
        vkCmdSetScissor(commands, 0, 1, &clip);
        vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1, &set, 0,
                                nullptr);
        vkCmdDrawIndexed(commands, command.index_count, 1, command.first_index, command.vertex_offset, 0);
    }
}

void OverlayPass::record(VkCommandBuffer commands, const Overlay& overlay, VkImageView target, Size size,
                         std::uint32_t slot) {
    if (overlay.empty() || overlay.vertices.empty() || overlay.indices.empty()) return;
    if (!pipeline_) {
        pipeline_ = make_pipeline(device_, {.layout = layout_.get(),
                                            .vertex = shaders::overlay_vertex(),
                                            .fragment = shaders::overlay_fragment(),
                                            .attributes = kAttributes,
                                            .vertex_stride = sizeof(OverlayVertex),
                                            .color = format_,
                                            .blend = true});
    }
    fill_slot(slots_[slot], overlay);
    begin_color(commands, target, size, VK_ATTACHMENT_LOAD_OP_LOAD);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.get());
    const glm::vec2 two_over_size = 2.0f / glm::vec2(size.width, size.height);
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT, 0, sizeof two_over_size,
                       &two_over_size);
    const VkBuffer vertices = slots_[slot].vertices.get();
    const VkDeviceSize zero = 0;
    vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &zero);
    vkCmdBindIndexBuffer(commands, slots_[slot].indices.get(), 0, VK_INDEX_TYPE_UINT32);
    record_commands(commands, overlay, size);
    vkCmdEndRendering(commands);
}

}  // namespace maatkast::render
