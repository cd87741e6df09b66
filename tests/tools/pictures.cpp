// Pictures of the cabinet and of the screen in files of their own.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

struct Order {
    render::Size size;
    render::Camera camera;
    std::size_t letters = 0;  ///< vertices of what lies over the picture
    std::string toast;        ///< shown when it was made
};

/// A camera that makes one grey pixel, and remembers what it was asked for.
MakeStill notes(App*& app, std::vector<Order>& orders) {
    return [&](const render::Scene&, const render::Camera& camera, render::Size size,
               const render::Overlay& overlay) {
        const WidgetRecord* toast = app->ui.find("toast");
        orders.push_back({size, camera, overlay.vertices.size(), toast ? toast->label : ""});
        return std::optional(render::Image{{1, 1}, {99, 99, 99, 255}});
    };
}

std::vector<std::string> pictures_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".png") names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("a picture is of 3840 x 2160, without panels, after a word about it, and never over another one",
          "[pictures]") {
    Stage stage;
    stage.path = stage.folder + "/oak.json";
    const auto started = stage.start();
    App* app = started.get();
    std::vector<Order> orders;
    app->settings.make_still = notes(app, orders);
    CHECK(play(*app, "wait\nkey c\nwait 1\nexpect toast oak-").empty());
    REQUIRE(orders.size() == 1);
    CHECK(orders[0].size == render::Size{3840, 2160});
    CHECK(orders[0].letters == 0);
    CHECK(orders[0].toast == app->words("ui.picture_making"));
    // The cabinet in the middle of it.
    const render::Bounds box = app->doc.box();
    const glm::vec2 middle =
        *render::project(render::make_view(orders[0].camera, orders[0].size), (box.min + box.max) / 2.0F);
    CHECK(middle.x == Approx(1920).margin(120));
    CHECK(play(*app, "key c\nwait 1").empty());
    CHECK(pictures_in(stage.folder) ==
          std::vector<std::string>{"oak-" + app->code() + "-2.png", "oak-" + app->code() + ".png"});
}

TEST_CASE("the screen as it is seen, three times as large, and afterwards as it was", "[pictures]") {
    Stage stage;
    const auto started = stage.start();
    App* app = started.get();
    std::vector<Order> orders;
    app->settings.make_still = notes(app, orders);
    CHECK(play(*app, "wait\nclick tab.0\nwheel 1100 400 -3\nwait 6").empty());
    const auto before = app->ui.widgets();
    const render::View view = render::make_view(app->camera(), {1280, 720});
    CHECK(play(*app, "key shift+c\nwait 6").empty());
    REQUIRE(orders.size() == 1);
    CHECK(orders[0].size == render::Size{3840, 2160});
    CHECK(orders[0].letters > 1000);
    const render::View large = render::make_view(orders[0].camera, orders[0].size);
    for (const glm::vec3 point : {glm::vec3(-1, 0.2, 0.6), glm::vec3(1, 2.2, 0)}) {
        const glm::vec2 small = *render::project(view, point), big = *render::project(large, point);
        CHECK(big.x == Approx(3 * small.x).margin(4));
        CHECK(big.y == Approx(3 * small.y).margin(4));
    }
    CHECK(app->ui.theme.scale == 1);
    const auto& after = app->ui.widgets();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        INFO(after[i].id);
        CHECK(after[i].id == before[i].id);
        CHECK(after[i].whole.x0 == Approx(before[i].whole.x0).margin(1.5));
        CHECK(after[i].whole.y0 == Approx(before[i].whole.y0).margin(1.5));
    }
}

TEST_CASE("where no file can be written it is said, with the reason", "[pictures]") {
    Stage stage;
    const auto started = stage.start();
    App* app = started.get();
    std::vector<Order> orders;
    app->settings.make_still = notes(app, orders);
    app->settings.folder = "/proc/nowhere";
    CHECK(play(*app, "wait\nkey c\nwait 1\nexpect toast /proc/nowhere").empty());
    app->settings.make_still = [](const auto&, const auto&, auto, const auto&) {
        return std::optional<render::Image>();
    };
    CHECK(play(*app, "key c\nwait 1").empty());
    CHECK(app->ui.find("toast")->label == app->words("ui.picture_failed"));
}
