#include "tools/showroom/look_past.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>

namespace maatkast::show {
namespace {

constexpr int kAcross = 4, kUp = 6;  // points of the front that are looked at
constexpr double kEnough = 0.7;      // of the points
constexpr int kSteps = 8;            // from here to straight before it, and as far beyond
constexpr float kBeyond = 0.35F;     // radians
constexpr float kTouches = 0.03F;    // metres: drawer fronts stand that near before an opening

/// By something that opens, on the way from the eye.
bool hidden(const Build& build, std::span<const double> open, glm::vec3 eye, glm::vec3 at) {
    const auto met = pick(build, {}, open, {eye, glm::normalize(at - eye)});
    return met && met->part >= 0 && build.parts[static_cast<std::size_t>(met->part)].opener >= 0 &&
           met->distance < glm::distance(eye, at) - kTouches;
}

}  // namespace

double seen_share(const Build& build, const OpeningSpace& space, std::span<const double> open,
                  glm::vec3 eye) {
    int seen = 0;
    for (int i = 0; i < kAcross; ++i)
        for (int j = 0; j < kUp; ++j) {
            const glm::vec3 part{(static_cast<float>(i) + 0.5F) / kAcross,
                                 (static_cast<float>(j) + 0.5F) / kUp, 1};
            const glm::vec3 at(space.frame * glm::vec4(glm::mix(space.box.min, space.box.max, part), 1));
            seen += !hidden(build, open, eye, at);
        }
    return seen / double{kAcross * kUp};
}

std::optional<float> clear_azimuth(const Build& build, const OpeningSpace& space,
                                   std::span<const double> open, float now, const EyeAt& eye_at) {
    const auto seen_from = [&](float azimuth) { return seen_share(build, space, open, eye_at(azimuth)); };
    if (seen_from(now) >= kEnough) return {};
    const glm::vec3 front(space.frame * glm::vec4(0, 0, 1, 0));
    const float straight = std::atan2(front.x, front.z);
    const float way = std::remainder(straight - now, glm::two_pi<float>());
    const float beyond = std::copysign(kBeyond, way);
    for (int i = 1; i <= 2 * kSteps; ++i) {
        const float share = static_cast<float>(std::min(i, kSteps)) / kSteps,
                    further = static_cast<float>(std::max(i - kSteps, 0)) / kSteps;
        const float azimuth = now + way * share + beyond * further;
        if (seen_from(azimuth) >= kEnough) return azimuth;
    }
    return {};
}

}  // namespace maatkast::show
