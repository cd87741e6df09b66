// Brushed metal and lacquer, held against the formulas of microfacets and Fresnel's equations, computed here.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "renderer/environment.h"
#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

constexpr double kPi = std::numbers::pi;
const Material kBrushed{.base_color = glm::vec3(1), .roughness = 0.45f, .metallic = 1, .anisotropy = 0.6f};
// Mirrors nothing by itself when seen squarely, and is as black as a surface can be.
const Material kBlack{.base_color = glm::vec3(0), .roughness = 1, .metallic = 1};

enum class Grain { x, y };

// A square of 4 m that faces +Z, with u along one of its sides.
void add_square(TestScene& s, const Material& material, Grain grain = Grain::x) {
    MeshData mesh;
    for (const glm::vec2 at : {glm::vec2(-2, -2), glm::vec2(2, -2), glm::vec2(2, 2), glm::vec2(-2, 2)})
        mesh.vertices.push_back({{at, 0}, {0, 0, 1}, grain == Grain::x ? at : glm::vec2(at.y, -at.x)});
    mesh.indices = {0, 1, 2, 0, 2, 3};
    s.add(s.add_mesh(std::move(mesh)), s.add_material(material));
}

// That square in the dark, in a light without width.
TestScene lit_square(const Material& material, const glm::vec3& towards_light, Grain grain = Grain::x) {
    TestScene s = in_the_dark();
    s.scene.key_light = {.direction = towards_light, .color = glm::vec3(1), .angular_radius_degrees = 0};
    add_square(s, material, grain);
    return s;
}

// The lobe of kBrushed on a square facing +Z, times the cosine and π: what it shows of a light of colour 1.
// GGX after Burley (Physically Based Shading at Disney, 2012), narrow along u and wide across it as
// KHR_materials_anisotropy has it, and the masking and shadowing that follow from it (Heitz, Understanding
// the Masking-Shadowing Function, 2014).
double brushed_truth(const glm::dvec3& l, const glm::dvec3& v, Grain grain) {
    const double narrow = std::pow(kBrushed.roughness, 2), s = kBrushed.anisotropy;
    const double wide = narrow + (1 - narrow) * s * s;
    const glm::dvec3 alpha = grain == Grain::x ? glm::dvec3(narrow, wide, 1) : glm::dvec3(wide, narrow, 1);
    const glm::dvec3 h = glm::normalize(l + v);
    const double slopes = glm::dot(h / alpha, h / alpha);
    const double distribution = 1 / (kPi * narrow * wide * slopes * slopes);
    const double visibility = 0.5 / (l.z * glm::length(alpha * v) + v.z * glm::length(alpha * l));
    return kPi * distribution * visibility * l.z;
}

// A picture of what the square shows, and for each of its pixels the direction to the eye and how much it
// counts where light that leaves the square is added up: the cosine and the angle that the pixel fills.
struct Seen {
    HdrImage image;
    std::vector<glm::dvec3> to_eye;
    std::vector<double> weight;

    double light(std::size_t i) const { return image.rgb[3 * i + 1]; }
};
Seen look(const Scene& scene, const Camera& camera) {
    constexpr Size kSize{96, 96};
    Seen seen{linear_picture(scene, camera, kSize), {}, {}};
    const View view = make_view(camera, kSize);
    const glm::dvec3 forward = glm::normalize(glm::dvec3(camera.target - camera.eye));
    const double pixel = 2 * std::tan(glm::radians(0.5 * camera.fov_y_degrees)) / kSize.height;
    for (std::uint32_t i = 0; i < kSize.width * kSize.height; ++i) {
        const glm::vec2 at = glm::vec2(i % kSize.width, i / kSize.width) + 0.5f;
        const glm::dvec3 direction = unproject(view, at).direction;
        seen.to_eye.push_back(-direction);
        seen.weight.push_back(-direction.z * std::pow(glm::dot(direction, forward), 3) * pixel * pixel);
    }
    return seen;
}

// Nearly all of the half space before the square.
const Camera kWide{.eye = {0, 0, 0.2f}, .target = {0, 0, 0}, .fov_y_degrees = 150};

