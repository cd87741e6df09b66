// Strips of light: what a line light gives by the integral of its definition, where it is hidden, and its
// points.
#include "renderer/strip_light.h"

#include <catch2/catch.hpp>

#include "renderer/renderer.h"
#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

constexpr float kAmbient = 0.1f;

// A strip of 1 m at y = 1, along x, over a white floor in weak light from everywhere.
TestScene lit_floor(const glm::vec3& color) {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = kAmbient};
    s.scene.key_light.color = glm::vec3(0);
    s.add_box({-1.5f, -0.1f, -1.5f}, {1.5f, 0, 1.5f},
              s.add_material({.base_color = glm::vec3(1), .roughness = 1}), 0);
    s.scene.strips.push_back({{-0.5f, 1, 0}, {0.5f, 1, 0}, {0, -1, 0}, color});
    return s;
}

// The integral of cosine × cosine / r² along the strip, for a point of the floor.
double expected(double x, double z) {
    constexpr int kSteps = 2000;
    double sum = 0;
    for (int i = 0; i < kSteps; ++i) {
        const double dx = x - ((i + 0.5) / kSteps - 0.5), r2 = dx * dx + z * z + 1;
        sum += 1 / (r2 * r2) / kSteps;
    }
    return sum;
}

// Light of the floor, seen from high above.
glm::vec3 light_at(const TestScene& s, float x, float z) {
    const Camera above{.eye = {x, 6, z}, .target = {x, 0, z}, .up = {0, 0, -1}, .fov_y_degrees = 4};
    const auto image = shared_renderer().render_to_hdr(s.scene, above, {16, 16}, Quality::still);
    REQUIRE(image);
    const float* pixel = image->pixel(8, 8);
    return {pixel[0], pixel[1], pixel[2]};
}

}  // namespace

TEST_CASE("a strip lights a floor by the integral of its cosines over the square of the distance") {
    const TestScene dark = lit_floor(glm::vec3(0)), lit = lit_floor({0.3f, 0.2f, 0.1f});
    for (const auto& [x, z] : {std::pair(0.0f, 0.0f), {0.4f, 0.0f}, {0.0f, 0.6f}, {0.8f, 0.5f}}) {
        INFO(x << ", " << z);
        const glm::vec3 added = light_at(lit, x, z) - light_at(dark, x, z);
        CHECK(added.r == Approx(0.3 * expected(x, z)).epsilon(0.05));
        CHECK(added.b == Approx(0.1 * expected(x, z)).epsilon(0.05));
    }
}

TEST_CASE("a board under a strip hides its light, and one above it gets none") {
    TestScene s = lit_floor(glm::vec3(0.3f));
    const float open = light_at(s, 0.5f, 0).g;
    s.add_box({-1, 0.5f, -1}, {1, 0.52f, 1}, s.add_material({.base_color = glm::vec3(0)}), 0);
    TestScene off = lit_floor(glm::vec3(0));
    off.add_box({-1, 0.5f, -1}, {1, 0.52f, 1}, off.add_material({.base_color = glm::vec3(0)}), 0);
    const Camera under{.eye = {0.5f, 0.3f, 0}, .target = {0.5f, 0, 0}, .up = {0, 0, -1}, .fov_y_degrees = 4};
    const auto hidden = shared_renderer().render_to_hdr(s.scene, under, {16, 16}, Quality::still);
    const auto without = shared_renderer().render_to_hdr(off.scene, under, {16, 16}, Quality::still);
    REQUIRE(hidden);
    REQUIRE(without);
    CHECK(open > 0.2f);
    CHECK(hidden->pixel(8, 8)[1] == Approx(without->pixel(8, 8)[1]).margin(0.003f));

    TestScene above = lit_floor(glm::vec3(0.3f)), dark = lit_floor(glm::vec3(0));
    for (TestScene* scene : {&above, &dark})
        scene->add_box({-1, 1.02f, -1}, {1, 1.04f, 1}, scene->add_material({.base_color = glm::vec3(1)}), 0);
    CHECK(light_at(above, 0, 0).g == Approx(light_at(dark, 0, 0).g).epsilon(0.02));
}

TEST_CASE("what a strip lights throws light back, in its own colour") {
    // The underside of a white board over a strip sees only what comes back from a red floor.
    const auto underside = [](float light) {
        TestScene s = lit_floor(glm::vec3(light));
        s.scene.materials[0].base_color = {0.8f, 0.1f, 0.1f};
        s.add_box({-1, 1.05f, -1}, {1, 1.07f, 1},
                  s.add_material({.base_color = glm::vec3(1), .roughness = 1}), 0);
        const Camera up{.eye = {0.1f, 0.2f, 0.9f}, .target = {0, 1.05f, 0.4f}, .fov_y_degrees = 4};
        const auto image = shared_renderer().render_to_hdr(s.scene, up, {16, 16}, Quality::still);
        REQUIRE(image);
        return glm::vec2(image->pixel(8, 8)[0], image->pixel(8, 8)[1]);
    };
    const glm::vec2 back = underside(0.4f) - underside(0);
    CHECK(back.r > 0.01f);
    CHECK(back.r == Approx(8 * back.g).epsilon(0.15));
}

TEST_CASE("however many strips there are, each keeps a point and all of its light") {
    std::vector<LightStrip> strips;
    for (int i = 0; i < 100; ++i)
        strips.push_back(
            {{0, 0, static_cast<float>(i)}, {2, 0, static_cast<float>(i)}, {0, -1, 0}, glm::vec3(1)});
    for (const std::size_t count : {std::size_t{1}, std::size_t{10}, std::size_t{72}, std::size_t{100}}) {
        const auto points =
            light_points({strips.begin(), strips.begin() + static_cast<std::ptrdiff_t>(count)}, {});
        CHECK(points.size() <= kMostLightPoints);
        float sum = 0;
        for (const auto& point : points) sum += point.color.r;
        CHECK(sum == Approx(2 * static_cast<float>(count)));
    }
}
