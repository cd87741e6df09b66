#include "tools/textures/wood.h"

#include <algorithm>
#include <cmath>

#include "tools/textures/noise.h"

namespace maatkast::textures {

namespace {

constexpr float kPixel = 1.0f / static_cast<float>(kSize);
constexpr float kMillimetreAlong = static_cast<float>(kSize) / 1000.0f;  // pixels

float fraction(float x) {
    return x - std::floor(x);
}

/// Where a point lies in the trunk, counted in year rings. The plane cut undulates through the rings: where
/// it turns, rings close into arches.
float ring_position(const Species& s, float u, float v) {
    const float arches = tile_noise(u, v, 1, 3, s.seed) + 0.30f * tile_noise(u, v, 2, 7, s.seed + 1);
    const float tremor =
        0.022f * tile_noise(u, v, 9, 32, s.seed + 2) + 0.008f * tile_noise(u, v, 48, 64, s.seed + 3);
    return v * static_cast<float>(s.rings) + s.arches * (arches + tremor);
}

/// Darkness within a ring: rises slowly and falls sharply, or the reverse.
float ring_profile(float phase, float edge, bool dark_first) {
    const float t = dark_first ? 1.0f - phase : phase;
    return t * t * (1.0f - smooth_step(1.0f - edge, 1.0f, t));
}

/// Its darkness, each ring a little different from the next.
float ring_darkness(const Species& s, float position) {
    const int ring = static_cast<int>(std::floor(position));
    const int repeat = ((ring % s.rings) + s.rings) % s.rings;
    const float strength = 0.45f + 0.75f * unit_hash(static_cast<std::uint32_t>(repeat), 0, s.seed + 4);
    const float fine = ring_profile(fraction(position * 3.0f), 0.35f, s.dark_first);
    return strength * ring_profile(fraction(position), s.ring_edge, s.dark_first) + 0.28f * fine;
}

Colour shaded(const Species& s, float darkness) {
    Colour colour = s.mean;
    for (std::size_t i = 0; i < 3; ++i) colour[i] += darkness * s.to_dark[i];
    return colour;
}

void darken(Tile& tile, const Species& s, int x, int y, float amount) {
    Colour& pixel = tile.at(x, y);
    for (std::size_t i = 0; i < 3; ++i) pixel[i] += amount * s.to_dark[i];
}

/// One vessel cut lengthwise: a line of about half a millimetre, tapering to both ends.
void draw_pore(Tile& tile, const Species& s, float u, float v, std::uint32_t index) {
    const float length = s.pore_length * (0.4f + 1.2f * unit_hash(index, 2, s.seed)) * kMillimetreAlong;
    const float strength = s.pore_contrast * (0.4f + 0.6f * unit_hash(index, 3, s.seed));
    const float drift = 0.08f * (unit_hash(index, 4, s.seed) - 0.5f);
    const int steps = std::max(2, static_cast<int>(length));
    for (int i = 0; i < steps; ++i) {
        const float t = (static_cast<float>(i) + 0.5f) / static_cast<float>(steps);
        const float y = v * static_cast<float>(kSize) + drift * static_cast<float>(i);
        const int row = static_cast<int>(std::floor(y));
        const float lower = y - static_cast<float>(row);
        const float amount = strength * std::min(1.0f, 4.0f * t * (1.0f - t));
        const int x = static_cast<int>(u * static_cast<float>(kSize)) + i;
        darken(tile, s, x, row, amount * (1.0f - lower));
        darken(tile, s, x, row + 1, amount * lower);
    }
}

void draw_pores(Tile& tile, const Species& s) {
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(s.pores); ++i) {
        const float u = unit_hash(i, 0, s.seed);
        const float v = unit_hash(i, 1, s.seed);
        const float phase = fraction(ring_position(s, u, v));
        const float early = 1.0f - smooth_step(0.05f, 0.55f, phase);
        const float density = 1.0f - s.pore_clustering * (1.0f - early);
        if (unit_hash(i, 5, s.seed) < density) draw_pore(tile, s, u, v, i);
    }
}

/// A plank of the floor: its place on the tile of wood that it is cut from, its tone, and the gaps around it.
struct Plank {
    float from_u, from_v, tone;
};

constexpr int kPlanks = 8;  // rows across the tile

Plank plank(std::uint32_t row, std::uint32_t half, std::uint32_t seed) {
    return {unit_hash(row, half, seed + 20), unit_hash(row, half, seed + 21),
            unit_hash(row, half, seed + 22) - 0.5f};
}

/// 1 in the middle of the gap between planks, 0 one and a half pixels away.
float gap(float distance_in_pixels) {
    return 1.0f - smooth_step(0.3f, 1.5f, std::abs(distance_in_pixels));
}

float floor_darkness(const Species& s, int x, int y) {
    const int height = kSize / kPlanks;
    const auto row = static_cast<std::uint32_t>(y / height);
    const int start = static_cast<int>(unit_hash(row, 7, s.seed) * static_cast<float>(kSize));
    const int along = (x - start + kSize) & (kSize - 1);
    const Plank p = plank(row, 0, s.seed);
    // A plank is 1.6 m long and 0.2 m wide; the wood tile it is cut from is 1.0 m by 0.5 m and seamless.
    const float u = fraction(p.from_u + 1.6f * static_cast<float>(along) * kPixel);
    const float v = fraction(p.from_v + 3.2f * static_cast<float>(y % height) * kPixel);
    const float across = static_cast<float>(std::min(y % height, height - y % height));
    const float ends = static_cast<float>(std::min(along, kSize - along));
    return wood_darkness(s, u, v) + 0.55f * p.tone + 1.6f * std::max(gap(across), gap(ends));
}

}  // namespace

float wood_darkness(const Species& s, float u, float v) {
    const float position = ring_position(s, u, v);
    const float streak = tile_fractal(u, v, 1, 9, s.seed + 6) + 0.5f * tile_noise(u, v, 2, 40, s.seed + 12);
    const float fibre = tile_noise(u, v, 24, 400, s.seed + 14) + 0.7f * tile_noise(u, v, 9, 180, s.seed + 15);
    return s.ring_contrast * ring_darkness(s, position) + s.streaks * streak + s.fibre * fibre;
}

Tile make_wood(const Species& s) {
    Tile tile;
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x)
            tile.at(x, y) =
                shaded(s, wood_darkness(s, static_cast<float>(x) * kPixel, static_cast<float>(y) * kPixel));
    draw_pores(tile, s);
    tile.settle(s.mean);
    return tile;
}

Tile make_floor(const Species& s) {
    Tile tile;
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) tile.at(x, y) = shaded(s, floor_darkness(s, x, y));
    tile.settle(s.mean);
    return tile;
}

}  // namespace maatkast::textures
