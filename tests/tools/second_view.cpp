// What the customer's own screen shows.
#include "tools/showroom/second_view.h"

#include <catch2/catch.hpp>

#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;
constexpr render::Size kSize{1024, 768};

/// Both screens in time with each other.
struct Screens {
    Stage stage;
    std::unique_ptr<App> app = stage.start();
    SecondView view;
    Input input;

    Screens() {
        CHECK(play(*app, "wait 1").empty());
        rest();
    }
    void frame() { view.frame(*app, input, kSize, 1); }
    /// Frames as they are due, for so many seconds at most; returns how many there were.
    int rest(double seconds = 2) {
        input.time = std::max(input.time, app->ui.time());
        const double end = input.time + seconds;
        int frames = 0;
        for (auto due = view.due(*app); due && input.time + *due < end; due = view.due(*app)) {
            input.time += std::max(*due, 1.0 / 60);
            frame();
            ++frames;
        }
        return frames;
    }
    void drag(glm::vec2 from, glm::vec2 to) {
        for (const auto& [at, held] : {std::pair{from, false}, {from, true}, {to, true}, {to, false}}) {
            input.cursor = at;
            input.down[0] = held;
            input.time += 1.0 / 60;
            frame();
        }
    }
    float azimuth() const { return view.turntable().now().azimuth; }
};

}  // namespace

TEST_CASE("the whole cabinet stands on the customer's screen, with its price or without", "[second]") {
    Screens screens;
    const render::View seen = render::make_view(screens.view.camera(), kSize);
    for (const glm::vec3& corner : {screens.app->doc.box().min, screens.app->doc.box().max}) {
        const auto at = render::project(seen, corner);
        REQUIRE(at);
        CHECK(at->x > 0);
        CHECK(at->x < 1024);
        CHECK(at->y > 0);
        CHECK(at->y < 768);
    }
    CHECK_FALSE(screens.view.overlay().vertices.empty());
    screens.app->toggle_price();
    CHECK(screens.view.due(*screens.app) == 0);
    screens.rest();
    CHECK(screens.view.overlay().vertices.empty());
}

TEST_CASE("a change of the design is due there at once; the camera follows until somebody turned it",
          "[second]") {
    Screens screens;
    CHECK(screens.view.due(*screens.app).value_or(99) > 1);
    const Orbit before = screens.view.turntable().now();
    CHECK(play(*screens.app, "click width.plus\nclick width.plus\nclick width.plus").empty());
    CHECK(screens.view.due(*screens.app) == 0);
    CHECK(screens.rest() > 3);
    CHECK(screens.view.turntable().now() != before);
    screens.drag({300, 300}, {380, 300});
    screens.rest();
    const Orbit turned = screens.view.turntable().now();
    CHECK(play(*screens.app, "click width.plus\nwait").empty());
    screens.rest();
    CHECK(screens.view.turntable().now().azimuth == turned.azimuth);
    CHECK(screens.view.turntable().now().distance == turned.distance);
}

TEST_CASE("who turns it there turns it only there, and the other way round", "[second]") {
    Screens screens;
    const float there = screens.azimuth(), here = screens.app->turntable.now().azimuth;
    screens.drag({300, 300}, {380, 300});
    CHECK(screens.azimuth() != there);
    CHECK(screens.app->turntable.now().azimuth == here);
    const float turned = screens.azimuth();
    CHECK(play(*screens.app, "drag 200 600 90 0\nwait").empty());
    CHECK(screens.app->turntable.now().azimuth != here);
    screens.rest();
    CHECK(screens.azimuth() == turned);
}

TEST_CASE("the screen that hides everything hides the customer's too", "[second]") {
    Screens screens;
    screens.app->toggle_veil();
    CHECK(screens.view.due(*screens.app) == 0);
    screens.rest();
    // The first triangles cover all of it, and nothing shines through.
    const render::Overlay& overlay = screens.view.overlay();
    REQUIRE(overlay.vertices.size() > 4);
    CHECK(overlay.vertices[0].position == glm::vec2(0, 0));
    CHECK(overlay.vertices[2].position == glm::vec2(1024, 768));
    CHECK(overlay.vertices[0].color >> 24 == 255);
    const float was = screens.azimuth();
    screens.drag({300, 300}, {380, 300});
    CHECK(screens.azimuth() == was);
    CHECK_FALSE(screens.view.due(*screens.app).value_or(0) > 5);
}

TEST_CASE("left alone it turns by itself, then rests; at rest nothing is due", "[second]") {
    Screens screens;
    const float was = screens.azimuth();
    CHECK(screens.rest(kTurnsAfter - 3) == 0);
    CHECK(screens.azimuth() == was);
    CHECK(screens.rest(kTurnsAfter + 10) > 100);
    CHECK(screens.azimuth() != was);
    screens.rest(kTurnsFor + 20);
    CHECK_FALSE(screens.view.due(*screens.app));
    CHECK(screens.view.quality(*screens.app) == render::Quality::still);
}
