// Steps that were taken, as pictures to go back to; designs kept under a name.
#include <algorithm>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/build.h"
#include "model/design/design_io.h"
#include "model/price/price.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

int tiles(const App& app) {
    return static_cast<int>(std::ranges::count_if(app.ui.widgets(), [](const WidgetRecord& widget) {
        return widget.id.starts_with("timeline.") && widget.id.back() >= '0' && widget.id.back() <= '9';
    }));
}

Design saved(const App& app, const std::string& path) {
    const auto text = read_file(path);
    REQUIRE(text);
    return read_design(app.doc.book(), *text).value();
}

}  // namespace

TEST_CASE("each step can be gone back to, and forward again, with its price", "[timeline]") {
    Stage stage;
    const auto app = stage.start();
    std::vector<Design> was{app->doc.design()};
    for (const char* step : {"click height.plus", "click width.minus", "click bays.plus"}) {
        CHECK(play(*app, std::string("wait\n") + step + "\nwait").empty());
        was.push_back(app->doc.design());
    }
    CHECK(play(*app, "key t\nwait").empty());
    CHECK(tiles(*app) == 4);
    for (const std::size_t step : {2U, 0U, 3U, 1U}) {
        const std::string id = "timeline." + std::to_string(step);
        const Cents total = price(app->doc.book(), build(app->doc.book(), was[step])).total;
        CHECK(play(*app, "click " + id + "\nwait\nexpect " + id + " " + app->texts().money(total)).empty());
        CHECK(app->doc.design() == was[step]);
        CHECK(tiles(*app) == 4);
    }
    // Another change from there forgets what followed, as ever.
    CHECK(play(*app, "click depth.plus\nwait").empty());
    CHECK(tiles(*app) == 3);
    CHECK(play(*app, "key t\nwait").empty());
    CHECK(tiles(*app) == 0);
}

TEST_CASE("of many steps those around the present one are shown, beside the panels", "[timeline]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey t\nwait").empty());
    for (int i = 0; i < 20; ++i) CHECK(play(*app, i % 2 ? "click depth.plus" : "click depth.minus").empty());
    CHECK(play(*app, "wait").empty());
    CHECK(tiles(*app) > 3);
    CHECK(tiles(*app) < 8);
    CHECK(app->ui.find("timeline.20"));
    const WidgetRecord* card = app->ui.find("timeline.card");
    REQUIRE(card);
    CHECK(card->rect.x1 < 1280 - app->ui.theme.panel_width(1280));
    CHECK(play(*app, "click timeline.17\nwait").empty());
    for (int i = 0; i < 5; ++i) app->undo();
    CHECK(play(*app, "wait").empty());
    CHECK(app->ui.find("timeline.12"));
    CHECK_FALSE(app->ui.find("timeline.20"));
}

TEST_CASE("a state is kept under a name; what is worked on stays what it is", "[timeline]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(
        play(*app, "wait\nclick height.plus\nkey t\nwait\ntype timeline.keep Met hoge deuren\nwait").empty());
    const Design first = app->doc.design();
    CHECK(saved(*app, stage.folder + "/Met hoge deuren.json") == first);
    CHECK(app->doc.path().empty());
    CHECK_FALSE(app->doc.saved());
    CHECK(play(*app, "click height.plus\nwait\ntype timeline.keep Met hoge deuren\nwait").empty());
    CHECK(saved(*app, stage.folder + "/Met hoge deuren.json") == first);
    CHECK(saved(*app, stage.folder + "/Met hoge deuren-2.json") == app->doc.design());
    CHECK(play(*app, "type timeline.keep ../a:b\nwait").empty());
    CHECK(saved(*app, stage.folder + "/-a-b.json") == app->doc.design());
    CHECK(play(*app, "type timeline.keep ..\nwait 0.3\nexpect toast naam").empty());
}

TEST_CASE("pictures of steps are let go of again, however many steps a day has", "[timeline]") {
    Stage stage;
    int held = 0;
    stage.make_texture = [&held, made = 0U](render::Size, std::span<const std::uint8_t>) mutable {
        ++held;
        return ++made;
    };
    stage.drop_texture = [&held](std::uint32_t) { --held; };
    const auto app = stage.start();
    app->settings.make_thumbnail = [](const Design&, render::Size size) {
        return render::Image{size, std::vector<std::uint8_t>(std::size_t{4} * size.width * size.height, 200)};
    };
    CHECK(play(*app, "key t\nwait").empty());
    const int before = held;
    for (int millimetres = 1800; millimetres < 2050; ++millimetres) {
        REQUIRE(app->edit("height", std::to_string(millimetres)));
        CHECK(play(*app, "frames 3").empty());
    }
    CHECK(held - before > 9);  // those that are seen
    CHECK(held - before < 100);
}

TEST_CASE("a cabinet is named where its name stands, and has its file under that name from then on",
          "[timeline]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick height.plus\nwait\ntype name Familie Bos\nwait\nexpect name Familie Bos")
              .empty());
    const std::string path = stage.folder + "/Familie Bos.json";
    CHECK(app->doc.path() == path);
    CHECK(app->doc.saved());
    CHECK(saved(*app, path) == app->doc.design());
    CHECK(play(*app, "click height.plus\nwait\nclick save\nwait").empty());
    CHECK(saved(*app, path) == app->doc.design());
    CHECK(play(*app, "click name\nwait\nkey escape\nwait\nexpect name Familie Bos").empty());
    CHECK(play(*app, "type name Familie Bos\nwait").empty());  // as it is called already
    CHECK_FALSE(std::filesystem::exists(stage.folder + "/Familie Bos-2.json"));
}
