#pragma once

#include <cstdint>

#include "tools/textures/image.h"

namespace maatkast::textures {

/// How one species looks as flat-sliced veneer. One tile is 1.0 m along the grain and 0.5 m across.
struct Species {
    Colour mean;            // what the finished picture averages to
    Colour to_dark;         // added at full darkness: the colour of late wood or of the heart's streaks
    int rings;              // year rings met across the tile
    float arches;           // how far rings wander, in rings; about a third of `rings` makes cathedral arches
    float ring_contrast;    // 0 to 1
    float ring_edge;        // part of a ring over which its sharp side turns
    bool dark_first;        // ring-porous wood is dark where the ring starts, softwood where it ends
    float streaks;          // strength of broad colour streaks along the grain
    float fibre;            // strength of the fine fibre
    int pores;              // vessel lines tried in the tile
    float pore_length;      // mm, the mean
    float pore_contrast;    // darkness one adds
    float pore_clustering;  // 0 spread evenly, 1 only in the early wood
    std::uint32_t seed;
};

/// Darkness of the wood at (u, v) in [0, 1), without its pores: 0 pale, about 1 darkest. Repeats seamlessly.
float wood_darkness(const Species& species, float u, float v);

/// The finished tile.
Tile make_wood(const Species& species);

/// A floor of planks of 200 mm, eight side by side on a tile of 1.6 m × 1.6 m, their ends staggered.
Tile make_floor(const Species& species);

}  // namespace maatkast::textures
