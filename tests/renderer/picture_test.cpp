// Whole pictures, drawn offscreen with validation on, held against optics and geometry.
#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "renderer/instance.h"
#include "renderer/renderer.h"
#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

Renderer& renderer() {
    return shared_renderer();
}

bool same_bytes(const Image& a, const Image& b) {  // a plain bool: Catch would print every byte
    return a.size == b.size && a.rgba == b.rgba;
}

Image picture(const Scene& scene, const Camera& camera, Size size, Quality quality = Quality::still,
              const Overlay& overlay = {}) {
    auto image = renderer().render_to_image(scene, camera, size, quality, overlay);
    if (!image) FAIL(image.error().text());
    return std::move(*image);
}

// Khronos PBR Neutral and the sRGB curve, written from the published specification for the comparison.
std::array<double, 3> expected_display(std::array<double, 3> c) {
    const double low = std::min({c[0], c[1], c[2]});
    const double offset = low < 0.08 ? low - 6.25 * low * low : 0.04;
    for (double& v : c) v -= offset;
    const double peak = std::max({c[0], c[1], c[2]});
    if (peak >= 0.76) {
        const double new_peak = 1 - 0.24 * 0.24 / (peak + 0.24 - 0.76);
        const double g = 1 - 1 / (0.15 * (peak - new_peak) + 1);
        for (double& v : c) v = v * new_peak / peak * (1 - g) + new_peak * g;
    }
    for (double& v : c) v = 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055);
    return c;
}

// A square of one emission colour that fills the picture and reflects nothing.
TestScene emitter(const glm::vec3& emission) {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = 0.0f};
    s.scene.key_light.color = glm::vec3(0);
    s.add_box({-5, -5, -0.1f}, {5, 5, 0}, s.add_material({.base_color = glm::vec3(0), .emission = emission}),
              0);
    return s;
}

const Camera kFront{.eye = {0, 0, 3}, .target = {0, 0, 0}, .fov_y_degrees = 40};

}  // namespace

TEST_CASE("colours come out as PBR Neutral and sRGB say, within 2/255") {
    for (const glm::vec3 c :
         {glm::vec3(0.18f), glm::vec3(0.5f, 0.3f, 0.1f), glm::vec3(0.01f, 0.02f, 0.05f),
          glm::vec3(0.9f, 0.8f, 0.7f), glm::vec3(4, 2, 1), glm::vec3(0.05f, 1.5f, 0.2f)}) {
        const Image image = picture(emitter(c).scene, kFront, {16, 16});
        const auto expected = expected_display({c.r, c.g, c.b});
        for (int i = 0; i < 3; ++i)
            CHECK(std::abs(image.pixel(8, 8)[i] - expected[static_cast<std::size_t>(i)]) <= 2.0);
    }
}

TEST_CASE("a pane of glass covers what is behind it once, not with both its faces") {
    TestScene s = emitter({0.8f, 0.8f, 0.8f});
    s.add_box({-2, -2, 1}, {2, 2, 1.004f}, s.add_material({.base_color = glm::vec3(0), .alpha = 0.25f}), 0);
    CHECK(linear_picture(s.scene, kFront, {8, 8}).pixel(4, 4)[0] == Approx(0.6f).epsilon(0.01));
}

TEST_CASE("where nothing is, the backdrop shows exactly") {
    TestScene s;
    s.scene.environment.backdrop = {0.5f, 0.25f, 0.125f};
    const HdrImage linear = linear_picture(s.scene, kFront, {8, 8});
    CHECK(linear.pixel(3, 3)[0] == 0.5f);
    CHECK(linear.pixel(3, 3)[2] == 0.125f);
    const auto expected = expected_display({0.5, 0.25, 0.125});
    const Image image = picture(s.scene, kFront, {8, 8});
    CHECK(std::abs(image.pixel(3, 3)[1] - expected[1]) <= 1.0);
    CHECK(image.pixel(3, 3)[3] == 255);
}

