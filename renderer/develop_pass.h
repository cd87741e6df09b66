// From light to picture: the mean of several passes, and the tone curve at the end. All that is blended or
// averaged before that is linear light, as it is in a camera.
#pragma once

#include <array>

#include "renderer/commands.h"
#include "renderer/pipelines.h"

namespace maatkast::render {

class DevelopPass {
  public:
    // `display` is the format of pictures, `slots` how many frames may be on their way at once.
    DevelopPass(Device& device, VkFormat light, VkFormat display, std::uint32_t slots);

    // Mixes a pass into the mean: mean += (pass − mean) × share. Both are color attachments before; after
    // that the mean still is, the pass is done with.
    void record_mix(VkCommandBuffer commands, const DeviceImage& pass, const DeviceImage& mean, float share,
                    std::uint32_t slot);

    // Tone curve (Khronos PBR Neutral), sRGB and dithering, from `mean` (a color attachment before and after)
    // onto `display`, which is a color attachment afterwards whatever it was.
    void record_display(VkCommandBuffer commands, const DeviceImage& mean, const DeviceImage& display,
                        std::uint32_t slot);

  private:
    void record_screen(VkCommandBuffer commands, VkPipeline pipeline, VkDescriptorSet set,
                       const DeviceImage& onto, VkAttachmentLoadOp load, float share);
    VkDescriptorSet set_for(const DeviceImage& source, std::uint32_t number);

    Device& device_;
    UniqueSetLayout set_layout_;
    UniquePipelineLayout layout_;
    UniqueDescriptorPool pool_;
    UniqueSampler sampler_;
    UniquePipeline mix_;
    UniquePipeline display_;
    std::vector<VkDescriptorSet> sets_;  // two for each slot
};

}  // namespace maatkast::render
