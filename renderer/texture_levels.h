// A picture with all its smaller levels, made on the CPU.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "renderer/scene.h"

namespace maatkast::render {

inline constexpr std::uint32_t kTextureSize = 1024;  // texels, both ways
inline constexpr std::uint32_t kTextureLevels = std::bit_width(kTextureSize);

// Bytes from the start of a chain to its level, 0 … kTextureLevels (the end).
std::size_t level_offset(std::uint32_t level);

// Writes the chain of a texture, level_offset(kTextureLevels) bytes: RGBA, level after level, each half the
// size of the one before and averaged in linear light. Colours are square roots of linear light: as even to
// the eye as sRGB, yet filtered as plain bytes, which a CPU device does several times faster. A picture of
// another size is stretched to kTextureSize by the nearest texel; one whose bytes do not fit its size is
// white. Never reads from the target, which may be memory that is slow to read.
void write_texture_levels(const Texture& texture, std::byte* target);

}  // namespace maatkast::render
