// Brings the depth of a picture from the device to the host.
#pragma once

#include "renderer/commands.h"
#include "renderer/culling.h"
#include "renderer/pipelines.h"

namespace maatkast::render {

class DepthReader {
  public:
    explicit DepthReader(Device& device);

    // Records the reading of a depth attachment of kPictureSamples, which it is afterwards too. No reading
    // may be on its way.
    void record(VkCommandBuffer commands, const DeviceImage& depth);

    // What was read, once the device is done.
    DepthSamples samples() const;

  private:
    Device& device_;
    UniqueSetLayout set_layout_;
    UniquePipelineLayout layout_;
    UniqueDescriptorPool pool_;
    UniquePipeline pipeline_;
    UniqueSampler sampler_;
    VkDescriptorSet set_ = VK_NULL_HANDLE;
    Buffer depth_;
    Size size_;
};

}  // namespace maatkast::render
