// The menu on what was pressed: where it stands, what it does, and how it closes.
#include "tools/showroom/context_menu.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

std::vector<WidgetRecord> entries(const App& app) {
    std::vector<WidgetRecord> found;
    for (const WidgetRecord& widget : app.ui.widgets())
        if (widget.id.starts_with("menu.") && widget.focusable) found.push_back(widget);
    return found;
}

}  // namespace

TEST_CASE("a right click opens the menu on what it meets; a drag with the same button only pans", "[menu]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app, "key 1\nwait\nright-drag 455 360 520 380\nwait\nexpect-not menu.card\n").empty());
    CHECK_FALSE(app->selection.any());
    CHECK(
        play(*app, "key 1\nwait\nright-click 455 360\nwait\nexpect menu.split\nexpect menu.lock\n").empty());
    REQUIRE(app->selected_opening());
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->view_free);
    const glm::vec2 at{455, 360};
    const WidgetRecord* card = app->ui.find("menu.card");
    REQUIRE(card);
    CHECK(std::abs(card->rect.x0 - at.x) < 2);
    CHECK(play(*app, "key escape\nwait\nexpect-not menu.card\n").empty());
    CHECK(app->selection.any());  // Escape closed the menu only
    CHECK(play(*app, "right-click 20 300\nwait\nexpect-not menu.card\n").empty());
}

TEST_CASE("what the menu does is one step and closes it; a press beside it only closes it", "[menu]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app, "key 1\nwait\nright-click 455 360\nwait\nclick menu.split\nwait\nexpect-not menu.card\n")
              .empty());
    const auto bay = static_cast<std::size_t>(app->selection.bay);
    CHECK(app->doc.design().bays[bay].openings.size() == start.bays[bay].openings.size() + 1);
    CHECK(play(*app, "key ctrl+z\nright-click 455 360\nwait\nclick menu.lock\n").empty());
    CHECK(app->doc.design().bays[bay].locked);
    const Selection chosen = app->selection;
    CHECK(play(*app, "right-click 455 360\nwait\nclick 60 500\nwait\nexpect-not menu.card\n").empty());
    CHECK(app->selection.bay == chosen.bay);
    CHECK(play(*app, "right-click 455 360\nwait\nclick menu.open\nwait 2\n").empty());
    CHECK(app->openings.any_open());
}

TEST_CASE("the menu is worked with keys alone", "[menu]") {
    Stage stage;
    const auto app = stage.start();
    const std::size_t openings = app->doc.design().bays[1].openings.size();
    CHECK(play(*app, "click tab.1\nclick opening.1.0\nwait\nkey shift+f10\nwait\nexpect menu.open Sluiten\n")
              .empty());
    CHECK(app->ui.focused("menu.open"));
    CHECK(play(*app, "key down\nkey down\nframes 2\n").empty());
    CHECK(app->ui.focused("menu.split"));
    CHECK(play(*app, "key enter\nwait\nexpect-not menu.card\n").empty());
    CHECK(app->doc.design().bays[1].openings.size() == openings + 1);
    CHECK(play(*app, "key menu\nwait\nexpect menu.card\nkey escape\nwait\nexpect-not menu.card\n").empty());
}

TEST_CASE("the menu stands inside the window, with targets of 9 mm, and all of it can be reached", "[menu]") {
    struct At {
        render::Size size;
        float scale;
    };
    for (const At& at : {At{{1280, 720}, 1}, At{{960, 600}, 1}, At{{1920, 1080}, 1.5F}, At{{1280, 720}, 2}})
        for (const char* language : {"0", "1", "2"}) {
            Stage stage;
            const auto app = stage.start(at.scale);
            const auto width = static_cast<float>(at.size.width), height = static_cast<float>(at.size.height);
            play(*app, std::string("click language.") + language + "\nwait\n", at.size);
            app->select({1, 0, {}});
            open_menu(*app, {width - 3, height - 3});
            play(*app, "wait\n", at.size);
            const WidgetRecord* card = app->ui.find("menu.card");
            REQUIRE(card);
            CHECK(card->rect.x0 >= 0);
            CHECK(card->rect.y0 >= 0);
            CHECK(card->rect.x1 <= width);
            CHECK(card->rect.y1 <= height);
            const auto shown = entries(*app);
            CHECK(shown.size() >= 8);
            for (const WidgetRecord& entry : shown) {
                CHECK(entry.whole.height() >= 9 / 25.4F * 96 * at.scale);
                CHECK(app->ui.text_width(app->ui.fonts.body, entry.label) < entry.whole.width() - 40);
            }
            CHECK(play(*app, "click " + shown.back().id + "\nwait\nexpect-not menu.card\n", at.size).empty());
        }
}

TEST_CASE("the menu on several openings keeps them all", "[menu]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app,
               "key 1\nwait\nclick 300 300\nshift-click 600 300\nwait\nright-click 600 300\nwait\n"
               "expect menu.choose\nexpect-not menu.split\n")
              .empty());
    CHECK(app->selected_openings().size() == 2);
}
