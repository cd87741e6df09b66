#include "renderer/moving_pixels.h"

#include <algorithm>
#include <cmath>

namespace maatkast::render {
namespace {

// They keep their four samples: with one each, for less, the gaps between fronts come and go as the cabinet
// turns.
constexpr double kUsual = 270'000;
constexpr double kStep = 1.2;
constexpr double kRoom = 0.92;  // a larger picture must be expected to leave some of the time

}  // namespace

Size MovingPixels::within(Size shown) const {
    const double pixels = kUsual * std::pow(kStep, step_);
    const double scale = std::sqrt(pixels / (double{1} * shown.width * shown.height));
    if (scale >= 1) return shown;
    const auto side = [&](std::uint32_t n) {
        return std::max(1u, static_cast<std::uint32_t>(std::lround(n * scale)));
    };
    return {side(shown.width), side(shown.height)};
}

void MovingPixels::took(double ms) {
    quickest_ = pictures_ == 0 ? ms : std::min(quickest_, ms);
    if (wanted_ms_ <= 0 || ++pictures_ < kPictures) return;
    pictures_ = 0;
    if (quickest_ > wanted_ms_)
        step_ = std::max(step_ - 1, kFewest);
    else if (quickest_ * kStep < kRoom * wanted_ms_)
        step_ = std::min(step_ + 1, kMost);
}

}  // namespace maatkast::render
