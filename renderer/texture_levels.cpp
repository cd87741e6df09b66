#include "renderer/texture_levels.h"

#include <array>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

namespace maatkast::render {
namespace {

// IEC 61966-2-1.
double to_linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

struct Tables {
    std::array<std::uint8_t, 256> from_srgb;           // byte of the root of an sRGB byte's light
    std::array<std::uint8_t, 255 * 255 + 1> of_light;  // and of light in parts of 255²
};

Tables make_tables() {
    const auto byte = [](double root) { return static_cast<std::uint8_t>(std::lround(255 * root)); };
    Tables tables{};
    for (std::uint32_t i = 0; i < tables.from_srgb.size(); ++i)
        tables.from_srgb[i] = byte(std::sqrt(to_linear(i / 255.0)));
    for (std::uint32_t i = 0; i < tables.of_light.size(); ++i)
        tables.of_light[i] = byte(std::sqrt(i) / 255.0);
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

std::vector<std::uint8_t> roots(const Tables& tables, std::span<const std::uint8_t> srgb) {
    std::vector<std::uint8_t> out(srgb.size());
    for (std::size_t i = 0; i < srgb.size(); ++i) out[i] = i % 4 == 3 ? srgb[i] : tables.from_srgb[srgb[i]];
    return out;
}

// `size` is the side of the level written.
void halve(const Tables& tables, const std::uint8_t* from, std::uint8_t* to, std::uint32_t size) {
    const std::size_t row = std::size_t{8} * size;
    for (std::uint32_t y = 0; y < size; ++y, from += row) {
        for (std::uint32_t x = 0; x < size; ++x, from += 8, to += 4) {
            for (std::size_t c = 0; c < 3; ++c) {
                const auto light = [&](std::size_t byte) {
                    return std::uint32_t{from[byte + c]} * from[byte + c];
                };
                to[c] = tables.of_light[(light(0) + light(4) + light(row) + light(row + 4) + 2) / 4];
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
    static const Tables kTables = make_tables();
    std::vector<std::uint8_t> level =
        roots(kTables, fits(texture) ? texture.rgba.first(level_offset(1)) : stretched(texture));
    std::memcpy(target, level.data(), level.size());
    for (std::uint32_t i = 1; i < kTextureLevels; ++i) {
        std::vector<std::uint8_t> half(level.size() / 4);
        halve(kTables, level.data(), half.data(), kTextureSize >> i);
        std::memcpy(target + level_offset(i), half.data(), half.size());
        level = std::move(half);
    }
}

}  // namespace maatkast::render
