#pragma once
// Where hinges stand along the edge they hang on: even, but clear of boards that meet that edge.

#include <vector>

#include "model/base/units.h"

namespace maatkast {

/// A board that meets the edge, and how far from its middle a hinge's middle must stay.
struct HingeObstacle {
    Length middle, distance;
    bool clear_of(Length at) const { return at - middle >= distance || middle - at >= distance; }
};

/// The place nearest to the wished one, within its bounds, that is clear of every obstacle; the wished one
/// where there is none.
Length nearest_clear(Length wished, const std::vector<HingeObstacle>& obstacles, Length least, Length most);

}  // namespace maatkast
