// Frames in a real window while calls of Vulkan fail and the window changes: the screen shows the same
// picture.
#include <array>
#include <iostream>
#include <random>

#include <catch2/catch.hpp>

#include "tests/renderer/fault_trials.h"
#include "tests/renderer/lone_renderer.h"
#include "tests/renderer/test_scene.h"
#include "tests/renderer/test_window.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

constexpr Size kSize{48, 40};

// A window, a renderer for it, and a small scene with an overlay.
struct Stage {
    TestWindow window{kSize};
    LoneRenderer renderer{window.options()};
    TestScene set = make_small_scene();
    Camera camera = small_camera();
    Quality quality = Quality::moving;
    Overlay overlay;

    Stage() { cover_half(230); }

    // As when the scale changes: the old textures go, others come.
    void cover_half(std::uint8_t red) {
        if (!overlay.empty()) renderer->destroy_overlay_texture(overlay.commands[0].texture);
        overlay = half_covered(one_color(*renderer, red), {64, 64});
    }

    std::expected<FrameResult, Failure> draw() {
        renderer->resize(window.framebuffer());
        return renderer->draw(set.scene, camera, overlay, quality);
    }

    std::expected<bool, Failure> refine() { return renderer->refine(set.scene, camera); }

    // Draws until a frame is handed over, as the program does, and returns what the screen shows.
    std::expected<Image, Failure> frame() {
        window.cover();
        for (int i = 0; i < 400; ++i) {
            const auto drawn = draw();
            if (!drawn) return std::unexpected(drawn.error());
            if (*drawn == FrameResult::presented) return window.shown();
        }
        FAIL("no frame was handed over");
        return {};
    }

    Image expected() {
        auto image = renderer->render_to_image(set.scene, camera, window.framebuffer(), quality, overlay);
        REQUIRE(image.has_value());
        return *image;
    }

    void check_shown() {
        const auto image = frame();
        INFO((image ? std::string() : image.error().text()));
        REQUIRE(image.has_value());
        const Image wanted = expected();
        REQUIRE(image->size == wanted.size);
        REQUIRE((image->rgba == wanted.rgba));
    }

    // Waits until the window has the size: the display answers in its own time.
    void resize(Size size) {
        window.resize(size);
        for (int i = 0; i < 1000 && window.framebuffer() != size; ++i) window.rest();
        REQUIRE(window.framebuffer() == size);
    }
};

bool only_for_windows(const EntryPoint& entry) {
    return entry.for_window && !entry.at_start;
}

// What every frame calls, also when nothing has to be made.
bool of_every_frame(const EntryPoint& entry) {
    for (const std::string_view name :
         {"vkWaitForFences", "vkResetFences", "vkQueueSubmit2", "vkEndCommandBuffer"})
        if (entry.name == name) return true;
    return false;
}

}  // namespace

TEST_CASE("the window shows the picture that is made without one") {
    Stage stage;
    stage.check_shown();
    stage.set.scene.revision += 1;
    stage.set.scene.environment.backdrop = glm::vec3(0.1f, 0.3f, 0.2f);
    stage.check_shown();
}

TEST_CASE("two scenes side by side are shown as they are without a window, and one alone afterwards") {
    Stage stage;
    stage.check_shown();
    TestScene other = make_small_scene();
    other.scene.environment.backdrop = glm::vec3(0.1f, 0.3f, 0.2f);
    const std::array panes{Pane{stage.set.scene, stage.camera}, Pane{other.scene, stage.camera}};
    for (const Quality quality : {Quality::moving, Quality::still}) {
        stage.window.cover();
        stage.renderer->resize(stage.window.framebuffer());
        REQUIRE(stage.renderer->draw(panes, stage.overlay, quality).value() == FrameResult::presented);
        int better = 0;
        while (quality == Quality::still && stage.renderer->refine(panes).value()) ++better;
        CHECK(better == (quality == Quality::still ? 7 : 0));
        REQUIRE(stage.renderer->draw(panes, stage.overlay, quality).value() == FrameResult::presented);
        const Image shown = stage.window.shown();
        CHECK_FALSE(stage.renderer->statistics().scene_redrawn);
        const auto wanted =
            stage.renderer->render_to_image(panes, stage.window.framebuffer(), quality, stage.overlay);
        REQUIRE(wanted);
        CHECK((shown.rgba == wanted->rgba));
    }
    stage.check_shown();
}