TEST_CASE("white furnace: a white sphere in uniform light gives back what it gets") {
    for (const float metallic : {0.0f, 1.0f}) {
        for (const float roughness : {0.1f, 0.5f, 1.0f}) {
            TestScene s;
            s.scene.environment = {
                .kind = EnvironmentKind::uniform, .intensity = 1.0f, .backdrop = glm::vec3(1)};
            s.scene.key_light.color = glm::vec3(0);
            const auto white =
                s.add_material({.base_color = glm::vec3(1), .roughness = roughness, .metallic = metallic});
            s.add(s.add_mesh(make_sphere(1, 48)), white);
            const HdrImage image = linear_picture(s.scene, kFront, {64, 64});
            for (const std::uint32_t x : {32u, 20u, 44u}) {
                INFO("metallic " << metallic << " roughness " << roughness << " x " << x);
                CHECK(image.pixel(x, 32)[1] < 1.02f);
                CHECK(image.pixel(x, 32)[1] > 0.93f);
            }
        }
    }
}

TEST_CASE("a white wall that faces the key light shows the light's colour") {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = 0.0f};
    s.scene.key_light = {.direction = {0, 0, 1}, .color = {0.5f, 0.4f, 0.3f}};
    s.add_box({-2, -2, -0.1f}, {2, 2, 0}, s.add_material({.base_color = glm::vec3(1), .roughness = 1}), 0);
    const HdrImage image = linear_picture(s.scene, {.eye = {1.5f, 0, 3}, .target = {0, 0, 0}}, {32, 32});
    CHECK(image.pixel(16, 16)[0] == Approx(0.5f).epsilon(0.06));
    CHECK(image.pixel(16, 16)[2] == Approx(0.3f).epsilon(0.06));
}

TEST_CASE("an 800 mm board is drawn within half a pixel of where it projects") {
    TestScene s = emitter({1, 1, 1});
    s.scene.instances.clear();
    s.scene.environment.backdrop = glm::vec3(0);
    s.add_box({-0.4f, -0.3f, -0.02f}, {0.4f, 0.3f, 0}, 0, 0);
    const Size size{640, 360};
    const HdrImage image = linear_picture(s.scene, kFront, size);
    double covered = 0;
    for (std::uint32_t x = 0; x < size.width; ++x) covered += static_cast<double>(image.pixel(x, 180)[0]);
    const View view = make_view(kFront, size);
    const double expected = project(view, {0.4f, 0, 0})->x - project(view, {-0.4f, 0, 0})->x;
    CHECK(std::abs(covered - expected) < 0.5);
}

TEST_CASE("a still picture's edge covers each pixel as far as the edge does") {
    // The lower edge of a square of light, turned by a slope that no pattern of samples has a line along.
    TestScene s = emitter(glm::vec3(0.5f));
    s.scene.environment.backdrop = glm::vec3(0);
    const float turn = std::atan(0.177f);
    s.scene.instances[0].transform = glm::rotate(glm::mat4(1), turn, glm::vec3(0, 0, 1)) *
                                     glm::translate(glm::mat4(1), glm::vec3(0, 5, 0));
    constexpr Size kSize{48, 48};
    const View view = make_view(kFront, kSize);
    const glm::vec2 at = *project(view, {0, 0, 0}), far = *project(view, {std::cos(turn), std::sin(turn), 0});
    const glm::vec2 along = glm::normalize(far - at), down{-along.y, along.x};
    const auto error = [&](Quality quality) {
        const HdrImage image = linear_picture(s.scene, kFront, kSize, quality);
        double squares = 0, pixels = 0;
        for (std::uint32_t x = 4; x < 44; ++x)
            for (std::uint32_t y = 4; y < 44; ++y) {
                double covered = 0;
                for (int i = 0; i < 4096; ++i) {
                    const glm::vec2 p(static_cast<float>(x) + (static_cast<float>(i % 64) + 0.5f) / 64,
                                      static_cast<float>(y) + (static_cast<float>(i / 64) + 0.5f) / 64);
                    covered += glm::dot(p - at, down) < 0 ? 1.0 / 4096 : 0.0;
                }
                if (covered == 0 || covered == 1) continue;
                squares += std::pow(2 * image.rgb[3 * (y * kSize.width + x)] - covered, 2), ++pixels;
            }
        REQUIRE(pixels > 40);
        return std::sqrt(squares / pixels);
    };
    const double still = error(Quality::still), moving = error(Quality::moving);
    CAPTURE(still, moving);
    CHECK(still < 0.035);          // of the share; 32 samples
    CHECK(still < 0.35 * moving);  // 4 samples
}

