#pragma once
// Where the parts of a build stand in the picture, closed or opened.

#include <span>
#include <string_view>

#include <glm/glm.hpp>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/build/other_faces.h"

namespace maatkast::scene {

/// Mesh to world for a part (its mesh is centred on its box), each opener open by its share 0..1.
glm::mat4 placement(const Build& build, const Part& part, std::span<const double> open);

/// Where a part's piece of the texture lies, metres along and across the grain. Parts of one leaf of veneer
/// go on where their neighbour ends; every other one has a piece by its name, so that no two look the same.
/// Where ends show rings, the one at + along the length lies where the picture of ends has a section.
glm::vec2 grain_offset(const Book& book, const Part& part);

/// The same in the picture of its other faces (see texture_scale.h), for the end at + along its length or for
/// all else. Rings go on across the edge between an end and the board's outer face; at − by the section that
/// is nearest, at most 83 mm off.
glm::vec2 patch_offset(const Book& book, const Part& part, OtherFaces::Texture texture, bool at_plus);

}  // namespace maatkast::scene
