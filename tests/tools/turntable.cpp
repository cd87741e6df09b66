#include "tools/showroom/turntable.h"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

using namespace maatkast;
using namespace maatkast::show;

namespace {

const OrbitLimits kWardrobe{{{-1.265F, 0, 0}, {1.265F, 2.39F, 0.605F}}};
constexpr render::Size kPicture{1280, 720};
constexpr FreeArea kFree{0, 56, 920, 668};

float degrees(float radians) {
    return radians * 57.29578F;
}

}  // namespace

TEST_CASE("no orbit leaves the limits, wherever it is asked to go", "[turntable]") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> any(-50, 50);
    for (int i = 0; i < 10'000; ++i) {
        const Orbit held =
            kWardrobe.clamp({any(random), any(random), any(random), {any(random), any(random), any(random)}});
        CHECK(degrees(held.elevation) <= 80.001F);
        CHECK(degrees(held.elevation) >= -5.001F);
        CHECK(held.distance >= 0.6F * 2.53F - 1e-4F);
        CHECK(held.distance <= 4 * 2.53F + 1e-4F);
        CHECK(std::abs(held.target.x) <= 1.2651F);
        const glm::vec3 eye = camera_of(held, kPicture, {0, 0, 1280, 720}).eye;
        CHECK(eye.z > 0);  // never behind the wall
        CHECK(eye.y > 0);  // never below the floor
    }
}

TEST_CASE("the target appears in the middle of the free area", "[turntable]") {
    const Orbit orbit{0.5F, 0.1F, 6, {0.2F, 1.2F, 0.3F}};
    const auto seen =
        render::project(render::make_view(camera_of(orbit, kPicture, kFree), kPicture), orbit.target);
    REQUIRE(seen);
    CHECK(seen->x == Approx(460).margin(0.05));
    CHECK(seen->y == Approx(362).margin(0.05));
}

TEST_CASE("uprights stay upright: the camera never rolls", "[turntable]") {
    const render::Camera camera = camera_of({-0.7F, 0.4F, 5, {0, 1, 0}}, kPicture, kFree);
    CHECK(camera.up == glm::vec3(0, 1, 0));
}

TEST_CASE("zooming keeps the point under the cursor", "[turntable]") {
    const Orbit orbit{0.3F, 0.05F, 6, {0, 1.2F, 0.3F}};
    const glm::vec2 cursor{520, 400};
    const render::Ray ray =
        render::unproject(render::make_view(camera_of(orbit, kPicture, kFree), kPicture), cursor);
    // The point at the target's depth, found by the renderer's own ray.
    const glm::vec3 back =
        glm::normalize(camera_of(orbit, kPicture, kFree).eye - camera_of(orbit, kPicture, kFree).target);
    const float along = glm::dot(orbit.target - ray.origin, back) / glm::dot(ray.direction, back);
    const glm::vec3 point = ray.origin + ray.direction * along;
    const Orbit nearer = zoomed(orbit, kWardrobe, 0.8F, cursor, kPicture, kFree);
    CHECK(nearer.distance == Approx(4.8));
    const auto seen = render::project(render::make_view(camera_of(nearer, kPicture, kFree), kPicture), point);
    REQUIRE(seen);
    CHECK(seen->x == Approx(cursor.x).margin(0.1));
    CHECK(seen->y == Approx(cursor.y).margin(0.1));
}

TEST_CASE("a move is eased, takes 200 ms, and then stands exactly at its goal", "[turntable]") {
    Turntable table;
    table.set_limits(kWardrobe);
    table.jump({0, 0.1F, 5, {0, 1, 0.3F}});
    const Orbit goal{0.8F, 0.2F, 7, {0.5F, 1.5F, 0.3F}};
    table.ease_to(goal, 10);
    float before = 0;
    for (double time = 10; time < 10.199; time += 0.01) {
        table.advance(time);
        CHECK(table.moving());
        CHECK(table.now().azimuth >= before);
        CHECK(table.now().azimuth < 0.8F);
        before = table.now().azimuth;
    }
    table.advance(10.2001);
    CHECK_FALSE(table.moving());
    CHECK(table.now() == goal);
}