TEST_CASE("the key light's shadow ends where geometry puts it") {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = 0.0f};
    // Light at 45 degrees from the left; a screen of 0.5 m at x = 0 throws a shadow of 0.5 m to the right.
    s.scene.key_light = {.direction = {-1, 1, 0}, .color = glm::vec3(1), .angular_radius_degrees = 0.3f};
    add_room(s);
    s.add_box({-0.02f, 0.0005f, 0.5f}, {0, 0.5f, 1.5f}, s.add_material({}), 0);
    const Camera above{.eye = {0, 4, 1}, .target = {0, 0, 1}, .up = {0, 0, -1}, .fov_y_degrees = 30};
    const Size size{400, 400};
    const HdrImage image = linear_picture(s.scene, above, size);
    const View view = make_view(above, size);
    const auto light_at = [&](float x) {
        const glm::vec2 pixel = *project(view, {x, 0, 1});
        return image.pixel(static_cast<std::uint32_t>(pixel.x), static_cast<std::uint32_t>(pixel.y))[1];
    };
    const float lit = light_at(0.8f);
    CHECK(lit > 0.2f);
    CHECK(light_at(0.49f) < 0.15f * lit);
    CHECK(light_at(0.30f) < 0.05f * lit);
    CHECK(light_at(0.02f) < 0.05f * lit);  // no light gap under the screen
    CHECK(light_at(0.51f) > 0.85f * lit);
    CHECK(light_at(-0.2f) == Approx(lit).epsilon(0.05));
}

TEST_CASE("a wide penumbra has its middle where a sharp shadow would end") {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = 0.0f};
    s.scene.key_light = {.direction = {-1, 1, 0}, .color = glm::vec3(1), .angular_radius_degrees = 3};
    add_room(s);
    s.add_box({-0.001f, 0.0005f, 0.2f}, {0, 0.5f, 1.8f}, s.add_material({}), 0);
    const Camera above{.eye = {0, 4, 1}, .target = {0, 0, 1}, .up = {0, 0, -1}, .fov_y_degrees = 30};
    const HdrImage image = linear_picture(s.scene, above, {400, 400});
    const View view = make_view(above, {400, 400});
    const auto light_at = [&](float x) {
        const glm::vec2 pixel = *project(view, {x, 0, 1});
        return image.pixel(static_cast<std::uint32_t>(pixel.x), static_cast<std::uint32_t>(pixel.y))[1];
    };
    const float lit = light_at(0.8f);
    CHECK(light_at(0.5f) == Approx(0.5f * lit).epsilon(0.3));
    CHECK(light_at(0.44f) < 0.25f * lit);
    CHECK(light_at(0.56f) > 0.75f * lit);
}

namespace {

// Five boards of one colour, open to the front, 0.6 m each way, and how bright the middle of its back is.
glm::vec3 back_of_hollow(const glm::vec3& color) {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = 1.0f};
    s.scene.key_light.color = glm::vec3(0);
    const auto look = s.add_material({.base_color = color, .roughness = 1});
    s.add_box({-0.32f, -0.3f, 0}, {-0.3f, 0.3f, 0.6f}, look);
    s.add_box({0.3f, -0.3f, 0}, {0.32f, 0.3f, 0.6f}, look);
    s.add_box({-0.32f, 0.3f, 0}, {0.32f, 0.32f, 0.6f}, look);
    s.add_box({-0.32f, -0.32f, 0}, {0.32f, -0.3f, 0.6f}, look);
    s.add_box({-0.3f, -0.3f, 0}, {0.3f, 0.3f, 0.02f}, look);
    const HdrImage image = linear_picture(s.scene, kFront, {64, 64});
    const float* pixel = image.pixel(32, 32);
    return {pixel[0], pixel[1], pixel[2]};
}