// How far light lies from its middle, along x and along y, in tangents of the angle.
template <class LightAt>
glm::dvec2 spread(const Seen& seen, LightAt light_at) {
    double sum = 0;
    glm::dvec2 squares{0};
    for (std::size_t i = 0; i < seen.weight.size(); ++i) {
        const glm::dvec2 at = glm::dvec2(seen.to_eye[i]) / seen.to_eye[i].z;
        sum += light_at(i);
        squares += light_at(i) * at * at;
    }
    return glm::sqrt(squares / sum);
}

glm::vec3 slanted(float degrees) {
    const float angle = glm::radians(degrees);
    return {std::sin(angle), 0, std::cos(angle)};
}

// What the middle of the square shows to an eye far away in this direction.
float shown(const TestScene& s, const glm::vec3& to_eye) {
    return linear_picture(s.scene, {.eye = 50.0f * to_eye, .target = {0, 0, 0}, .fov_y_degrees = 0.2f},
                          {2, 2})
        .pixel(1, 1)[1];
}

// The showroom in kBrushed: its light, weighed with the lobe; as much of it as were no light lost between
// facets.
double showroom_truth(const glm::dvec3& v, Grain grain) {
    constexpr std::uint32_t kCount = 40'000;
    double light = 0, all = 0;
    for (std::uint32_t i = 0; i < kCount; ++i) {
        const glm::vec3 l = sphere_direction(i, kCount);
        if (l.z <= 0) continue;
        const double lobe = brushed_truth(l, v, grain);
        light += lobe * radiance({}, l).g;
        all += lobe;
    }
    return light / all;
}

// Fresnel's equations for light that falls on a medium of index 1.5.
double fresnel(double cosine) {
    const double inside = std::sqrt(1 - (1 - cosine * cosine) / (1.5 * 1.5));
    const double across = (cosine - 1.5 * inside) / (cosine + 1.5 * inside);
    const double along = (1.5 * cosine - inside) / (1.5 * cosine + inside);
    return 0.5 * (across * across + along * along);
}

// All the light that leaves the square for around the direction of reflection, as a share of what falls on
// it.
double mirrored_share(const Material& material, const glm::vec3& towards_light) {
    const glm::vec3 v(-towards_light.x, 0, towards_light.z);
    const Seen seen =
        look(lit_square(material, towards_light).scene, {.eye = v, .target = {0, 0, 0}, .fov_y_degrees = 40});
    double sum = 0;
    for (std::size_t i = 0; i < seen.weight.size(); ++i) sum += seen.weight[i] * seen.light(i);
    return sum / (kPi * static_cast<double>(towards_light.z));
}

}  // namespace

TEST_CASE("brushed metal draws a highlight out across the brushing, as far as its formula does",
          "[materials]") {
    const Camera camera{.eye = {0, 0, 1}, .target = {0, 0, 0}, .fov_y_degrees = 90};
    std::array<glm::dvec2, 2> found;
    for (const Grain grain : {Grain::x, Grain::y}) {
        const Seen seen = look(lit_square(kBrushed, {0, 0, 1}, grain).scene, camera);
        glm::dvec2& is = found[grain == Grain::x ? 0 : 1];
        is = spread(seen, [&](std::size_t i) { return seen.light(i); });
        const glm::dvec2 truth =
            spread(seen, [&](std::size_t i) { return brushed_truth({0, 0, 1}, seen.to_eye[i], grain); });
        CHECK(is.x == Approx(truth.x).epsilon(0.02));
        CHECK(is.y == Approx(truth.y).epsilon(0.02));
    }
    CHECK(found[0].y > 1.4 * found[0].x);
    // The texture turned by a right angle turns the highlight.
    CHECK(found[1].x == Approx(found[0].y).epsilon(0.01));
    CHECK(found[1].y == Approx(found[0].x).epsilon(0.01));
}

