// Mirrors and floors, held against the geometry of reflection and against light that nothing may add to.
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

constexpr Size kSize{320, 240};
const Material kMirror{.base_color = glm::vec3(1), .roughness = 0.05f, .metallic = 1, .sees_scene = true};
const Material kShining{.base_color = glm::vec3(0), .emission = glm::vec3(1)};

// A board, 4 m by 3 m, whose large face passes through the origin.
void add_board(TestScene& s, const Material& material, const glm::mat4& transform) {
    s.add_box({-2, -1.5f, -0.02f}, {2, 1.5f, 0}, s.add_material(material), 0);
    s.scene.instances.back().transform = transform;
}

// Where the light of the picture is on average, and how much of it there is, pixels.
struct Spot {
    glm::dvec2 middle{0};
    double pixels = 0;
};
Spot spot(const HdrImage& image, double background = 0) {
    Spot s;
    for (std::uint32_t y = 0; y < image.size.height; ++y)
        for (std::uint32_t x = 0; x < image.size.width; ++x) {
            const double light = image.pixel(x, y)[0] - background;
            s.pixels += light;
            s.middle += light * glm::dvec2(x + 0.5, y + 0.5);
        }
    s.middle /= s.pixels;
    return s;
}

// What lies at this point, behind the mirror that stands so, for who looks into it.
glm::vec3 reflected(const glm::vec3& point, const glm::mat4& mirror) {
    const glm::vec3 n = mirror[2], origin = mirror[3];
    return point - 2.0f * glm::dot(n, point - origin) * n;
}

double twice_area(const std::array<glm::vec2, 4>& p) {
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const glm::dvec2 a = p[i], b = p[(i + 1) % 4];
        sum += a.x * b.y - b.x * a.y;
    }
    return std::abs(sum);
}

// A shining square of 300 mm before the mirror, parallel to z = 0, that shines towards the mirror only.
constexpr std::array<glm::vec3, 4> kSquare{
    glm::vec3{0.4f, 0.1f, 1}, {0.7f, 0.1f, 1}, {0.7f, 0.4f, 1}, {0.4f, 0.4f, 1}};
void add_square(TestScene& s) {
    MeshData mesh;
    for (const glm::vec3& corner : kSquare) mesh.vertices.push_back({corner, {0, 0, -1}, {}});
    mesh.indices = {0, 2, 1, 0, 3, 2};
    s.add(s.add_mesh(std::move(mesh)), s.add_material(kShining));
}

// The middle row of a floor that mirrors a shining post, seen along the floor: steepest step of light in it.
double steepest_edge(float height) {
    TestScene s = in_the_dark();
    s.add_box(
        {-3, -0.02f, -3}, {3, 0, 3},
        s.add_material({.base_color = glm::vec3(1), .roughness = 0.3f, .metallic = 1, .sees_scene = true}),
        0);
    s.add_box({-3, 0, -0.1f}, {3, 3, -0.05f}, s.add_material({.base_color = glm::vec3(0), .roughness = 1}),
              0);
    s.add_box({0, height, -0.01f}, {1, height + 0.25f, 0.01f}, s.add_material(kShining), 0);
    const glm::vec3 image{0, -height - 0.12f, 0};
    const Camera camera{.eye = {0, 1, 3}, .target = {0, 0.1f, 0}, .fov_y_degrees = 60};
    const auto at = project(make_view(camera, kSize), image);
    const HdrImage picture = linear_picture(s.scene, camera, kSize);
    const auto row = static_cast<std::uint32_t>(at.value().y);
    double most = 0;
    for (std::uint32_t x = 1; x < kSize.width; ++x)
        most = std::max<double>(most, picture.pixel(x, row)[0] - picture.pixel(x - 1, row)[0]);
    return most;
}

// Behind who looks into a mirror: the edge of a shining wall, and before it a pane. How steep the edge is.
double edge_in_mirror(TestScene s, const Material& glass) {
    add_board(s, kMirror, glm::mat4(1));
    s.add_box({-2, -1.5f, 1.2f}, {2, 1.5f, 1.204f}, s.add_material(glass), 0);
    s.add_box({0, -2, 1.6f}, {2, 2, 1.7f},
              s.add_material({.base_color = glm::vec3(0), .emission = glm::vec3(0.5f)}), 0);
    const Camera camera{.eye = {0, 0, 0.8f}, .target = {0, 0, 0}, .fov_y_degrees = 40};
    const HdrImage image = linear_picture(s.scene, camera, kSize);
    double most = 0;
    for (std::uint32_t x = 1; x < kSize.width; ++x)
        most = std::max<double>(
            most, std::abs(image.pixel(x, kSize.height / 2)[0] - image.pixel(x - 1, kSize.height / 2)[0]));
    return most;
}

}  // namespace

