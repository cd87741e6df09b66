#include "renderer/develop_pass.h"

namespace maatkast::render {
namespace {

constexpr std::array kBindings{
    Binding{0, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_FRAGMENT_BIT}};

UniquePipeline make_screen_pipeline(const Device& device, VkPipelineLayout layout, VkFormat onto,
                                    bool for_display) {
    return make_pipeline(device, {.layout = layout,
                                  .vertex = shaders::screen_vertex(),
                                  .fragment = shaders::develop_fragment(),
                                  .color = onto,
                                  .blend = !for_display,
                                  .constant = for_display ? 1u : 0u});
}

}  // namespace

DevelopPass::DevelopPass(Device& device, VkFormat light, VkFormat display, std::uint32_t slots)
    : device_(device),
      set_layout_(make_set_layout(device, kBindings)),
      layout_(
          make_pipeline_layout(device, set_layout_.get(), {VK_SHADER_STAGE_FRAGMENT_BIT, 0, sizeof(float)})),
      pool_(make_pool(device, kBindings, 2 * slots)),
      sampler_(make_sampler(device, {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO})),
      mix_(make_screen_pipeline(device, layout_.get(), light, false)),
      display_(make_screen_pipeline(device, layout_.get(), display, true)) {
    for (std::uint32_t i = 0; i < 2 * slots; ++i)
        sets_.push_back(allocate_set(device, pool_, set_layout_.get()));
}

VkDescriptorSet DevelopPass::set_for(const DeviceImage& source, std::uint32_t number) {
    write_image(device_, sets_[number], 0, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, source.view(),
                sampler_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    return sets_[number];
}

void DevelopPass::record_screen(VkCommandBuffer commands, VkPipeline pipeline, VkDescriptorSet set,
                                const DeviceImage& onto, VkAttachmentLoadOp load, float share) {
    begin_color(commands, onto.view(), onto.shape().size, load);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline);
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1, &set, 0, nullptr);
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_FRAGMENT_BIT, 0, sizeof share, &share);
    vkCmdDraw(commands, 3, 1, 0, 0);
    vkCmdEndRendering(commands);
}

void DevelopPass::record_mix(VkCommandBuffer commands, const DeviceImage& pass, const DeviceImage& mean,
                             float share, std::uint32_t slot) {
    image_barrier(commands, pass, moment::kColor, moment::kSampled);
    image_barrier(commands, mean, moment::kColor, moment::kColor);
    record_screen(commands, mix_.get(), set_for(pass, 2 * slot), mean, VK_ATTACHMENT_LOAD_OP_LOAD, share);
}

void DevelopPass::record_display(VkCommandBuffer commands, const DeviceImage& mean,
                                 const DeviceImage& display, std::uint32_t slot) {
    const Moment before{moment::kColor.stages | VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, moment::kColor.access,
                        VK_IMAGE_LAYOUT_UNDEFINED};
    image_barrier(commands, mean, moment::kColor, moment::kSampled);
    image_barrier(commands, display, before, moment::kColor);
    record_screen(commands, display_.get(), set_for(mean, 2 * slot + 1), display,
                  VK_ATTACHMENT_LOAD_OP_DONT_CARE, 1.0f);
    image_barrier(commands, mean, moment::kSampled, moment::kColor);
}

}  // namespace maatkast::render