namespace {

// The same scene from another place, without an overlay.
struct SecondScreen {
    TestWindow window{{40, 56}};
    Camera camera = small_camera();

    explicit SecondScreen(Renderer& renderer) {
        camera.eye.x += 0.4f;
        const auto opened = renderer.open_second(window.options().make_surface);
        INFO((opened ? std::string() : opened.error().text()));
        REQUIRE(opened.has_value());
    }
    void check_shown(Stage& stage, Quality quality = Quality::moving) {
        Renderer& renderer = *stage.renderer;
        const std::array panes{Pane{stage.set.scene, camera}};
        renderer.resize(window.framebuffer(), Screen::second);
        window.cover();
        REQUIRE(renderer.draw(panes, {}, quality, Screen::second).value() == FrameResult::presented);
        // A picture of another scene comes between, as those of choices do.
        const TestScene other = in_light_from_everywhere();
        REQUIRE(renderer.render_to_image(other.scene, camera, {20, 20}, Quality::moving).has_value());
        while (quality == Quality::still && renderer.refine(panes, Screen::second).value()) {
        }
        REQUIRE(renderer.draw(panes, {}, quality, Screen::second).value() == FrameResult::presented);
        const Image shown = window.shown();
        const auto wanted = renderer.render_to_image(stage.set.scene, camera, window.framebuffer(), quality);
        REQUIRE(wanted);
        CHECK((shown.rgba == wanted->rgba));
    }
};

}  // namespace

TEST_CASE("a second window shows the scene from its own place, beside the first and after it has gone") {
    Stage stage;
    stage.check_shown();
    {
        SecondScreen second(*stage.renderer);
        for (const Quality quality : {Quality::moving, Quality::still}) {
            stage.check_shown();
            second.check_shown(stage, quality);
            stage.set.scene.revision += 1;
            stage.set.scene.environment.backdrop.r -= 0.2f;
        }
        // By turns, without anything being prepared anew.
        const std::array panes{Pane{stage.set.scene, second.camera}};
        REQUIRE(stage.draw().has_value());
        for (int i = 0; i < 6; ++i) {
            stage.camera.eye.x += 0.01f;
            REQUIRE(stage.draw().value() == FrameResult::presented);
            CHECK(stage.renderer->statistics().light_ms == 0);
            second.camera.eye.x += 0.01f;
            REQUIRE(stage.renderer->draw(panes, {}, Quality::moving, Screen::second).value() ==
                    FrameResult::presented);
            CHECK(stage.renderer->statistics().light_ms == 0);
        }
        stage.renderer->close_second();
        CHECK_FALSE(stage.renderer->draw(panes, {}, Quality::moving, Screen::second).has_value());
    }
    stage.check_shown();
    SecondScreen again(*stage.renderer);
    again.check_shown(stage);
    stage.renderer->close_second();
}

TEST_CASE("both windows come back when the device is lost, and the first stays when there is no second") {
    Stage stage;
    Faults faults;
    stage.check_shown();
    SecondScreen second(*stage.renderer);
    second.check_shown(stage);
    faults.set({"vkQueueSubmit2", 0, 1, VK_ERROR_DEVICE_LOST});
    stage.set.scene.revision += 1;
    stage.check_shown();
    CHECK(faults.answered() == 1);
    faults.clear();
    second.check_shown(stage);
    stage.renderer->close_second();
    CHECK_FALSE(stage.renderer->open_second(
        [](VkInstance_T*, VkSurfaceKHR_T**) { return static_cast<int>(VK_ERROR_INITIALIZATION_FAILED); }));
    stage.check_shown();
}

