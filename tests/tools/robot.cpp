// The showroom driven by its robot, without a window and without a graphics device: the state, the widgets,
// the words.

#include "tools/showroom/robot.h"

#include <filesystem>
#include <map>

#include <catch2/catch.hpp>

#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/design/edit.h"
#include "model/design/words.h"
#include "tests/tools/app_stage.h"
#include "tools/showroom/signs.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

}  // namespace

TEST_CASE("each front, interior and handle is offered with a name in every language and a sign of its own",
          "[robot]") {
    std::vector<std::string> keys{"front.none"};
    for (const FrontKind* kind : front_kinds()) keys.push_back("front." + std::string(kind->id));
    for (const InteriorKind* kind : interior_kinds()) keys.push_back("interior." + std::string(kind->id));
    const scene::Catalogue catalogue = scene::load_catalogue(MAATKAST_ASSETS).value();
    for (const auto& handle : catalogue.book.handles)
        if (handle.id != "none") keys.push_back("handle." + handle.id);
    for (const auto& [word, style] : kStyleWords) keys.push_back("style." + std::string(word));
    for (const auto& [word, kind] : kShelfWords) keys.push_back("shelf." + std::string(word));
    for (const auto& [word, shape] : kShapeWords) keys.push_back("shape." + std::string(word));
    std::map<Sign, std::string> signs;
    for (const std::string& key : keys) {
        for (const Language language : {Language::nl, Language::en, Language::de}) {
            const Texts texts = load_texts(std::string(MAATKAST_ASSETS) + "/texts", language).value();
            INFO(key);
            CHECK(texts.has("ui." + key));
        }
        const std::string id = key.substr(key.find('.') + 1);
        // Drawers behind a door and drawers with fronts look alike.
        if (id != "drawer") CHECK(signs.emplace(sign_of(id), id).second);
    }
}

TEST_CASE("width is stepped, typed, rounded down, and undone", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app, "expect width 253\nclick width.plus\nexpect width 258\n").empty());
    CHECK(overall_size(app->doc.book(), app->doc.design()).x == 2580_mm);
    CHECK(play(*app, "type width 2,4 m\nexpect width 240\nkey ctrl+z\nexpect width 258\n").empty());
    CHECK(play(*app, "click undo\n").empty());
    CHECK(app->doc.design() == start);
    CHECK(play(*app, "key ctrl+shift+z\nexpect width 258\n").empty());
}

TEST_CASE("the price follows every choice", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const std::int64_t before = app->doc.price().total.value;
    CHECK(play(*app, "click tab.2\nclick group.0\nclick finish.oak\nexpect price €\nexpect price.change +\n")
              .empty());
    CHECK(app->doc.design().finish.fronts == "oak");
    CHECK(app->doc.price().total.value > before);
}

TEST_CASE("an opening is chosen and filled, a bay is inserted and removed", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const std::size_t bays = app->doc.design().bays.size();
    CHECK(play(*app, "click tab.1\nclick opening.0.0\nclick interior.drawers\nclick drawers.plus\n").empty());
    CHECK(app->doc.design().bays[0].openings[0].interior.kind->id == "drawers");
    CHECK(app->doc.design().bays[0].openings[0].interior.count >= 3);
    CHECK(play(*app, "click bay.insert\n").empty());
    REQUIRE(app->doc.design().bays.size() == bays + 1);
    CHECK(app->doc.design().bays[1].openings.size() == 1);
    CHECK(app->doc.design().bays[1].fronts.empty());
    CHECK(play(*app, "click opening.1.0\nclick bay.remove\n").empty());
    CHECK(app->doc.design().bays.size() == bays);
}

TEST_CASE("a bay becomes a kneehole and back, and its lowest opening offers nothing to put in", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const Cents before = app->doc.price().total;
    CHECK(play(*app, "click tab.1\nclick opening.0.0\nclick bay.kneehole\n").empty());
    CHECK(app->doc.design().bays[0].kneehole);
    CHECK(app->doc.price().total != before);
    CHECK_FALSE(play(*app, "click interior.drawers\n").empty());
    CHECK(play(*app, "click bay.insert\n").empty());
    CHECK_FALSE(app->doc.design().bays[1].kneehole);
    CHECK(play(*app, "click opening.0.0\nclick bay.kneehole\n").empty());
    CHECK_FALSE(app->doc.design().bays[0].kneehole);
    CHECK(play(*app, "click interior.drawers\n").empty());
}

TEST_CASE("a drag on the picture turns, a click selects, and neither changes the design", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    const float azimuth = app->turntable.now().azimuth;
    CHECK(play(*app, "drag 60 640 260 640\nwait\n").empty());
    CHECK(app->turntable.now().azimuth < azimuth);
    CHECK(play(*app, "key 1\nwait\nclick 455 360\n").empty());
    CHECK(app->selection.any());
    CHECK(app->doc.design() == start);
}

