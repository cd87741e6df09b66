#include "renderer/texture_store.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace maatkast::render {
namespace {

constexpr std::uint32_t kLevels = std::bit_width(kTextureSize);
constexpr std::size_t kLayerBytes = std::size_t{4} * kTextureSize * kTextureSize;

// Copies a picture into a layer; one of another size is stretched to it by the nearest texel.
void write_layer(const Texture& texture, std::byte* target) {
    const bool whole = texture.rgba.size() >= std::size_t{4} * texture.width * texture.height;
    if (!whole || texture.width == 0 || texture.height == 0) {
        std::memset(target, 0xff, kLayerBytes);
        return;
    }
    for (std::uint32_t y = 0; y < kTextureSize; ++y) {
        const std::size_t row = std::size_t{y} * texture.height / kTextureSize * texture.width;
        for (std::uint32_t x = 0; x < kTextureSize; ++x, target += 4) {
            std::memcpy(target, &texture.rgba[4 * (row + std::size_t{x} * texture.width / kTextureSize)], 4);
        }
    }
}

void halve_levels(VkCommandBuffer commands, const DeviceImage& image) {
    const std::uint32_t layers = image.shape().layers;
    for (std::uint32_t level = 1; level < kLevels; ++level) {
        image_barrier(commands, image.get(), VK_IMAGE_ASPECT_COLOR_BIT, moment::kCopyTo, moment::kCopyFrom,
                      level - 1, 1);
        const auto from = static_cast<std::int32_t>(kTextureSize >> (level - 1));
        const auto to = static_cast<std::int32_t>(kTextureSize >> level);
        const VkImageBlit region{.srcSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level - 1, 0, layers},
                                 .srcOffsets = {{0, 0, 0}, {from, from, 1}},
                                 .dstSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level, 0, layers},
                                 .dstOffsets = {{0, 0, 0}, {to, to, 1}}};
        vkCmdBlitImage(commands, image.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, image.get(),
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region, VK_FILTER_LINEAR);
    }
    image_barrier(commands, image.get(), VK_IMAGE_ASPECT_COLOR_BIT, moment::kCopyFrom, moment::kSampled, 0,
                  kLevels - 1);
    image_barrier(commands, image.get(), VK_IMAGE_ASPECT_COLOR_BIT, moment::kCopyTo, moment::kSampled,
                  kLevels - 1, 1);
}

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
                                     .maxLod = VK_LOD_CLAMP_NONE});
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
        image_ = DeviceImage(device_, {.size = {1, 1},
                                       .format = VK_FORMAT_R8G8B8A8_SRGB,
                                       .usage = VK_IMAGE_USAGE_SAMPLED_BIT,
                                       .view = VK_IMAGE_VIEW_TYPE_2D_ARRAY});
        device_.run([&](VkCommandBuffer commands) {
            image_barrier(commands, image_, moment::kNothing, moment::kSampled);
        });
        return;
    }
    image_ = DeviceImage(device_, {.size = {kTextureSize, kTextureSize},
                                   .format = VK_FORMAT_R8G8B8A8_SRGB,
                                   .usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT |
                                            VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                                   .levels = kLevels,
                                   .layers = layers,
                                   .view = VK_IMAGE_VIEW_TYPE_2D_ARRAY});
    const Buffer staging(device_, kLayerBytes * layers, VK_BUFFER_USAGE_TRANSFER_SRC_BIT, MemoryUse::upload);
    for (std::size_t i = 0; i < textures.size(); ++i) {
        write_layer(textures[i], staging.mapped() + i * kLayerBytes);
    }
    device_.run([&](VkCommandBuffer commands) {
        image_barrier(commands, image_, moment::kNothing, moment::kCopyTo);
        const VkBufferImageCopy region{.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, layers},
                                       .imageExtent = {kTextureSize, kTextureSize, 1}};
        vkCmdCopyBufferToImage(commands, staging.get(), image_.get(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1,
                               &region);
        halve_levels(commands, image_);
    });
}

}  // namespace maatkast::render