TEST_CASE("an error at any call of a frame is made good, twice in a row too, and for ever it is a Failure") {
    Stage stage;
    const auto make = [&] { return stage.frame(); };
    Faults faults;
    const TrialCount count = try_faults(faults, make, [](const EntryPoint& entry) {
        return only_for_windows(entry) || of_every_frame(entry);
    });
    std::cout << "window: " << count.entry_points << " entry points, " << count.calls
              << " calls for a frame, " << count.trials << " trials, " << count.faults << " calls failed, "
              << stage.window.surfaces_made() << " surfaces\n";
    CHECK(count.entry_points == 13);
    CHECK(stage.window.surfaces_made() > 1);
    stage.check_shown();
}

TEST_CASE("an error in a frame that follows others is made good") {
    Stage stage;
    Faults faults;
    const auto first = stage.frame();
    REQUIRE(first.has_value());
    for (const EntryPoint& entry : entry_points()) {
        faults.clear();
        REQUIRE(stage.frame().has_value());
        faults.clear();
        REQUIRE(stage.frame().has_value());
        const std::uint32_t calls = faults.calls(entry.name);
        for (const VkResult error : entry.errors) {
            if (calls == 0) break;
            INFO(entry.name << " answers " << error);
            faults.set({entry.name, calls - 1, 1, error});
            const auto image = stage.frame();
            REQUIRE(faults.answered() == 1);
            REQUIRE(image.has_value());
            REQUIRE((image->rgba == first->rgba));
            faults.clear();
            REQUIRE(stage.frame().has_value());
        }
    }
}

TEST_CASE("a frame that was out of date when it was handed over asks to be drawn again") {
    Stage stage;
    REQUIRE(stage.frame().has_value());
    Faults faults;
    faults.set({"vkQueuePresentKHR", 0, 1, VK_ERROR_OUT_OF_DATE_KHR});
    auto drawn = stage.draw();
    REQUIRE(drawn.has_value());
    CHECK(*drawn == FrameResult::resized);
    drawn = stage.draw();
    REQUIRE(drawn.has_value());
    CHECK(*drawn == FrameResult::presented);
    CHECK(faults.calls("vkCreateSwapchainKHR") == 1);
    CHECK(faults.calls("vkCreateDevice") == 0);
}

TEST_CASE(
    "a window that stays out of date is a Failure in the end, and shows its picture when it no longer is") {
    Stage stage;
    stage.check_shown();
    Faults faults;
    for (const std::string_view entry : {"vkAcquireNextImageKHR", "vkQueuePresentKHR"}) {
        faults.set({entry, 0, kForEver, VK_ERROR_OUT_OF_DATE_KHR});
        const auto image = stage.frame();
        REQUIRE_FALSE(image.has_value());
        CHECK(image.error().result.find("out of date") != std::string::npos);
        CHECK_FALSE(image.error().remedy.empty());
        faults.clear();
        stage.check_shown();
    }
}

TEST_CASE("a lost surface is asked for again, and nothing else of the window") {
    Stage stage;
    stage.check_shown();
    Faults faults;
    faults.set({"vkAcquireNextImageKHR", 0, 2, VK_ERROR_SURFACE_LOST_KHR});
    stage.check_shown();
    CHECK(stage.window.surfaces_made() == 3);
}

TEST_CASE("a window goes on with the next device where one is gone for good, and shows the same picture") {
    Faults faults;
    faults.double_devices();
    Stage stage;
    stage.check_shown();
    const Image before = *stage.frame();
    const DeviceReport* const first = &stage.renderer->device();
    faults.set(std::array{Fault{"vkQueueSubmit2", 0, 1, VK_ERROR_DEVICE_LOST},
                          Fault{"vkCreateDevice", 0, 2, VK_ERROR_INITIALIZATION_FAILED}});
    const auto after = stage.frame();
    REQUIRE(after.has_value());
    CHECK(faults.answered() == 3);
    CHECK(&stage.renderer->device() != first);
    CHECK((after->rgba == before.rgba));
}

