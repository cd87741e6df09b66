// The cabinet in its true size: millimetres of the design against pixels of a screen that was measured.
#include "tools/showroom/life_size.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;
constexpr render::Size kSize{1280, 720};

glm::vec2 seen(const App& app, glm::vec3 point) {
    return render::project(render::make_view(app.camera(), kSize), point).value();
}

}  // namespace

TEST_CASE("a millimetre of the front is a millimetre on the glass, wherever it is in the picture",
          "[life_size]") {
    for (const double scale : {2.5, 3.78, 8.0}) {
        LifeSize life{true, {0.2F, 1.1F}, scale};
        const render::View view = render::make_view(life.camera(0.6F, kSize, {0, 56, 912, 668}), kSize);
        const auto at = [&](double x, double y) {
            return render::project(view, {0.2 + x / 1000, 1.1 + y / 1000, 0.6}).value();
        };
        CHECK(at(0, 0).x == Approx(456).margin(0.05));  // the middle of the free picture
        CHECK(at(0, 0).y == Approx(362).margin(0.05));
        for (const double mm : {-150.0, -12.0, 7.5, 85.6, 140.0}) {
            CHECK(at(mm, 0).x - at(0, 0).x == Approx(mm * scale).margin(0.1));
            CHECK(at(0, 0).y - at(0, mm).y == Approx(mm * scale).margin(0.1));
            CHECK(at(mm, 30).y == Approx(at(0, 30).y).margin(0.05));
        }
    }
}

TEST_CASE("a hand moves the cabinet by as many pixels as it moves, and not out of sight", "[life_size]") {
    LifeSize life{true, {0, 1}, 4};
    const render::Bounds box{{-1, 0, 0}, {1, 2, 0.6F}};
    const auto view = [&] { return render::make_view(life.camera(0.6F, kSize, {0, 0, 1280, 720}), kSize); };
    const glm::vec3 knob{0.02F, 1.05F, 0.6F};
    const glm::vec2 before = *render::project(view(), knob);
    life.pan({-75, 40}, box);
    const glm::vec2 after = *render::project(view(), knob);
    CHECK(after.x - before.x == Approx(-75).margin(0.05));
    CHECK(after.y - before.y == Approx(40).margin(0.05));
    life.pan({-1e6F, 1e6F}, box);
    CHECK(life.centre == glm::vec2(1, 2));
}

TEST_CASE("a screen is measured once with a card, and then the width of a bay can be held against a rule",
          "[life_size]") {
    Stage stage;
    stage.state = std::filesystem::temp_directory_path() / "maatkast-life-size-test";
    std::filesystem::remove_all(stage.state);
    double pixels_per_mm = 0;
    {
        const auto app = stage.start();
        CHECK(
            play(*app, "wait\nkey r\nwait\nexpect calibrate.done\ndrag calibrate.grip 70 44\nwait").empty());
        const WidgetRecord* card = app->ui.find("calibrate.card");
        REQUIRE(card);
        CHECK(card->whole.width() / card->whole.height() == Approx(85.60 / 53.98).epsilon(0.001));
        CHECK(card->whole.width() == Approx(85.6 * 96 / 25.4 + 70).margin(2));
        pixels_per_mm = card->whole.width() / 85.60;
        CHECK(play(*app, "click calibrate.done\nwait\nexpect life\nexpect-not calibrate.done").empty());
        // Two corners of the front, as far apart as the design says.
        const Design& design = app->doc.design();
        const float front = static_cast<float>(total_depth(design).metres());
        const double width = design.bays[1].width.mm();
        const glm::vec3 left{-0.3, 1.2, front}, right{-0.3 + width / 1000, 1.2, front};
        CHECK(glm::distance(seen(*app, left), seen(*app, right)) ==
              Approx(width * pixels_per_mm).epsilon(0.0005));
        CHECK(play(*app, "key 2\nwait 1\nexpect-not life").empty());
    }
    const auto app = stage.start_again();
    CHECK(play(*app, "wait\nkey r\nwait\nexpect life\nexpect-not calibrate.done").empty());
    CHECK(app->screen.life.pixels_per_mm == Approx(pixels_per_mm));
}

TEST_CASE("in life size a drag, two fingers and keys move along the cabinet and turn nothing",
          "[life_size]") {
    Stage stage;
    const auto app = stage.start();
    app->screen.preferences.pixels_per_mm = 4;
    CHECK(play(*app, "wait\nkey r\nwait").empty());
    const Orbit orbit = app->turntable.now();
    const glm::vec2 before = app->screen.life.centre;
    CHECK(play(*app, "drag 700 500 620 500\nwait").empty());
    CHECK(app->screen.life.centre.x - before.x ==
          Approx(0.02).margin(0.003));  // 80 pixels, less a click's slack
    CHECK(play(*app, "trace " MAATKAST_TRACES "/pan-two.txt\nwait").empty());
    CHECK(app->screen.life.centre.x - before.x == Approx(0.045).margin(0.004));
    const float x = app->screen.life.centre.x;
    CHECK(play(*app, "key right\nwait").empty());
    CHECK(app->screen.life.centre.x > x);
    CHECK(app->turntable.now() == orbit);
    CHECK(play(*app, "key escape\nwait 1\nexpect-not life").empty());
}

TEST_CASE("a measurement that is given up changes nothing", "[life_size]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey r\nwait\ndrag calibrate.grip 50 30\nkey escape\nwait\nexpect-not life")
              .empty());
    CHECK_FALSE(app->screen.preferences.pixels_per_mm);
    CHECK(play(*app,
               "key ctrl+z\nclick settings\nwait\nclick screen.calibrate\nwait\nkey right\nkey enter\nwait")
              .empty());
    CHECK(app->screen.preferences.pixels_per_mm.value() * 85.6 == Approx(85.6 * 96 / 25.4 + 1).margin(0.01));
}
