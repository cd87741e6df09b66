#pragma once
// Where to stand so that leaves which stand open do not hide what is behind them.

#include <functional>
#include <optional>
#include <span>

#include "tools/showroom/picking.h"

namespace maatkast::show {

/// What an eye sees of an opening's front past what stands open before it: 0 nothing … 1 all of it. `open` as
/// for pick().
double seen_share(const Build& build, const OpeningSpace& space, std::span<const double> open, glm::vec3 eye);

/// The eye for an azimuth in radians.
using EyeAt = std::function<glm::vec3(float)>;
/// The azimuth nearest to the one of now from which an opening can be seen; nothing when it can be seen as
/// it is, or from nowhere.
std::optional<float> clear_azimuth(const Build& build, const OpeningSpace& space,
                                   std::span<const double> open, float now, const EyeAt& eye_at);

}  // namespace maatkast::show
