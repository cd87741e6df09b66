// The showroom used with fingers.
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/layout.h"
#include "tests/tools/app_stage.h"
#include "tools/showroom/trace.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;
constexpr render::Size kSize{1280, 720};

std::string trace(const std::string& name) {
    return "trace " + std::string(MAATKAST_TRACES) + "/" + name + ".txt";
}

std::vector<FingerEvent> events(const std::string& name) {
    return read_trace(read_file(std::string(MAATKAST_TRACES) + "/" + name + ".txt").value()).value();
}

glm::vec2 first_of(const std::string& name, int finger) {
    for (const FingerEvent& event : events(name))
        if (event.finger == finger) return event.at;
    return {};
}

glm::vec2 last_of(const std::string& name, int finger) {
    glm::vec2 at{};
    for (const FingerEvent& event : events(name))
        if (event.finger == finger) at = event.at;
    return at;
}

/// Where the line of sight through a pixel meets the plane through the target that faces the camera.
glm::vec3 at_target(const App& app, glm::vec2 pixel) {
    const render::Ray ray = render::unproject(render::make_view(app.camera(), kSize), pixel);
    const glm::vec3 sight = glm::normalize(app.camera().target - app.camera().eye);
    const float along =
        glm::dot(app.turntable.now().target - ray.origin, sight) / glm::dot(ray.direction, sight);
    return ray.origin + ray.direction * along;
}

glm::vec2 seen(const App& app, glm::vec3 point) {
    return render::project(render::make_view(app.camera(), kSize), point).value();
}

Length width_of(const App& app) {
    return overall_size(app.doc.book(), app.doc.design()).x;
}

}  // namespace

TEST_CASE("a tap presses a button once, chooses in the picture, and nothing stays under a cursor",
          "[touching]") {
    Stage stage;
    const auto app = stage.start();
    const Length was = width_of(*app);
    CHECK(play(*app, "wait\ntap width.plus\nwait 0.3").empty());
    const Length wider = width_of(*app);
    CHECK(wider > was);
    CHECK(app->ui.under_cursor().empty());
    CHECK(play(*app, "tap width.minus\nwait 0.3\nexpect width 253").empty());
    CHECK(play(*app, "tap 420 330\nwait 1.5").empty());
    CHECK(app->selection.any());
    CHECK_FALSE(app->due());
}

TEST_CASE("a tap on a number begins to type it, by its key it is done", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\ntap width\nwait 0.3\ntype width 240\nwait\nexpect width 240").empty());
}

TEST_CASE("one finger orbits as far as it moves, as the mouse does", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey 1\nwait 1").empty());
    const Orbit before = app->turntable.now();
    CHECK(play(*app, trace("orbit") + "\nwait").empty());
    const glm::vec2 moved = last_of("orbit", 1) - first_of("orbit", 1);
    const Orbit by_finger = app->turntable.now();
    CHECK(by_finger.azimuth - before.azimuth == Approx(-0.0055 * moved.x).margin(1e-3));
    CHECK_FALSE(app->selection.any());
    const glm::vec2 from = first_of("orbit", 1), to = last_of("orbit", 1);
    const auto text = [](glm::vec2 at) { return std::to_string(at.x) + " " + std::to_string(at.y); };
    CHECK(play(*app, "key 1\nwait 1\ndrag " + text(from) + " " + text(to)).empty());
    CHECK(app->turntable.now().azimuth == Approx(by_finger.azimuth).margin(1e-3));
    CHECK(app->turntable.now().elevation == Approx(by_finger.elevation).margin(1e-3));
}