TEST_CASE("it comes to rest, and then asks for no frame", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "click open.all\nwait\nwait 6\n").empty());
    CHECK_FALSE(app->due().has_value());
}

TEST_CASE("every language speaks at once, and no widget lacks words", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    for (const char* script : {"click language.0\nexpect tab.0 Maten\n", "click language.1\nclick tab.1\n",
                               "click language.2\nclick tab.2\nclick findings\n"}) {
        play(*app, script);
        for (const WidgetRecord& widget : app->ui.widgets()) {
            INFO(widget.id << ": " << widget.label);
            CHECK(widget.label.find("ui.") == std::string::npos);
        }
    }
}

TEST_CASE("panels keep to 28 % of the window, targets to 9 mm", "[robot]") {
    Stage stage;
    for (const render::Size size : {render::Size{1280, 720}, render::Size{1920, 1080}}) {
        const auto app = stage.start();
        play(*app, "click tab.1\nclick opening.0.0\n", size);
        const WidgetRecord* panel = app->ui.find("panel");
        REQUIRE(panel);
        const float width = static_cast<float>(size.width);
        CHECK(width - panel->rect.x0 <= 0.28F * width + 0.5F);
        const float nine_millimetres = 9 / 25.4F * 96;
        for (const char* id : {"width.plus", "undo", "view.front", "interior.rail", "bay.insert"})
            if (const WidgetRecord* widget = app->ui.find(id))
                CHECK(widget->whole.height() >= nine_millimetres);
    }
}

TEST_CASE("in another scale everything stands where it stands when that was the scale from the start",
          "[robot]") {
    using Places = std::map<std::string, std::array<float, 4>>;
    const auto places = [](App& app) {
        CHECK(play(app, "wait\nframes 3\n").empty());
        Places found;
        for (const WidgetRecord& widget : app.ui.widgets()) {
            const Rect& rect = widget.rect;
            found[widget.id] = {rect.x0, rect.y0, rect.x1, rect.y1};
        }
        return found;
    };
    std::vector<std::uint32_t> dropped;
    Stage stage;
    stage.drop_texture = [&](std::uint32_t texture) { dropped.push_back(texture); };
    const Places large = places(*stage.start(1.5F));
    const auto app = stage.start();
    const Places usual = places(*app);
    CHECK(usual != large);
    app->set_scale(1.5F);
    CHECK(app->due() == 0.0);
    CHECK(places(*app) == large);
    app->set_scale(1);
    CHECK(places(*app) == usual);
    REQUIRE(dropped.size() == 2);  // the letters of both; those in use stay
    CHECK(dropped[0] != dropped[1]);
}

TEST_CASE("saving writes a file that reads back as the same design", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "click width.plus\nkey ctrl+s\nexpect toast Bewaard\n").empty());
    CHECK(app->doc.saved());
    const auto read = commands::load_design(stage.catalogue.book, app->doc.path());
    REQUIRE(read);
    CHECK(*read == app->doc.design());
}

TEST_CASE("a script that asks for what is not there fails with its line", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const auto failures = play(*app, "wait 0.1\nclick nothing.here\n");
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].starts_with("2: "));
}

TEST_CASE("day and evening change the light, not the design", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    play(*app, "wait 1\n");
    const Design before = app->doc.design();
    CHECK(play(*app, "click show\nclick evening\nexpect evening selected\n").empty());
    CHECK(app->scene().environment.kind == render::EnvironmentKind::evening);
    CHECK(app->doc.design() == before);
    CHECK(app->doc.saved());
    CHECK(play(*app, "key l\nwait\nexpect-not evening selected\n").empty());
    CHECK(app->scene().environment.kind == render::EnvironmentKind::showroom);
}

TEST_CASE("contents and a figure come and go without changing the design", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    play(*app, "wait 1\n");
    const Design design = app->doc.design();
    const std::size_t bare = app->scene().instances.size();
    CHECK(play(*app, "click show\nclick things\nexpect things selected\n").empty());
    const std::size_t filled = app->scene().instances.size();
    CHECK(filled > bare + 20);
    const render::Camera before = app->camera();
    CHECK(play(*app, "key p\nwait\nexpect figure selected\n").empty());
    CHECK(app->scene().instances.size() == filled + 1);
    CHECK_FALSE(app->stage.dressing_box().empty());
    CHECK(app->camera() != before);  // it makes room for the figure
    CHECK(play(*app, "click figure\nkey i\nexpect-not things selected\n").empty());
    CHECK(app->scene().instances.size() == bare);
    CHECK(app->doc.design() == design);
    CHECK(app->doc.saved());
}

