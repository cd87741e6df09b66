// What is kept of the screen from one start to the next, and a showroom in which nothing glides.
#include "tools/showroom/preferences.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;
const std::string kState = std::filesystem::temp_directory_path() / "maatkast-preferences-test";

/// With a folder of the state that is empty at first.
Stage kept_stage() {
    std::filesystem::remove_all(kState);
    Stage stage;
    stage.state = kState;
    return stage;
}

/// Frames of a sixtieth of a second until nothing moves; at most so many.
int frames_until_calm(App& app, int most = 200) {
    Input input;
    input.time = app.ui.time();
    int frames = 0;
    const auto moves = [&] {
        return app.turntable.moving() || app.openings.moving() || app.overlays.moving() || app.ui.animating();
    };
    do {
        input.time += 1.0 / 60;
        app.frame(input, {1280, 720});
        ++frames;
    } while (moves() && frames < most);
    return frames;
}

}  // namespace

TEST_CASE("preferences come back as they were written; what is no sense is as at the first start",
          "[preferences]") {
    std::filesystem::remove_all(kState);
    CHECK(read_preferences(kState) == Preferences{});
    const Preferences wanted{Language::de, 1.3F, true, 4.12345, {{"/a/b.json", 182}}};
    REQUIRE(write_preferences(kState, wanted));
    CHECK(read_preferences(kState) == wanted);
    for (const char* text : {"", "[1]", "{",
                             "{\"size\": 1e9, \"language\": 3, \"less_motion\": \"yes\", \"figures\": [],"
                             " \"pixels_per_mm\": -1}",
                             "{\"size\": 0, \"language\": \"xx\"}"}) {
        REQUIRE(write_file(kState + "/preferences.json", std::string_view(text)));
        CHECK(read_preferences(kState) == Preferences{});
    }
}

TEST_CASE("language, size and motion are as they were after a restart, and a command line counts more",
          "[preferences]") {
    Stage stage = kept_stage();
    {
        const auto app = stage.start();
        CHECK(play(*app,
                   "wait\nclick language.1\nclick settings\nwait\nclick screen.size.plus\nclick "
                   "screen.calm\nwait 1")
                  .empty());
        CHECK(app->ui.theme.scale == Approx(1.1));
    }
    const auto app = stage.start_again();
    CHECK(app->settings.language == Language::en);
    CHECK(app->screen.preferences.less_motion);
    CHECK(play(*app, "wait").empty());
    CHECK(app->ui.theme.scale == Approx(1.1));
    app->set_scale(1.5F);  // another monitor
    CHECK(app->ui.theme.scale == Approx(1.65));
}

TEST_CASE("where there is no state nothing is written", "[preferences]") {
    std::filesystem::remove_all(kState);
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey w\nclick language.1\nwait").empty());
    CHECK_FALSE(std::filesystem::exists(kState));
}

TEST_CASE("with less motion views, openings, overlays and panels are there in the next frames",
          "[preferences]") {
    for (const std::string key : {"3", "4", "x", "d", "o"}) {
        Stage stage;
        const auto app = stage.start();
        CHECK(play(*app, "wait").empty());
        CHECK(play(*app, "key " + key).empty());
        const int eased = frames_until_calm(*app);
        CHECK(play(*app, "key escape\nkey escape\nkey 2\nwait 3\nkey w\nwait 5").empty());
        if (key == "x" || key == "d" || key == "o") CHECK(play(*app, "key " + key + "\nwait 2").empty());
        CHECK(play(*app, "key " + key).empty());
        INFO(key);
        CHECK(eased > 5);
        CHECK(frames_until_calm(*app) <= 3);
    }
}

TEST_CASE("with less motion nothing lights up slowly under the cursor, and nothing turns by itself",
          "[preferences]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey w\nwait 5").empty());
    Input input;
    input.cursor = app->ui.find("undo")->rect.middle();
    input.time = app->ui.time() + 1.0 / 60;
    app->frame(input, {1280, 720});
    CHECK_FALSE(app->ui.animating());
    CHECK(play(*app, "key 1\nkey k\nwait 2").empty());
    const float azimuth = app->turntable.now().azimuth;
    CHECK_FALSE(app->due());  // it sleeps, and does not wake to see whether it may turn
    CHECK(play(*app, "wait 19\nwait 19").empty());
    CHECK(app->turntable.now().azimuth == azimuth);
}

TEST_CASE("the cabinet comes to the middle for a customer with less motion too", "[preferences]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey w\nwait 5\nkey k\nwait 1").empty());
    const render::Bounds box = app->doc.box();
    const auto seen =
        render::project(render::make_view(app->camera(), {1280, 720}), (box.min + box.max) / 2.0F);
    CHECK(seen->x == Approx(640).margin(25));
}

TEST_CASE("the figure is as tall as the customer: stepped, typed, within bounds, by design",
          "[preferences]") {
    Stage stage = kept_stage();
    stage.path = stage.folder + "/first.json";
    {
        const auto app = stage.start();
        const auto height = [&] { return app->stage.dressing_box().max.y; };
        CHECK(play(*app, "wait\nkey p\nwait 1\nexpect figure.height 175").empty());
        CHECK(play(*app, "click figure.height.plus\nwait 1\nexpect figure.height 176").empty());
        for (const auto& [typed, shown] : {std::pair{"1,92 m", 192}, std::pair{"163", 163}}) {
            CHECK(play(*app, std::string("type figure.height ") + typed + "\nwait 1").empty());
            CHECK(app->stage.dressing().figure_cm == shown);
            CHECK(app->screen.figure_cm == shown);
        }
        CHECK(play(*app, "type figure.height 2,50 m\nwait 1\nexpect figure.height 210").empty());
        CHECK(height() >= 2.099F);
        CHECK(play(*app, "type figure.height 1,2 m\nwait 1\nexpect figure.height 140").empty());
        CHECK(play(*app,
                   "type figure.height 1,88 m\nwait 1\nkey p\nwait\nkey p\nwait\nexpect figure.height 188")
                  .empty());
        CHECK(play(*app, "click manners\nclick customer.new\nwait 1\nkey p\nwait 1").empty());
        CHECK(app->screen.figure_cm == 175);
    }
    const auto app = stage.start_again();
    CHECK(play(*app, "wait\nkey p\nwait 1\nexpect figure.height 188").empty());
}
