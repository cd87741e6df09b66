#include "renderer/picture_targets.h"

#include <algorithm>
#include <bit>

#include "renderer/depth_pass.h"

namespace maatkast::render {
namespace {

constexpr std::uint32_t kMostLevels = 6;  // halved five times: blurred beyond recognition

// What was in an image before is not wanted any more.
constexpr Moment kBefore{
    moment::kColor.stages | moment::kCopyTo.stages | VK_PIPELINE_STAGE_2_FRAGMENT_SHADER_BIT,
    VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};

VkRenderingAttachmentInfo color_attachment(const PictureTargets& targets, PicturePart part,
                                           const glm::vec3& backdrop) {
    return {.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
            .imageView = targets.color.view(),
            .imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL,
            .resolveMode = VK_RESOLVE_MODE_AVERAGE_BIT,
            .resolveImageView =
                part == PicturePart::opaque ? targets.behind_first.get() : targets.resolved().view(),
            .resolveImageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL,
            .loadOp = part == PicturePart::glass ? VK_ATTACHMENT_LOAD_OP_LOAD : VK_ATTACHMENT_LOAD_OP_CLEAR,
            .storeOp =
                part == PicturePart::opaque ? VK_ATTACHMENT_STORE_OP_STORE : VK_ATTACHMENT_STORE_OP_DONT_CARE,
            .clearValue = {.color = {.float32 = {backdrop.r, backdrop.g, backdrop.b, 1.0f}}}};
}

VkRenderingAttachmentInfo depth_attachment(const PictureTargets& targets, PicturePart part, bool known) {
    const bool load = known || part == PicturePart::glass;
    return {.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
            .imageView = targets.depth.view(),
            .imageLayout = VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL,
            .loadOp = load ? VK_ATTACHMENT_LOAD_OP_LOAD : VK_ATTACHMENT_LOAD_OP_CLEAR,
            .storeOp =
                part == PicturePart::opaque ? VK_ATTACHMENT_STORE_OP_STORE : VK_ATTACHMENT_STORE_OP_DONT_CARE,
            .clearValue = {.depthStencil = {0.0f, 0}}};
}

VkOffset3D corner(Size size, std::uint32_t level) {
    return {static_cast<std::int32_t>(std::max(size.width >> level, 1u)),
            static_cast<std::int32_t>(std::max(size.height >> level, 1u)), 1};
}

}  // namespace

PictureTargets::PictureTargets(Device& device, Size made_for, VkFormat display_format)
    : size(made_for),
      color(device, {.size = size,
                     .format = kLightFormat,
                     .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT,
                     .samples = kPictureSamples}),
      depth(device, {.size = size,
                     .format = kDepthFormat,
                     .usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT,
                     .aspect = VK_IMAGE_ASPECT_DEPTH_BIT,
                     .samples = kPictureSamples}),
      pass(device, {.size = size,
                    .format = kLightFormat,
                    .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT}),
      light(device, {.size = size,
                     .format = kLightFormat,
                     .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT |
                              VK_IMAGE_USAGE_TRANSFER_SRC_BIT}),
      display(device, {.size = size,
                       .format = display_format,
                       .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT}) {}

void begin_picture(VkCommandBuffer commands, const PictureTargets& targets, PicturePart part,
                   const glm::vec3& backdrop, bool depth_known) {
    const VkRenderingAttachmentInfo color = color_attachment(targets, part, backdrop);
    const VkRenderingAttachmentInfo depth = depth_attachment(targets, part, depth_known);
    const VkRenderingInfo info{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                               .renderArea = {{0, 0}, {targets.size.width, targets.size.height}},
                               .layerCount = 1,
                               .colorAttachmentCount = 1,
                               .pColorAttachments = &color,
                               .pDepthAttachment = &depth};
    vkCmdBeginRendering(commands, &info);
    set_viewport(commands, {0, 0}, targets.size);
}

void prepare_behind(Device& device, VkCommandBuffer commands, PictureTargets& targets) {
    if (!targets.behind) {
        const std::uint32_t side = std::max(targets.size.width, targets.size.height);
        targets.behind =
            DeviceImage(device, {.size = targets.size,
                                 .format = kLightFormat,
                                 .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT |
                                          VK_IMAGE_USAGE_TRANSFER_SRC_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                                 .levels = std::min(kMostLevels, std::uint32_t(std::bit_width(side)))});
        targets.behind_first = targets.behind.level_view(0);
    }
    image_barrier(commands, targets.behind, kBefore, moment::kColor);
}

void show_behind(VkCommandBuffer commands, const PictureTargets& targets) {
    constexpr VkImageAspectFlags kAspect = VK_IMAGE_ASPECT_COLOR_BIT;
    const VkImage image = targets.behind.get();
    const std::uint32_t levels = targets.behind.shape().levels;
    image_barrier(commands, image, kAspect, moment::kColor, moment::kCopyFrom, 0, 1);
    for (std::uint32_t level = 1; level < levels; ++level) {
        image_barrier(commands, image, kAspect, kBefore, moment::kCopyTo, level, 1);
        const VkImageBlit region{.srcSubresource = {kAspect, level - 1, 0, 1},
                                 .srcOffsets = {{}, corner(targets.size, level - 1)},
                                 .dstSubresource = {kAspect, level, 0, 1},
                                 .dstOffsets = {{}, corner(targets.size, level)}};
        vkCmdBlitImage(commands, image, VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, image,
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region, VK_FILTER_LINEAR);
        image_barrier(commands, image, kAspect, moment::kCopyTo, moment::kCopyFrom, level, 1);
    }
    image_barrier(commands, targets.behind, moment::kCopyFrom, moment::kSampled);
}

}  // namespace maatkast::render
