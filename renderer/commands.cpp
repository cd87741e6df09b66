#include "renderer/commands.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace maatkast::render {

void image_barrier(VkCommandBuffer commands, VkImage image, VkImageAspectFlags aspect, const Moment& before,
                   const Moment& after, const ImageRange& range) {
    const VkImageMemoryBarrier2 barrier{
        .sType = VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2,
        .srcStageMask = before.stages,
        .srcAccessMask = before.access,
        .dstStageMask = after.stages,
        .dstAccessMask = after.access,
        .oldLayout = before.layout,
        .newLayout = after.layout,
        .srcQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED,
        .dstQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED,
        .image = image,
        .subresourceRange = {aspect, range.level, range.levels, range.layer, range.layers}};
    const VkDependencyInfo dependency{.sType = VK_STRUCTURE_TYPE_DEPENDENCY_INFO,
                                      .imageMemoryBarrierCount = 1,
                                      .pImageMemoryBarriers = &barrier};
    vkCmdPipelineBarrier2(commands, &dependency);
}

void image_barrier(VkCommandBuffer commands, const DeviceImage& image, const Moment& before,
                   const Moment& after, const ImageRange& range) {
    image_barrier(commands, image.get(), image.shape().aspect, before, after, range);
}

std::uint32_t blur_levels(Size size) {
    return std::min(6u, static_cast<std::uint32_t>(std::bit_width(std::max(size.width, size.height))));
}

void fill_levels(VkCommandBuffer commands, const DeviceImage& image, std::uint32_t layer) {
    const std::uint32_t levels = image.shape().levels;
    const auto corner = [&](std::uint32_t level) {
        return VkOffset3D{static_cast<std::int32_t>(std::max(image.shape().size.width >> level, 1u)),
                          static_cast<std::int32_t>(std::max(image.shape().size.height >> level, 1u)), 1};
    };
    image_barrier(commands, image, moment::kColor, moment::kCopyFrom, {0, 1, layer, 1});
    for (std::uint32_t level = 1; level < levels; ++level) {
        image_barrier(commands, image, moment::kNotWanted, moment::kCopyTo, {level, 1, layer, 1});
        const VkImageBlit region{.srcSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level - 1, layer, 1},
                                 .srcOffsets = {{}, corner(level - 1)},
                                 .dstSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level, layer, 1},
                                 .dstOffsets = {{}, corner(level)}};
        vkCmdBlitImage(commands, image.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, image.get(),
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region, VK_FILTER_LINEAR);
        image_barrier(commands, image, moment::kCopyTo, moment::kCopyFrom, {level, 1, layer, 1});
    }
    image_barrier(commands, image, moment::kCopyFrom, moment::kSampled, {0, levels, layer, 1});
}

void memory_barrier(VkCommandBuffer commands, VkPipelineStageFlags2 from, VkAccessFlags2 written,
                    VkPipelineStageFlags2 to, VkAccessFlags2 read) {
    const VkMemoryBarrier2 barrier{.sType = VK_STRUCTURE_TYPE_MEMORY_BARRIER_2,
                                   .srcStageMask = from,
                                   .srcAccessMask = written,
                                   .dstStageMask = to,
                                   .dstAccessMask = read};
    const VkDependencyInfo dependency{
        .sType = VK_STRUCTURE_TYPE_DEPENDENCY_INFO, .memoryBarrierCount = 1, .pMemoryBarriers = &barrier};
    vkCmdPipelineBarrier2(commands, &dependency);
}

void set_viewport(VkCommandBuffer commands, VkOffset2D offset, Size size) {
    const VkViewport viewport{static_cast<float>(offset.x),
                              static_cast<float>(offset.y),
                              static_cast<float>(size.width),
                              static_cast<float>(size.height),
                              0.0f,
                              1.0f};
    const VkRect2D scissor{offset, {size.width, size.height}};
    vkCmdSetViewport(commands, 0, 1, &viewport);
    vkCmdSetScissor(commands, 0, 1, &scissor);
}

Buffer upload_buffer(Device& device, std::span<const std::byte> bytes, VkBufferUsageFlags usage) {
    const VkDeviceSize size = std::max<VkDeviceSize>(bytes.size(), 16);
    Buffer target(device, size, usage | VK_BUFFER_USAGE_TRANSFER_DST_BIT, MemoryUse::device);
    if (bytes.empty()) return target;
    const Buffer staging(device, size, VK_BUFFER_USAGE_TRANSFER_SRC_BIT, MemoryUse::upload);
    std::memcpy(staging.mapped(), bytes.data(), bytes.size());
    device.run([&](VkCommandBuffer commands) {
        const VkBufferCopy region{0, 0, bytes.size()};
        vkCmdCopyBuffer(commands, staging.get(), target.get(), 1, &region);
        constexpr VkPipelineStageFlags2 kReaders =
            VK_PIPELINE_STAGE_2_VERTEX_ATTRIBUTE_INPUT_BIT | VK_PIPELINE_STAGE_2_INDEX_INPUT_BIT |
            VK_PIPELINE_STAGE_2_VERTEX_SHADER_BIT | VK_PIPELINE_STAGE_2_FRAGMENT_SHADER_BIT |
            VK_PIPELINE_STAGE_2_COMPUTE_SHADER_BIT;
        memory_barrier(commands, VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_WRITE_BIT,
                       kReaders,
                       VK_ACCESS_2_VERTEX_ATTRIBUTE_READ_BIT | VK_ACCESS_2_INDEX_READ_BIT |
                           VK_ACCESS_2_SHADER_STORAGE_READ_BIT);
    });
    return target;
}

void begin_color(VkCommandBuffer commands, VkImageView onto, Size size, VkAttachmentLoadOp load) {
    const VkRenderingAttachmentInfo color{.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
                                          .imageView = onto,
                                          .imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL,
                                          .loadOp = load,
                                          .storeOp = VK_ATTACHMENT_STORE_OP_STORE};
    const VkRenderingInfo info{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                               .renderArea = {{0, 0}, {size.width, size.height}},
                               .layerCount = 1,
                               .colorAttachmentCount = 1,
                               .pColorAttachments = &color};
    vkCmdBeginRendering(commands, &info);
    set_viewport(commands, {0, 0}, size);
}

}  // namespace maatkast::render
