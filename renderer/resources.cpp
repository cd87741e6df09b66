// Buffer and DeviceImage: Vulkan objects bound to a piece of memory.
#include <utility>

#include "renderer/device.h"

namespace maatkast::render {

// Both constructors go through the default one: from then on the object counts as made, and what there is of
// it is freed when one of the later calls throws.
Buffer::Buffer(Device& device, VkDeviceSize size, VkBufferUsageFlags usage, MemoryUse use) : Buffer() {
    device_ = &device;
    size_ = size;
    const VkBufferCreateInfo info{
        .sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO, .size = size, .usage = usage};
    check(vkCreateBuffer(device.get(), &info, nullptr, &buffer_), "vkCreateBuffer");
    VkMemoryRequirements needs{};
    vkGetBufferMemoryRequirements(device.get(), buffer_, &needs);
    piece_ = device.allocator().allocate(needs, use, false);
    check(vkBindBufferMemory(device.get(), buffer_, piece_.memory, piece_.offset), "vkBindBufferMemory");
}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
    std::swap(device_, other.device_);
    std::swap(buffer_, other.buffer_);
    std::swap(size_, other.size_);
    std::swap(piece_, other.piece_);
    return *this;
}

Buffer::~Buffer() {
    if (buffer_ == VK_NULL_HANDLE) return;
    vkDestroyBuffer(device_->get(), buffer_, nullptr);
    if (piece_.memory != VK_NULL_HANDLE) device_->allocator().free(piece_);
}

DeviceImage::DeviceImage(Device& device, const ImageShape& shape) : DeviceImage() {
    device_ = &device;
    shape_ = shape;
    const bool cube = shape.view == VK_IMAGE_VIEW_TYPE_CUBE;
    const VkImageCreateInfo info{.sType = VK_STRUCTURE_TYPE_IMAGE_CREATE_INFO,
                                 .flags = cube ? VkImageCreateFlags{VK_IMAGE_CREATE_CUBE_COMPATIBLE_BIT} : 0u,
                                 .imageType = VK_IMAGE_TYPE_2D,
                                 .format = shape.format,
                                 .extent = {shape.size.width, shape.size.height, 1},
                                 .mipLevels = shape.levels,
                                 .arrayLayers = shape.layers,
                                 .samples = shape.samples,
                                 .tiling = VK_IMAGE_TILING_OPTIMAL,
                                 .usage = shape.usage};
    check(vkCreateImage(device.get(), &info, nullptr, &image_), "vkCreateImage");
    VkMemoryRequirements needs{};
    vkGetImageMemoryRequirements(device.get(), image_, &needs);
    piece_ = device.allocator().allocate(needs, MemoryUse::device, true);
    check(vkBindImageMemory(device.get(), image_, piece_.memory, piece_.offset), "vkBindImageMemory");
    const VkImageViewCreateInfo view{.sType = VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO,
                                     .image = image_,
                                     .viewType = shape.view,
                                     .format = shape.format,
                                     .subresourceRange = {shape.aspect, 0, shape.levels, 0, shape.layers}};
    VkImageView handle = VK_NULL_HANDLE;
    check(vkCreateImageView(device.get(), &view, nullptr, &handle), "vkCreateImageView");
    view_ = {device.get(), handle};
}

DeviceImage& DeviceImage::operator=(DeviceImage&& other) noexcept {
    std::swap(device_, other.device_);
    std::swap(image_, other.image_);
    std::swap(piece_, other.piece_);
    std::swap(view_, other.view_);
    std::swap(shape_, other.shape_);
    return *this;
}

DeviceImage::~DeviceImage() {
    if (image_ == VK_NULL_HANDLE) return;
    view_ = {};
    vkDestroyImage(device_->get(), image_, nullptr);
    if (piece_.memory != VK_NULL_HANDLE) device_->allocator().free(piece_);
}

UniqueImageView DeviceImage::level_view(std::uint32_t level, std::uint32_t layer) const {
    const VkImageViewCreateInfo info{.sType = VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO,
                                     .image = image_,
                                     .viewType = VK_IMAGE_VIEW_TYPE_2D,
                                     .format = shape_.format,
                                     .subresourceRange = {shape_.aspect, level, 1, layer, 1}};
    VkImageView view = VK_NULL_HANDLE;
    check(vkCreateImageView(device_->get(), &info, nullptr, &view), "vkCreateImageView");
    return {device_->get(), view};
}

}  // namespace maatkast::render
