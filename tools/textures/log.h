#pragma once
// Wood as it grew: one description in three dimensions, from which faces and ends are cut. Metres: x along
// the grain, y across the face, z out of it; the face lies at z = 0 and the board below.

#include <cstdint>
#include <vector>

#include "tools/textures/image.h"
#include "tools/textures/noise.h"

namespace maatkast::textures {

/// A piece of the trunk that a face is put together from: a leaf of veneer, or a lamella of a glued panel.
struct Strip {
    float from, to;        // across the face, m
    float pith_y, pith_z;  // where the pith runs, m; below 0 behind the face
    float tone;            // darker than its neighbours, in parts of Species::to_dark
    int taper;    // year rings that the trunk loses in one length of the tile; whole, so that it repeats
    float shift;  // 0 to 1: keeps noises of two strips apart
};

/// How one species grows. Sizes in mm as they are measured on wood; sources stand at the values.
struct Species {
    Colour mean;          // what the finished face averages to
    Colour to_dark;       // added at full darkness: the colour of late wood
    float ring_width;     // mm, the mean
    float ring_contrast;  // 0 to 1
    float ring_power;     // how late in its ring the wood darkens: 1 evenly, 6 in a thin line
    float ring_edge;      // part of a ring over which its sharp side turns
    bool dark_first;      // ring-porous wood is dark where the ring starts, other wood where it ends
    float bend;           // mm by which rings wander off their circle
    float streaks;        // strength of broad colour streaks along the grain
    float fibre;          // strength of the fine fibre
    bool rotary;          // peeled round the trunk: the face follows a ring

    int pores;              // vessel lines tried on the face
    float pore_length;      // mm, the mean
    float pore_width;       // mm
    float pore_contrast;    // darkness one adds
    float pore_clustering;  // 0 spread evenly, 1 only in the early wood

    int rays;            // that meet the face
    float ray_height;    // mm along the grain, the mean
    float ray_width;     // mm round the trunk
    float ray_length;    // mm towards the pith, at least
    float ray_contrast;  // darkness one adds, cut across
    float fleck;         // and cut along: below 0 it shines

    std::vector<Strip> strips;  // side by side, as wide as the tile; the last may go on over its edge
    std::uint32_t seed;
};

struct Point {
    float x, y, z;
};

/// Where a point lies in the trunk.
struct Place {
    const Strip* strip;
    float ring;      // year rings from the pith, and how far into the last
    float radial_y;  // cosine between the way to the bark and y: 0 flat sawn, ±1 quarter sawn
    float radial_z;
};

/// The trunk of a species, of which one tile is `length` × `width`; it repeats along x and y.
class Log {
  public:
    Log(const Species& species, float length, float width);

    const Species& species() const { return *species_; }
    float length() const { return length_; }
    float width() const { return width_; }

    /// Any x and y; z within a few centimetres of the face.
    Place at(const Point& point) const;
    /// Darkness of the rings: 0 pale, about 1 darkest.
    float rings(const Place& place) const;
    /// The same with streaks and the tone of the strip, but without fibre, pores and rays.
    float darkness(const Point& point, const Place& place) const;
    /// Fine fibre, seen along the grain; mean 0.
    float fibre(const Point& point) const;

  private:
    float within(float y) const;  // the same place from the first strip on
    const Strip& strip_at(float within) const;

    const Species* species_;
    float length_, width_;
    Field bend_, streaks_;  // over one tile
};

/// How far into its year ring, 0 to 1.
float phase(const Place& place);

/// A glued panel: `count` lamellae side by side, the first from `begin` on, their joints up to a part
/// `uneven` of a lamella off even ones, each from its own place in a trunk: the pith now behind the face and
/// now before it, 45 to 120 mm off, at most 90 mm aside.
std::vector<Strip> panel(int count, float begin, float width, float uneven, int taper, float tone,
                         std::uint32_t seed);

}  // namespace maatkast::textures
