// The light of the showroom: where a design's strips shine, and what the hour changes.
#include "tools/scene/lighting.h"

#include <catch2/catch.hpp>

#include "model/propose/propose.h"
#include "tests/tools/designs.h"
#include "tools/scene/views.h"

using namespace maatkast;
using namespace maatkast::scene;
using namespace maatkast::test;

namespace {

float mean(const glm::vec3& color) {
    return (color.x + color.y + color.z) / 3;
}

}  // namespace

TEST_CASE("every strip of a design shines from below its board into its bay, on every wall", "[light]") {
    const Design bare = new_design(book(), {1600_mm, 2000_mm, 400_mm, 3}).value();
    Design lit = with(bare, {"corner/add=corner_l"});
    for (Bay& bay : lit.bays)
        if (bay.shape == BayShape::straight) bay.openings.back().led = true;
    const Build built = build_parts(book(), lit);
    const auto parts = std::ranges::count(built.parts, PartKind::led_strip, &Part::kind);
    const auto strips = light_strips(built, Hour::day);
    REQUIRE(parts >= 4);
    CHECK(std::ssize(strips) == parts);
    bool turned = false;
    for (const render::LightStrip& strip : strips) {
        CHECK(glm::length(strip.normal) == Approx(1));
        CHECK(strip.normal.y < -0.7F);
        CHECK(glm::dot(strip.normal, strip.to - strip.from) == Approx(0).margin(1e-5));
        CHECK(glm::length(strip.to - strip.from) > 0.2F);
        turned = turned || std::abs(strip.to.z - strip.from.z) > 0.2F;
        // Its cover throws the light inwards: to the wall behind, or round the corner to the wall at the
        // right.
        const glm::vec3 inwards = strip.from + strip.normal * 0.3F;
        CHECK((inwards.z < strip.from.z - 0.05F || inwards.x > strip.from.x + 0.05F));
    }
    CHECK(turned);
    CHECK(light_strips(build_parts(book(), bare), Hour::day).empty());
}

TEST_CASE("by evening there is less light in the room, warmer, and more from the strips", "[light]") {
    render::Scene day, evening;
    set_light(day, Hour::day);
    set_light(evening, Hour::evening);
    CHECK(evening.environment.kind == render::EnvironmentKind::evening);
    CHECK(mean(evening.key_light.color) < 0.6F * mean(day.key_light.color));
    CHECK(evening.key_light.color.b / evening.key_light.color.r <
          day.key_light.color.b / day.key_light.color.r);
    CHECK(mean(evening.environment.backdrop) < 0.6F * mean(day.environment.backdrop));
    CHECK(mean(glow(Hour::evening)) < 0.6F);
    CHECK(mean(strip_emission(Hour::evening)) > mean(strip_emission(Hour::day)));
    set_light(evening, Hour::day);
    CHECK(evening.environment.kind == day.environment.kind);
    CHECK(evening.key_light.color == day.key_light.color);
}