TEST_CASE(
    "a window's renderer that cannot be made is a Failure that leaves nothing, and the next try works") {
    TestWindow window(kSize);
    Faults faults;
    for (const std::string_view entry :
         {"vkEnumerateDeviceExtensionProperties", "vkGetPhysicalDeviceSurfaceSupportKHR", "vkCreateDevice"}) {
        INFO(entry);
        faults.set({entry, 0, kForEver, VK_ERROR_OUT_OF_HOST_MEMORY});
        const auto renderer = Renderer::create(window.options());
        REQUIRE_FALSE(renderer.has_value());
        CHECK(renderer.error().call == entry);
        CHECK(faults.instances() == 0);
    }
    faults.clear();
    RendererOptions options = window.options();
    options.make_surface = [](VkInstance_T*, VkSurfaceKHR_T**) {
        return int{VK_ERROR_NATIVE_WINDOW_IN_USE_KHR};
    };
    const auto none = Renderer::create(options);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().call == "make_surface");
    CHECK(faults.instances() == 0);
    CHECK(Renderer::create(window.options()).has_value());
}

TEST_CASE("a still picture gets all of its passes, also when the device is lost between them") {
    Stage stage;
    stage.quality = Quality::still;
    Faults faults;
    for (const std::uint32_t lost : {0u, 1u, 4u, 8u}) {
        INFO("lost at submission " << lost);
        stage.set.scene.revision += 1;
        REQUIRE(stage.frame().has_value());
        faults.set({"vkQueueSubmit2", lost, 2, VK_ERROR_DEVICE_LOST});
        std::uint32_t better = 0;
        for (auto refined = stage.refine(); refined.value(); refined = stage.refine()) {
            REQUIRE(stage.draw().has_value());
            ++better;
        }
        CHECK(better >= 7);
        CHECK(faults.answered() == 2);
        const auto shown = stage.frame();
        REQUIRE(shown.has_value());
        CHECK((shown->rgba == stage.expected().rgba));
    }
}

TEST_CASE("a storm of sizes ends with the picture of the last one") {
    Stage stage;
    stage.check_shown();
    const Image before = *stage.frame();
    std::uint32_t sizes = 0, presented = 0;
    {
        const ResizeStorm storm(stage.window);
        while (storm.sizes() < 2000 || presented < 100) {
            const auto drawn = stage.draw();
            INFO((drawn ? std::string() : drawn.error().text()));
            REQUIRE(drawn.has_value());
            presented += *drawn == FrameResult::presented ? 1 : 0;
        }
        sizes = storm.sizes();
    }
    stage.resize(kSize);
    stage.check_shown();
    CHECK((stage.frame()->rgba == before.rgba));
    std::cout << "window: " << sizes << " sizes, " << presented << " frames\n";
}

TEST_CASE("a window without area draws nothing, and shows its picture when it is back") {
    Stage stage;
    stage.check_shown();
    const Image before = *stage.frame();
    for (int i = 0; i < 20; ++i) {
        stage.window.show(false);
        for (const Size none : {Size{0, 0}, Size{0, 40}, Size{48, 0}}) {
            stage.renderer->resize(none);
            const auto drawn =
                stage.renderer->draw(stage.set.scene, stage.camera, stage.overlay, Quality::moving);
            REQUIRE(drawn.has_value());
            CHECK(*drawn == FrameResult::not_ready);
        }
        REQUIRE(stage.draw().has_value());  // hidden, but with its area
        stage.window.show(true);
        CHECK((stage.frame()->rgba == before.rgba));
    }
}

TEST_CASE("another scale is another size and other textures; back again it is the first picture") {
    Stage stage;
    stage.check_shown();
    const Image before = *stage.frame();
    for (const std::uint32_t scale : {2u, 3u, 1u}) {
        stage.cover_half(scale == 1 ? 230 : 100);
        stage.resize({scale * kSize.width, scale * kSize.height});
        stage.check_shown();
    }
    CHECK((stage.frame()->rgba == before.rgba));
}
