#include "renderer/texture_store.h"

#include <algorithm>
#include <functional>
#include <future>

#include "renderer/texture_levels.h"

namespace maatkast::render {
namespace {

// All chains one after another, each on a thread of its own.
void write_chains(const std::vector<Texture>& textures, std::byte* target) {
    std::vector<std::future<void>> chains;
    for (const Texture& texture : textures) {
        chains.push_back(std::async(std::launch::async, write_texture_levels, std::cref(texture), target));
        target += level_offset(kTextureLevels);
    }
    for (std::future<void>& chain : chains) chain.get();
}

// One region for each level of each layer; the layers' chains lie one after another.
std::vector<VkBufferImageCopy> chain_regions(std::uint32_t layers) {
    std::vector<VkBufferImageCopy> regions;
    for (std::uint32_t layer = 0; layer < layers; ++layer) {
        for (std::uint32_t level = 0; level < kTextureLevels; ++level) {
            const std::uint32_t size = kTextureSize >> level;
            regions.push_back({.bufferOffset = layer * level_offset(kTextureLevels) + level_offset(level),
                               .imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level, layer, 1},
                               .imageExtent = {size, size, 1}});
        }
    }
    return regions;
}

// Level 6 has 16 × 16 texels: a picture of up to so many plain colours never runs together, not even at the
// edges of triangles, where derivatives may be anything.
constexpr float kCoarsestLevel = 6.0f;

}  // namespace

TextureStore::TextureStore(Device& device) : device_(device) {
    // A CPU pays for every texel of the anisotropic footprint; trilinear is enough there.
    const float anisotropy = device.is_cpu() ? 1.0f : std::min(16.0f, device.max_anisotropy());
    sampler_ = make_sampler(device, {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
                                     .magFilter = VK_FILTER_LINEAR,
                                     .minFilter = VK_FILTER_LINEAR,
                                     .mipmapMode = VK_SAMPLER_MIPMAP_MODE_LINEAR,
                                     .addressModeU = VK_SAMPLER_ADDRESS_MODE_REPEAT,
                                     .addressModeV = VK_SAMPLER_ADDRESS_MODE_REPEAT,
                                     .addressModeW = VK_SAMPLER_ADDRESS_MODE_REPEAT,
                                     .mipLodBias = device.is_cpu() ? -0.5f : 0.0f,
                                     .anisotropyEnable = anisotropy > 1.0f,
                                     .maxAnisotropy = anisotropy,
                                     .maxLod = kCoarsestLevel});
}

std::uint32_t TextureStore::update(const Scene& scene) {
    std::vector<std::uint64_t> keys;
    for (const Texture& texture : scene.textures) keys.push_back(texture.key);
    if (image_ && keys == keys_) return 0;
    keys_ = std::move(keys);
    upload(scene.textures);
    return static_cast<std::uint32_t>(scene.textures.size());
}

void TextureStore::upload(const std::vector<Texture>& textures) {
    const auto layers = static_cast<std::uint32_t>(std::max<std::size_t>(1, textures.size()));
    image_ = {};
    if (textures.empty()) {
        // Without pictures the shader reads none; a single texel keeps the binding whole and starts faster.
        // It is cleared all the same: an image in a layout for reading should hold something.
        image_ = DeviceImage(device_, {.size = {1, 1},
                                       .format = VK_FORMAT_R8G8B8A8_UNORM,
                                       .usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                                       .view = VK_IMAGE_VIEW_TYPE_2D_ARRAY});
        device_.run([&](VkCommandBuffer commands) {
            constexpr VkClearColorValue kWhite{.float32 = {1.0f, 1.0f, 1.0f, 1.0f}};
            constexpr VkImageSubresourceRange kAll{VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1};
            image_barrier(commands, image_, moment::kNothing, moment::kCopyTo);
            vkCmdClearColorImage(commands, image_.get(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, &kWhite, 1,
                                 &kAll);
            image_barrier(commands, image_, moment::kCopyTo, moment::kSampled);
        });
        return;
    }
    image_ = DeviceImage(device_, {.size = {kTextureSize, kTextureSize},
                                   .format = VK_FORMAT_R8G8B8A8_UNORM,
                                   .usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                                   .levels = kTextureLevels,
                                   .layers = layers,
                                   .view = VK_IMAGE_VIEW_TYPE_2D_ARRAY});
    const Buffer staging(device_, level_offset(kTextureLevels) * layers, VK_BUFFER_USAGE_TRANSFER_SRC_BIT,
                         MemoryUse::upload);
    write_chains(textures, staging.mapped());
    device_.run([&](VkCommandBuffer commands) {
        image_barrier(commands, image_, moment::kNothing, moment::kCopyTo);
        const std::vector<VkBufferImageCopy> regions = chain_regions(layers);
        vkCmdCopyBufferToImage(commands, staging.get(), image_.get(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL,
                               static_cast<std::uint32_t>(regions.size()), regions.data());
        image_barrier(commands, image_, moment::kCopyTo, moment::kSampled);
    });
}

}  // namespace maatkast::render
