// The Vulkan instance with its debug messenger.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "renderer/renderer.h"
#include "renderer/vulkan.h"

namespace maatkast::render {

// Counts what the validation layer and the driver complain about and passes it on, performance included;
// leaves out by id what is said to everybody. Called from any thread.
class MessageSink {
  public:
    explicit MessageSink(std::function<void(const ValidationMessage&)> listener)
        : listener_(std::move(listener)) {}
    void receive(const char* id, const char* text);
    std::uint32_t count() const { return count_; }

    // While set, messages are noted but neither counted nor passed on (for provoking one on purpose).
    void expect(bool on);
    bool expected_arrived() const { return expected_arrived_; }

  private:
    std::function<void(const ValidationMessage&)> listener_;
    std::mutex mutex_;
    std::atomic<std::uint32_t> count_ = 0;
    std::atomic<bool> expecting_ = false;
    std::atomic<bool> expected_arrived_ = false;
};

struct InstanceOptions {
    std::string application = "maatkast";
    std::vector<std::string> extensions;
    bool validation = false;  // core, synchronization and best-practice checks
};

// Throws VulkanError when there is no loader, no Vulkan 1.3 or no validation layer though asked for.
// The sink must outlive the instance; it is only used with validation.
class VulkanInstance {
  public:
    VulkanInstance(const InstanceOptions& options, MessageSink* sink);
    ~VulkanInstance();
    VulkanInstance(const VulkanInstance&) = delete;
    VulkanInstance& operator=(const VulkanInstance&) = delete;
    VkInstance get() const { return instance_; }
    bool validates() const { return messenger_ != VK_NULL_HANDLE; }

  private:
    VulkanInstance() = default;
    void create(const InstanceOptions& options, MessageSink* sink);

    VkInstance instance_ = VK_NULL_HANDLE;
    VkDebugUtilsMessengerEXT messenger_ = VK_NULL_HANDLE;
};

}  // namespace maatkast::render
