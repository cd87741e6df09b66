// Choices in the showroom: what they cost, why the book does not allow one and how it can be had, and their
// pictures. Held against builds and prices made from nothing.
#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "model/build/kinds.h"
#include "model/design/design_io.h"
#include "tests/tools/app_stage.h"
#include "tests/tools/designs.h"
#include "tools/showroom/panels.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;
using Where = std::pair<std::string, std::string>;  // rule, place

std::set<Where> blocks(const Design& design) {
    std::set<Where> found;
    for (const Finding& finding : build(maatkast::test::book(), design).findings)
        if (finding.severity == Severity::blocked) found.insert({finding.rule, finding.where});
    return found;
}
bool allowed(const Design& before, const Design& after) {
    const auto was = blocks(before), is = blocks(after);
    return std::ranges::includes(was, is);
}

Cents total(const Design& design) {
    return price(maatkast::test::book(), build(maatkast::test::book(), design)).total;
}

Design example(const std::string& name) {
    return commands::load_design(maatkast::test::book(),
                                 std::string(MAATKAST_ASSETS) + "/designs/" + name + ".json")
        .value();
}

}  // namespace

TEST_CASE("a verdict is what a build made from nothing says, and its way out leaves the choice made",
          "[choices]") {
    int marked = 0, ways = 0;
    for (const char* name : {"wardrobe", "corner_wardrobe", "lp_wall"}) {
        const Document doc(maatkast::test::catalogue(), example(name), "");
        Verdicts verdicts(maatkast::test::catalogue());
        for (const OpeningSpace& space : doc.spaces()) {
            std::vector<Edit> edits;
            const Selection at{space.bay, space.opening, {}};
            for (const InteriorKind* kind : interior_kinds())
                edits.push_back(opening_edit(at, "interior", std::string(kind->id)));
            for (const FrontKind* kind : front_kinds())
                edits.push_back(opening_edit(at, "front", std::string(kind->id)));
            if (space.opening > 1) edits.resize(1);  // as many as a test has time for
            for (const Edit& edit : edits) {
                INFO(name << " " << edit.text());
                const Verdict verdict = verdicts.now(doc, {edit});
                const auto changed = apply(doc.book(), doc.design(), edit);
                REQUIRE(changed.has_value() == verdict.change.has_value());
                if (!changed) continue;
                CHECK(verdict.allowed() == allowed(doc.design(), *changed));
                CHECK(*verdict.change == total(*changed) - total(doc.design()));
                marked += !verdict.allowed();
                if (!verdict.way) continue;
                ++ways;
                const auto with = apply(doc.book(), doc.design(), verdict.way->edits);
                REQUIRE(with);
                CHECK(allowed(doc.design(), *with));
                CHECK(apply(doc.book(), *with, edit) == *with);
                CHECK(verdict.way->change == total(*with) - total(doc.design()));
            }
        }
    }
    CHECK(marked > 20);
    CHECK(ways > marked / 4);
}

TEST_CASE("verdicts come by themselves, a little in each frame, and are forgotten with the design",
          "[choices]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "click tab.1\nclick opening.0.0\nwait\n").empty());
    CHECK_FALSE(app->verdicts.waiting());
    CHECK_FALSE(app->due().has_value());
    const std::vector<Edit> edits{{"bays/0/openings/0/interior", "empty"}};
    const Verdict* before = app->verdicts.of(app->doc, edits);
    REQUIRE(before);
    const Cents was = *before->change;
    CHECK(play(*app, "click drawers.plus\nwait\n").empty());
    const Verdict* after = app->verdicts.of(app->doc, edits);
    REQUIRE(after);
    CHECK(after->change->value < was.value);  // one drawer more goes
}