TEST_CASE("brushed metal gives back of a light what its formula does, and no more than it gets",
          "[materials]") {
    for (const float slant : {0.0f, 50.0f, 75.0f})
        for (const Grain grain : {Grain::x, Grain::y}) {
            INFO("slant " << slant << ", grain along " << (grain == Grain::x ? "x" : "y"));
            const glm::vec3 l = slanted(slant);
            const Seen seen = look(lit_square(kBrushed, l, grain).scene, kWide);
            double sum = 0, truth = 0, wrong = 0;
            for (std::size_t i = 0; i < seen.weight.size(); ++i) {
                const double expected = brushed_truth(l, seen.to_eye[i], grain);
                sum += seen.weight[i] * seen.light(i);
                truth += seen.weight[i] * expected;
                wrong += seen.weight[i] * std::abs(seen.light(i) - expected);
            }
            const double falls = kPi * static_cast<double>(l.z);
            CAPTURE(sum / falls, truth / falls, wrong / truth);
            CHECK(sum < falls);
            CHECK(sum == Approx(truth).epsilon(0.02));
            CHECK(wrong < 0.04 * truth);
        }
}

TEST_CASE("brushed metal mirrors the showroom as the integral over its lobe does", "[materials]") {
    for (const float slant : {0.0f, 40.0f, 65.0f})
        for (const Grain grain : {Grain::x, Grain::y}) {
            INFO("slant " << slant << ", grain along " << (grain == Grain::x ? "x" : "y"));
            TestScene s = in_the_dark();
            s.scene.environment = {};
            add_square(s, kBrushed, grain);
            // The map holds lobes as they are seen squarely: slanted ones miss some of the brightest light.
            CHECK(shown(s, slanted(slant)) == Approx(showroom_truth(slanted(slant), grain)).epsilon(0.23));
        }
}

TEST_CASE("lacquer throws back what Fresnel's equations say, and dims by that what is below", "[materials]") {
    for (const float slant : {0.0f, 40.0f, 65.0f}) {
        INFO("slant " << slant);
        const double there = fresnel(slanted(slant).z);
        Material lacquered = kBlack;
        lacquered.clearcoat = 1;
        TestScene lit = in_light_from_everywhere();
        add_square(lit, lacquered);
        TestScene bare = in_light_from_everywhere();
        add_square(bare, kBlack);
        // Schlick's approximation is up to 0.02 away from the equations.
        CHECK(shown(lit, slanted(slant)) - (1 - there) * shown(bare, slanted(slant)) ==
              Approx(there).margin(0.02));
        TestScene glowing = in_the_dark();
        lacquered.emission = glm::vec3(0.5f);
        add_square(glowing, lacquered);
        CHECK(shown(glowing, slanted(slant)) == Approx(0.5 * (1 - there)).margin(0.01));
    }
    Material half = kBlack;
    half.clearcoat = 0.5f;
    TestScene s = in_light_from_everywhere();
    add_square(s, half);
    CHECK(shown(s, {0, 0, 1}) == Approx(0.5 * fresnel(1)).margin(0.003));
}

TEST_CASE("lacquer mirrors of a light what Fresnel's equations say", "[materials]") {
    Material lacquered = kBlack;
    lacquered.clearcoat = 1;
    for (const float slant : {10.0f, 45.0f, 75.0f}) {
        INFO("slant " << slant);
        const double there = fresnel(slanted(slant).z);
        const double below = (1 - there) * mirrored_share(kBlack, slanted(slant));
        CHECK(mirrored_share(lacquered, slanted(slant)) - below == Approx(there).margin(0.02));
    }
}

TEST_CASE("white furnace: nor do brushing and lacquer add light or take any", "[materials]") {
    const Material lacquered{.base_color = glm::vec3(1), .roughness = 0.6f, .clearcoat = 1};
    for (const Material& material : {kBrushed, lacquered}) {
        TestScene s = in_light_from_everywhere();
        s.add(s.add_mesh(make_sphere(1, 48)), s.add_material(material));
        const Camera camera{.eye = {0, 0, 3}, .target = {0, 0, 0}, .fov_y_degrees = 40};
        const HdrImage image = linear_picture(s.scene, camera, {64, 64});
        for (const std::uint32_t x : {8u, 20u, 32u, 44u, 56u}) {
            INFO("clearcoat " << material.clearcoat << " metallic " << material.metallic << " x " << x);
            CHECK(image.pixel(x, 32)[1] < 1.02f);
            CHECK(image.pixel(x, 32)[1] > 0.93f);
        }
    }
}
