#include "renderer/visibility.h"

#include <algorithm>

#include "renderer/depth_pass.h"

namespace maatkast::render {
namespace {

constexpr float kTooClose = 0.2f;  // metres around a box in which the near plane may cut into it

// Rounding must not hide a part behind its own surface: boxes come nearer by this share of their distance.
constexpr float kNearer = 1e-4f;

bool close_to(const glm::vec3& eye, const PlacedInstance& instance) {
    const glm::vec3 local = glm::inverse(instance.transform) * glm::vec4(eye, 1.0f);
    const glm::vec3 outside = glm::max(instance.box.min - local, local - instance.box.max);
    return std::max({outside.x, outside.y, outside.z}) < kTooClose;
}

}  // namespace

Visibility::Visibility(Device& device, VkSampleCountFlagBits samples)
    : device_(device),
      pipeline_(device, kDepthFormat, samples, VK_COMPARE_OP_GREATER_OR_EQUAL, false, VK_CULL_MODE_NONE) {}

void Visibility::update(const std::vector<PlacedInstance>& placed) {
    placed_ = placed;
    boxes_ = upload_boxes(device_, placed);
    const auto count = static_cast<std::uint32_t>(placed.size());
    if (count <= capacity_) return;
    const VkQueryPoolCreateInfo info{.sType = VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO,
                                     .queryType = VK_QUERY_TYPE_OCCLUSION,
                                     .queryCount = count};
    VkQueryPool pool = VK_NULL_HANDLE;
    check(vkCreateQueryPool(device_.get(), &info, nullptr, &pool), "vkCreateQueryPool");
    queries_ = {device_.get(), pool};
    capacity_ = count;
}

void Visibility::record_reset(VkCommandBuffer commands) const {
    if (capacity_ > 0) vkCmdResetQueryPool(commands, queries_.get(), 0, capacity_);
}

void Visibility::record_queries(VkCommandBuffer commands, const View& view) const {
    glm::mat4 nearer{1.0f};
    nearer[2][2] += kNearer;
    pipeline_.bind(commands, boxes_);
    pipeline_.push(commands, nearer * view.view_projection);
    for (std::uint32_t i = 0; i < placed_.size(); ++i) {
        vkCmdBeginQuery(commands, queries_.get(), i, 0);
        vkCmdDrawIndexed(commands, kBoxIndices, 1, i * kBoxIndices, 0, 0);
        vkCmdEndQuery(commands, queries_.get(), i);
    }
}

std::vector<Draw> Visibility::visible(std::span<const Draw> draws, const View& view) const {
    std::vector<std::uint32_t> samples(placed_.size());
    if (!samples.empty()) {
        check(vkGetQueryPoolResults(device_.get(), queries_.get(), 0,
                                    static_cast<std::uint32_t>(samples.size()), 4 * samples.size(),
                                    samples.data(), 4, VK_QUERY_RESULT_WAIT_BIT),
              "vkGetQueryPoolResults");
    }
    std::vector<Draw> kept;
    for (const Draw& draw : draws) {
        bool run = false;
        for (std::uint32_t i = draw.first_instance; i < draw.first_instance + draw.instance_count; ++i) {
            const bool seen = draw.blended || samples[i] > 0 || close_to(view.eye, placed_[i]);
            if (seen && !run) {
                kept.push_back(draw);
                kept.back().first_instance = i;
                kept.back().instance_count = 0;
            }
            if (seen) ++kept.back().instance_count;
            run = seen;
        }
    }
    return kept;
}

}  // namespace maatkast::render