TEST_CASE("what two fingers hold stays under them", "[touching]") {
    for (const std::string name : {"pinch-apart", "pinch-together", "pan-two", "three"}) {
        Stage stage;
        const auto app = stage.start();
        CHECK(play(*app, "wait\nkey 1\nwait 1\nwheel 456 362 4\nwait").empty());  // away from the limits
        const std::array held{at_target(*app, first_of(name, 1)), at_target(*app, first_of(name, 2))};
        const float distance = app->turntable.now().distance, azimuth = app->turntable.now().azimuth;
        CHECK(play(*app, trace(name) + "\nwait").empty());
        INFO(name);
        for (int finger = 1; finger <= 2; ++finger)
            CHECK(glm::distance(seen(*app, held[static_cast<std::size_t>(finger - 1)]),
                                last_of(name, finger)) < 4);
        const float apart = glm::distance(last_of(name, 1), last_of(name, 2)) /
                            glm::distance(first_of(name, 1), first_of(name, 2));
        CHECK(app->turntable.now().distance * apart == Approx(distance).epsilon(0.02));
        CHECK(app->turntable.now().azimuth == azimuth);
        CHECK_FALSE(app->selection.any());
    }
}

TEST_CASE("lifting one of two fingers does not turn the cabinet at a stroke", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey 1\nwait 1").empty());
    const float azimuth = app->turntable.now().azimuth;
    const auto all = events("two-then-one");
    const auto lifted = std::ranges::find(all, FingerPhase::end, &FingerEvent::phase);
    const auto left = std::find_if(std::reverse_iterator(lifted), all.rend(),
                                   [](const FingerEvent& e) { return e.finger == 2; });
    const glm::vec2 turned = last_of("two-then-one", 2) - left->at;
    CHECK(play(*app, trace("two-then-one") + "\nwait").empty());
    CHECK(app->turntable.now().azimuth - azimuth == Approx(-0.0055 * turned.x).margin(0.001));
}

TEST_CASE("a finger scrolls the panel by as much as it moves, and presses nothing there", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick tab.0\nwait").empty());
    const Design design = app->doc.design();
    const float before = app->ui.find("width.plus")->whole.y0;
    CHECK(play(*app, trace("scroll") + " height.plus\nwait").empty());
    CHECK(app->doc.design() == design);
    const glm::vec2 moved = last_of("scroll", 1) - first_of("scroll", 1);
    CHECK(app->ui.find("width.plus")->whole.y0 - before == Approx(moved.y).margin(1));
}

TEST_CASE("a knob follows a finger in one step; a palm that pulls it changes nothing", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait").empty());
    const Design start = app->doc.design();
    CHECK(play(*app, trace("pull-palm") + " grip.width\nwait").empty());
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->doc.can_undo());
    CHECK(play(*app, trace("pull") + " grip.width\nwait\nkey escape\nwait").empty());
    CHECK(width_of(*app) > overall_size(app->doc.book(), start).x);
    app->undo();
    CHECK(app->doc.design() == start);
}

TEST_CASE("a pinch that begins on a knob zooms and changes no size", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey 1\nwait 1").empty());
    const Design start = app->doc.design();
    const float distance = app->turntable.now().distance;
    CHECK(play(*app, trace("two-on-knob") + " grip.bays/0/upright\nwait").empty());
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->doc.can_undo());
    CHECK(app->turntable.now().distance < 0.8F * distance);
}

TEST_CASE("a long press is the menu of what was pressed, and a tap chooses from it", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nclick 420 330\nwait\n").empty());
    const Selection chosen = app->selection;
    app->select({});
    CHECK(play(*app, trace("long-press") + " 420 330").empty());
    CHECK(app->menu);
    CHECK(app->selection == chosen);
    CHECK(play(*app, "wait 0.3\ntap menu.lock\nwait 0.5\nexpect-not menu.lock").empty());
    CHECK(app->selected_bay()->locked);
}

TEST_CASE("fingers keep a slow turn away", "[touching]") {
    Stage stage;
    const auto app = stage.start();
    CHECK(play(*app, "wait\nkey 1\nkey k\nwait 19\n" + trace("pan-two") + "\nwait 10").empty());
    const float azimuth = app->turntable.now().azimuth;
    CHECK(play(*app, "wait 5").empty());
    CHECK(app->turntable.now().azimuth == azimuth);
}
