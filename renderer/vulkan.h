// Vulkan as this room uses it: entry points through volk, results as one internal error, handles that free
// themselves. The error never crosses the room's door: Renderer turns it into a Failure.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <volk.h>

namespace maatkast::render {

// Thrown inside the room only, caught in renderer.cpp and device_choice.cpp.
struct VulkanError {
    std::string call;
    std::string result;
    std::string remedy;
    VkResult code = VK_SUCCESS;  // VK_SUCCESS: nothing of the device's; what is on it is whole
    std::string device{};        // where it is not the one in use: those that were tried
};

// "VK_ERROR_DEVICE_LOST" and so on.
std::string result_name(VkResult result);

// Throws VulkanError for every negative result; positive ones (VK_SUBOPTIMAL_KHR, VK_INCOMPLETE) pass
// through.
VkResult check(VkResult result, const char* call);

// Owns a handle made from a device. `Destroy` points at volk's entry point of the matching vkDestroy
// function.
template <typename Handle, auto* Destroy>
class Unique {
  public:
    Unique() = default;
    Unique(VkDevice device, Handle handle) : device_(device), handle_(handle) {}
    Unique(Unique&& other) noexcept
        : device_(other.device_), handle_(std::exchange(other.handle_, VK_NULL_HANDLE)) {}
    Unique& operator=(Unique&& other) noexcept {
        std::swap(device_, other.device_);
        std::swap(handle_, other.handle_);
        return *this;
    }
    Unique(const Unique&) = delete;
    Unique& operator=(const Unique&) = delete;
    ~Unique() {
        if (handle_ != VK_NULL_HANDLE) (*Destroy)(device_, handle_, nullptr);
    }

    Handle get() const { return handle_; }
    const Handle* address() const { return &handle_; }
    explicit operator bool() const { return handle_ != VK_NULL_HANDLE; }

  private:
    VkDevice device_ = VK_NULL_HANDLE;
    Handle handle_ = VK_NULL_HANDLE;
};

// Owns a logical device, which must be idle when it goes.
class UniqueDevice {
  public:
    explicit UniqueDevice(VkDevice device) : device_(device) {}
    UniqueDevice(const UniqueDevice&) = delete;
    UniqueDevice& operator=(const UniqueDevice&) = delete;
    ~UniqueDevice();
    VkDevice get() const { return device_; }

  private:
    VkDevice device_;
};

using UniqueImageView = Unique<VkImageView, &vkDestroyImageView>;
using UniqueSampler = Unique<VkSampler, &vkDestroySampler>;
using UniqueFence = Unique<VkFence, &vkDestroyFence>;
using UniqueSemaphore = Unique<VkSemaphore, &vkDestroySemaphore>;
using UniqueCommandPool = Unique<VkCommandPool, &vkDestroyCommandPool>;
using UniquePipeline = Unique<VkPipeline, &vkDestroyPipeline>;
using UniquePipelineLayout = Unique<VkPipelineLayout, &vkDestroyPipelineLayout>;
using UniquePipelineCache = Unique<VkPipelineCache, &vkDestroyPipelineCache>;
using UniqueShaderModule = Unique<VkShaderModule, &vkDestroyShaderModule>;
using UniqueSetLayout = Unique<VkDescriptorSetLayout, &vkDestroyDescriptorSetLayout>;
using UniqueDescriptorPool = Unique<VkDescriptorPool, &vkDestroyDescriptorPool>;

}  // namespace maatkast::render
