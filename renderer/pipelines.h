// Pipelines and descriptor layouts, few and made where they are first needed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "renderer/device.h"
#include "shaders/embedded.h"

namespace maatkast::render {

// What a graphics pipeline is made of; everything else is the same for all of them (triangle lists,
// counter-clockwise fronts, viewport and scissor at draw time).
struct PipelinePlan {
    VkPipelineLayout layout = VK_NULL_HANDLE;
    shaders::Words vertex;
    std::optional<shaders::Words> fragment;
    std::span<const VkVertexInputAttributeDescription> attributes;
    std::uint32_t vertex_stride = 0;
    VkFormat color = VK_FORMAT_UNDEFINED;
    VkFormat depth = VK_FORMAT_UNDEFINED;
    VkSampleCountFlagBits samples = VK_SAMPLE_COUNT_1_BIT;
    std::optional<VkCompareOp> depth_test;
    bool depth_write = false;
    bool blend = false;  // over what is there; colours come multiplied by their alpha
    VkCullModeFlags cull = VK_CULL_MODE_NONE;
    std::uint32_t constant = 0;  // specialization constant 0 of the fragment shader
};

UniquePipeline make_pipeline(const Device& device, const PipelinePlan& plan);
UniquePipeline make_compute_pipeline(const Device& device, VkPipelineLayout layout, shaders::Words words);

struct Binding {
    std::uint32_t number = 0;
    VkDescriptorType type = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
    VkShaderStageFlags stages = VK_SHADER_STAGE_ALL_GRAPHICS;
};
UniqueSetLayout make_set_layout(const Device& device, std::span<const Binding> bindings);
// Without push constants where the range is empty.
UniquePipelineLayout make_pipeline_layout(const Device& device, VkDescriptorSetLayout set,
                                          VkPushConstantRange push);
// A pool for `sets` sets of this shape, freed all together unless `free_singly`.
UniqueDescriptorPool make_pool(const Device& device, std::span<const Binding> bindings, std::uint32_t sets,
                               bool free_singly = false);
VkDescriptorSet allocate_set(const Device& device, const UniqueDescriptorPool& pool,
                             VkDescriptorSetLayout layout);

void write_buffer(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkDescriptorType type,
                  VkBuffer buffer, VkDeviceSize range = VK_WHOLE_SIZE);
void write_image(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkDescriptorType type,
                 VkImageView view, VkSampler sampler, VkImageLayout layout);

}  // namespace maatkast::render
