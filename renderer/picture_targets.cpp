#include "renderer/picture_targets.h"

#include <algorithm>

#include "renderer/depth_pass.h"

namespace maatkast::render {
namespace {

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

}  // namespace

PictureTargets::PictureTargets(Device& device, Size made_for, VkFormat display_format)
    : size(made_for),
      color(device, {.size = size,
                     .format = kLightFormat,
                     .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT,
                     .samples = kPictureSamples}),
      depth(device, {.size = size,
                     .format = kDepthFormat,
                     .usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT,
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

void make_behind(Device& device, PictureTargets& targets) {
    targets.behind =
        DeviceImage(device, {.size = targets.size,
                             .format = kLightFormat,
                             .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT |
                                      VK_IMAGE_USAGE_TRANSFER_SRC_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                             .levels = blur_levels(targets.size)});
    targets.behind_first = targets.behind.level_view(0);
}

}  // namespace maatkast::render
