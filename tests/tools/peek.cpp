// Fronts that open by themselves while what is behind them is chosen.
#include "tools/showroom/peek.h"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/build/opener_findings.h"
#include "model/build/sweep.h"
#include "tests/tools/app_stage.h"
#include "tests/tools/designs.h"
#include "tools/showroom/look_past.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

bool open_before(const App& app, int bay, int opening) {
    return app.openings.any_open(openers_of(app.doc.design(), app.doc.build(), bay, opening));
}

/// The cursor rests on a widget.
void hover(App& app, const std::string& id) {
    app.ui.reveal(id);
    play(app, "frames 3\n");
    const WidgetRecord* widget = app.ui.find(id);
    REQUIRE(widget);
    const glm::vec2 at = widget->rect.middle();
    play(app, fmt::format("wheel {} {} 0\nwait\n", at.x, at.y));
}

TEST_CASE("the view steps aside where an open door would hide what is behind it, and stays where it does not",
          "[peek]") {
    Stage stage;
    const auto app = stage.start();
    play(*app, "wait 1\n");
    const float before = app->turntable.now().azimuth;
    const auto share_from = [&](glm::vec3 eye) {
        return seen_share(app->doc.build(), *app->doc.space(1, 0), app->openings.now(), eye);
    };
    const glm::vec3 eye = app->camera().eye;
    CHECK(play(*app, "click tab.1\nclick opening.1.0\nwait 3\n").empty());
    CHECK(share_from(eye) < 0.5);
    CHECK(share_from(app->camera().eye) >= 0.7);
    CHECK(app->turntable.now().azimuth < before);
    const render::Camera there = app->camera();
    CHECK(play(*app, "click opening.0.1\nwait 3\n").empty());  // its door is hinged at the other side
    CHECK(app->camera() == there);
}

TEST_CASE("a double click comes near what its first click chose", "[peek]") {
    Stage stage;
    const auto app = stage.start();
    play(*app, "wait 1\n");
    const OpeningSpace& space = *app->doc.space(1, 0);
    glm::vec3 middle = (space.box.min + space.box.max) / 2.0F;
    middle.z = space.box.max.z;
    const glm::vec3 door(space.frame * glm::vec4(middle, 1));
    const glm::vec2 at = render::project(render::make_view(app->camera(), {1280, 720}), door).value();
    CHECK(play(*app, fmt::format("click {0} {1}\nclick {0} {1}\nwait 2\n", at.x, at.y)).empty());
    CHECK(app->selection.bay == 1);
    CHECK(glm::distance(app->turntable.now().target, door) < 0.7F);
}

}  // namespace

TEST_CASE("a door opens while the inside is looked at, and closes for its front and with the choice",
          "[peek]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app, "click tab.1\nclick opening.1.0\nwait 2\n").empty());
    CHECK(open_before(*app, 1, 0));
    CHECK_FALSE(open_before(*app, 3, 0));
    hover(*app, "style.panelled");
    CHECK_FALSE(app->openings.any_open());
    hover(*app, "interior.tray");
    CHECK(play(*app, "click opening.3.0\nwait\n").empty());
    CHECK_FALSE(open_before(*app, 1, 0));
    CHECK(open_before(*app, 3, 0));
    CHECK(play(*app, "key escape\nwait\n").empty());
    CHECK_FALSE(app->openings.any_open());
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->due().has_value());
}

TEST_CASE("what was opened or closed by hand stays so", "[peek]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "click tab.1\nclick opening.1.0\nclick open.selected\nwait\n").empty());
    hover(*app, "interior.tray");
    CHECK(play(*app, "key escape\nwait\n").empty());
    CHECK(open_before(*app, 1, 0));
    CHECK(play(*app, "click opening.3.0\n").empty());
    hover(*app, "interior.tray");
    CHECK(open_before(*app, 3, 0));
    CHECK(play(*app, "click open.selected\nwait\n").empty());
    hover(*app, "interior.empty");
    CHECK_FALSE(open_before(*app, 3, 0));
}

TEST_CASE("no two fronts that would meet stand open, nor on their way", "[peek]") {
    for (const char* name :
         {"corner_wardrobe", "u_dressing_room", "corner_wardrobe_bifold", "sliding_wardrobe"}) {
        const Book& book = maatkast::test::book();
        const Design design =
            commands::load_design(book, fmt::format("{}/designs/{}.json", MAATKAST_ASSETS, name)).value();
        const Build built = build(book, design);
        Sweeps sweeps(built, sweep_steps(book));
        const auto clashes = clashes_together(built, sweeps);
        Openings openings;
        openings.follow(built);
        Peek peek;
        double time = 0;
        for (int bay = 0; bay < static_cast<int>(design.bays.size()); ++bay) {
            const std::array<std::array<int, 2>, 1> behind{std::array{bay, 0}};
            for (int frame = 0; frame < 150; ++frame) {
                peek.look(book, design, built, openings, behind);
                openings.advance(time += 1 / 60.0);
                for (const OpenerClash& clash : clashes) {
                    INFO(name << " bay " << bay);
                    const auto at = [&](int i) { return openings.now()[static_cast<std::size_t>(i)]; };
                    CHECK_FALSE((at(clash.opener) > 0 && at(clash.met) > 0));
                }
            }
            CHECK_FALSE(peek.waiting());
            const auto leaves = leaves_before(book, design, built, behind);
            for (const int i : leaves) CHECK(openings.any_open(std::array{i}));
        }
        for (int frame = 0; frame < 150; ++frame) {
            peek.look(book, design, built, openings, {});
            openings.advance(time += 1 / 60.0);
        }
        CHECK_FALSE(openings.any_open());
    }
}

TEST_CASE("a front that stands in the way is closed first, also where it was opened by hand", "[peek]") {
    const Book& book = maatkast::test::book();
    int met = 0;
    for (const char* name : {"corner_wardrobe", "u_dressing_room", "corner_wardrobe_bifold"}) {
        const Design design =
            commands::load_design(book, fmt::format("{}/designs/{}.json", MAATKAST_ASSETS, name)).value();
        const Build built = build(book, design);
        Sweeps sweeps(built, sweep_steps(book));
        for (const OpenerClash& clash : clashes_together(built, sweeps)) {
            const Opener& opener = built.openers[static_cast<std::size_t>(clash.opener)];
            if (opener.front < 0) continue;
            const Bay& bay = design.bays[static_cast<std::size_t>(opener.bay)];
            const std::array<std::array<int, 2>, 1> behind{
                std::array{opener.bay, bay.fronts[static_cast<std::size_t>(opener.front)].from}};
            const auto leaves = leaves_before(book, design, built, behind);
            if (std::ranges::find(leaves, clash.opener) == leaves.end()) continue;
            ++met;
            Openings openings;
            openings.follow(built);
            openings.set(std::array{clash.met}, true);
            double time = 0;
            for (int frame = 0; frame < 90; ++frame) openings.advance(time += 1 / 60.0);
            Peek peek;
            for (int frame = 0; frame < 200; ++frame) {
                peek.look(book, design, built, openings, behind);
                openings.advance(time += 1 / 60.0);
                const auto at = [&](int i) { return openings.now()[static_cast<std::size_t>(i)]; };
                CHECK_FALSE((at(clash.opener) > 0 && at(clash.met) > 0));
            }
            CHECK(openings.any_open(std::array{clash.opener}));
        }
    }
    CHECK(met > 0);
}
