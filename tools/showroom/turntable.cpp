#include "tools/showroom/turntable.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>

namespace maatkast::show {
namespace {

constexpr float kMostAzimuth = 80;  // degrees; beyond it the eye would come behind the wall
constexpr float kLeastElevation = -5, kMostElevation = 80;
constexpr float kNearest = 0.6F, kFarthest = 4;
constexpr float kEyeAboveFloor = 0.08F;  // metres

glm::vec3 away(const Orbit& orbit) {
    return {std::sin(orbit.azimuth) * std::cos(orbit.elevation), std::sin(orbit.elevation),
            std::cos(orbit.azimuth) * std::cos(orbit.elevation)};
}

glm::vec3 rightward(const Orbit& orbit) {
    return {std::cos(orbit.azimuth), 0, -std::sin(orbit.azimuth)};
}

glm::vec3 upward(const Orbit& orbit) {
    return glm::cross(away(orbit), rightward(orbit));
}

// Metres in the target's plane for one pixel of the picture.
float metres_per_pixel(float distance, render::Size size) {
    return 2 * distance * std::tan(glm::radians(kFieldOfView) / 2) / static_cast<float>(size.height);
}

// The offset that puts the target into the middle of the free area.
glm::vec3 shift(const Orbit& orbit, render::Size size, const FreeArea& area) {
    const glm::vec2 whole{static_cast<float>(size.width), static_cast<float>(size.height)};
    const glm::vec2 off = area.middle() - whole / 2.0F;
    const float scale = metres_per_pixel(orbit.distance, size);
    return -rightward(orbit) * off.x * scale + upward(orbit) * off.y * scale;
}

float mix(float a, float b, float t) {
    return a + (b - a) * t;
}

Orbit mix(const Orbit& a, const Orbit& b, float t) {
    // Distances multiply: halving and doubling feel equally fast.
    const float distance = a.distance * std::pow(b.distance / a.distance, t);
    return {mix(a.azimuth, b.azimuth, t), mix(a.elevation, b.elevation, t), distance,
            a.target + (b.target - a.target) * t};
}

}  // namespace

float OrbitLimits::size() const {
    const glm::vec3 sides = box.max - box.min;
    return std::max({sides.x, sides.y, sides.z, 0.1F});
}

Orbit OrbitLimits::clamp(Orbit orbit) const {
    orbit.azimuth = std::clamp(orbit.azimuth, -glm::radians(kMostAzimuth), glm::radians(kMostAzimuth));
    orbit.distance = std::clamp(orbit.distance, kNearest * size(), kFarthest * size());
    orbit.target = glm::clamp(orbit.target, box.min, box.max);
    const float sine = std::clamp((kEyeAboveFloor - orbit.target.y) / orbit.distance, -1.0F, 1.0F);
    const float least = std::max(glm::radians(kLeastElevation), std::asin(sine));
    orbit.elevation = std::clamp(orbit.elevation, least, glm::radians(kMostElevation));
    return orbit;
}

render::Camera camera_of(const Orbit& orbit, render::Size size, const FreeArea& area) {
    const glm::vec3 target = orbit.target + shift(orbit, size, area);
    return {target + away(orbit) * orbit.distance, target, {0, 1, 0}, kFieldOfView};
}

Orbit zoomed(const Orbit& orbit, const OrbitLimits& limits, float factor, glm::vec2 pixel, render::Size size,
             const FreeArea& area) {
    const float distance =
        std::clamp(orbit.distance * factor, kNearest * limits.size(), kFarthest * limits.size());
    const float change = distance / orbit.distance;
    const glm::vec2 off = pixel - area.middle();
    const float scale = metres_per_pixel(orbit.distance, size);
    const glm::vec3 point = orbit.target + rightward(orbit) * off.x * scale - upward(orbit) * off.y * scale;
    Orbit result = orbit;
    result.distance = distance;
    result.target = point + (orbit.target - point) * change;
    return limits.clamp(result);
}

void Turntable::set_limits(const OrbitLimits& limits) {
    limits_ = limits;
    now_ = limits_.clamp(now_);
    goal_ = limits_.clamp(goal_);
    start_ = limits_.clamp(start_);
}

void Turntable::jump(const Orbit& orbit) {
    now_ = goal_ = limits_.clamp(orbit);
    moving_ = false;
}

void Turntable::ease_to(const Orbit& orbit, double time) {
    if (at_once_) return jump(orbit);
    start_ = now_;
    goal_ = limits_.clamp(orbit);
    began_ = time;
    moving_ = start_ != goal_;
}

void Turntable::turn(glm::vec2 radians) {
    Orbit orbit = now_;
    orbit.azimuth += radians.x;
    orbit.elevation += radians.y;
    jump(orbit);
}

void Turntable::pan(glm::vec2 pixels, render::Size size) {
    Orbit orbit = now_;
    const float scale = metres_per_pixel(orbit.distance, size);
    orbit.target += -rightward(orbit) * pixels.x * scale + upward(orbit) * pixels.y * scale;
    jump(orbit);
}

void Turntable::advance(double time) {
    if (!moving_) return;
    const double done = (time - began_) / kMoveSeconds;
    if (done >= 1) return jump(goal_);
    const auto t = static_cast<float>(std::max(done, 0.0));
    now_ = mix(start_, goal_, t * t * (3 - 2 * t));
}

}  // namespace maatkast::show
