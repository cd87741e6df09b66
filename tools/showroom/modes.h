#pragma once
// Who the screen is for: the salesperson, the customer alone with the cabinet, or nobody for a moment.

#include <optional>

#include <glm/glm.hpp>

#include "tools/showroom/turntable.h"

namespace maatkast::show {

enum class Mode : std::uint8_t { salesperson, customer };

/// Seconds without touch before the cabinet turns by itself for a customer, and after which it rests again:
/// a shop's screen need not work all night.
inline constexpr double kTurnsAfter = 20, kTurnsFor = 600;
inline constexpr float kTurnsTo = 50;  ///< degrees to either side

/// The slow turn to and fro, kSlowTurn a second. Time in seconds.
class SlowTurn {
  public:
    /// Somebody is there: it stops and waits anew.
    void touched(double time) { touched_ = time; }
    /// By how many radians to turn now; nothing while it waits or rests.
    std::optional<float> step(double time, float azimuth);
    /// Seconds until it next wants a frame; nothing when it does not.
    std::optional<double> due(double time) const;

  private:
    double touched_ = 0, last_ = 0;
    float way_ = 1;
};

/// Eases 0…1 towards one of them over kMoveSeconds.
class Fade {
  public:
    void advance(bool on, double time);
    bool moving() const { return moving_; }
    void at_once(bool on) { at_once_ = on; }
    float now() const { return now_ * now_ * (3 - 2 * now_); }

  private:
    float now_ = 0;
    double time_ = 0;
    bool moving_ = false, at_once_ = false;
};

}  // namespace maatkast::show