// Light on a floor 0.15 m and 3 m before a box of this colour that the key light shines on.
std::pair<glm::vec3, glm::vec3> floor_before(const glm::vec3& color) {
    TestScene s;
    add_room(s);
    s.add_box({-0.8f, 0.0005f, 0.001f}, {0.8f, 1.6f, 0.6f}, s.add_material({.base_color = color}), 0);
    const Camera above{.eye = {0, 5, 3.5f}, .target = {0, 0, 2.2f}, .fov_y_degrees = 50};
    const HdrImage image = linear_picture(s.scene, above, {200, 200});
    const View view = make_view(above, {200, 200});
    const auto at = [&](float z) {
        const glm::vec2 place = *project(view, {0.1f, 0, z});
        const float* pixel =
            image.pixel(static_cast<std::uint32_t>(place.x), static_cast<std::uint32_t>(place.y));
        return glm::vec3(pixel[0], pixel[1], pixel[2]);
    };
    return {at(0.75f), at(3.6f)};
}

}  // namespace

TEST_CASE("a hollow of white boards in light from everywhere is as bright as outside, a black one dark") {
    const glm::vec3 white = back_of_hollow(glm::vec3(1)), black = back_of_hollow(glm::vec3(0.02f)),
                    orange = back_of_hollow({0.8f, 0.4f, 0.2f});
    CHECK(white.g == Approx(1.0f).epsilon(0.06));
    CHECK(black.g / 0.02f < 0.75f * white.g);  // relative to its albedo
    CHECK(orange.r / orange.b > 1.1f * 0.8f / 0.2f);
}

TEST_CASE("what stands on the floor throws its colour onto it: white keeps it bright, black darkens it") {
    const auto [by_white, by_nothing] = floor_before(glm::vec3(0.85f));
    const auto [by_black, also_by_nothing] = floor_before(glm::vec3(0.02f));
    const auto [by_red, still_by_nothing] = floor_before({0.8f, 0.05f, 0.05f});
    CHECK(by_white.g == Approx(by_nothing.g).epsilon(0.15));
    CHECK(by_black.g < 0.85f * also_by_nothing.g);
    CHECK(by_red.r / by_red.g > 1.1f * still_by_nothing.r / still_by_nothing.g);
}

TEST_CASE("light is nowhere less than none, however little of a chamfer a pixel sees") {
    const TestScene s = make_wardrobe();
    for (const float x : {-3.0f, -1.2f, 0.4f, 1.9f, 3.3f}) {
        Camera camera = wardrobe_camera();
        camera.eye.x = x;
        const HdrImage image = linear_picture(s.scene, camera, {480, 270}, Quality::moving);
        const auto [least, most] = std::ranges::minmax_element(image.rgb);
        CHECK(*least >= 0);
        CHECK(*most < 2);
        CHECK(std::ranges::none_of(image.rgb, [](float light) { return std::isnan(light); }));
    }
}

TEST_CASE("a deep compartment is darker at its back") {
    const TestScene s = make_wardrobe(false);
    const Camera camera{.eye = {0, 1.3f, 6}, .target = {0, 1.3f, 0.3f}, .fov_y_degrees = 45};
    const HdrImage image = linear_picture(s.scene, camera, {320, 320});
    const View view = make_view(camera, {320, 320});
    const auto at = [&](const glm::vec3& p) {
        const glm::vec2 pixel = *project(view, p);
        return image.pixel(static_cast<std::uint32_t>(pixel.x), static_cast<std::uint32_t>(pixel.y))[1];
    };
    const float wall = at({-1.9f, 1.3f, 0});
    CHECK(at({-0.85f, 1.3f, 0.012f}) < 0.6f * wall);
}

