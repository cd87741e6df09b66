// What may be left out of a picture, held against lines of sight through every sample; and what stands in for
// meshes seen from afar.
#include "renderer/culling.h"

#include <random>

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "renderer/box_mesh.h"
#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

constexpr Size kSize{48, 27};
constexpr std::array<glm::vec2, 4> kPlaces{
    {{0.375f, 0.125f}, {0.875f, 0.375f}, {0.125f, 0.625f}, {0.625f, 0.875f}}};

// How far along a ray a box is entered, by its three pairs of planes (Kay and Kajiya 1986); nothing where it
// is missed.
std::optional<double> enters(const PlacedInstance& placed, const Ray& ray) {
    const glm::dmat4 inverse = glm::inverse(glm::dmat4(placed.transform));
    const glm::dvec3 from = inverse * glm::dvec4(ray.origin, 1), to = inverse * glm::dvec4(ray.direction, 0);
    double near = 0, far = 1e30;
    for (int i = 0; i < 3; ++i) {
        const double a = (double{placed.box.min[i]} - from[i]) / to[i];
        const double b = (double{placed.box.max[i]} - from[i]) / to[i];
        near = std::max(near, std::min(a, b));
        far = std::min(far, std::max(a, b));
    }
    if (near > far) return std::nullopt;
    return near;
}

struct Dice {
    std::mt19937 engine;
    float operator()(float low, float high) {
        return std::uniform_real_distribution<float>(low, high)(engine);
    }
};

// A board or a block, turned anyhow, somewhere before the camera.
PlacedInstance random_box(Dice& dice) {
    PlacedInstance box;
    const glm::vec3 half{dice(0.005f, 0.9f), dice(0.005f, 0.6f), dice(0.005f, 0.3f)};
    box.box = {-half, half};
    box.transform = glm::translate(glm::mat4(1), {dice(-1.5f, 1.5f), dice(-0.5f, 2.5f), dice(-3, 1.5f)});
    if (dice(0, 1) < 0.7f)
        box.transform = glm::rotate(box.transform, dice(0, 6.28f), glm::vec3{dice(-1, 1), dice(-1, 1), 0.1f});
    return box;
}

// For each sample of the picture, by a ray: the depth of what stands nearest, and how many samples see the
// box.
struct Seen {
    std::vector<float> depth;
    int samples = 0;
};
Seen look(const View& view, const std::vector<PlacedInstance>& scene, const PlacedInstance& box) {
    Seen seen;
    const glm::vec3 forward = -glm::vec3(glm::transpose(glm::mat3(view.view))[2]);
    for (std::uint32_t y = 0; y < kSize.height; ++y)
        for (std::uint32_t x = 0; x < kSize.width; ++x)
            for (const glm::vec2& place : kPlaces) {
                const Ray ray = unproject(view, glm::vec2(x, y) + place);
                double nearest = 1e30;
                for (const PlacedInstance& other : scene)
                    nearest = std::min(nearest, enters(other, ray).value_or(1e30));
                const double along = glm::dot(ray.direction, forward);
                seen.depth.push_back(nearest < 1e30 ? static_cast<float>(kNearPlane / (nearest * along))
                                                    : 0.0f);
                const std::optional<double> here = enters(box, ray);
                if (here && *here < nearest) ++seen.samples;
            }
    return seen;
}

}  // namespace

TEST_CASE("A box is left out if and only if no sample sees it", "[culling]") {
    const View view = make_view(Camera{}, kSize);
    Dice dice{std::mt19937(20261130)};
    int hidden = 0, partly = 0;
    for (int i = 0; i < 300; ++i) {
        INFO("scene " << i);
        std::vector<PlacedInstance> scene;
        for (int k = 0; k < 16; ++k) scene.push_back(random_box(dice));
        PlacedInstance box = random_box(dice);
        box.box = {0.4f * box.box.min, 0.4f * box.box.max};
        const Seen seen = look(view, scene, box);
        const bool hides = DepthSamples(seen.depth, kSize).hides(clip_box(view, box));
        // Seen by a sample or two it may be spared by rounding, never the other way round.
        if (seen.samples > 0) CHECK_FALSE(hides);
        if (hides) ++hidden;
        if (seen.samples > 0 && seen.samples < 20) ++partly;
        PlacedInstance smaller = box;
        smaller.box = {0.98f * box.box.min, 0.98f * box.box.max};
        if (seen.samples == 0) CHECK(DepthSamples(seen.depth, kSize).hides(clip_box(view, smaller)));
    }
    CHECK(hidden > 30);
    CHECK(partly > 10);
}

TEST_CASE("A box around the eye is never left out", "[culling]") {
    const View view = make_view(Camera{}, kSize);
    const DepthSamples wall(std::vector<float>(4 * kSize.width * kSize.height, 1.0f), kSize);
    PlacedInstance box;
    box.box = {glm::vec3(-1), glm::vec3(1)};
    box.transform = glm::translate(glm::mat4(1), view.eye);
    CHECK_FALSE(wall.hides(clip_box(view, box)));
    box.transform = glm::translate(glm::mat4(1), view.eye - glm::vec3(0, 0, 2));
    CHECK(wall.hides(clip_box(view, box)));
}

