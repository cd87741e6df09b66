#include "tools/scene/lighting.h"

#include <cmath>

#include "model/build/motion.h"
#include "model/build/swept.h"

namespace maatkast::scene {
namespace {

// 2700 K, as the book's strip, beside daylight that is white (Planck's law in Rec. 709, then half way to
// white: nobody who has lamps on sees them as orange as a camera).
constexpr glm::vec3 kWarm{1.0F, 0.86F, 0.69F};

// A metre of strip gives some 700 lm, a board 35 cm below it 1,000 lx where a showroom has 600 by day. By
// evening eye and camera open by a stop and a half.
constexpr double kInwards = 0.5;  // radians from straight down, as the cover of the profile throws it
constexpr float kStripByDay = 0.11F, kStripByEvening = 0.40F;

}  // namespace

void set_light(render::Scene& scene, Hour hour) {
    scene.environment = {};
    scene.key_light = {};
    if (hour == Hour::day) return;
    scene.environment.kind = render::EnvironmentKind::evening;
    scene.environment.backdrop = glm::vec3(0.76F, 0.745F, 0.72F) * glow(hour);
    scene.key_light.direction = {0.42F, 0.95F, 0.80F};  // the pendant lamp
    scene.key_light.color = {0.35F, 0.295F, 0.225F};
    scene.key_light.angular_radius_degrees = 4;
}

glm::vec3 glow(Hour hour) {
    return hour == Hour::day ? glm::vec3(1) : glm::vec3(0.50F, 0.44F, 0.365F);
}

std::vector<render::LightStrip> light_strips(const Build& build, Hour hour) {
    std::vector<render::LightStrip> strips;
    for (const Part& part : build.parts) {
        if (part.kind != PartKind::led_strip) continue;
        const maatkast::Bounds box = bounds_of(part);
        const glm::dmat4 frame = frame_matrix(build, part.frame);
        const double z = (box.least.z + box.most.z) / 2;
        const auto at = [&](double x) { return glm::vec3(frame * glm::dvec4(x, box.least.y, z, 1)); };
        strips.push_back({at(box.least.x), at(box.most.x),
                          glm::vec3(frame * glm::dvec4(0, -std::cos(kInwards), -std::sin(kInwards), 0)),
                          kWarm * (hour == Hour::day ? kStripByDay : kStripByEvening)});
    }
    return strips;
}

glm::vec3 strip_emission(Hour hour) {
    return kWarm * (hour == Hour::day ? 1.4F : 2.2F);
}

}  // namespace maatkast::scene
