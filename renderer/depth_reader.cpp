#include "renderer/depth_reader.h"

#include <array>
#include <cstring>

#include "renderer/picture_targets.h"
#include "shaders/shared.h"

namespace maatkast::render {
namespace {

static_assert(kPictureSamples == 4, "read_depth.comp writes a vec4 for each pixel");

constexpr std::array kBindings{
    Binding{0, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{1, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT}};

}  // namespace

DepthReader::DepthReader(Device& device)
    : device_(device),
      set_layout_(make_set_layout(device, kBindings)),
      layout_(make_pipeline_layout(device, set_layout_.get(), {})),
      pool_(make_pool(device, kBindings, 1)),
      pipeline_(make_compute_pipeline(device, layout_.get(), shaders::read_depth_compute())),
      sampler_(make_sampler(device, {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO})),
      set_(allocate_set(device, pool_, set_layout_.get())) {}

void DepthReader::record(VkCommandBuffer commands, const DeviceImage& depth) {
    size_ = depth.shape().size;
    const VkDeviceSize bytes = VkDeviceSize{size_.width} * size_.height * sizeof(glm::vec4);
    if (depth_.size() < bytes)
        depth_ = Buffer(device_, bytes, VK_BUFFER_USAGE_STORAGE_BUFFER_BIT, MemoryUse::read_back);
    write_image(device_, set_, 0, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, depth.view(), sampler_.get(),
                moment::kSampled.layout);
    write_buffer(device_, set_, 1, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, depth_.get());
    image_barrier(commands, depth, moment::kDepth, moment::kSampled);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_COMPUTE, pipeline_.get());
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_COMPUTE, layout_.get(), 0, 1, &set_, 0, nullptr);
    vkCmdDispatch(commands, (size_.width + DEPTH_GROUP - 1) / DEPTH_GROUP,
                  (size_.height + DEPTH_GROUP - 1) / DEPTH_GROUP, 1);
    image_barrier(commands, depth, moment::kSampled, moment::kDepth);
    memory_barrier(commands, VK_PIPELINE_STAGE_2_COMPUTE_SHADER_BIT, VK_ACCESS_2_SHADER_STORAGE_WRITE_BIT,
                   VK_PIPELINE_STAGE_2_HOST_BIT, VK_ACCESS_2_HOST_READ_BIT);
}

DepthSamples DepthReader::samples() const {
    std::vector<float> depth(kPictureSamples * std::size_t{size_.width} * size_.height);
    std::memcpy(depth.data(), depth_.mapped(), depth.size() * sizeof(float));
    return {std::move(depth), size_};
}

}  // namespace maatkast::render
