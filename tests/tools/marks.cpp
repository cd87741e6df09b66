// Findings and locks in the picture: where they stand, what they say, what they offer.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/tools/app_stage.h"
#include "tools/showroom/panels.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

/// A door too wide and too heavy before bay 0.
std::unique_ptr<App> with_findings(Stage& stage) {
    auto app = stage.start();
    REQUIRE(app->edit({{"bays/0/fronts", "left"}, {"bays/0/width", "1000"}}));
    play(*app, "wait 1\n");
    return app;
}

/// The widget's middle is inside the opening as it is seen.
bool stands_on(const App& app, const std::string& id, int bay, int opening) {
    const WidgetRecord* mark = app.ui.find(id);
    const OpeningSpace* space = app.doc.space(bay, opening);
    if (!mark || !space) return false;
    const auto met =
        pick(app.doc.build(), app.doc.spaces(), app.openings.now(),
             render::unproject(render::make_view(app.camera(), {1280, 720}), mark->rect.middle()));
    return met && met->bay == bay;
}

}  // namespace

TEST_CASE("a mark opens the sentence with its page and priced repairs, the first as a ghost", "[marks]") {
    Stage stage;
    const auto app = with_findings(stage);
    const std::vector<Finding> findings = app->doc.build().findings;
    const Design design = app->doc.design();
    REQUIRE_FALSE(findings.empty());
    CHECK(stands_on(*app, "mark.0", 0, 0));
    CHECK(&app->scene() == &app->stage.scene());
    CHECK(play(*app, "click mark.0\nwait\nexpect finding.card\nexpect finding.0 " +
                         app->words(findings[0].text) + "\n")
              .empty());
    CHECK(&app->scene() != &app->stage.scene());  // the ghost
    CHECK(app->doc.design() == design);
    const std::string price = app->effect_text(findings[0].repairs[0].edits);
    CHECK_FALSE(price.empty());
    CHECK(play(*app, "expect repair.0.0 " + price + "\nclick repair.0.0\nwait\nexpect-not finding.card\n")
              .empty());
    for (const Finding& left : app->doc.build().findings)
        CHECK_FALSE((left.rule == findings[0].rule && left.where == findings[0].where));
    CHECK(&app->scene() == &app->stage.scene());
    CHECK(play(*app, "click undo\nwait\n").empty());
    CHECK(app->doc.design() == design);
}

TEST_CASE("the card of a finding closes at its mark, beside it and with escape", "[marks]") {
    Stage stage;
    const auto app = with_findings(stage);
    for (const char* away : {"click mark.0", "click 600 650", "key escape"}) {
        CAPTURE(away);
        CHECK(play(*app,
                   fmt::format("click mark.0\nwait\nexpect finding.card\n{}\nwait\nexpect-not finding.card\n",
                               away))
                  .empty());
        CHECK(&app->scene() == &app->stage.scene());
    }
}

TEST_CASE("findings of one place stand beside each other", "[marks]") {
    Stage stage;
    const auto app = with_findings(stage);
    std::vector<Rect> marks;
    for (const WidgetRecord& widget : app->ui.widgets())
        if (widget.id.starts_with("mark.")) marks.push_back(widget.rect);
    REQUIRE(marks.size() >= 2);
    for (std::size_t i = 0; i < marks.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            CHECK(glm::distance(marks[i].middle(), marks[j].middle()) >= app->ui.theme.touch() - 1.5F);
}

TEST_CASE("the list of findings leads to the place", "[marks]") {
    Stage stage;
    const auto app = with_findings(stage);
    const float before = app->turntable.now().distance;
    CHECK(play(*app, "click findings\nwait\nclick finding.0\nwait 2\n").empty());
    CHECK(app->selection.bay == 0);
    CHECK(app->turntable.now().distance < before);
    const render::Bounds box = app->selected_box();
    CHECK(glm::distance(app->turntable.now().target, (box.min + box.max) / 2.0F) < 0.5F);
    CHECK_FALSE(app->openings.any_open());
}

TEST_CASE("round the corner a mark stands on its own bay", "[marks]") {
    Stage stage;
    const auto app = stage.start();
    app->open(MAATKAST_ASSETS "/designs/corner_wardrobe.json");
    const int last = static_cast<int>(app->doc.design().bays.size()) - 1;
    REQUIRE(app->edit(fmt::format("bays/{}/locked", last), "true"));
    REQUIRE(app->edit("bays/0/locked", "true"));
    play(*app, "key 2\nwait 1\n");
    CHECK(stands_on(*app, "lock.0", 0, 0));
    CHECK(stands_on(*app, fmt::format("lock.{}", last), last, 0));
}

TEST_CASE("a locked bay says so in the picture, and is let go there", "[marks]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait 1\nexpect-not lock.1\n").empty());
    REQUIRE(app->edit("bays/1/locked", "true"));
    CHECK(play(*app, "wait 1\nexpect lock.1\nclick lock.1\nwait\nexpect-not lock.1\n").empty());
    CHECK_FALSE(app->doc.design().bays[1].locked);
    CHECK(play(*app, "click undo\nwait\nexpect lock.1\n").empty());
}
