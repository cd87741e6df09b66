// The showroom for a customer alone, hidden, and for the next customer.
#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

std::vector<std::string> shown(const App& app) {
    std::vector<std::string> ids;
    for (const WidgetRecord& widget : app.ui.widgets())
        if (widget.focusable) ids.push_back(widget.id);
    return ids;
}

double azimuth(const App& app) {
    return glm::degrees(app.turntable.now().azimuth);
}

}  // namespace

TEST_CASE("a customer alone sees the cabinet and its price, opens doors, and changes nothing", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick height.plus\nwait\nkey k\nwait 1").empty());
    const Design design = app->doc.design();
    CHECK(shown(*app) == std::vector<std::string>{"price", "price.change", "leave"});
    CHECK(play(*app, "key ctrl+z\nkey delete\nclick 640 380\nwait 1").empty());
    CHECK(app->doc.design() == design);
    CHECK(app->openings.any_open());
    CHECK(play(*app, "click leave\nwait 1\nexpect-not leave\nclick undo\nwait").empty());
    CHECK_FALSE(app->doc.design() == design);
    CHECK(play(*app, "click manners\nclick price.show\nkey k\nwait 1\nexpect-not price").empty());
}

TEST_CASE("the cabinet stands in the middle for a customer, and comes there in 200 ms", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    const auto middle = [&] {
        const render::Bounds box = app->doc.box();
        return render::project(render::make_view(app->camera(), {1280, 720}), (box.min + box.max) / 2.0F)->x;
    };
    CHECK(play(*app, "wait").empty());
    CHECK(middle() < 520);
    CHECK(play(*app, "key k\nwait 0.7").empty());
    CHECK(middle() == Approx(640).margin(25));
    CHECK(play(*app, "key escape\nwait 0.7").empty());
    CHECK(middle() < 520);
}

TEST_CASE("it turns slowly when nobody has touched it for a while, for a customer only", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    CHECK_FALSE(app->due());
    CHECK(play(*app, "key 1\nkey k\nwait 2").empty());
    const double before = azimuth(*app);
    CHECK(play(*app, "wait 15").empty());
    CHECK(azimuth(*app) == before);
    CHECK(app->due().value() > 0.5);
    CHECK(play(*app, "wait 5").empty());
    const double at = azimuth(*app), time = app->ui.time();
    CHECK(play(*app, "wait 2").empty());
    CHECK(std::abs(azimuth(*app) - at) == Approx(5.6 * (app->ui.time() - time)).epsilon(0.02));
    CHECK(play(*app, "click 640 100\nwait 1").empty());
    const double touched = azimuth(*app);
    CHECK(play(*app, "wait 5").empty());
    CHECK(azimuth(*app) == touched);
}

TEST_CASE("a slow turn stays before the cabinet, and rests in the end", "[manners]") {
    SlowTurn turn;
    turn.touched(0);
    float azimuth = 0.4F, least = 0, most = 0;
    double rested = 0;
    for (double time = 0; time < kTurnsAfter + kTurnsFor + 5; time += 1.0 / 30) {
        if (const auto step = turn.step(time, azimuth))
            azimuth += *step;
        else if (time > kTurnsAfter + 1 && rested == 0)
            rested = time;
        least = std::min(least, azimuth);
        most = std::max(most, azimuth);
    }
    CHECK(glm::degrees(most) == Approx(kTurnsTo).margin(0.5));
    CHECK(glm::degrees(least) == Approx(-kTurnsTo).margin(0.5));
    CHECK(rested == Approx(kTurnsAfter + kTurnsFor).margin(0.1));
    CHECK_FALSE(turn.due(rested + 1));
}

TEST_CASE("the covered screen shows nothing of anybody, and nothing is lost", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick 420 330\nclick height.plus\nwait").empty() ==
          false);  // another panel is open
    CHECK(play(*app, "wait\nclick tab.0\nclick height.plus\nwait").empty());
    const Design design = app->doc.design();
    const Selection selection = app->selection;
    CHECK(play(*app, "key b\nwait 1").empty());
    CHECK(shown(*app) == std::vector<std::string>{"veil"});
    CHECK(play(*app, "key ctrl+z\nkey 3\ndrag 300 300 500 300\nwait 1").empty());
    CHECK_FALSE(app->veiled);  // a touch lifts it
    CHECK(app->doc.design() == design);
    CHECK(app->selection == selection);
    CHECK(app->doc.can_undo());
}

TEST_CASE("a new customer begins anew; what stood there is kept first", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick height.plus\nwait").empty());
    const Design design = app->doc.design();
    CHECK(play(*app, "click manners\nclick customer.new\nwait").empty());
    CHECK_FALSE(app->doc.design() == design);
    CHECK_FALSE(app->doc.can_undo());
    const std::string kept = stage.folder + "/" + design_hash(design).substr(0, 6) + ".json";
    const auto text = read_file(kept);
    REQUIRE(text);
    CHECK(read_design(app->doc.book(), *text).value() == design);
}

TEST_CASE("where it cannot be kept, no new customer begins", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    app->settings.folder = "/proc/nowhere";
    CHECK(play(*app, "wait\nclick height.plus\nwait").empty());
    const Design design = app->doc.design();
    CHECK(play(*app, "click manners\nclick customer.new\nwait 0.5\nexpect toast /proc/nowhere").empty());
    CHECK(app->doc.design() == design);
    CHECK(app->doc.can_undo());
}

TEST_CASE("the knobs of the next cabinet are its own", "[manners]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nexpect grip.width 253\nkey ctrl+n\nwait\nexpect width 240\nexpect grip.width 240")
              .empty());
}