TEST_CASE("the same scene gives the same bytes, also after another scene and size") {
    const TestScene s = make_wardrobe();
    const Image first = picture(s.scene, wardrobe_camera(), {320, 180});
    picture(emitter({1, 0, 0}).scene, kFront, {33, 17}, Quality::moving);
    CHECK(same_bytes(picture(s.scene, wardrobe_camera(), {320, 180}), first));
}

TEST_CASE("a storm of sizes ends with the picture of the last one") {
    const TestScene s = make_wardrobe();
    const Image before = picture(s.scene, wardrobe_camera(), {160, 90});
    for (std::uint32_t i = 1; i < 40; ++i) {
        const Size size{1 + i * 37 % 300, 1 + i * 53 % 200};
        CHECK(picture(s.scene, wardrobe_camera(), size, i % 2 ? Quality::moving : Quality::still).size ==
              size);
    }
    CHECK(same_bytes(picture(s.scene, wardrobe_camera(), {160, 90}), before));
}

TEST_CASE("an impossible size is a failure that says what is possible") {
    const TestScene s;
    for (const Size size : {Size{0, 10}, Size{10, 0}, Size{8193, 10}}) {
        const auto image = renderer().render_to_image(s.scene, kFront, size, Quality::still);
        REQUIRE_FALSE(image.has_value());
        CHECK(image.error().text().find("8192") != std::string::npos);
    }
}

TEST_CASE("known meshes and an unchanged revision are not sent again") {
    TestScene s = make_wardrobe();
    s.scene.revision = 1001;
    picture(s.scene, wardrobe_camera(), {64, 36});
    picture(s.scene, wardrobe_camera(), {64, 36});
    CHECK(renderer().statistics().light_ms == 0.0);
    s.scene.revision = 1002;
    s.scene.meshes.push_back({987654, s.scene.meshes[0].vertices, s.scene.meshes[0].indices});
    picture(s.scene, wardrobe_camera(), {64, 36});
    CHECK(renderer().statistics().meshes_uploaded == 1);
    CHECK(renderer().statistics().textures_uploaded == 0);
}

TEST_CASE("the overlay covers its clip rectangle and nothing else") {
    TestScene s;
    s.scene.environment.backdrop = glm::vec3(0);
    Overlay overlay;
    for (const glm::vec2 p : {glm::vec2(0, 0), glm::vec2(64, 0), glm::vec2(64, 64), glm::vec2(0, 64)}) {
        overlay.vertices.push_back({p, {0.5f, 0.5f}, 0xff0000ffu});
    }
    overlay.indices = {0, 1, 2, 0, 2, 3};
    overlay.commands = {{{10, 20, 30, 40}, {}, 0, 6, 0},
                        {{0, 0, 64, 64}, {}, 3, 60, 0}};  // the second is too long
    const Image image = picture(s.scene, kFront, {64, 64}, Quality::still, overlay);
    int red = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) red += image.rgba[i] == 255;
    CHECK(red == 20 * 20);
    CHECK(image.pixel(10, 20)[0] == 255);
    CHECK(image.pixel(9, 20)[0] == 0);
    CHECK(image.pixel(30, 39)[0] == 0);
}

TEST_CASE("an overlay texture is shown as it was given") {
    const std::vector<std::uint8_t> bytes{200, 100, 50, 255};
    auto texture = renderer().create_overlay_texture({1, 1}, bytes);
    REQUIRE(texture.has_value());
    Overlay overlay;
    overlay.vertices = {{{0, 0}, {}, ~0u}, {{40, 0}, {}, ~0u}, {{0, 40}, {}, ~0u}};
    overlay.indices = {0, 1, 2};
    overlay.commands = {{{0, 0, 16, 16}, *texture, 0, 3, 0}};
    const TestScene s;
    CHECK(picture(s.scene, kFront, {16, 16}, Quality::still, overlay).pixel(4, 4)[0] == 200);
    REQUIRE(
        renderer().update_overlay_texture(*texture, std::vector<std::uint8_t>{10, 20, 30, 255}).has_value());
    CHECK(picture(s.scene, kFront, {16, 16}, Quality::still, overlay).pixel(4, 4)[2] == 30);
    CHECK_FALSE(renderer().update_overlay_texture(*texture, std::vector<std::uint8_t>(3)).has_value());
    renderer().destroy_overlay_texture(*texture);
}

