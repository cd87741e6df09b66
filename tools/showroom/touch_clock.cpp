#include "tools/showroom/touch_clock.h"

#include <algorithm>
#include <cmath>

namespace maatkast::show {
namespace {
constexpr double kMostDelay = 10;  // seconds; beyond it the server's clock was set
}

double TouchClock::seconds(std::uint32_t milliseconds, double now) {
    const auto passed = [&] { return static_cast<double>(milliseconds - *first_) / 1000; };  // modulo 2^32
    if (!first_ || std::abs(now - passed() - offset_) > kMostDelay) {
        first_ = milliseconds;
        offset_ = now;
    }
    offset_ = std::min(offset_, now - passed());
    return passed() + offset_;
}

}  // namespace maatkast::show
