// Sizes pulled in the picture and typed into its numbers, by the robot.
#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

}  // namespace

TEST_CASE("a knob is pulled: one undo step, its end follows the hand and the other stands still", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    const Design start = app->doc.design();
    const auto seen = [&](double x) {
        const render::View view = render::make_view(app->camera(), {1280, 720});
        const Length3 size = overall_size(app->doc.book(), app->doc.design());
        return *render::project(view, glm::vec3(x * size.x.metres(), 1.0, size.z.metres()));
    };
    const glm::vec2 left = seen(-0.5), right = seen(0.5);
    CHECK(play(*app, "hold grip.width 40 0").empty());
    CHECK(app->pulling());
    CHECK(glm::distance(seen(-0.5), left) < 0.5F);
    CHECK(seen(0.5).x - right.x == Approx(40).margin(5));  // 50 mm from one size to the next
    CHECK(overall_size(app->doc.book(), app->doc.design()).x > overall_size(app->doc.book(), start).x);
    CHECK(play(*app, "release\nwait\nexpect price.change +").empty());
    CHECK_FALSE(app->pulling());
    app->undo();
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->doc.can_undo());
}

TEST_CASE("a pull back to where it began, or given up, leaves no step", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app, "wait\nhold grip.height 0 -30\nkey escape\nrelease\nwait").empty());
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->doc.can_undo());
}

TEST_CASE("after a pull the exact size is typed, and taken back at once with ctrl+z", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    const auto width = [&] { return overall_size(app->doc.book(), app->doc.design()).x; };
    const Length was = width();
    CHECK(play(*app, "wait\ndrag grip.width 30 0\nwait 0.2\nkey ctrl+z\nwait").empty());
    CHECK(width() == was);
    CHECK(play(*app, "drag grip.width 30 0\nwait 0.2\ntype grip.size 266,5\nwait").empty());
    CHECK(width() == 2665_mm);
}

TEST_CASE("a knob stops with the reason and its page, in every language", "[robot]") {
    for (const std::string language : {"language.0", "language.1", "language.2"}) {
        Stage stage;
        const auto app = stage.start();
        CHECK(play(*app, "wait\nclick " + language + "\nwait\nhold grip.height 0 -250").empty());
        CHECK(total_height(app->doc.design()) == 2520_mm);  // higher it could not be tilted up
        const WidgetRecord* reason = app->ui.find("grip.reason");
        REQUIRE(reason);
        CHECK(reason->value.find("62") != std::string::npos);
        CHECK(reason->value.find("260") != std::string::npos);
        CHECK(play(*app, "release\nwait").empty());
    }
}

TEST_CASE("knobs answer to the arrow keys, and numbers of dimensions are fields", "[robot]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    for (int i = 0; i < 200 && !app->ui.is_on("grip.depth"); ++i) CHECK(play(*app, "key tab").empty());
    const Length depth = total_depth(app->doc.design());
    CHECK(play(*app, "key right\nkey right\nkey left\nwait").empty());
    CHECK(total_depth(app->doc.design()) == depth + 10_mm);
    CHECK(play(*app, "key escape\nkey m\nwait\ntype dimension.height 2400\nwait").empty());
    CHECK(total_height(app->doc.design()) == 2400_mm);
    CHECK(play(*app, "type dimension.bays/1/width 50 cm\nwait").empty());
    CHECK(app->doc.design().bays[1].width == 500_mm);
}
