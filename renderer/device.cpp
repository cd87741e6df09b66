#include "renderer/device.h"

#include <cstring>
#include <fstream>
#include <vector>

namespace maatkast::render {
namespace {

VkDevice make_device(VkPhysicalDevice physical, std::uint32_t queue_family, bool with_swapchain) {
    const float priority = 1.0f;
    const VkDeviceQueueCreateInfo queue{.sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO,
                                        .queueFamilyIndex = queue_family,
                                        .queueCount = 1,
                                        .pQueuePriorities = &priority};
    VkPhysicalDeviceFeatures available{};
    vkGetPhysicalDeviceFeatures(physical, &available);
    VkPhysicalDeviceVulkan13Features features13{
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES,
        .synchronization2 = VK_TRUE,
        .dynamicRendering = VK_TRUE,
        .maintenance4 = VK_TRUE};
    VkPhysicalDeviceFeatures2 features{.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2,
                                       .pNext = &features13};
    features.features.samplerAnisotropy = available.samplerAnisotropy;
    const char* swapchain = VK_KHR_SWAPCHAIN_EXTENSION_NAME;
    const VkDeviceCreateInfo info{.sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO,
                                  .pNext = &features,
                                  .queueCreateInfoCount = 1,
                                  .pQueueCreateInfos = &queue,
                                  .enabledExtensionCount = with_swapchain ? 1u : 0u,
                                  .ppEnabledExtensionNames = &swapchain};
    VkDevice device = VK_NULL_HANDLE;
    check(vkCreateDevice(physical, &info, nullptr, &device), "vkCreateDevice");
    return device;
}

std::vector<char> read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    return {std::istreambuf_iterator<char>(file), {}};
}

// A cache written by another driver or device is valid to hand over, but some drivers trust its header; so
// only our own device's file is used.
bool cache_fits(const std::vector<char>& bytes, const VkPhysicalDeviceProperties& properties) {
    VkPipelineCacheHeaderVersionOne header{};
    if (bytes.size() < sizeof header) return false;
    std::memcpy(&header, bytes.data(), sizeof header);
    return header.vendorID == properties.vendorID && header.deviceID == properties.deviceID &&
           std::memcmp(header.pipelineCacheUUID, properties.pipelineCacheUUID, VK_UUID_SIZE) == 0;
}

}  // namespace

Device::Device(VkPhysicalDevice physical, std::uint32_t queue_family, bool with_swapchain,
               const std::filesystem::path& pipeline_cache)
    : physical_(physical),
      queue_family_(queue_family),
      cache_path_(pipeline_cache),
      device_(make_device(physical, queue_family, with_swapchain)),
      allocator_(physical, device_.get()) {
    vkGetDeviceQueue(device_.get(), queue_family, 0, &queue_);
    read_properties();
    make_pipeline_cache();
    pool_ = make_command_pool(*this);
    fence_ = make_fence(*this, false);
}

Device::~Device() {
    vkDeviceWaitIdle(get());
    save_pipeline_cache();
}

void Device::read_properties() {
    vkGetPhysicalDeviceProperties(physical_, &properties_);
    VkPhysicalDeviceFeatures features{};
    vkGetPhysicalDeviceFeatures(physical_, &features);
    is_cpu_ = properties_.deviceType == VK_PHYSICAL_DEVICE_TYPE_CPU;
    max_anisotropy_ = features.samplerAnisotropy ? properties_.limits.maxSamplerAnisotropy : 1.0f;
    uniform_alignment_ = properties_.limits.minUniformBufferOffsetAlignment;
}

void Device::make_pipeline_cache() {
    std::vector<char> bytes;
    if (!cache_path_.empty()) bytes = read_whole(cache_path_);
    if (!cache_fits(bytes, properties_)) bytes.clear();
    const VkPipelineCacheCreateInfo info{.sType = VK_STRUCTURE_TYPE_PIPELINE_CACHE_CREATE_INFO,
                                         .initialDataSize = bytes.size(),
                                         .pInitialData = bytes.data()};
    VkPipelineCache cache = VK_NULL_HANDLE;
    check(vkCreatePipelineCache(device_.get(), &info, nullptr, &cache), "vkCreatePipelineCache");
    pipeline_cache_ = {device_.get(), cache};
}

