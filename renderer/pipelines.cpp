#include "renderer/pipelines.h"

#include <array>

namespace maatkast::render {
namespace {

UniqueShaderModule make_module(const Device& device, shaders::Words words) {
    const VkShaderModuleCreateInfo info{.sType = VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO,
                                        .codeSize = words.size_bytes(),
                                        .pCode = words.data()};
    VkShaderModule module = VK_NULL_HANDLE;
    check(vkCreateShaderModule(device.get(), &info, nullptr, &module), "vkCreateShaderModule");
    return {device.get(), module};
}

VkPipelineShaderStageCreateInfo stage_info(VkShaderStageFlagBits stage, const UniqueShaderModule& module,
                                           const VkSpecializationInfo* constants) {
    return {.sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO,
            .stage = stage,
            .module = module.get(),
            .pName = "main",
            .pSpecializationInfo = constants};
}

// For colours that were multiplied by their alpha: what adds light and what hides light are free of each
// other.
VkPipelineColorBlendAttachmentState blend_state(bool blend) {
    constexpr VkColorComponentFlags kAll = VK_COLOR_COMPONENT_R_BIT | VK_COLOR_COMPONENT_G_BIT |
                                           VK_COLOR_COMPONENT_B_BIT | VK_COLOR_COMPONENT_A_BIT;
    return {.blendEnable = blend,
            .srcColorBlendFactor = VK_BLEND_FACTOR_ONE,
            .dstColorBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA,
            .srcAlphaBlendFactor = VK_BLEND_FACTOR_ONE,
            .dstAlphaBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA,
            .colorWriteMask = kAll};
}

}  // namespace

UniquePipeline make_pipeline(const Device& device, const PipelinePlan& plan) {
    const UniqueShaderModule vertex = make_module(device, plan.vertex);
    UniqueShaderModule fragment;
    const VkSpecializationMapEntry entry{0, 0, sizeof plan.constant};
    const VkSpecializationInfo constants{1, &entry, sizeof plan.constant, &plan.constant};
    std::vector stages{stage_info(VK_SHADER_STAGE_VERTEX_BIT, vertex, nullptr)};
    if (plan.fragment) {
        fragment = make_module(device, *plan.fragment);
        stages.push_back(stage_info(VK_SHADER_STAGE_FRAGMENT_BIT, fragment, &constants));
    }
    const VkVertexInputBindingDescription binding{0, plan.vertex_stride, VK_VERTEX_INPUT_RATE_VERTEX};
    const VkPipelineVertexInputStateCreateInfo input{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_VERTEX_INPUT_STATE_CREATE_INFO,
        .vertexBindingDescriptionCount = plan.attributes.empty() ? 0u : 1u,
        .pVertexBindingDescriptions = &binding,
        .vertexAttributeDescriptionCount = static_cast<std::uint32_t>(plan.attributes.size()),
        .pVertexAttributeDescriptions = plan.attributes.data()};
    const VkPipelineInputAssemblyStateCreateInfo assembly{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_INPUT_ASSEMBLY_STATE_CREATE_INFO,
        .topology = VK_PRIMITIVE_TOPOLOGY_TRIANGLE_LIST};
    const VkPipelineViewportStateCreateInfo viewport{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_VIEWPORT_STATE_CREATE_INFO,
        .viewportCount = 1,
        .scissorCount = 1};
    const VkPipelineRasterizationStateCreateInfo raster{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_RASTERIZATION_STATE_CREATE_INFO,
        .cullMode = plan.cull,
        .frontFace = VK_FRONT_FACE_COUNTER_CLOCKWISE,
        .lineWidth = 1.0f};
    const VkPipelineMultisampleStateCreateInfo multisample{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_MULTISAMPLE_STATE_CREATE_INFO,
        .rasterizationSamples = plan.samples};
    const VkPipelineDepthStencilStateCreateInfo depth{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_DEPTH_STENCIL_STATE_CREATE_INFO,
        .depthTestEnable = plan.depth_test.has_value(),
        .depthWriteEnable = plan.depth_write,
        .depthCompareOp = plan.depth_test.value_or(VK_COMPARE_OP_ALWAYS)};
    const VkPipelineColorBlendAttachmentState attachment = blend_state(plan.blend);
    const bool has_color = plan.color != VK_FORMAT_UNDEFINED;
    const VkPipelineColorBlendStateCreateInfo blend{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_COLOR_BLEND_STATE_CREATE_INFO,
        .attachmentCount = has_color ? 1u : 0u,
        .pAttachments = &attachment};
    constexpr std::array kDynamic{VK_DYNAMIC_STATE_VIEWPORT, VK_DYNAMIC_STATE_SCISSOR};
    const VkPipelineDynamicStateCreateInfo dynamic{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_DYNAMIC_STATE_CREATE_INFO,
        .dynamicStateCount = kDynamic.size(),
        .pDynamicStates = kDynamic.data()};
    const VkPipelineRenderingCreateInfo rendering{.sType = VK_STRUCTURE_TYPE_PIPELINE_RENDERING_CREATE_INFO,
                                                  .colorAttachmentCount = has_color ? 1u : 0u,
                                                  .pColorAttachmentFormats = &plan.color,
                                                  .depthAttachmentFormat = plan.depth};
    const VkGraphicsPipelineCreateInfo info{.sType = VK_STRUCTURE_TYPE_GRAPHICS_PIPELINE_CREATE_INFO,
                                            .pNext = &rendering,
                                            .stageCount = static_cast<std::uint32_t>(stages.size()),
                                            .pStages = stages.data(),
                                            .pVertexInputState = &input,
                                            .pInputAssemblyState = &assembly,
                                            .pViewportState = &viewport,
                                            .pRasterizationState = &raster,
                                            .pMultisampleState = &multisample,
                                            .pDepthStencilState = &depth,
                                            .pColorBlendState = &blend,
                                            .pDynamicState = &dynamic,
                                            .layout = plan.layout};
    VkPipeline pipeline = VK_NULL_HANDLE;
    check(vkCreateGraphicsPipelines(device.get(), device.pipeline_cache(), 1, &info, nullptr, &pipeline),
          "vkCreateGraphicsPipelines");
    return {device.get(), pipeline};
}

UniquePipeline make_compute_pipeline(const Device& device, VkPipelineLayout layout, shaders::Words words) {
    const UniqueShaderModule module = make_module(device, words);
    const VkComputePipelineCreateInfo info{.sType = VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO,
                                           .stage = stage_info(VK_SHADER_STAGE_COMPUTE_BIT, module, nullptr),
                                           .layout = layout};
    VkPipeline pipeline = VK_NULL_HANDLE;
    check(vkCreateComputePipelines(device.get(), device.pipeline_cache(), 1, &info, nullptr, &pipeline),
          "vkCreateComputePipelines");
    return {device.get(), pipeline};
}

UniqueSetLayout make_set_layout(const Device& device, std::span<const Binding> bindings) {
    std::vector<VkDescriptorSetLayoutBinding> descriptions;
    for (const Binding& b : bindings) descriptions.push_back({b.number, b.type, 1, b.stages, nullptr});
    const VkDescriptorSetLayoutCreateInfo info{
        .sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO,
        .bindingCount = static_cast<std::uint32_t>(descriptions.size()),
        .pBindings = descriptions.data()};
    VkDescriptorSetLayout layout = VK_NULL_HANDLE;
    check(vkCreateDescriptorSetLayout(device.get(), &info, nullptr, &layout), "vkCreateDescriptorSetLayout");
    return {device.get(), layout};
}

UniquePipelineLayout make_pipeline_layout(const Device& device, VkDescriptorSetLayout set,
                                          VkPushConstantRange push) {
    const VkPipelineLayoutCreateInfo info{.sType = VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO,
                                          .setLayoutCount = 1,
                                          .pSetLayouts = &set,
                                          .pushConstantRangeCount = push.size > 0 ? 1u : 0u,
                                          .pPushConstantRanges = &push};
    VkPipelineLayout layout = VK_NULL_HANDLE;
    check(vkCreatePipelineLayout(device.get(), &info, nullptr, &layout), "vkCreatePipelineLayout");
    return {device.get(), layout};
}

UniqueDescriptorPool make_pool(const Device& device, std::span<const Binding> bindings, std::uint32_t sets,
                               bool free_singly) {
    std::vector<VkDescriptorPoolSize> sizes;
    for (const Binding& b : bindings) sizes.push_back({b.type, sets});
    const VkDescriptorPoolCreateInfo info{
        .sType = VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO,
        .flags =
            free_singly ? VkDescriptorPoolCreateFlags{VK_DESCRIPTOR_POOL_CREATE_FREE_DESCRIPTOR_SET_BIT} : 0u,
        .maxSets = sets,
        .poolSizeCount = static_cast<std::uint32_t>(sizes.size()),
        .pPoolSizes = sizes.data()};
    VkDescriptorPool pool = VK_NULL_HANDLE;
    check(vkCreateDescriptorPool(device.get(), &info, nullptr, &pool), "vkCreateDescriptorPool");
    return {device.get(), pool};
}

VkDescriptorSet allocate_set(const Device& device, const UniqueDescriptorPool& pool,
                             VkDescriptorSetLayout layout) {
    const VkDescriptorSetAllocateInfo info{.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_ALLOCATE_INFO,
                                           .descriptorPool = pool.get(),
                                           .descriptorSetCount = 1,
                                           .pSetLayouts = &layout};
    VkDescriptorSet set = VK_NULL_HANDLE;
    check(vkAllocateDescriptorSets(device.get(), &info, &set), "vkAllocateDescriptorSets");
    return set;
}

void write_buffer(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkDescriptorType type,
                  VkBuffer buffer, VkDeviceSize range) {
    const VkDescriptorBufferInfo info{buffer, 0, range};
    const VkWriteDescriptorSet write{.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET,
                                     .dstSet = set,
                                     .dstBinding = binding,
                                     .descriptorCount = 1,
                                     .descriptorType = type,
                                     .pBufferInfo = &info};
    vkUpdateDescriptorSets(device.get(), 1, &write, 0, nullptr);
}

void write_image(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkDescriptorType type,
                 VkImageView view, VkSampler sampler, VkImageLayout layout) {
    const VkDescriptorImageInfo info{sampler, view, layout};
    const VkWriteDescriptorSet write{.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET,
                                     .dstSet = set,
                                     .dstBinding = binding,
                                     .descriptorCount = 1,
                                     .descriptorType = type,
                                     .pImageInfo = &info};
    vkUpdateDescriptorSets(device.get(), 1, &write, 0, nullptr);
}

}  // namespace maatkast::render
