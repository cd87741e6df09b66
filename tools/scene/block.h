#pragma once
// The cabinet as boxes, for what is drawn over its picture: what lines keep clear of and are hidden by.

#include <span>
#include <vector>

#include "model/build/build.h"
#include "renderer/camera.h"

namespace maatkast::scene {

/// A box in axes of its own, metres.
struct Block {
    glm::dmat4 frame{1};    ///< to the world
    glm::dmat4 inverse{1};  ///< of it
    glm::dvec3 least{1e9}, most{-1e9};
};

/// One for each bay, and one for each opener where it stands, without its fittings. `open` holds 0..1 for
/// each opener; missing ones are closed.
std::vector<Block> blocks_of(const Build& build, std::span<const double> open);
/// One for each part that hides what is behind it, but those of `without`: fittings are too small, glass is
/// clear.
std::vector<Block> opaque_blocks(const Build& build, std::span<const double> open,
                                 std::span<const int> without);

/// Whether something of a block, but its outermost 4 mm, lies between the eye and a point.
bool hides(const Block& block, const glm::dvec3& eye, const glm::dvec3& point);
bool hidden(std::span<const Block> blocks, const glm::dvec3& eye, const glm::dvec3& point);

}  // namespace maatkast::scene
