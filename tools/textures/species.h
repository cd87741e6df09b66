#pragma once
// The woods of the finishes in assets/book, and the floor's.

#include "tools/textures/log.h"

namespace maatkast::textures {

inline constexpr float kTileLength = 1.0f, kTileWidth = 0.5f;  // m, of every face
inline constexpr float kFloorSide = 1.6f;                      // m, of a tile of the floor
inline constexpr int kPlanks = 8;                              // side by side on it

const Species& oak();
const Species& walnut();
const Species& spruce();
const Species& beech();
const Species& birch();
const Species& floor_oak();

}  // namespace maatkast::textures
