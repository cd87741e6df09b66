#pragma once
// The camera of the showroom: a turntable. Vertical stays vertical, the cabinet can never be lost from sight.

#include <glm/glm.hpp>

#include "renderer/camera.h"

namespace maatkast::show {

/// Where the camera stands, seen from its target. Angles in radians: azimuth 0 looks at the front and grows
/// to the viewer's right, elevation 0 is level. Distance in metres.
struct Orbit {
    float azimuth = 0;
    float elevation = 0;
    float distance = 5;
    glm::vec3 target{0, 1, 0};
    bool operator==(const Orbit&) const = default;
};

/// The part of the picture that no panel covers, in pixels; the target appears in its middle.
struct FreeArea {
    float left = 0, top = 0, right = 0, bottom = 0;
    glm::vec2 middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

inline constexpr float kFieldOfView = 30;    ///< degrees, vertical
inline constexpr double kMoveSeconds = 0.2;  ///< of an eased move
inline constexpr float kSlowTurn = 5.6F;     ///< degrees per second

/// How far an orbit may go around a cabinet: elevation −5°…80°, distance 0.6–4 × the cabinet's largest size,
/// target inside the cabinet's box, and never behind the wall or below the floor.
struct OrbitLimits {
    render::Bounds box;

    float size() const;  ///< metres, largest side of the box
    Orbit clamp(Orbit orbit) const;
};

/// The camera of an orbit for a picture of `size` whose free area is `area`. The eye is shifted sideways
/// rather than turned, so that uprights stay upright.
render::Camera camera_of(const Orbit& orbit, render::Size size, const FreeArea& area);

/// The orbit after zooming by `factor` (below 1 comes closer) so that the point under `pixel` stays under it,
/// as far as the limits allow.
Orbit zoomed(const Orbit& orbit, const OrbitLimits& limits, float factor, glm::vec2 pixel, render::Size size,
             const FreeArea& area);

/// An orbit that moves: directly while a hand holds it, eased over kMoveSeconds when it jumps. Time in
/// seconds.
class Turntable {
  public:
    void set_limits(const OrbitLimits& limits);
    const OrbitLimits& limits() const { return limits_; }

    const Orbit& now() const { return now_; }
    const Orbit& goal() const { return goal_; }
    bool moving() const { return moving_; }
    /// Moves jump instead.
    void at_once(bool on) { at_once_ = on; }

    void jump(const Orbit& orbit);  ///< at once
    void ease_to(const Orbit& orbit, double time);
    void turn(glm::vec2 radians);  ///< azimuth, elevation; at once
    void pan(glm::vec2 pixels, render::Size size);
    /// Moves on to `time`.
    void advance(double time);

  private:
    OrbitLimits limits_;
    Orbit now_, start_, goal_;
    double began_ = 0;
    bool moving_ = false, at_once_ = false;
};

}  // namespace maatkast::show
