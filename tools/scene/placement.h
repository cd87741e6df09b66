#pragma once
// Where the parts of a build stand in the picture, closed or opened.

#include <span>
#include <string_view>

#include <glm/glm.hpp>

#include "model/build/build.h"

namespace maatkast::scene {

/// Mesh to world for a part (its mesh is centred on its box), each opener open by its share 0..1.
glm::mat4 placement(const Build& build, const Part& part, std::span<const double> open);

/// Where a part's piece of the texture lies, metres along and across the grain. Parts of one leaf of veneer
/// go on where their neighbour ends; every other one has a piece by its name, so that no two look the same.
glm::vec2 grain_offset(const Part& part);

}  // namespace maatkast::scene
