#include "renderer/texture_levels.h"

#include <array>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

namespace maatkast::render {
namespace {

// Linear light in whole numbers: fine enough that every sRGB byte comes back as itself.
constexpr std::uint32_t kLinearMax = 16383;

// IEC 61966-2-1.
double to_linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

struct SrgbTables {
    std::array<std::uint16_t, 256> linear;
    std::array<std::uint8_t, kLinearMax + 1> encoded;
};

SrgbTables make_tables() {
    SrgbTables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        tables.linear[byte] = static_cast<std::uint16_t>(std::lround(to_linear(byte / 255.0) * kLinearMax));
    }
    std::uint32_t byte = 0;
    for (std::uint32_t linear = 0; linear <= kLinearMax; ++linear) {
        while (byte < 255 && linear > to_linear((byte + 0.5) / 255.0) * kLinearMax) ++byte;
        tables.encoded[linear] = static_cast<std::uint8_t>(byte);
    }
    return tables;
}

bool fits(const Texture& texture) {
    return texture.width == kTextureSize && texture.height == kTextureSize &&
           texture.rgba.size() >= level_offset(1);
}

std::vector<std::uint8_t> stretched(const Texture& texture) {
    std::vector<std::uint8_t> rgba(level_offset(1), 0xff);
    const bool whole = texture.rgba.size() >= std::size_t{4} * texture.width * texture.height;
    if (!whole || texture.width == 0 || texture.height == 0) return rgba;
    std::uint8_t* target = rgba.data();
    for (std::uint32_t y = 0; y < kTextureSize; ++y) {
        const std::size_t row = std::size_t{y} * texture.height / kTextureSize * texture.width;
        for (std::uint32_t x = 0; x < kTextureSize; ++x, target += 4) {
            std::memcpy(target, &texture.rgba[4 * (row + std::size_t{x} * texture.width / kTextureSize)], 4);
        }
    }
    return rgba;
}

// `size` is the side of the level written.
void halve(const SrgbTables& tables, const std::uint8_t* from, std::uint8_t* to, std::uint32_t size) {
    const std::size_t row = std::size_t{8} * size;
    for (std::uint32_t y = 0; y < size; ++y, from += row) {
        for (std::uint32_t x = 0; x < size; ++x, from += 8, to += 4) {
            for (std::size_t c = 0; c < 3; ++c) {
                const auto at = [&](std::size_t byte) {
                    return std::uint32_t{tables.linear[from[byte + c]]};
                };
                to[c] = tables.encoded[(at(0) + at(4) + at(row) + at(row + 4) + 2) / 4];
            }
            to[3] = static_cast<std::uint8_t>((from[3] + from[7] + from[row + 3] + from[row + 7] + 2) / 4);
        }
    }
}

}  // namespace

std::size_t level_offset(std::uint32_t level) {
    std::size_t texels = 0;
    for (std::uint32_t i = 0; i < level; ++i) texels += std::size_t{kTextureSize >> i} * (kTextureSize >> i);
    return 4 * texels;
}

void write_texture_levels(const Texture& texture, std::byte* target) {
    static const SrgbTables kTables = make_tables();
    std::vector<std::uint8_t> made;
    if (!fits(texture)) made = stretched(texture);
    std::span<const std::uint8_t> level = made.empty() ? texture.rgba.first(level_offset(1)) : made;
    std::memcpy(target, level.data(), level.size());
    for (std::uint32_t i = 1; i < kTextureLevels; ++i) {
        std::vector<std::uint8_t> half(level.size() / 4);
        halve(kTables, level.data(), half.data(), kTextureSize >> i);
        std::memcpy(target + level_offset(i), half.data(), half.size());
        made = std::move(half);
        level = made;
    }
}

}  // namespace maatkast::render
