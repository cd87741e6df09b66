#include "renderer/shadow_map.h"

#include <algorithm>
#include <cmath>

namespace maatkast::render {
namespace {

// Room around the objects, so that the widest penumbra still finds an empty border.
constexpr float kMargin = 0.04f;  // of the width

glm::mat3 light_axes(const glm::vec3& direction) {
    const glm::vec3 back = glm::normalize(direction);
    const glm::vec3 helper = std::abs(back.y) < 0.99f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 right = glm::normalize(glm::cross(helper, back));
    return {right, glm::cross(back, right), back};
}

VkSamplerCreateInfo sampler_info(VkFilter filter) {
    return {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
            .magFilter = filter,
            .minFilter = filter,
            .mipmapMode = VK_SAMPLER_MIPMAP_MODE_NEAREST,
            .addressModeU = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_BORDER,
            .addressModeV = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_BORDER,
            .addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_BORDER,
            .maxLod = VK_LOD_CLAMP_NONE,
            .borderColor = VK_BORDER_COLOR_FLOAT_OPAQUE_WHITE};
}

}  // namespace

ShadowFit fit_shadow(const Bounds& objects, const glm::vec3& direction) {
    Bounds bounds = objects;
    if (bounds.empty()) bounds = {glm::vec3(-1.0f), glm::vec3(1.0f)};
    const glm::mat3 axes = light_axes(direction);
    const Bounds seen = transformed(bounds, glm::mat4(glm::transpose(axes)));
    const glm::vec3 size = seen.max - seen.min;
    const glm::vec3 center = (seen.min + seen.max) * 0.5f;
    ShadowFit fit;
    fit.width = std::max({size.x, size.y, 0.01f}) * (1.0f + 2.0f * kMargin);
    fit.depth = std::max(size.z, 0.01f) * 1.02f;
    const glm::vec3 scale{2.0f / fit.width, 2.0f / fit.width, -1.0f / fit.depth};
    const glm::vec3 offset{-center.x * scale.x, -center.y * scale.y, 0.5f - center.z * scale.z};
    for (int column = 0; column < 3; ++column) {
        for (int row = 0; row < 3; ++row) fit.clip[column][row] = scale[row] * axes[row][column];
    }
    fit.clip[3] = glm::vec4(offset, 1.0f);
    glm::mat4 to_texture{1.0f};
    to_texture[0][0] = to_texture[1][1] = to_texture[3][0] = to_texture[3][1] = 0.5f;
    fit.texture = to_texture * fit.clip;
    return fit;
}

ShadowMap::ShadowMap(Device& device, const DrawLayout& layout, VkPipeline depth_pipeline)
    : device_(device),
      layout_(layout),
      pipeline_(depth_pipeline),
      image_(device, {.size = {kShadowSize, kShadowSize},
                      .format = kMapDepthFormat,
                      .usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT,
                      .aspect = VK_IMAGE_ASPECT_DEPTH_BIT,
                      .levels = kShadowLevels}) {
    for (std::uint32_t level = 0; level < kShadowLevels; ++level) levels_.push_back(image_.level_view(level));
    VkSamplerCreateInfo info = sampler_info(VK_FILTER_NEAREST);
    nearest_ = make_sampler(device, info);
    info = sampler_info(VK_FILTER_LINEAR);
    info.compareEnable = VK_TRUE;
    info.compareOp = VK_COMPARE_OP_LESS_OR_EQUAL;
    compare_ = make_sampler(device, info);
}

void ShadowMap::record(VkCommandBuffer commands, std::span<const Draw> draws, VkDescriptorSet set,
                       const ShadowFit& fit) {
    image_barrier(commands, image_, {moment::kSampled.stages, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED},
                  moment::kDepth);
    for (std::uint32_t level = 0; level < kShadowLevels; ++level) {
        const Size size{kShadowSize >> level, kShadowSize >> level};
        begin_depth(commands, levels_[level].get(), size, 1.0f);
        set_viewport(commands, {0, 0}, size);
        bind_pass(commands, pipeline_, layout_, set, 0, fit.clip);
        record_draws(commands, layout_, draws, DrawFilter::casters);
        vkCmdEndRendering(commands);
    }
    image_barrier(commands, image_, moment::kDepth, moment::kSampled);
}

void ShadowMap::write_to(VkDescriptorSet set) const {
    write_image(device_, set, BINDING_SHADOW_COMPARE, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER,
                image_.view(), compare_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    write_image(device_, set, BINDING_SHADOW_DEPTH, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, image_.view(),
                nearest_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
}

}  // namespace maatkast::render
