#include "tools/showroom/modes.h"

#include <algorithm>
#include <cmath>

namespace maatkast::show {

std::optional<float> SlowTurn::step(double time, float azimuth) {
    const double passed = std::clamp(time - last_, 0.0, 0.1);  // it does not jump after a sleep
    last_ = time;
    const double still = time - touched_;
    if (still < kTurnsAfter || still > kTurnsAfter + kTurnsFor) return {};
    const float end = glm::radians(kTurnsTo);
    if (azimuth >= end) way_ = -1;
    if (azimuth <= -end) way_ = 1;
    return way_ * glm::radians(kSlowTurn) * static_cast<float>(passed);
}

std::optional<double> SlowTurn::due(double time) const {
    const double still = time - touched_;
    if (still > kTurnsAfter + kTurnsFor) return {};
    return std::max(0.0, kTurnsAfter - still);
}

void Fade::advance(bool on, double time) {
    const float goal = on ? 1 : 0, step = static_cast<float>((time - time_) / kMoveSeconds);
    // Between two uses nobody counts: the first step is that of a frame.
    if (at_once_) now_ = goal;
    now_ += std::clamp(goal - now_, -std::min(step, 0.25F), std::min(step, 0.25F));
    time_ = time;
    moving_ = now_ != goal;
}

}  // namespace maatkast::show
