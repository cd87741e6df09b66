#pragma once

#include <cstdint>

namespace maatkast::textures {

/// A well-mixed number from two lattice coordinates and a seed; integer arithmetic only, the same everywhere.
std::uint32_t hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed);

/// The same as a number in [0, 1).
float unit_hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed);

/// Gradient noise (Perlin 2002, quintic fade) in about [-1, 1], for u and v in [0, 1), repeating without a
/// seam: `along` and `across` are the numbers of lattice cells in the tile, whole so that both ends meet.
float tile_noise(float u, float v, int along, int across, std::uint32_t seed);

/// Four octaves of it, each twice as fine and half as strong.
float tile_fractal(float u, float v, int along, int across, std::uint32_t seed);

/// 0 below `low`, 1 above `high`, a smooth cubic between.
float smooth_step(float low, float high, float x);

}  // namespace maatkast::textures
