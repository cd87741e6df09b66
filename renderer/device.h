// The logical device, its one queue, its memory, and the resources made from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "renderer/image.h"
#include "renderer/memory.h"
#include "renderer/vulkan.h"

namespace maatkast::render {

class Device;

// A buffer with its memory. Movable; frees itself, which must not happen while the device still uses it.
class Buffer {
  public:
    Buffer() = default;
    Buffer(Device& device, VkDeviceSize size, VkBufferUsageFlags usage, MemoryUse use);
    Buffer(Buffer&& other) noexcept { *this = std::move(other); }
    Buffer& operator=(Buffer&& other) noexcept;
    ~Buffer();
    VkBuffer get() const { return buffer_; }
    VkDeviceSize size() const { return size_; }
    std::byte* mapped() const { return piece_.mapped; }

  private:
    Device* device_ = nullptr;
    VkBuffer buffer_ = VK_NULL_HANDLE;
    VkDeviceSize size_ = 0;
    MemoryPiece piece_;
};

struct ImageShape {
    Size size;
    VkFormat format = VK_FORMAT_UNDEFINED;
    VkImageUsageFlags usage = 0;
    VkImageAspectFlags aspect = VK_IMAGE_ASPECT_COLOR_BIT;
    std::uint32_t levels = 1;
    std::uint32_t layers = 1;
    VkSampleCountFlagBits samples = VK_SAMPLE_COUNT_1_BIT;
    VkImageViewType view = VK_IMAGE_VIEW_TYPE_2D;  // CUBE makes the image cube-compatible
};

// An image with its memory and one view of all of it. Same rules as Buffer.
class DeviceImage {
  public:
    DeviceImage() = default;
    DeviceImage(Device& device, const ImageShape& shape);
    DeviceImage(DeviceImage&& other) noexcept { *this = std::move(other); }
    DeviceImage& operator=(DeviceImage&& other) noexcept;
    ~DeviceImage();
    VkImage get() const { return image_; }
    VkImageView view() const { return view_.get(); }
    const ImageShape& shape() const { return shape_; }
    explicit operator bool() const { return image_ != VK_NULL_HANDLE; }
    // A view of one level of one layer, to draw into it.
    UniqueImageView level_view(std::uint32_t level, std::uint32_t layer = 0) const;

  private:
    Device* device_ = nullptr;
    VkImage image_ = VK_NULL_HANDLE;
    MemoryPiece piece_;
    UniqueImageView view_;
    ImageShape shape_;
};

class Device {
  public:
    Device(VkPhysicalDevice physical, std::uint32_t queue_family, bool with_swapchain,
           const std::filesystem::path& pipeline_cache);
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    VkDevice get() const { return device_.get(); }
    VkPhysicalDevice physical() const { return physical_; }
    VkQueue queue() const { return queue_; }
    std::uint32_t queue_family() const { return queue_family_; }
    VkPipelineCache pipeline_cache() const { return pipeline_cache_.get(); }
    Allocator& allocator() { return allocator_; }
    bool is_cpu() const { return is_cpu_; }
    // Whether samples lie where Vulkan's standardSampleLocations says.
    bool has_standard_samples() const { return properties_.limits.standardSampleLocations == VK_TRUE; }
    float max_anisotropy() const { return max_anisotropy_; }
    VkDeviceSize uniform_alignment() const { return uniform_alignment_; }

    // Records commands, hands them to the queue and waits until they are done. `record` may call run() in its
    // turn: those commands are done first.
    void run(const std::function<void(VkCommandBuffer)>& record);
    void wait_idle();

  private:
    void read_properties();
    void make_pipeline_cache();
    void save_pipeline_cache() const;

    VkPhysicalDevice physical_;
    std::uint32_t queue_family_;
    std::filesystem::path cache_path_;
    UniqueDevice device_;  // before all that is made from it
    VkQueue queue_ = VK_NULL_HANDLE;
    Allocator allocator_;
    UniquePipelineCache pipeline_cache_;
    UniqueCommandPool pool_;
    UniqueFence fence_;
    VkPhysicalDeviceProperties properties_{};
    bool is_cpu_ = false;
    float max_anisotropy_ = 1.0f;
    VkDeviceSize uniform_alignment_ = 256;
};

UniqueCommandPool make_command_pool(const Device& device);
VkCommandBuffer allocate_commands(const Device& device, const UniqueCommandPool& pool);
UniqueFence make_fence(const Device& device, bool signaled);
UniqueSemaphore make_semaphore(const Device& device);
UniqueSampler make_sampler(const Device& device, const VkSamplerCreateInfo& info);

}  // namespace maatkast::render
