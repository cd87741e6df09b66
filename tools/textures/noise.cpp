#include "tools/textures/noise.h"

#include <algorithm>

namespace maatkast::textures {

namespace {

float fade(float t) {
    return t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f);
}

float mix(float a, float b, float t) {
    return a + (b - a) * t;
}

/// One of eight directions, as a dot product with (x, y).
float gradient(std::uint32_t h, float x, float y) {
    constexpr float kDiagonal = 0.70710678f;
    constexpr float kX[] = {1, -1, 0, 0, kDiagonal, -kDiagonal, kDiagonal, -kDiagonal};
    constexpr float kY[] = {0, 0, 1, -1, kDiagonal, kDiagonal, -kDiagonal, -kDiagonal};
    return kX[h & 7u] * x + kY[h & 7u] * y;
}

/// Of a cell's two corners at most the second lies beyond the tile's end.
std::uint32_t wrapped(int i, int count) {
    return static_cast<std::uint32_t>(i < count ? i : i - count);
}

}  // namespace

std::uint32_t hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed) {
    std::uint32_t h = x * 0x9E3779B1u ^ (y + 0x7F4A7C15u) * 0x85EBCA77u ^ (seed + 1u) * 0xC2B2AE3Du;
    h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
    h = (h ^ (h >> 12)) * 0x297A2D39u;
    return h ^ (h >> 15);
}

float unit_hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed) {
    return static_cast<float>(hash(x, y, seed) >> 8) * 0x1p-24f;
}

float tile_noise(float u, float v, int along, int across, std::uint32_t seed) {
    const float x = u * static_cast<float>(along);
    const float y = v * static_cast<float>(across);
    const int i = static_cast<int>(x);
    const int j = static_cast<int>(y);
    const float fx = x - static_cast<float>(i);
    const float fy = y - static_cast<float>(j);
    auto corner = [&](int di, int dj) {
        return gradient(hash(wrapped(i + di, along), wrapped(j + dj, across), seed),
                        fx - static_cast<float>(di), fy - static_cast<float>(dj));
    };
    const float low = mix(corner(0, 0), corner(1, 0), fade(fx));
    const float high = mix(corner(0, 1), corner(1, 1), fade(fx));
    return 1.5f * mix(low, high, fade(fy));
}

namespace {
constexpr int kAlong = 128, kAcross = 1024;  // of a field's grid, powers of two
}

Field::Field(std::initializer_list<Octave> octaves, std::uint32_t seed)
    : values_(static_cast<std::size_t>(kAlong) * kAcross) {
    for (const auto& [along, across, strength] : octaves) {
        for (int j = 0; j < kAcross; ++j)
            for (int i = 0; i < kAlong; ++i)
                values_[static_cast<std::size_t>(j * kAlong + i)] +=
                    strength * tile_noise(static_cast<float>(i) / kAlong, static_cast<float>(j) / kAcross,
                                          along, across, seed);
        ++seed;
    }
}

float Field::at(float u, float v) const {
    const float x = u * kAlong, y = v * kAcross;
    const int i = static_cast<int>(x), j = static_cast<int>(y);
    const auto value = [this](int column, int row) {
        return values_[static_cast<std::size_t>((row & (kAcross - 1)) * kAlong + (column & (kAlong - 1)))];
    };
    const float fx = x - static_cast<float>(i), fy = y - static_cast<float>(j);
    return mix(mix(value(i, j), value(i + 1, j), fx), mix(value(i, j + 1), value(i + 1, j + 1), fx), fy);
}

float fraction(float x) {
    const float whole = static_cast<float>(static_cast<int>(x));
    return x < whole ? x - whole + 1.0f : x - whole;
}

float smooth_step(float low, float high, float x) {
    const float t = std::clamp((x - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

}  // namespace maatkast::textures