TEST_CASE("what the book does not allow is marked, says why when pressed, and can be had in one step",
          "[choices]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app,
               "click tab.1\nclick opening.0.0\nwait\nexpect interior.rail marked\n"
               "expect-not why\nclick interior.rail\nexpect why ladefront\n"
               "expect choose.interior.rail €\n")
              .empty());
    CHECK(app->doc.design() == start);
    CHECK(play(*app, "click choose.interior.rail\nwait\nexpect-not why\n").empty());
    CHECK(app->doc.design().bays[0].openings[0].interior.kind->id == "rail");
    CHECK(allowed(start, app->doc.design()));
    CHECK(play(*app, "key ctrl+z\n").empty());
    CHECK(app->doc.design() == start);
    // A second press closes what the first one opened.
    CHECK(play(*app, "click interior.rail\nexpect why ladefront\nclick interior.rail\nexpect-not why\n")
              .empty());
}

TEST_CASE("what the cursor is on shows what else would change", "[choices]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "click tab.1\nclick opening.0.0\nwait\nclick interior.rail\nwait\n").empty());
    const WidgetRecord* way = app->ui.find("choose.interior.rail");
    REQUIRE(way);
    CHECK(&app->scene() == &app->stage.scene());
    const glm::vec2 at = way->rect.middle();
    CHECK(
        play(*app, "wheel " + std::to_string(at.x) + " " + std::to_string(at.y) + " 0\nframes 3\n").empty());
    CHECK(&app->scene() != &app->stage.scene());
}

TEST_CASE("a front over several openings changes and goes as a whole, or is parted on request", "[choices]") {
    Stage stage;
    const auto app = stage.start();
    const Bay& bay = app->doc.design().bays[1];
    REQUIRE(bay.fronts.size() == 1);
    REQUIRE(bay.fronts[0].from < bay.fronts[0].to);
    const Front door = bay.fronts[0];
    CHECK(
        play(*app, "click tab.1\nclick opening.1.0\nwait\nexpect front.none –\nclick front.left\n").empty());
    REQUIRE(app->doc.design().bays[1].fronts.size() == 1);
    CHECK(app->doc.design().bays[1].fronts[0].kind->id == "left");
    CHECK(app->doc.design().bays[1].fronts[0].to == door.to);
    const Cents before = app->doc.price().total;
    CHECK(play(*app, "click front.none\n").empty());
    CHECK(app->doc.design().bays[1].fronts.empty());
    CHECK(app->doc.price().total < before);
    CHECK(play(*app, "click opening.2.0\nclick front.reach.1\nclick front.none\n").empty());
    REQUIRE(app->doc.design().bays[2].fronts.size() == 1);
    CHECK(app->doc.design().bays[2].fronts[0].from == 1);
}

TEST_CASE("style, handle and shelf are chosen for one opening", "[choices]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app,
               "click tab.1\nclick opening.1.0\nwait\nclick style.panelled\nclick front.handle.knob\n"
               "click shelf.fixed\n")
              .empty());
    const Bay& bay = app->doc.design().bays[1];
    CHECK(bay.fronts[0].style == FrontStyle::panelled);
    CHECK(bay.fronts[0].handle == "knob");
    CHECK(bay.openings[0].shelf == ShelfKind::fixed);
    CHECK(play(*app, "click front.handle.bar\n").empty());
    CHECK_FALSE(app->doc.design().bays[1].fronts[0].handle);  // that of all others
}

