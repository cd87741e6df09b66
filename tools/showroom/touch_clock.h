#pragma once
// The times of a touch screen on the program's clock.

#include <cstdint>
#include <optional>

namespace maatkast::show {

/// An X server counts milliseconds from any start, modulo 2^32. What arrives late, because a picture took
/// long, did not happen late: the least delay seen is taken for none.
class TouchClock {
  public:
    /// Seconds on the clock that `now` is read from; never after `now`.
    double seconds(std::uint32_t milliseconds, double now);

  private:
    std::optional<std::uint32_t> first_;
    double offset_ = 0;
};

}  // namespace maatkast::show
