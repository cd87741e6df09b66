// Two designs side by side: where they come from, what differs, what is taken over, and how they are seen.
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
constexpr render::Size kSize{1280, 720};

Cents total(const App& app, const Design& design) {
    return price(app.doc.book(), build(app.doc.book(), design)).total;
}

/// Where a point of the world is seen in a pane, pixels of the window.
glm::vec2 seen(const App& app, std::size_t pane, const glm::vec3& point) {
    const auto panes = app.panes();
    const render::Size size = render::pane_size(kSize, pane, panes.size());
    const auto at = render::project(render::make_view(panes[pane].camera, size), point);
    REQUIRE(at);
    return *at + glm::vec2(pane == 0 ? 0.0F : static_cast<float>(kSize.width - size.width), 0);
}

}  // namespace

TEST_CASE("the step before stands beside, with both prices and what differs", "[beside]") {
    Stage stage;
    const auto app = stage.start();
    const Design first = app->doc.design();
    CHECK(play(*app, "wait\nclick width.plus\nwait\nkey v\nwait 1").empty());
    REQUIRE(app->panes().size() == 2);
    const auto money = [&](const Design& design) { return app->texts().money(total(*app, design)); };
    CHECK(play(*app, "expect beside.now.price " + money(app->doc.design()) + "\nexpect beside.other.price " +
                         money(first) +
                         "\nexpect beside.other.name Het begin\nexpect beside.take.0 Breedte: " +
                         "\nexpect-not beside.take.1\nexpect-not panel\nexpect-not tools")
              .empty());
    CHECK(play(*app, "key escape\nwait 1\nexpect panel\nexpect-not beside.card").empty());
    CHECK(app->panes().size() == 1);
}

TEST_CASE("one difference is taken over, or all of the other one, each as one step", "[beside]") {
    Stage stage;
    const auto app = stage.start();
    const Design first = app->doc.design();
    CHECK(play(*app,
               "wait\nclick depth.minus\nwait\nclick height.minus\nwait\nkey t\nwait 1\nclick "
               "timeline.0.beside\nwait 1\nexpect beside.take.1")
              .empty());
    const std::size_t steps = app->doc.history().position();
    const Design second = app->doc.design();
    CHECK(play(*app, "click beside.take.0\nwait\nexpect-not beside.take.1\nexpect beside.take.0 Diepte")
              .empty());
    CHECK(app->doc.history().position() == steps + 1);
    CHECK(total_height(app->doc.design()) == total_height(first));
    CHECK(total_depth(app->doc.design()) == total_depth(second));
    CHECK(play(*app, "click beside.undo\nwait\nexpect beside.take.1").empty());
    CHECK(app->doc.design() == second);
    CHECK(play(*app, "click beside.other.take\nwait\nexpect beside.same").empty());
    CHECK(app->doc.design() == first);
    CHECK(app->doc.history().position() == steps + 1);
    CHECK(play(*app, "key ctrl+z\nwait\nexpect beside.take.1").empty());
    CHECK(app->doc.design() == second);
}

TEST_CASE("both are seen from the same place at the same scale; turning one turns both", "[beside]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick width.plus\nclick width.plus\nwait\nkey v\nwait 1").empty());
    const glm::vec3 low(-0.5F, 0, 0.3F), high(0.5F, 2, 0.3F);
    const auto check_alike = [&] {
        const glm::vec2 pane(static_cast<float>(kSize.width / 2), 0);
        CHECK(glm::distance(seen(*app, 0, low) + pane, seen(*app, 1, low)) < 0.01F);
        CHECK(glm::distance(seen(*app, 0, high) + pane, seen(*app, 1, high)) < 0.01F);
    };
    check_alike();
    const float was = app->turntable.now().azimuth;
    CHECK(play(*app, "drag 900 60 80 0\nwait").empty());
    CHECK(app->turntable.now().azimuth != was);
    check_alike();
    // Both whole in their half of the window, above the cards.
    CHECK(play(*app, "key 2\nwait 1").empty());
    for (const std::size_t pane : {0U, 1U})
        for (const glm::vec3& corner : {app->doc.box().min, app->doc.box().max, app->beside.box().max}) {
            const glm::vec2 at = seen(*app, pane, corner);
            CHECK(at.x > 640.0F * static_cast<float>(pane));
            CHECK(at.x < 640.0F * static_cast<float>(pane + 1));
            CHECK(at.y < app->ui.find("beside.card")->rect.y0);
        }
}

TEST_CASE("a design off the wall stands beside; evening and open doors are for both", "[beside]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app,
               "wait\nkey t\nwait\ntype timeline.keep Breed\nwait\nclick width.plus\nclick "
               "depth.minus\nwait\nkey ctrl+o\nwait 1\nclick file.Breed.beside\nwait 1\n"
               "expect beside.other.name Breed\nexpect beside.take.1")
              .empty());
    CHECK(app->doc.path().empty());
    CHECK(play(*app, "key l\nkey o\nwait 2").empty());
    const auto panes = app->panes();
    CHECK(panes[1].scene.environment.kind == render::EnvironmentKind::evening);
    CHECK(panes[0].scene.environment.kind == render::EnvironmentKind::evening);
    CHECK(panes[0].scene.key_light.direction == panes[1].scene.key_light.direction);
    CHECK(app->openings.any_open());
    CHECK(app->beside.openings.any_open());
    CHECK(app->settled());
    // A touch on the other one opens what it meets there, and only there.
    CHECK(play(*app, "key o\nwait 2\nclick 960 300\nwait 1").empty());
    CHECK_FALSE(app->openings.any_open());
    CHECK(app->beside.openings.any_open());
}

TEST_CASE("a customer sees both too, and prices where they are shown", "[beside]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app,
               "wait\nclick width.plus\nwait\nkey k\nwait 1\nkey v\nwait 1\nexpect beside.now.price\n"
               "expect beside.take.0\nexpect beside.change")
              .empty());
    CHECK(play(*app,
               "key escape\nwait\nkey k\nwait 1\nclick manners\nwait\nclick price.show\nkey k\nwait 1\nkey "
               "v\nwait 1\n"
               "expect beside.take.0\nexpect-not beside.now.price\nexpect-not beside.change")
              .empty());
    CHECK(play(*app, "key b\nwait\nexpect-not beside.card\nexpect veil\nkey escape\nwait\nexpect beside.card")
              .empty());
}

TEST_CASE("where there is nothing to compare with it says so; another document takes it away", "[beside]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey v\nwait 0.3\nexpect toast niets\nexpect-not beside.card").empty());
    CHECK(play(*app, "click width.plus\nwait\nkey v\nwait 1\nexpect beside.card").empty());
    app->new_customer();
    CHECK(play(*app, "wait 1\nexpect-not beside.card").empty());
    CHECK_FALSE(app->beside.any());
}
