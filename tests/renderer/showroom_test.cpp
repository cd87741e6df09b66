// The showroom in its window while no device can draw. Stands here, where a display is and calls of Vulkan
// can fail.
#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "renderer/recovery.h"
#include "tests/renderer/faults.h"
#include "tests/tools/app_stage.h"
#include "tools/showroom/window.h"

using namespace maatkast;
using namespace maatkast::render::test;

namespace {

constexpr render::Size kSize{960, 600};

// The showroom in a window of its own.
struct Showroom {
    std::unique_ptr<show::Window> window = show::Window::open(kSize).value();
    std::unique_ptr<render::Renderer> renderer;
    show::test::AppStage stage;
    std::unique_ptr<show::App> app;

    Showroom() {
        render::RendererOptions options;
        window->prepare(options);
        renderer = render::Renderer::create(options).value();
        stage.make_texture = [this](render::Size size, std::span<const std::uint8_t> rgba) {
            return renderer->create_overlay_texture(size, rgba).value().id;
        };
        app = stage.start();
    }
    // Calls until there is no device left to try.
    std::uint32_t tries() const {
        const auto usable = std::ranges::count(renderer->devices(), true, &render::DeviceReport::usable);
        return static_cast<std::uint32_t>(usable * render::kTries);
    }
    auto play(std::string script) {
        show::WindowOptions options{.size = kSize, .script = std::move(script)};
        options.pauses = {0, 0.01};
        return window->run(*app, *renderer, options);
    }
};

}  // namespace

TEST_CASE("the showroom goes on after a frame that no device could draw, and says that the picture is back") {
    Showroom showroom;
    Faults faults;
    faults.set({"vkQueueSubmit2", 0, showroom.tries(), VK_ERROR_DEVICE_LOST});
    const auto failures =
        showroom.play(fmt::format("frames 2\nexpect toast {}\n", showroom.app->words("ui.picture_back")));
    CHECK(faults.answered() == showroom.tries());
    REQUIRE(failures.has_value());
    CHECK(*failures == std::vector<std::string>());
    CHECK_FALSE(std::filesystem::is_empty(showroom.stage.folder));
}

TEST_CASE("the showroom ends where no device draws any more, and says where the design is") {
    Showroom showroom;
    Faults faults;
    faults.set({"vkQueueSubmit2", 0, kForEver, VK_ERROR_DEVICE_LOST});
    const auto ended = showroom.play("frames 1000\n");
    CHECK(faults.answered() == 3 * showroom.tries());
    REQUIRE_FALSE(ended.has_value());
    CHECK(ended.error().key == "problem.drawing");
    const auto path = std::get<std::string>(ended.error().values.at(0).second);
    CHECK(read_file(path).value() == write_design(showroom.app->doc.design()));
}
