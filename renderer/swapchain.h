// The images of a window.
#pragma once

#include <optional>
#include <vector>

#include "renderer/device.h"

namespace maatkast::render {

// The 8-bit format that pictures for this surface are drawn in. Throws VulkanError when it has none of ours.
VkFormat choose_surface_format(VkPhysicalDevice device, VkSurfaceKHR surface);

class Swapchain {
  public:
    enum class Status : std::uint8_t { ready, resized, not_ready };
    struct Acquired {
        std::uint32_t index = 0;
        VkImage image = VK_NULL_HANDLE;
        VkImageView view = VK_NULL_HANDLE;
        VkSemaphore present =
            VK_NULL_HANDLE;  // one per image: it is free again when the image is acquired again
    };

    Swapchain(Device& device, VkSurfaceKHR surface, VkFormat format);
    ~Swapchain();
    Swapchain(const Swapchain&) = delete;
    Swapchain& operator=(const Swapchain&) = delete;

    // Brings the swapchain to the framebuffer's size. Waits for the device when it must be made anew.
    Status update(Size framebuffer);
    // The next image; nothing when the swapchain is out of date (update makes it anew the next time).
    std::optional<Acquired> acquire(VkSemaphore signal);
    // Hands the image over; out of date and suboptimal make the next update make it anew. False when it was
    // out of date, and so is not shown.
    bool present(const Acquired& image);
    Size size() const { return size_; }

  private:
    void make(const VkSurfaceCapabilitiesKHR& capabilities, Size size);
    void make_views();

    Device& device_;
    VkSurfaceKHR surface_;
    VkFormat format_;
    VkSwapchainKHR swapchain_ = VK_NULL_HANDLE;
    Size size_;
    bool stale_ = false;
    std::vector<VkImage> images_;
    std::vector<UniqueImageView> views_;
    std::vector<UniqueSemaphore> present_;
};

}  // namespace maatkast::render
