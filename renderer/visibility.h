// Which instances a picture shows at all: their boxes are held against the finished depth, with occlusion
// queries. For devices that shade hidden surfaces too.
#pragma once

#include <vector>

#include "renderer/box_mesh.h"
#include "renderer/camera.h"

namespace maatkast::render {

class Visibility {
  public:
    Visibility(Device& device, VkSampleCountFlagBits samples);

    // Takes over the instances; no frame may be in flight.
    void update(const std::vector<PlacedInstance>& placed);

    // Before and within rendering into a depth image that holds what is nearest (reversed depth).
    void record_reset(VkCommandBuffer commands) const;
    void record_queries(VkCommandBuffer commands, const View& view) const;

    // The draws with only those instances that cover a sample, or that the camera is too close to to tell;
    // once the queries are done. Blended draws stay as they are: they write no depth.
    std::vector<Draw> visible(std::span<const Draw> draws, const View& view) const;

  private:
    Device& device_;
    BoxPipeline pipeline_;
    UniqueQueryPool queries_;
    MeshChunk boxes_;
    std::vector<PlacedInstance> placed_;
    std::uint32_t capacity_ = 0;
};

}  // namespace maatkast::render
