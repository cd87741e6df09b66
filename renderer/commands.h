// Small words for recording commands.
#pragma once

#include <span>

#include "renderer/device.h"

namespace maatkast::render {

// Frames that may be on their way at once, each with uniforms and buffers of its own: two for each of two
// windows, and a picture.
inline constexpr std::uint32_t kFrameSlots = 5;

// A moment in the pipeline: which stages touch a resource, how, and in which layout (images).
struct Moment {
    VkPipelineStageFlags2 stages = VK_PIPELINE_STAGE_2_NONE;
    VkAccessFlags2 access = VK_ACCESS_2_NONE;
    VkImageLayout layout = VK_IMAGE_LAYOUT_UNDEFINED;
};

namespace moment {
inline constexpr Moment kNothing{};
inline constexpr Moment kCopyFrom{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_READ_BIT,
                                  VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL};
inline constexpr Moment kCopyTo{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_WRITE_BIT,
                                VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL};
inline constexpr Moment kColor{VK_PIPELINE_STAGE_2_COLOR_ATTACHMENT_OUTPUT_BIT,
                               VK_ACCESS_2_COLOR_ATTACHMENT_READ_BIT | VK_ACCESS_2_COLOR_ATTACHMENT_WRITE_BIT,
                               VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL};
inline constexpr Moment kDepth{
    VK_PIPELINE_STAGE_2_EARLY_FRAGMENT_TESTS_BIT | VK_PIPELINE_STAGE_2_LATE_FRAGMENT_TESTS_BIT,
    VK_ACCESS_2_DEPTH_STENCIL_ATTACHMENT_READ_BIT | VK_ACCESS_2_DEPTH_STENCIL_ATTACHMENT_WRITE_BIT,
    VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL};
// Every read of a shader, not only of samplers: the layer's best practices know no narrower one in this
// layout.
inline constexpr Moment kSampled{
    VK_PIPELINE_STAGE_2_FRAGMENT_SHADER_BIT | VK_PIPELINE_STAGE_2_COMPUTE_SHADER_BIT,
    VK_ACCESS_2_SHADER_READ_BIT, VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL};
inline constexpr Moment kComputeWrite{VK_PIPELINE_STAGE_2_COMPUTE_SHADER_BIT,
                                      VK_ACCESS_2_SHADER_STORAGE_WRITE_BIT, VK_IMAGE_LAYOUT_GENERAL};
// Whatever was done to an image of colour: what is in it is not wanted any more.
inline constexpr Moment kNotWanted{
    kColor.stages | VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT | VK_PIPELINE_STAGE_2_FRAGMENT_SHADER_BIT,
    kColor.access | VK_ACCESS_2_TRANSFER_WRITE_BIT, VK_IMAGE_LAYOUT_UNDEFINED};
inline constexpr Moment kDepthNotWanted{kDepth.stages, kDepth.access, VK_IMAGE_LAYOUT_UNDEFINED};
}  // namespace moment

// Which part of an image: all of it unless said otherwise.
struct ImageRange {
    std::uint32_t level = 0, levels = VK_REMAINING_MIP_LEVELS;
    std::uint32_t layer = 0, layers = VK_REMAINING_ARRAY_LAYERS;
};

// Orders what happened to an image before against what happens after, and changes its layout.
void image_barrier(VkCommandBuffer commands, VkImage image, VkImageAspectFlags aspect, const Moment& before,
                   const Moment& after, const ImageRange& range = {});
void image_barrier(VkCommandBuffer commands, const DeviceImage& image, const Moment& before,
                   const Moment& after, const ImageRange& range = {});

// How many levels an image has that is looked into blurred: halved five times there is nothing left to know.
std::uint32_t blur_levels(Size size);

// Halves the first level of a color attachment's layer into all its other levels, and lets shaders read it.
void fill_levels(VkCommandBuffer commands, const DeviceImage& image, std::uint32_t layer = 0);

// Makes transfer or shader writes to buffers visible to the stages and accesses that follow.
void memory_barrier(VkCommandBuffer commands, VkPipelineStageFlags2 from, VkAccessFlags2 written,
                    VkPipelineStageFlags2 to, VkAccessFlags2 read);

void set_viewport(VkCommandBuffer commands, VkOffset2D offset, Size size);

// Begins drawing into all of one color image, without depth; end with vkCmdEndRendering. What was there stays
// or is of no matter, as `load` says.
void begin_color(VkCommandBuffer commands, VkImageView onto, Size size, VkAttachmentLoadOp load);

// A device buffer of vertices, indices or storage with these bytes, sent through a staging buffer; waits.
// Never empty (at least 16 bytes).
Buffer upload_buffer(Device& device, std::span<const std::byte> bytes, VkBufferUsageFlags usage);

}  // namespace maatkast::render