TEST_CASE("parts go apart and come together again, closed and in a bare room", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    play(*app, "click open.all\nwait 2\n");
    const Design design = app->doc.design();
    const std::size_t furnished = app->scene().instances.size();
    const render::Camera before = app->camera();
    CHECK(play(*app, "click show\nclick apart\nwait\nexpect apart selected\n").empty());
    CHECK_FALSE(app->openings.any_open());
    CHECK(app->scene().instances.size() < furnished);
    CHECK(app->camera() != before);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < app->doc.build().parts.size(); ++i)
        moved += app->scene().instances[i].transform != app->stage.scene().instances[i].transform;
    CHECK(moved > app->doc.build().parts.size() / 2);
    CHECK_FALSE(app->due().has_value());
    CHECK(play(*app, "key x\nwait\nexpect-not apart selected\n").empty());
    CHECK(&app->scene() == &app->stage.scene());
    CHECK(app->scene().instances.size() == furnished);
    CHECK(app->doc.design() == design);
}

TEST_CASE("a section shows the chosen bay from its side, and goes again", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const std::size_t whole = app->scene().instances.size();
    CHECK(play(*app,
               "click tab.1\nclick opening.0.0\nclick show\nclick section\nwait\nexpect section selected\n")
              .empty());
    const std::uint64_t first = app->scene().revision;
    CHECK(app->scene().instances.size() > whole);
    CHECK(std::abs(app->turntable.now().azimuth) > 0.7F);
    CHECK(play(*app, "click opening.1.0\nwait\n").empty());
    CHECK(app->scene().revision != first);
    CHECK(play(*app, "key d\nwait\nclick show\nexpect-not section selected\n").empty());
    CHECK(&app->scene() == &app->stage.scene());
}

TEST_CASE("the room to open is laid over the picture and follows the design", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    play(*app, "wait 1\n");
    const std::size_t whole = app->scene().instances.size();
    CHECK(play(*app, "click show\nclick envelopes\nwait\nexpect envelopes selected\n").empty());
    const std::size_t shown = app->scene().instances.size();
    CHECK(shown > whole);
    app->edit("bays/0/fronts", "none");
    play(*app, "wait 1\n");
    CHECK(app->scene().instances.size() - app->stage.scene().instances.size() < shown - whole);
    CHECK(play(*app, "key e\nwait\nexpect-not envelopes selected\n").empty());
    CHECK(&app->scene() == &app->stage.scene());
}

TEST_CASE("a repair is seen before it is taken: while the cursor is on its button", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    app->edit("bays/0/fronts", "left");
    app->edit("bays/0/width", "1000");
    play(*app, "wait 1\nclick findings\nwait\n");
    const Design design = app->doc.design();
    const WidgetRecord* repair = app->ui.find("repair.0.0");
    REQUIRE(repair);
    Input hand;
    hand.time = app->ui.time();
    const auto hover = [&](glm::vec2 at) {
        hand.cursor = at;
        for (int frame = 0; frame < 3; ++frame) {
            hand.time += 1 / 60.0;
            app->frame(hand, {1280, 720});
        }
    };
    hover(repair->rect.middle());
    CHECK(&app->scene() != &app->stage.scene());
    CHECK(app->scene().instances.size() > app->stage.scene().instances.size());
    hover({600, 250});
    CHECK(&app->scene() == &app->stage.scene());
    CHECK(app->doc.design() == design);
}

TEST_CASE("dimension lines come and go at their key and button, over the same picture", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\n").empty());
    const std::uint64_t scene = app->scene().revision;
    const std::size_t without = app->overlay().vertices.size();
    CHECK(play(*app, "key m\nwait\n").empty());
    CHECK(app->show_dimensions);
    CHECK(app->overlay().vertices.size() > without + 500);
    CHECK(app->scene().revision == scene);
    CHECK(play(*app, "click show\nclick dimensions\n").empty());
    CHECK_FALSE(app->show_dimensions);
    CHECK(play(*app, "expect dimensions Maatlijnen\n").empty());
    CHECK(play(*app, "click language.1\nclick show\nexpect dimensions Dimensions\n").empty());
    CHECK(play(*app, "click language.2\nclick show\nexpect dimensions Maßlinien\n").empty());
    CHECK(play(*app, "click dimensions\nexpect dimensions selected\n").empty());
}

TEST_CASE("what the cursor is on is outlined without a new picture of the scene", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\n").empty());
    const std::uint64_t scene = app->scene().revision;
    const std::size_t without = app->overlay().vertices.size();
    // The middle of the picture's free part is the middle of the cabinet.
    CHECK(play(*app, "wheel 450 360 0\nwait\n").empty());
    CHECK(app->overlay().vertices.size() > without);
    CHECK(app->scene().revision == scene);
    CHECK(app->quality() == render::Quality::still);
    CHECK(play(*app, "wheel 1200 360 0\nwait\n").empty());
    CHECK(app->overlay().vertices.size() <= without + 100);
}
