// Hands that are quicker than the frames: nothing that they did is lost, and all of it is shown.

#include <catch2/catch.hpp>

#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

}  // namespace

TEST_CASE("what a quick hand types right after the click is all in the field", "[quick]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    const glm::vec2 at = app->ui.find("width")->rect.middle();
    Input hand;
    hand.time = app->ui.time();
    const auto frame = [&](const std::u32string& typed, std::vector<KeyPress> keys) {
        hand.time += 1.0 / 60;
        hand.cursor = at;
        hand.typed = typed;
        hand.keys = std::move(keys);
        app->frame(hand, {1280, 720});
    };
    for (const bool down : {false, true, false}) {
        hand.down[0] = down;
        frame(U"", {});
    }
    frame(U"2", {{"2"}});
    frame(U",4", {{","}, {"4"}});
    frame(U" m", {{"space"}, {"m"}});
    frame(U"", {{"enter"}});
    CHECK(play(*app, "wait\nexpect width 240").empty());
    CHECK_FALSE(app->show_dimensions);  // M alone would show them
}

TEST_CASE("what the wheel scrolls is shown though nothing else happens", "[quick]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    Input hand;
    hand.cursor = app->ui.find("width")->rect.middle();
    hand.time = app->ui.time() + 1;
    hand.wheel = -1;
    const float before = app->ui.find("width")->whole.y0;
    for (app->frame(hand, {1280, 720}), hand.wheel = 0; app->moving(); app->frame(hand, {1280, 720}))
        hand.time += 1;
    CHECK(app->ui.find("width")->whole.y0 < before);
}
