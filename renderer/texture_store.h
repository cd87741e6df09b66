// The base colour pictures of a scene as layers of one array image.
#pragma once

#include <vector>

#include "renderer/commands.h"
#include "renderer/scene.h"

namespace maatkast::render {

class TextureStore {
  public:
    explicit TextureStore(Device& device);

    // Makes layer i hold scene.textures[i]. No frame may be in flight. Returns how many were sent; nothing is
    // when the keys are those of the last time.
    std::uint32_t update(const Scene& scene);

    VkImageView view() const { return image_.view(); }
    VkSampler sampler() const { return sampler_.get(); }

  private:
    void upload(const std::vector<Texture>& textures);

    Device& device_;
    UniqueSampler sampler_;
    DeviceImage image_;
    std::vector<std::uint64_t> keys_;
};

}  // namespace maatkast::render