TEST_CASE("a mirror shows a thing where its reflection lies, as large as it is there") {
    const Camera camera{.eye = {-1.2f, 0.5f, 2.6f}, .target = {0.1f, 0.2f, 0}, .fov_y_degrees = 50};
    for (const float turn : {0.0f, 12.0f, -15.0f}) {
        INFO("turned by " << turn << " degrees");
        const glm::mat4 place = glm::rotate(glm::mat4(1), glm::radians(turn), glm::vec3(0, 1, 0.1f));
        TestScene s = in_the_dark();
        add_board(s, kMirror, place);
        add_square(s);
        std::array<glm::vec2, 4> corners;
        for (std::size_t i = 0; i < 4; ++i)
            corners[i] = project(make_view(camera, kSize), reflected(kSquare[i], place)).value();
        const HdrImage image = linear_picture(s.scene, camera, kSize);
        const Spot seen = spot(image);
        // The middle of a square's projection is not quite its projected middle: by far less than this.
        const glm::dvec2 expected = 0.25 * glm::dvec2(corners[0] + corners[1] + corners[2] + corners[3]);
        CHECK(seen.middle.x == Approx(expected.x).margin(0.5));
        CHECK(seen.middle.y == Approx(expected.y).margin(0.5));
        CHECK(seen.pixels == Approx(0.5 * twice_area(corners)).epsilon(0.04));
    }
}

TEST_CASE("nothing that stands behind a mirror is seen in it") {
    const Camera camera{.eye = {-0.5f, 0.3f, 2.5f}, .target = {0, 0, 0}, .fov_y_degrees = 40};
    TestScene s = in_the_dark();
    add_board(s, kMirror, glm::mat4(1));
    s.add_box({-0.5f, -0.5f, -0.5f}, {0.5f, 0.5f, -0.1f}, s.add_material(kShining), 0);
    CHECK(spot(linear_picture(s.scene, camera, kSize)).pixels == Approx(0).margin(1e-3));
}

TEST_CASE("mirrors and floors neither add light nor take any") {
    const Camera camera{.eye = {0.4f, 0.8f, 2.5f}, .target = {0, 0, 0.3f}, .fov_y_degrees = 45};
    const Material white{.base_color = glm::vec3(1), .roughness = 0.3f, .sees_scene = true};
    for (const Material& material : {kMirror, white}) {
        INFO("roughness " << material.roughness);
        TestScene s = in_light_from_everywhere();
        add_board(s, material, glm::mat4(1));
        // As white as what is around: whatever share of it the board shows, it shows the same light.
        s.add_box({-0.3f, -0.3f, 0.5f}, {0.3f, 0.3f, 0.9f},
                  s.add_material(
                      {.base_color = glm::vec3(0), .roughness = 1, .metallic = 1, .emission = glm::vec3(1)}),
                  0);
        const HdrImage image = linear_picture(s.scene, camera, kSize);
        float least = 2, most = 0;
        for (std::uint32_t y = 0; y < kSize.height; ++y)
            for (std::uint32_t x = 0; x < kSize.width; ++x) {
                least = std::min(least, image.pixel(x, y)[0]);
                most = std::max(most, image.pixel(x, y)[0]);
            }
        CHECK(most < 1.06f);
        // What stands before a matt white board takes light from it; a mirror it takes none.
        if (material.metallic > 0) CHECK(least > 0.96f);
    }
}

TEST_CASE("a floor that is not quite smooth mirrors what is near sharper than what is far") {
    const double near = steepest_edge(0.05f), far = steepest_edge(0.8f);
    CHECK(near > 0.08);
    CHECK(far < 0.5 * near);
    CHECK(far > 0.001);
}

