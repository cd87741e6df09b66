// Draws overlays over a finished picture and keeps their textures.
#pragma once

#include <array>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "renderer/commands.h"
#include "renderer/overlay.h"
#include "renderer/pipelines.h"

namespace maatkast::render {

// A texture as it was given, on the host: what a device had of it goes when the device is lost.
struct KeptTexture {
    Size size;
    std::vector<std::uint8_t> rgba;
};
using KeptTextures = std::map<std::uint32_t, KeptTexture>;

class OverlayPass {
  public:
    OverlayPass(Device& device, VkFormat format);

    // Textures by id, not 0; put makes or replaces. No frame may be in flight when they are replaced or
    // destroyed. Unknown ids are drawn white.
    void put(std::uint32_t id, const KeptTexture& texture);
    void destroy(std::uint32_t id);

    // Records the overlay over `target` (in color attachment layout), with the buffers of this slot, which no
    // frame in flight may use.
    void record(VkCommandBuffer commands, const Overlay& overlay, VkImageView target, Size size,
                std::uint32_t slot);

  private:
    struct StoredTexture {
        DeviceImage image;
        VkDescriptorSet set = VK_NULL_HANDLE;
    };
    struct SlotBuffers {
        Buffer vertices;
        Buffer indices;
    };
    void send(const StoredTexture& texture, std::span<const std::uint8_t> rgba);
    void fill_slot(SlotBuffers& slot, const Overlay& overlay);
    void record_commands(VkCommandBuffer commands, const Overlay& overlay, Size size);
    VkDescriptorSet set_of(OverlayTexture texture) const;

    static constexpr std::uint32_t kMaxTextures = 1024;

    Device& device_;
    VkFormat format_;
    UniqueSetLayout set_layout_;
    UniquePipelineLayout layout_;
    UniqueDescriptorPool pool_;
    UniqueSampler sampler_;
    UniquePipeline pipeline_;
    std::unordered_map<std::uint32_t, StoredTexture> textures_;
    std::array<SlotBuffers, kFrameSlots> slots_;
};

}  // namespace maatkast::render