void Device::save_pipeline_cache() const {
    if (cache_path_.empty()) return;
    std::size_t size = 0;
    if (vkGetPipelineCacheData(device_.get(), pipeline_cache_.get(), &size, nullptr) != VK_SUCCESS) return;
    std::vector<std::uint8_t> bytes(size);
    if (vkGetPipelineCacheData(device_.get(), pipeline_cache_.get(), &size, bytes.data()) != VK_SUCCESS)
        return;
    if (size == 0 || read_whole(cache_path_).size() == size) return;  // nothing new to keep
    std::error_code ignored;
    std::filesystem::create_directories(cache_path_.parent_path(), ignored);
    // A cache that cannot be kept costs time at the next start and nothing else.
    static_cast<void>(write_file(cache_path_, std::span(bytes).first(size)));
}

void Device::run(const std::function<void(VkCommandBuffer)>& record) {
    VkCommandBuffer commands = allocate_commands(*this, pool_);
    const VkCommandBufferBeginInfo begin{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO,
                                         .flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT};
    check(vkBeginCommandBuffer(commands, &begin), "vkBeginCommandBuffer");
    record(commands);
    check(vkEndCommandBuffer(commands), "vkEndCommandBuffer");
    const VkCommandBufferSubmitInfo buffer{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO,
                                           .commandBuffer = commands};
    const VkSubmitInfo2 submit{.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO_2,
                               .commandBufferInfoCount = 1,
                               .pCommandBufferInfos = &buffer};
    check(vkQueueSubmit2(queue_, 1, &submit, fence_.get()), "vkQueueSubmit2");
    const VkResult done = vkWaitForFences(device_.get(), 1, fence_.address(), VK_TRUE, UINT64_MAX);
    // The commands may still be under way, and what they use goes with the error.
    if (done != VK_SUCCESS) vkDeviceWaitIdle(device_.get());
    check(done, "vkWaitForFences");
    check(vkResetFences(device_.get(), 1, fence_.address()), "vkResetFences");
    vkFreeCommandBuffers(device_.get(), pool_.get(), 1, &commands);
}

void Device::wait_idle() {
    check(vkDeviceWaitIdle(device_.get()), "vkDeviceWaitIdle");
}

UniqueCommandPool make_command_pool(const Device& device) {
    const VkCommandPoolCreateInfo info{.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO,
                                       .flags = VK_COMMAND_POOL_CREATE_TRANSIENT_BIT,
                                       .queueFamilyIndex = device.queue_family()};
    VkCommandPool pool = VK_NULL_HANDLE;
    check(vkCreateCommandPool(device.get(), &info, nullptr, &pool), "vkCreateCommandPool");
    return {device.get(), pool};
}

VkCommandBuffer allocate_commands(const Device& device, const UniqueCommandPool& pool) {
    const VkCommandBufferAllocateInfo info{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO,
                                           .commandPool = pool.get(),
                                           .level = VK_COMMAND_BUFFER_LEVEL_PRIMARY,
                                           .commandBufferCount = 1};
    VkCommandBuffer commands = VK_NULL_HANDLE;
    check(vkAllocateCommandBuffers(device.get(), &info, &commands), "vkAllocateCommandBuffers");
    return commands;
}

UniqueFence make_fence(const Device& device, bool signaled) {
    const VkFenceCreateInfo info{.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO,
                                 .flags = signaled ? VkFenceCreateFlags{VK_FENCE_CREATE_SIGNALED_BIT} : 0u};
    VkFence fence = VK_NULL_HANDLE;
    check(vkCreateFence(device.get(), &info, nullptr, &fence), "vkCreateFence");
    return {device.get(), fence};
}

UniqueSemaphore make_semaphore(const Device& device) {
    const VkSemaphoreCreateInfo info{.sType = VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO};
    VkSemaphore semaphore = VK_NULL_HANDLE;
    check(vkCreateSemaphore(device.get(), &info, nullptr, &semaphore), "vkCreateSemaphore");
    return {device.get(), semaphore};
}

UniqueSampler make_sampler(const Device& device, const VkSamplerCreateInfo& info) {
    VkSampler sampler = VK_NULL_HANDLE;
    check(vkCreateSampler(device.get(), &info, nullptr, &sampler), "vkCreateSampler");
    return {device.get(), sampler};
}

}  // namespace maatkast::render