TEST_CASE("glass, lacquer, missing indices and an empty scene draw without complaint") {
    TestScene s = make_wardrobe();
    s.scene.materials[0].alpha = 0.3f;
    s.scene.materials[1].clearcoat = 1.0f;
    s.scene.materials[2].texture = 9;
    s.scene.instances.push_back({.mesh = 9999});
    s.scene.revision = 0;
    const Image image = picture(s.scene, wardrobe_camera(), {160, 90});
    CHECK(image.rgba.size() == 160 * 90 * 4);
    picture(Scene{}, kFront, {5, 5});
}

TEST_CASE("a part shows however little of it looks out, and so does one that holds the camera") {
    TestScene s = emitter(glm::vec3(0));  // a black wall up to z = 0
    const auto lamp = s.add_material({.base_color = glm::vec3(0), .emission = glm::vec3(1)});
    const Size size{200, 200};
    const auto lit = [&] {
        const HdrImage image = linear_picture(s.scene, kFront, size);
        return std::ranges::count_if(image.rgb, [](float light) { return light > 0.1f; });
    };
    s.add_box({-0.5f, -0.5f, -0.09f}, {0.5f, 0.5f, -0.01f}, lamp, 0);
    CHECK(lit() == 0);  // wholly inside the wall
    s.add_box({-0.5f, -0.5f, -0.05f}, {0.5f, 0.5f, 0.001f}, lamp, 0);
    CHECK(lit() > 3 * 80 * 80);  // a millimetre before it
    s.scene.instances.pop_back();
    s.add_box({-0.002f, -0.5f, -0.05f}, {0.002f, 0.5f, 0.1f}, lamp, 0);
    CHECK(lit() > 0);  // thinner than a pixel
    s.scene.instances.pop_back();
    s.add(s.add_mesh(make_sphere(0.3f, 24)), lamp, glm::translate(glm::mat4(1), glm::vec3(0, 0, 2.65f)));
    CHECK(lit() > 3 * 80 * 80);  // 5 cm before the camera
}

TEST_CASE("drawing into a window without one is a failure, not a crash") {
    const auto result = renderer().draw(Scene{}, kFront, {}, Quality::moving);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().result.find("without a window") != std::string::npos);
}

TEST_CASE("the chosen device is the one that says so, and it was told why") {
    CHECK(renderer().device().chosen);
    CHECK_FALSE(renderer().device().reasons.empty());
    CHECK_FALSE(list_devices().empty());
}

TEST_CASE("a device that is not there is a failure that lists the verdicts") {
    RendererOptions options;
    options.device = "no such card";
    const auto made = Renderer::create(options);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().text().find("no such card") != std::string::npos);
}

TEST_CASE("a message about performance counts, one that the layer has for everybody does not") {
    std::vector<std::string> heard;
    MessageSink sink([&](const ValidationMessage& message) { heard.push_back(message.id); });
    sink.receive("UNASSIGNED-BestPractices-SuboptimalSwapchain", "");
    CHECK(sink.count() == 0);
    sink.receive("UNASSIGNED-BestPractices-SuboptimalSwapchain-and-more", "");
    sink.receive(nullptr, nullptr);
    CHECK(sink.count() == 2);
    CHECK(heard.size() == 2);
}

// Last in the file: everything above has been drawn by now.
TEST_CASE("not one validation message, and the messenger works") {
    picture(make_wardrobe().scene, wardrobe_camera(), {64, 64}, Quality::moving);
    CHECK(renderer().validation_messages() == 0);
    CHECK(renderer().provoke_validation_message());
    CHECK(renderer().validation_messages() == 0);
}
