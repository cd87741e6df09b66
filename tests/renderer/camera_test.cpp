// The way between world and pixels, against geometry worked out by hand.
#include "renderer/camera.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace maatkast::render;

namespace {
const Size kSize{1280, 720};
const Camera kFront{.eye = {0, 1, 5}, .target = {0, 1, 0}, .fov_y_degrees = 40};
}  // namespace

TEST_CASE("an 800 mm edge seen squarely has the length that similar triangles give") {
    const View view = make_view(kFront, kSize);
    const auto left = project(view, {-0.4f, 1.2f, 0.5f});
    const auto right = project(view, {0.4f, 1.2f, 0.5f});
    REQUIRE(left.has_value());
    REQUIRE(right.has_value());
    const double expected = 0.8 / 4.5 * 360.0 / std::tan(20.0 * 3.14159265358979 / 180.0);
    CHECK(right->x - left->x == Approx(expected).margin(0.01));
    CHECK(left->y == Approx(360.0 - 0.2 / 0.8 * expected).margin(0.01));
    CHECK((left->x + right->x) / 2 == Approx(640.0).margin(0.001));
}

TEST_CASE("a point behind the camera has no place in the picture") {
    CHECK_FALSE(project(make_view(kFront, kSize), {0, 1, 6}).has_value());
    CHECK_FALSE(project(make_view(kFront, kSize), {0, 1, 4.98f}).has_value());
}

TEST_CASE("unproject is the inverse of project") {
    const Camera oblique{.eye = {2, 1.7f, 4}, .target = {0.2f, 1, 0.1f}, .fov_y_degrees = 35};
    const View view = make_view(oblique, kSize);
    for (const glm::vec3 point : {glm::vec3(0, 0, 0), glm::vec3(-1, 2.3f, 0.6f), glm::vec3(1.2f, 0.4f, 1)}) {
        const Ray ray = unproject(view, *project(view, point));
        const glm::vec3 to_point = point - ray.origin;
        CHECK(glm::length(glm::cross(ray.direction, to_point)) < 1e-4f);
        CHECK(glm::dot(ray.direction, to_point) > 0);
        CHECK(glm::length(ray.direction) == Approx(1.0f));
    }
}

TEST_CASE("a framed box lies in the picture and touches the margin") {
    const Bounds box{{-1.3f, 0, 0}, {1.3f, 2.4f, 0.6f}};
    for (const Size size : {Size{1280, 720}, Size{400, 900}}) {
        const Camera camera = frame({.eye = {3, 2, 6}, .target = {0, 1, 0}}, box, size, 0.1f);
        const View view = make_view(camera, size);
        float reach = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const glm::vec3 p{(corner & 1) ? box.max.x : box.min.x, (corner & 2) ? box.max.y : box.min.y,
                              (corner & 4) ? box.max.z : box.min.z};
            const auto pixel = project(view, p);
            REQUIRE(pixel.has_value());
            reach = std::max({reach, std::abs(pixel->x / static_cast<float>(size.width) * 2 - 1),
                              std::abs(pixel->y / static_cast<float>(size.height) * 2 - 1)});
        }
        CHECK(reach < 0.91f);
        CHECK(reach > 0.85f);
    }
}

TEST_CASE("depth runs from one at the near plane to zero far away") {
    const View view = make_view(kFront, kSize);
    const auto depth = [&](float z) {
        const glm::vec4 clip = view.view_projection * glm::vec4(0, 1, z, 1);
        return clip.z / clip.w;
    };
    CHECK(depth(5 - kNearPlane) == Approx(1.0f));
    CHECK(depth(-1e6f) < 1e-6f);
    CHECK(depth(2) > depth(1));
}
