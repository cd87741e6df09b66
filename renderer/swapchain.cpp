#include "renderer/swapchain.h"

#include <algorithm>

namespace maatkast::render {
namespace {

Size fit(const VkSurfaceCapabilitiesKHR& capabilities, Size wanted) {
    // 0xFFFFFFFF: the surface takes whatever size it is given.
    if (capabilities.currentExtent.width != UINT32_MAX) {
        return {capabilities.currentExtent.width, capabilities.currentExtent.height};
    }
    return {
        std::clamp(wanted.width, capabilities.minImageExtent.width, capabilities.maxImageExtent.width),
        std::clamp(wanted.height, capabilities.minImageExtent.height, capabilities.maxImageExtent.height)};
}

std::uint32_t image_count(const VkSurfaceCapabilitiesKHR& capabilities) {
    const std::uint32_t wanted = std::max(3u, capabilities.minImageCount + 1);
    return capabilities.maxImageCount == 0 ? wanted : std::min(wanted, capabilities.maxImageCount);
}

VkCompositeAlphaFlagBitsKHR composite_alpha(const VkSurfaceCapabilitiesKHR& capabilities) {
    const bool opaque = (capabilities.supportedCompositeAlpha & VK_COMPOSITE_ALPHA_OPAQUE_BIT_KHR) != 0;
    return opaque ? VK_COMPOSITE_ALPHA_OPAQUE_BIT_KHR : VK_COMPOSITE_ALPHA_INHERIT_BIT_KHR;
}

}  // namespace

VkFormat choose_surface_format(VkPhysicalDevice device, VkSurfaceKHR surface) {
    std::uint32_t count = 0;
    check(vkGetPhysicalDeviceSurfaceFormatsKHR(device, surface, &count, nullptr),
          "vkGetPhysicalDeviceSurfaceFormatsKHR");
    std::vector<VkSurfaceFormatKHR> formats(count);
    check(vkGetPhysicalDeviceSurfaceFormatsKHR(device, surface, &count, formats.data()),
          "vkGetPhysicalDeviceSurfaceFormatsKHR");
    for (const VkFormat wanted : {VK_FORMAT_B8G8R8A8_UNORM, VK_FORMAT_R8G8B8A8_UNORM}) {
        if (std::ranges::count(formats, wanted, &VkSurfaceFormatKHR::format) != 0) return wanted;
    }
    throw VulkanError{"vkGetPhysicalDeviceSurfaceFormatsKHR", "the window has no 8-bit RGBA format", {}};
}

Swapchain::Swapchain(Device& device, VkSurfaceKHR surface, VkFormat format)
    : device_(device), surface_(surface), format_(format) {}

Swapchain::~Swapchain() {
    views_.clear();
    if (swapchain_ != VK_NULL_HANDLE) vkDestroySwapchainKHR(device_.get(), swapchain_, nullptr);
}

Swapchain::Status Swapchain::update(Size framebuffer) {
    if (framebuffer.empty()) return Status::not_ready;
    VkSurfaceCapabilitiesKHR capabilities{};
    check(vkGetPhysicalDeviceSurfaceCapabilitiesKHR(device_.physical(), surface_, &capabilities),
          "vkGetPhysicalDeviceSurfaceCapabilitiesKHR");
    const Size wanted = fit(capabilities, framebuffer);
    if (wanted.empty()) return Status::not_ready;
    if (swapchain_ != VK_NULL_HANDLE && !stale_ && wanted == size_) return Status::ready;
    device_.wait_idle();
    make(capabilities, wanted);
    return Status::resized;
}

void Swapchain::make(const VkSurfaceCapabilitiesKHR& capabilities, Size size) {
    const VkSwapchainCreateInfoKHR info{
        .sType = VK_STRUCTURE_TYPE_SWAPCHAIN_CREATE_INFO_KHR,
        .surface = surface_,
        .minImageCount = image_count(capabilities),
        .imageFormat = format_,
        .imageColorSpace = VK_COLOR_SPACE_SRGB_NONLINEAR_KHR,
        .imageExtent = {size.width, size.height},
        .imageArrayLayers = 1,
        .imageUsage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
        .imageSharingMode = VK_SHARING_MODE_EXCLUSIVE,
        .preTransform = capabilities.currentTransform,
        .compositeAlpha = composite_alpha(capabilities),
        .presentMode = VK_PRESENT_MODE_FIFO_KHR,  // the one that every device has
        .clipped = VK_TRUE,
        .oldSwapchain = swapchain_};
    VkSwapchainKHR fresh = VK_NULL_HANDLE;
    const VkResult result = vkCreateSwapchainKHR(device_.get(), &info, nullptr, &fresh);
    views_.clear();
    present_.clear();
    if (swapchain_ != VK_NULL_HANDLE) vkDestroySwapchainKHR(device_.get(), swapchain_, nullptr);
    swapchain_ = fresh;
    check(result, "vkCreateSwapchainKHR");
    size_ = size;
    stale_ = false;
    make_views();
}

void Swapchain::make_views() {
    std::uint32_t count = 0;
    check(vkGetSwapchainImagesKHR(device_.get(), swapchain_, &count, nullptr), "vkGetSwapchainImagesKHR");
    images_.resize(count);
    check(vkGetSwapchainImagesKHR(device_.get(), swapchain_, &count, images_.data()),
          "vkGetSwapchainImagesKHR");
    for (VkImage image : images_) {
        const VkImageViewCreateInfo info{.sType = VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO,
                                         .image = image,
                                         .viewType = VK_IMAGE_VIEW_TYPE_2D,
                                         .format = format_,
                                         .subresourceRange = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1}};
        VkImageView view = VK_NULL_HANDLE;
        check(vkCreateImageView(device_.get(), &info, nullptr, &view), "vkCreateImageView");
        views_.emplace_back(device_.get(), view);
        present_.push_back(make_semaphore(device_));
    }
}

std::optional<Swapchain::Acquired> Swapchain::acquire(VkSemaphore signal) {
    std::uint32_t index = 0;
    const VkResult result =
        vkAcquireNextImageKHR(device_.get(), swapchain_, UINT64_MAX, signal, VK_NULL_HANDLE, &index);
    if (result == VK_ERROR_OUT_OF_DATE_KHR) {
        stale_ = true;
        return std::nullopt;
    }
    check(result, "vkAcquireNextImageKHR");
    if (result == VK_SUBOPTIMAL_KHR) stale_ = true;  // the image can still be shown
    return Acquired{index, images_[index], views_[index].get(), present_[index].get()};
}

bool Swapchain::present(const Acquired& image) {
    const VkPresentInfoKHR info{.sType = VK_STRUCTURE_TYPE_PRESENT_INFO_KHR,
                                .waitSemaphoreCount = 1,
                                .pWaitSemaphores = &image.present,
                                .swapchainCount = 1,
                                .pSwapchains = &swapchain_,
                                .pImageIndices = &image.index};
    const VkResult result = vkQueuePresentKHR(device_.queue(), &info);
    if (result == VK_ERROR_OUT_OF_DATE_KHR || result == VK_SUBOPTIMAL_KHR) stale_ = true;
    if (result == VK_ERROR_OUT_OF_DATE_KHR) return false;
    check(result, "vkQueuePresentKHR");
    return true;
}

}  // namespace maatkast::render