TEST_CASE("each picture is made once, none before the window rests, and signs stand in until then",
          "[choices]") {
    Stage stage;
    const auto app = stage.start();
    std::vector<double> times;
    std::set<std::uint64_t> revisions;
    app->settings.make_picture = [&](const render::Scene& scene, const render::Camera& camera,
                                     render::Size size) -> std::optional<render::Image> {
        times.push_back(app->ui.time());
        CHECK(app->quality() == render::Quality::still);
        CHECK(revisions.insert(scene.revision).second);
        CHECK(scene.revision != app->scene().revision);
        CHECK(camera != app->camera());
        return render::Image{size, std::vector<std::uint8_t>(std::size_t{4} * size.width * size.height, 200)};
    };
    CHECK(play(*app, "click tab.1\nclick opening.0.0\nwait\n").empty());
    const std::size_t first = times.size();
    CHECK(first > 20);
    CHECK_FALSE(app->stills.waiting());
    CHECK_FALSE(app->due().has_value());
    CHECK(play(*app, "click opening.1.0\nwait\n").empty());
    const std::size_t second = times.size();
    CHECK(second > first);
    // Back, with another bay changed: all of these are there.
    CHECK(play(*app, "click opening.0.0\nwait\n").empty());
    app->edit("bays/3/openings/0/interior", "empty");
    CHECK(play(*app, "wait 1\n").empty());
    CHECK(times.size() == second);
    app->edit("finish/carcase", "white");
    CHECK(play(*app, "wait 1\n").empty());
    CHECK(times.size() > second);
}

TEST_CASE("the words on cards fit, in every language and size", "[choices]") {
    for (const render::Size size :
         {render::Size{960, 600}, render::Size{1280, 720}, render::Size{1920, 1080}})
        for (const char* language : {"0", "1", "2"}) {
            Stage stage;
            const auto app = stage.start(size.width == 1920 ? 1.5F : 1.0F);
            play(*app, std::string("click language.") + language + "\nclick tab.1\nclick opening.1.0\nwait\n",
                 size);
            int cards = 0;
            for (const WidgetRecord& widget : app->ui.widgets())
                for (const char* prefix : {"interior.", "front.", "style.", "shelf."}) {
                    if (!widget.id.starts_with(prefix) || widget.whole.height() < 2 * app->ui.theme.touch())
                        continue;
                    ++cards;
                    INFO(language << " " << widget.id << ": " << widget.label);
                    CHECK(app->ui.text_width(app->ui.fonts.small, widget.label) <= widget.whole.width());
                }
            CHECK(cards > 25);
        }
}

TEST_CASE("several openings are chosen with shift, and a choice is for all of them, in one step",
          "[choices]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app,
               "click tab.1\nclick opening.2.0\nshift-click opening.2.1\nshift-click opening.3.0\n"
               "wait\nexpect chosen 3 ruimtes\nexpect opening.2.1 selected\n")
              .empty());
    const std::vector<Edit> each{{"bays/3/openings/0/interior", "tray:2"},
                                 {"bays/2/openings/0/interior", "tray:2"},
                                 {"bays/2/openings/1/interior", "tray:2"}};
    const auto wanted = apply(app->doc.book(), start, each);
    REQUIRE(wanted);
    const std::string price = app->texts().money_change(total(*wanted) - total(start));
    const bool plain = allowed(start, *wanted);
    CHECK(play(*app, plain ? "expect interior.tray " + price + "\nclick interior.tray\n"
                           : "click interior.tray\nclick choose.interior.tray\n")
              .empty());
    for (const auto& [bay, opening] : {std::pair{2U, 0U}, {2U, 1U}, {3U, 0U}})
        CHECK(app->doc.design().bays[bay].openings[opening].interior.kind->id == "tray");
    CHECK(app->selected_openings().size() == 3);
    CHECK(play(*app, "key ctrl+z\n").empty());
    CHECK(app->doc.design() == start);
    CHECK(play(*app, "key delete\n").empty());
    CHECK(app->doc.design().bays[3].openings[0].interior.kind->id == "empty");
    CHECK(app->doc.design().bays.size() == start.bays.size());
    CHECK(play(*app, "key ctrl+z\nshift-click opening.3.0\nwait\nexpect chosen 2 ruimtes\n").empty());
    CHECK(play(*app, "click opening.0.0\nwait\nexpect-not chosen\n").empty());
}

TEST_CASE("a shift-click in the picture adds what it meets", "[choices]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "key 1\nwait\nclick 300 300\nshift-click 600 300\n").empty());
    CHECK(app->selected_openings().size() == 2);
}
