// Device memory in large blocks, handed out in pieces (the packaged systems have no VMA).
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <vector>

#include "renderer/vulkan.h"

namespace maatkast::render {

// What memory is for. device: only the device touches it. upload: the host writes, the device reads.
// read_back: the device writes, the host reads (cached where there is such memory).
enum class MemoryUse : std::uint8_t { device, upload, read_back };

// A piece of a block. `mapped` points at the piece for upload and read_back (always coherent), else null.
struct MemoryPiece {
    VkDeviceMemory memory = VK_NULL_HANDLE;
    VkDeviceSize offset = 0;
    VkDeviceSize size = 0;
    std::byte* mapped = nullptr;
};

// First fit in blocks of 32 MiB per memory type; larger demands get a block of their own. Buffers and images
// live in different blocks, so bufferImageGranularity never matters. Empty blocks are given back. Not
// thread-safe.
class Allocator {
  public:
    Allocator(VkPhysicalDevice physical, VkDevice device);
    ~Allocator();
    Allocator(const Allocator&) = delete;
    Allocator& operator=(const Allocator&) = delete;

    // Throws VulkanError when the device has no fitting memory left.
    MemoryPiece allocate(const VkMemoryRequirements& needs, MemoryUse use, bool for_image);
    void free(const MemoryPiece& piece);
    VkDeviceSize bytes_reserved() const;

  private:
    struct Block {
        VkDeviceMemory memory = VK_NULL_HANDLE;
        VkDeviceSize size = 0;
        std::uint32_t type = 0;
        bool for_image = false;
        std::byte* mapped = nullptr;
        std::map<VkDeviceSize, VkDeviceSize> gaps;  // offset → size of what is free, never touching
    };

    std::uint32_t find_type(std::uint32_t allowed, MemoryUse use) const;
    Block& new_block(std::uint32_t type, VkDeviceSize size, bool for_image);
    static bool take(Block& block, const VkMemoryRequirements& needs, MemoryPiece& piece);

    VkDevice device_;
    VkPhysicalDeviceMemoryProperties properties_{};
    std::list<Block> blocks_;
};

}  // namespace maatkast::render