TEST_CASE("in a still picture of a mirror an edge covers each pixel as far as the edge does") {
    // A square of light whose lower edge slopes as no pattern of samples has a line, and each column of it.
    const glm::mat4 place = glm::translate(glm::mat4(1), glm::vec3(0, 0, 1)) *
                            glm::rotate(glm::mat4(1), std::atan(0.177f), glm::vec3(0, 0, 1));
    TestScene s = in_the_dark();
    add_board(s, kMirror, glm::mat4(1));
    s.add_box({-3, 0, 0}, {3, 6, 0.02f}, s.add_material(kShining), 0);
    s.scene.instances.back().transform = place;
    const Camera camera{.eye = {0, 0, 0.9f}, .target = {0, 0, 0}, .fov_y_degrees = 40};
    const View view = make_view(camera, kSize);
    const auto seen = [&](float x) {
        return glm::dvec2(*project(view, reflected(place * glm::vec4(x, 0, 0, 1), glm::mat4(1))));
    };
    const glm::dvec2 from = seen(-0.5f), to = seen(0.5f);
    const HdrImage image = linear_picture(s.scene, camera, kSize);
    const double full = image.pixel(kSize.width / 2, 4)[0];
    double squares = 0;
    constexpr std::uint32_t kFirst = 40, kLast = 280;
    for (std::uint32_t x = kFirst; x < kLast; ++x) {
        double lit = 0;
        for (std::uint32_t y = 0; y < kSize.height; ++y) lit += image.pixel(x, y)[0] / full;
        const double edge = from.y + (x + 0.5 - from.x) / (to.x - from.x) * (to.y - from.y);
        squares += std::pow(lit - edge, 2);
    }
    CHECK(std::sqrt(squares / (kLast - kFirst)) < 0.06);  // of a pixel
}

TEST_CASE("in a mirror too frosted glass hides edges, not all that is behind it, and adds no light") {
    const Material clear{.roughness = 0.05f, .transmission = 1},
        frosted{.roughness = 0.6f, .transmission = 1};
    const double through_clear = edge_in_mirror(in_the_dark(), clear);
    const double through_frosted = edge_in_mirror(in_the_dark(), frosted);
    CHECK(through_clear > 0.2);
    CHECK(through_frosted < 0.25 * through_clear);
    CHECK(through_frosted > 0.05 * through_clear);

    TestScene s = in_light_from_everywhere();
    add_board(s, kMirror, glm::mat4(1));
    s.add_box({-0.2f, -0.2f, 1.2f}, {0.2f, 0.2f, 1.204f}, s.add_material(frosted), 0);
    const Camera camera{.eye = {0, 0, 0.8f}, .target = {0, 0, 0}, .fov_y_degrees = 40};
    const HdrImage image = linear_picture(s.scene, camera, kSize);
    const float beside = image.pixel(4, kSize.height / 2)[0];
    const float pane = image.pixel(kSize.width / 2, kSize.height / 2)[0];
    CHECK(beside == Approx(1).margin(0.02));
    CHECK(pane < 0.9f);  // not so bright as what is behind it here
    CHECK(pane > 0.4f);
}

TEST_CASE("more mirrors than are drawn, and mirrors that face each other, do no harm") {
    TestScene s = in_light_from_everywhere();
    for (int i = 0; i < 7; ++i)
        add_board(s, kMirror,
                  glm::translate(glm::rotate(glm::mat4(1), 0.9f * static_cast<float>(i), {0, 1, 0}),
                                 glm::vec3(0, 0, -2)));
    const Camera camera{.eye = {0.2f, 0.1f, 0.3f}, .target = {0, 0, -1}, .fov_y_degrees = 60};
    const HdrImage image = linear_picture(s.scene, camera, kSize);
    for (std::uint32_t y = 0; y < kSize.height; y += 16)
        for (std::uint32_t x = 0; x < kSize.width; x += 16)
            CHECK(image.pixel(x, y)[0] == Approx(1).margin(0.1));
}

TEST_CASE("a picture without mirrors does not name the images of one that is gone", "[mirrors]") {
    TestScene s = in_light_from_everywhere();
    add_board(s, kMirror, glm::mat4(1));
    s.add_box({-1, -1, -6}, {1, 1, -5}, s.add_material({.base_color = glm::vec3(1), .roughness = 1}), 0);
    s.scene.revision = 800'000;
    const Camera before{.eye = {0, 0, 2}, .target = {0, 0, 0}},
        behind{.eye = {0, 0, -2}, .target = {0, 0, -9}};
    const std::size_t messages = shared_renderer().validation_messages();
    linear_picture(s.scene, before, kSize);
    const HdrImage away = linear_picture(s.scene, behind, {64, 48});
    CHECK(away.pixel(32, 24)[0] == Approx(1).margin(0.02));
    CHECK(shared_renderer().validation_messages() == messages);
}
