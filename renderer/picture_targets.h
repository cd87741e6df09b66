// The images that a picture is drawn into, and how drawing into them begins.
#pragma once

#include <memory>
#include <vector>

#include <glm/glm.hpp>

#include "renderer/commands.h"
#include "renderer/mirrors.h"

namespace maatkast::render {

inline constexpr VkSampleCountFlagBits kPictureSamples = VK_SAMPLE_COUNT_4_BIT;  // what every device has

// All of one size.
struct PictureTargets {
    PictureTargets(Device& device, Size size, VkFormat display_format);
    Size size;          // in which it is drawn; shown, it may be stretched
    DeviceImage color;  // linear light, multisampled, as the depth
    DeviceImage depth;
    DeviceImage pass;              // one of several passes
    DeviceImage light;             // the mean of all passes so far, linear
    DeviceImage display;           // the picture; ready to be copied from after it was developed
    DeviceImage behind;            // what is opaque, with levels, for frosted glass; made when there is some
    UniqueImageView behind_first;  // its first level, to draw into
    std::unique_ptr<MirrorImages> mirrors;  // of the mirrors in `mirrored`; none where there are none
    std::vector<Mirror> mirrored;
    std::uint64_t images = 0;  // changes when behind or mirrors are made anew; 0: there are none
    std::uint32_t passes = 0;  // of which `light` is the mean

    // Where the pass in hand ends up: the first in the mean itself.
    const DeviceImage& resolved() const { return passes == 0 ? light : pass; }
};

// A pass is drawn whole, or first what is opaque (into `behind`) and then the glass before it.
enum class PicturePart : std::uint8_t { whole, opaque, glass };

// What is behind is cleared to linear light; the depth is kept when it is known from before. End with
// vkCmdEndRendering. Color, depth and the image that the part ends up in must be attachments.
void begin_picture(VkCommandBuffer commands, const PictureTargets& targets, PicturePart part,
                   const glm::vec3& backdrop, bool depth_known);

void make_behind(Device& device, PictureTargets& targets);

}  // namespace maatkast::render
