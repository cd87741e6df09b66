#pragma once
// Where the parts of a build stand in the picture, closed or opened.

#include <glm/glm.hpp>

#include "model/build/build.h"

namespace maatkast::scene {

/// World to world: what an opener does to its parts when opened by 0..1. Metres. From the model's own pose().
glm::mat4 pose_matrix(const Opener& opener, double open);

/// Mesh to world for a part (its mesh is centred on its box): closed, then moved by its opener's matrix.
glm::mat4 placement(const Part& part, const glm::mat4& moved);

/// A piece of the texture for each name, so that no two boards look the same: metres along and across the
/// grain.
glm::vec2 grain_offset(std::string_view name);

}  // namespace maatkast::scene
