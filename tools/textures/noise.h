#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace maatkast::textures {

/// A well-mixed number from two lattice coordinates and a seed; integer arithmetic only, the same everywhere.
std::uint32_t hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed);

/// The same as a number in [0, 1).
float unit_hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed);

/// Gradient noise (Perlin 2002, quintic fade) in about [-1, 1], for u and v in [0, 1), repeating without a
/// seam: `along` and `across` are the numbers of lattice cells in the tile, whole so that both ends meet.
float tile_noise(float u, float v, int along, int across, std::uint32_t seed);

/// One octave of a field: so many cells of noise along and across a tile, and how strong.
struct Octave {
    int along, across;
    float strength;
};

/// A sum of noises that is worked out once, on a grid, and looked up from then on; its cells should be no
/// finer than 32 along and 128 across.
class Field {
  public:
    Field(std::initializer_list<Octave> octaves, std::uint32_t seed);

    /// At u and v in [0, 1); repeats without a seam.
    float at(float u, float v) const;

  private:
    std::vector<float> values_;
};

/// x − ⌊x⌋, for |x| below 2³¹; 1 where x is just below a whole number.
float fraction(float x);

/// 0 below `low`, 1 above `high`, a smooth cubic between.
float smooth_step(float low, float high, float x);

}  // namespace maatkast::textures
