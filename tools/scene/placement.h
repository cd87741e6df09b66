#pragma once
// Where the parts of a build stand in the picture, closed or opened.

#include <span>
#include <string_view>

#include <glm/glm.hpp>

#include "model/build/build.h"

namespace maatkast::scene {

/// Mesh to world for a part (its mesh is centred on its box), each opener open by its share 0..1.
glm::mat4 placement(const Build& build, const Part& part, std::span<const double> open);

/// A piece of the texture for each name, so that no two boards look the same: metres along and across the
/// grain.
glm::vec2 grain_offset(std::string_view name);

}  // namespace maatkast::scene