TEST_CASE("What shines through a gap of a tenth of a pixel is there", "[culling]") {
    TestScene s = in_the_dark();
    const std::uint32_t board = s.add_material({.base_color = glm::vec3(0)});
    const std::uint32_t light = s.add_material({.base_color = glm::vec3(0), .emission = glm::vec3(1)});
    const Size size{321, 180};
    const Camera camera{.eye = {0, 0, 6}, .target = {0, 0, 0}};
    const float pixel = 2 * 6 * std::tan(glm::radians(15.0f)) / static_cast<float>(size.height);
    s.add_box({-2, -1, -0.02f}, {-0.05f * pixel, 1, 0}, board, 0);
    s.add_box({0.05f * pixel, -1, -0.02f}, {2, 1, 0}, board, 0);
    for (const float x : {-0.9f, 0.1f, 0.7f}) s.add_box({x, -0.3f, -0.5f}, {x + 0.2f, 0.3f, -0.3f}, board, 0);
    s.add_box({-1, -1, -0.7f}, {1, 1, -0.6f}, light, 0);
    const HdrImage image = linear_picture(s.scene, camera, size);
    double sum = 0;
    for (std::uint32_t x = 150; x < 171; ++x) sum += image.pixel(x, 90)[0];
    CHECK(sum == Approx(0.1).epsilon(0.35));  // 32 samples a pixel: whole 32nds
}

TEST_CASE("A board from afar has the colour that it has close by", "[culling]") {
    // A picture that is red on the left and green on the right of a board of 1 m, each end of it cut off the
    // same: its box must take up the same part of the picture as its mesh.
    TestScene s = in_light_from_everywhere();
    std::vector<std::uint8_t> halves;
    for (int i = 0; i < 16 * 16; ++i)
        for (const int c : {i % 16 < 8 ? 255 : 0, i % 16 < 8 ? 0 : 255, 0, 255})
            halves.push_back(static_cast<std::uint8_t>(c));
    s.add_texture(77, 16, halves);
    const std::uint32_t material = s.add_material({.base_color = glm::vec3(1), .roughness = 1, .texture = 0});
    s.add_box({-0.5f, -0.25f, -0.02f}, {0.5f, 0.25f, 0}, material, 0.002f);
    const auto colors = [&](float distance, Size size) {
        const HdrImage image =
            linear_picture(s.scene, {.eye = {0.001f, 0.001f, distance}, .target = {0.001f, 0.001f, 0}}, size);
        glm::dvec4 sum{0};  // red and green, left and right of the middle
        for (std::uint32_t y = 0; y < size.height; ++y)
            for (std::uint32_t x = 0; x < size.width; ++x)
                for (int c = 0; c < 2; ++c) sum[c + (x < size.width / 2 ? 0 : 2)] += image.pixel(x, y)[c];
        return sum / double(size.width * size.height);
    };
    const glm::dvec4 close = colors(3, {400, 300}), far = colors(3, {100, 75});
    for (int i = 0; i < 4; ++i) CHECK(far[i] == Approx(close[i]).epsilon(0.05).margin(0.003));
}

TEST_CASE("The box of a mesh has its texture coordinates", "[culling]") {
    const MeshData data = make_box({-0.3f, 0.1f, -0.01f}, {0.6f, 0.5f, 0.01f}, 0.001f);
    Mesh mesh{1, data.vertices, data.indices};
    Bounds bounds;
    for (const Vertex& vertex : data.vertices) bounds.add(vertex.position);
    std::vector<Vertex> vertices = data.vertices;
    std::vector<std::uint32_t> indices;
    add_box(mesh, bounds, vertices, indices);
    REQUIRE(indices.size() == kBoxIndices);
    glm::vec3 area{0};
    for (std::size_t i = 0; i < indices.size(); i += 3) {
        const Vertex &a = vertices[indices[i]], &b = vertices[indices[i + 1]], &c = vertices[indices[i + 2]];
        const glm::vec3 normal = 0.5f * glm::cross(b.position - a.position, c.position - a.position);
        CHECK(glm::dot(normal, a.normal) == Approx(glm::length(normal)));  // seen from outside
        area += glm::abs(normal);
        // Wherever the mesh has a corner on that side, the triangle's plane gives it the same coordinates.
        for (const Vertex& v : data.vertices) {
            if (glm::dot(v.normal, a.normal) < 0.999f) continue;
            const glm::vec3 d = v.position - a.position, u = b.position - a.position,
                            w = c.position - a.position;
            const float uu = glm::dot(u, u), uw = glm::dot(u, w), ww = glm::dot(w, w);
            const float du = glm::dot(d, u), dw = glm::dot(d, w), det = uu * ww - uw * uw;
            const glm::vec2 uv =
                a.uv + (ww * du - uw * dw) / det * (b.uv - a.uv) + (uu * dw - uw * du) / det * (c.uv - a.uv);
            CHECK(glm::distance(uv, v.uv) < 1e-4f);
        }
    }
    CHECK(area.z == Approx(2 * 0.9f * 0.4f));
    CHECK(area.y == Approx(2 * 0.9f * 0.02f));
    CHECK(area.x == Approx(2 * 0.4f * 0.02f));
}
