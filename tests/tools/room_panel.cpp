// Another wall, and the room, chosen in the panel.

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/design/runs.h"
#include "tests/tools/app_stage.h"
#include "tests/tools/designs.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

/// Takes what is offered, also where the book has something to say.
void take(App& app, const std::string& id) {
    CHECK(play(app, "wait\nclick " + id + "\nwait\n").empty());
    if (app.ui.find("why")) CHECK(play(app, "click choose." + id + "\nwait\n").empty());
}

}  // namespace

TEST_CASE("the cabinet goes on round a corner, twice at most, and a bay becomes another shape", "[room]") {
    Stage stage;
    const auto app = stage.start();
    const std::size_t bays = app->doc.design().bays.size();
    CHECK(play(*app, "click tab.0\n").empty());
    take(*app, "corner.corner_diagonal");
    REQUIRE(app->doc.design().bays.size() == bays + 2);
    CHECK(app->doc.design().bays[bays].shape == BayShape::corner_diagonal);
    CHECK(runs_of(app->doc.design()).size() == 2);
    take(*app, "corner.corner_l");
    CHECK(runs_of(app->doc.design()).size() == 3);
    CHECK(play(*app, "wait\nexpect-not corner.corner_l\n").empty());
    CHECK(play(*app, "click tab.1\n").empty());
    app->select({static_cast<int>(bays), 0, {}});
    take(*app, "shape.straight");
    CHECK(runs_of(app->doc.design()).size() == 2);
}

TEST_CASE("ceiling, slope and wall are said in the panel", "[room]") {
    Stage stage;
    const auto app = stage.start();
    const auto room = [&]() -> const Room& { return app->doc.design().room; };
    CHECK(play(*app, "click tab.0\n").empty());
    if (room().ceiling) CHECK(play(*app, "click ceiling\n").empty());
    CHECK_FALSE(room().ceiling);
    CHECK(play(*app, "click ceiling\nwait\nexpect room/ceiling 260 cm\ntype room/ceiling 2,7 m\n").empty());
    CHECK(room().ceiling == 2700_mm);
    CHECK(play(*app, "click room/ceiling.plus\n").empty());
    CHECK(room().ceiling == 2710_mm);
    CHECK(play(*app, "click room/slope.2\nwait\ntype room/slope/low 1,2 m\ntype room/slope/angle 40\n")
              .empty());
    REQUIRE(room().slope);
    CHECK(room().slope->side == Slope::Side::right);
    CHECK(slope_sizes(app->doc.book(), app->doc.design()).low == 1200_mm);
    CHECK(slope_sizes(app->doc.book(), app->doc.design()).angle == Angle::of_degrees(40));
    CHECK(play(*app,
               "click room/slope/angle.plus\nexpect room/slope/angle 41°\ntype room/slope/angle x\n"
               "expect toast geen hoek\nclick room/slope.0\n")
              .empty());
    CHECK_FALSE(room().slope);
    CHECK(play(*app, "click room/wall.2\n").empty());
    CHECK(room().wall == Wall::concrete);
}

TEST_CASE("where a corner cannot be as the bay beside it is, a way out leaves the corner there", "[room]") {
    const Design start =
        commands::load_design(maatkast::test::book(), std::string(MAATKAST_ASSETS) + "/designs/wardrobe.json")
            .value();
    const Document doc(maatkast::test::catalogue(), start, "");
    Verdicts verdicts(maatkast::test::catalogue());
    int ways = 0;
    for (const char* shape : {"corner_l", "corner_diagonal", "corner_blind_left", "corner_blind_right"}) {
        const Verdict verdict = verdicts.now(doc, {{"corner/add", shape}});
        if (verdict.allowed() || !verdict.way) continue;
        ++ways;
        const auto with = apply(doc.book(), start, verdict.way->edits);
        REQUIRE(with);
        CHECK(with->bays.size() == start.bays.size() + 2);
        CHECK(runs_of(*with).size() == 2);
        CHECK(sellable(build(doc.book(), *with)));
    }
    CHECK(ways > 0);
}
