// What programs from outside are told of the window: each widget with its place, and where a click meets it.

#include "tools/showroom/widget_file.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "model/base/file.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;
using Json = nlohmann::json;

Json widgets_of(const App& app) {
    return Json::parse(widget_list(app.ui, {}))["widgets"];
}

Json widget(const App& app, const std::string& id) {
    for (const Json& widget : widgets_of(app))
        if (widget["id"] == id) return widget;
    return {};
}

}  // namespace

TEST_CASE("where a widget is told to be clicked, the cursor is on it", "[widgets]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "click findings\nclick tab.1\nclick opening.1.1\nwait").empty());
    Input hand;
    hand.time = app->ui.time();
    int met = 0;
    for (const Json& widget : widgets_of(*app)) {
        if (widget["click"].is_null()) continue;
        hand.cursor = {widget["click"][0].get<float>(), widget["click"][1].get<float>()};
        hand.time += 1;
        app->frame(hand, {1280, 720});
        INFO(widget.dump());
        CHECK(app->ui.under_cursor() == widget["id"]);
        ++met;
    }
    CHECK(met > 30);
}

TEST_CASE("what is covered, scrolled away or of no use now has no place to click", "[widgets]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    CHECK(widget(*app, "undo")["click"].is_null());
    CHECK_FALSE(widget(*app, "undo")["enabled"].get<bool>());
    const Json away = widget(*app, "room/wall.0");  // far down the panel with the sizes
    CHECK(away["click"].is_null());
    CHECK(away["rect"] == Json::array({0, 0, 0, 0}));
    CHECK(away["whole"][1] > widget(*app, "panel")["rect"][3]);
    CHECK(away["scroll"] == widget(*app, "width")["scroll"]);
    CHECK(widget(*app, "panel")["click"].is_null());
    CHECK_FALSE(widget(*app, "grip.height")["click"].is_null());
    CHECK(play(*app, "key ctrl+n\nclick width.plus\nkey b\nwait").empty());
    CHECK(widgets_of(*app).size() == 1);  // the screen that hides everything tells nothing of it
}

TEST_CASE("a file tells the widgets as they are, and is left alone while nothing changes", "[widgets]") {
    Stage stage;
    const auto app = stage.start();
    const std::string path = stage.folder + "/widgets.json";
    std::filesystem::create_directories(stage.folder);
    CHECK(play(*app, "type width 240\nwait").empty());
    WidgetFile file(path);
    file.tell(app->ui, {.refined = false, .taken = {.buttons = 2, .keys = 4}});
    const Json told = Json::parse(read_file(path).value());
    CHECK(told["taken"]["keys"] == 4);
    CHECK(told["size"] == Json::array({1280, 720}));
    CHECK(widget(*app, "width")["value"] == "240 cm");
    std::filesystem::remove(path);
    file.tell(app->ui, {.refined = false, .taken = {.buttons = 2, .keys = 4}});
    CHECK_FALSE(std::filesystem::exists(path));
    file.tell(app->ui, {.refined = true, .taken = {.buttons = 2, .keys = 4}});
    CHECK(std::filesystem::exists(path));
}
