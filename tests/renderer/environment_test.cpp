// The showroom's light, against integrals.
#include "renderer/environment.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "renderer/renderer.h"

using namespace maatkast::render;

TEST_CASE("a uniform environment gives every surface its own radiance") {
    const Environment uniform{.kind = EnvironmentKind::uniform, .intensity = 0.7f};
    const auto coefficients = irradiance_coefficients(uniform);
    for (const glm::vec3 n : {glm::vec3(0, 1, 0), glm::vec3(0.6f, -0.8f, 0), glm::vec3(0, 0.6f, -0.8f)}) {
        CHECK(irradiance(coefficients, n).g == Approx(0.7f).epsilon(0.002));
    }
    for (const glm::vec4& texel : prefiltered_cube(uniform)) REQUIRE(texel.g == Approx(0.7f).epsilon(0.001));
}

TEST_CASE(
    "nine coefficients are the cosine integral over the showroom along the axes, and close to it between") {
    const Environment showroom;
    const auto coefficients = irradiance_coefficients(showroom);
    for (const glm::vec3 n :
         {glm::vec3(0, 0, 1), glm::vec3(0, 1, 0), glm::vec3(-1, 0, 0), glm::vec3(1, 0, 0),
          glm::vec3(0, 0, -1), glm::vec3(0, -1, 0), glm::vec3(0.6f, 0, 0.8f), glm::vec3(0, 0.8f, -0.6f)}) {
        const bool axis = std::max({std::abs(n.x), std::abs(n.y), std::abs(n.z)}) == 1.0f;
        double sum = 0;
        constexpr std::uint32_t kCount = 20000;
        for (std::uint32_t i = 0; i < kCount; ++i) {
            const glm::vec3 d = sphere_direction(i, kCount);
            sum +=
                static_cast<double>(radiance(showroom, d).g) * std::max(0.0f, glm::dot(n, d)) * 4.0 / kCount;
        }
        CHECK(irradiance(coefficients, n).g == Approx(sum).epsilon(axis ? 0.003 : 0.04));
    }
}

TEST_CASE("the environment map holds the key light's irradiance at any width") {
    const Environment dark{.kind = EnvironmentKind::uniform, .intensity = 0.0f};
    const KeyLight key{.direction = {-1, 2, 2}, .color = {0.5f, 0.4f, 0.3f}};
    const glm::vec3 n = glm::normalize(key.direction);
    for (const std::uint32_t width : {64u, 256u, 512u}) {
        const HdrImage map = environment_map(dark, key, width);
        REQUIRE(map.size == Size{width, width / 2});
        const double step = 3.14159265358979 / (width / 2);
        double sum = 0;
        for (std::uint32_t y = 0; y < width / 2; ++y) {
            for (std::uint32_t x = 0; x < width; ++x) {
                const double polar = (y + 0.5) * step;
                const double turn = (x + 0.5) * step - 3.14159265358979;
                const double cosine = n.x * std::sin(polar) * std::cos(turn) + n.y * std::cos(polar) +
                                      n.z * std::sin(polar) * std::sin(turn);
                sum += static_cast<double>(map.pixel(x, y)[0]) * std::max(0.0, cosine) * std::sin(polar) *
                       step * step;
            }
        }
        CHECK(sum / 3.14159265358979 == Approx(0.5).epsilon(0.01));
    }
}

TEST_CASE("cube directions are Vulkan's") {
    CHECK(glm::dot(cube_direction(0, 32, 32, 64), glm::vec3(1, 0, 0)) > 0.99f);
    CHECK(cube_direction(4, 63, 32, 64).x > 0.6f);
    CHECK(cube_direction(4, 32, 0, 64).y > 0.6f);
    CHECK(cube_direction(0, 63, 32, 64).z < -0.6f);
}
