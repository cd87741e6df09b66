// Panes of glass, held against Fresnel's equations and against light that nothing may add to or take from.
#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

const Camera kFront{.eye = {0, 0, 3}, .target = {0, 0, 0}, .fov_y_degrees = 40};
const Material kClear{.roughness = 0.05f, .transmission = 1};
const Material kFrosted{.roughness = 0.6f, .transmission = 1};

// A wall that sends out this light, to the right of `from`, in the dark.
TestScene shining_wall(const glm::vec3& light, float from = -5) {
    TestScene s = in_the_dark();
    s.add_box({from, -5, -0.1f}, {5, 5, 0}, s.add_material({.base_color = glm::vec3(0), .emission = light}),
              0);
    return s;
}

// The middle of the picture through a pane of 4 mm before the scene, turned about the vertical.
glm::vec3 through_pane(TestScene s, const Material& glass, float turn_degrees = 0) {
    s.add_box({-2, -2, -0.002f}, {2, 2, 0.002f}, s.add_material(glass), 0);
    s.scene.instances.back().transform =
        glm::translate(glm::mat4(1), glm::vec3(0, 0, 1)) *
        glm::rotate(glm::mat4(1), glm::radians(turn_degrees), glm::vec3(0, 1, 0));
    const HdrImage image = linear_picture(s.scene, kFront, {16, 16});
    const float* pixel = image.pixel(8, 8);
    return {pixel[0], pixel[1], pixel[2]};
}

// One row of the picture of a shining wall's edge through a pane half a metre before it.
std::vector<double> edge_through(const Material& glass) {
    TestScene s = shining_wall(glm::vec3(0.5f), 0);
    s.add_box({-2, -2, 0.5f}, {2, 2, 0.504f}, s.add_material(glass), 0);
    const HdrImage image = linear_picture(s.scene, kFront, {256, 256});
    std::vector<double> row;
    for (std::uint32_t x = 0; x < 256; ++x) row.push_back(image.pixel(x, 128)[0]);
    return row;
}

double steepest(const std::vector<double>& row) {
    double most = 0;
    for (std::size_t x = 1; x < row.size(); ++x) most = std::max(most, row[x] - row[x - 1]);
    return most;
}

}  // namespace

TEST_CASE("clear glass lets pass what Fresnel's equations leave of both its faces") {
    // Index 1.5: each face throws back 4 % of what falls on it squarely, so (1 − 0.04) / (1 + 0.04) passes.
    const glm::vec3 light{0.8f, 0.4f, 0.2f};
    const glm::vec3 seen = through_pane(shining_wall(light), kClear);
    for (int i = 0; i < 3; ++i) CHECK(seen[i] / light[i] == Approx(0.96 / 1.04).margin(0.01));
    const glm::vec3 half = through_pane(shining_wall(light), {.roughness = 0.05f, .transmission = 0.5f});
    CHECK(half.g / light.g == Approx(0.5 * 0.96 / 1.04).margin(0.01));
}

TEST_CASE("glass in light from everywhere cannot be seen, however it is turned") {
    for (const float turn : {0.0f, 30.0f, 60.0f, 75.0f})
        CHECK(through_pane(in_light_from_everywhere(), kClear, turn).g == Approx(1).margin(0.02));
    CHECK(through_pane(in_light_from_everywhere(), kFrosted, 30).g == Approx(1).margin(0.02));
}

TEST_CASE("frosted glass shows an edge softly, and as much light as clear glass") {
    const std::vector<double> clear = edge_through(kClear), frosted = edge_through(kFrosted);
    CHECK(steepest(clear) > 0.2);
    CHECK(steepest(frosted) < 0.25 * steepest(clear));
    CHECK(std::accumulate(frosted.begin(), frosted.end(), 0.0) ==
          Approx(std::accumulate(clear.begin(), clear.end(), 0.0)).epsilon(0.04));
}

TEST_CASE("frosted glass shows no glass that is behind it, and glass before it is seen") {
    // The middle of the pane is further away than the thing, wherever that stands.
    const auto seen = [](float z, float alpha) {
        TestScene s = shining_wall(glm::vec3(0.5f));
        s.add_box({-2, -3, 1}, {2, 1, 1.004f}, s.add_material(kFrosted), 0);
        s.add_box({-0.3f, -0.3f, z}, {0.3f, 0.3f, z + 0.004f},
                  s.add_material({.base_color = glm::vec3(0), .alpha = alpha}), 0);
        return linear_picture(s.scene, kFront, {16, 16}).pixel(8, 8)[1];
    };
    CHECK(seen(0.95f, 0.5f) == Approx(seen(0.95f, 0.01f)).epsilon(0.02));
    CHECK(seen(1.05f, 0.5f) == Approx(0.5 * seen(1.05f, 0.01f)).epsilon(0.05));
}
