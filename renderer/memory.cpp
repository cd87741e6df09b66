#include "renderer/memory.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>

namespace maatkast::render {
namespace {

constexpr VkDeviceSize kBlockSize = VkDeviceSize{32} << 20;

VkDeviceSize align_up(VkDeviceSize value, VkDeviceSize alignment) {
    return (value + alignment - 1) / alignment * alignment;
}

struct Preference {
    VkMemoryPropertyFlags required;
    VkMemoryPropertyFlags wanted;
};

Preference preference(MemoryUse use) {
    constexpr VkMemoryPropertyFlags kHost =
        VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
    switch (use) {
        case MemoryUse::upload:
            return {kHost, kHost};
        case MemoryUse::read_back:
            return {kHost, kHost | VK_MEMORY_PROPERTY_HOST_CACHED_BIT};
        default:
            return {0, VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT};
    }
}

}  // namespace

Allocator::Allocator(VkPhysicalDevice physical, VkDevice device) : device_(device) {
    vkGetPhysicalDeviceMemoryProperties(physical, &properties_);
}

Allocator::~Allocator() {
    for (const Block& block : blocks_) vkFreeMemory(device_, block.memory, nullptr);
}

std::uint32_t Allocator::find_type(std::uint32_t allowed, MemoryUse use) const {
    const Preference flags = preference(use);
    std::optional<std::uint32_t> fallback;
    for (std::uint32_t i = 0; i < properties_.memoryTypeCount; ++i) {
        const VkMemoryPropertyFlags has = properties_.memoryTypes[i].propertyFlags;
        if ((allowed & (1u << i)) == 0 || (has & flags.required) != flags.required) continue;
        if ((has & flags.wanted) == flags.wanted) return i;
        if (!fallback) fallback = i;
    }
    if (!fallback) throw VulkanError{"find_type", "no fitting memory type", {}, VK_ERROR_FEATURE_NOT_PRESENT};
    return *fallback;
}

Allocator::Block& Allocator::new_block(std::uint32_t type, VkDeviceSize size, bool for_image) {
    const VkMemoryAllocateInfo info{
        .sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO, .allocationSize = size, .memoryTypeIndex = type};
    VkDeviceMemory memory = VK_NULL_HANDLE;
    check(vkAllocateMemory(device_, &info, nullptr, &memory), "vkAllocateMemory");
    Block& block = blocks_.emplace_back(Block{memory, size, type, for_image, nullptr, {{0, size}}});
    const VkMemoryPropertyFlags flags = properties_.memoryTypes[type].propertyFlags;
    if ((flags & VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT) != 0 && !for_image) {
        void* mapped = nullptr;
        const VkResult result = vkMapMemory(device_, memory, 0, VK_WHOLE_SIZE, 0, &mapped);
        if (result !=
            VK_SUCCESS) {  // else the next demand would be served from a block that nobody can write to
            vkFreeMemory(device_, memory, nullptr);
            blocks_.pop_back();
        }
        check(result, "vkMapMemory");
        block.mapped = static_cast<std::byte*>(mapped);
    }
    return block;
}

bool Allocator::take(Block& block, const VkMemoryRequirements& needs, MemoryPiece& piece) {
    for (auto gap = block.gaps.begin(); gap != block.gaps.end(); ++gap) {
        const auto [start, length] = *gap;
        const VkDeviceSize offset = align_up(start, needs.alignment);
        if (offset + needs.size > start + length) continue;
        block.gaps.erase(gap);
        if (offset > start) block.gaps.emplace(start, offset - start);
        const VkDeviceSize rest = start + length - (offset + needs.size);
        if (rest > 0) block.gaps.emplace(offset + needs.size, rest);
        piece = {block.memory, offset, needs.size, block.mapped ? block.mapped + offset : nullptr};
        return true;
    }
    return false;
}

MemoryPiece Allocator::allocate(const VkMemoryRequirements& needs, MemoryUse use, bool for_image) {
    const std::uint32_t type = find_type(needs.memoryTypeBits, use);
    MemoryPiece piece;
    for (Block& block : blocks_) {
        if (block.type == type && block.for_image == for_image && take(block, needs, piece)) return piece;
    }
    const bool taken = take(new_block(type, std::max(kBlockSize, needs.size), for_image), needs, piece);
    assert(taken);
    static_cast<void>(taken);
    return piece;
}

void Allocator::free(const MemoryPiece& piece) {
    const auto block = std::ranges::find(blocks_, piece.memory, &Block::memory);
    assert(block != blocks_.end());
    auto gap = block->gaps.emplace(piece.offset, piece.size).first;
    if (const auto next = std::next(gap);
        next != block->gaps.end() && gap->first + gap->second == next->first) {
        gap->second += next->second;
        block->gaps.erase(next);
    }
    if (gap != block->gaps.begin()) {
        const auto previous = std::prev(gap);
        if (previous->first + previous->second == gap->first) {
            previous->second += gap->second;
            block->gaps.erase(gap);
        }
    }
    if (block->gaps.size() == 1 && block->gaps.begin()->second == block->size) {
        vkFreeMemory(device_, block->memory, nullptr);
        blocks_.erase(block);
    }
}

VkDeviceSize Allocator::bytes_reserved() const {
    VkDeviceSize sum = 0;
    for (const Block& block : blocks_) sum += block.size;
    return sum;
}

}  // namespace maatkast::render
