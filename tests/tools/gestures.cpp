// Fingers, played from traces: what they mean is held against where they were.
#include "tools/showroom/gestures.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "tools/showroom/trace.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

constexpr float kMm = 3.78F;  // pixels

std::vector<FingerEvent> trace(const std::string& name) {
    return read_trace(read_file(std::string(MAATKAST_TRACES) + "/" + name + ".txt").value()).value();
}

std::vector<FingerEvent> moved(std::vector<FingerEvent> events, glm::vec2 by) {
    for (FingerEvent& event : events) event.at += by;
    return events;
}

std::vector<FingerEvent> without(std::vector<FingerEvent> events, int finger) {
    std::erase_if(events, [=](const FingerEvent& event) { return event.finger == finger; });
    return events;
}

/// Where a finger was first and last.
struct Way {
    glm::vec2 from, to;
};
Way way(const std::vector<FingerEvent>& events, int finger) {
    std::vector<glm::vec2> places;
    for (const FingerEvent& event : events)
        if (event.finger == finger) places.push_back(event.at);
    return {places.front(), places.back()};
}

/// All that came of a trace.
struct Outcome {
    int presses = 0, clicks = 0, doubles = 0, cancels = 0, menus = 0;
    glm::vec2 clicked_at{0}, menu_at{0}, dragged{0}, panned{0};
    float apart = 1, scrolled = 0;
    Input last;
    bool operator==(const Outcome& other) const {
        return std::tie(presses, clicks, doubles, cancels, menus) ==
               std::tie(other.presses, other.clicks, other.doubles, other.cancels, other.menus);
    }
};

using Mouse = std::function<void(double time, Input& input)>;

class Screen {
  public:
    explicit Screen(Ground ground) : ground_(ground) {}

    Outcome play(std::vector<FingerEvent> events, double fps = 60, double more = 0.5,
                 const Mouse& mouse = {}) {
        Outcome all;
        std::size_t next = 0;
        const double end = events.back().time + more;
        for (double time = 0; next < events.size() || time < end || gestures_.due(time) == 0;
             time += 1 / fps) {
            Input input;
            input.time = time;
            if (mouse) mouse(time, input);
            for (; next < events.size() && events[next].time <= time; ++next)
                input.fingers.push_back(events[next]);
            look(gestures_.take(input, kMm, [this](glm::vec2) { return ground_; }), all);
        }
        return all;
    }

  private:
    void look(const Input& input, Outcome& all) {
        pointer_.update(input);
        all.presses += pointer_.pressed(Button::left);
        if (pointer_.clicked(Button::left)) all.clicked_at = pointer_.at();
        all.clicks += pointer_.clicked(Button::left);
        all.doubles += pointer_.double_clicked();
        all.cancels += pointer_.released(Button::left) && pointer_.cancelled();
        if (pointer_.held(Button::left) && pointer_.dragging()) all.dragged += pointer_.moved();
        if (const auto& two = gestures_.two()) {
            all.panned += two->to - two->from;
            all.apart *= two->apart;
        }
        if (const auto& at = gestures_.long_press()) {
            ++all.menus;
            all.menu_at = *at;
        }
        all.scrolled += input.scroll;
        all.last = input;
    }

    Ground ground_;
    Gestures gestures_;
    Pointer pointer_;
};

void check_near(glm::vec2 a, glm::vec2 b, float margin = 0.01F) {
    CHECK(a.x == Approx(b.x).margin(margin));
    CHECK(a.y == Approx(b.y).margin(margin));
}

}  // namespace

TEST_CASE("a tap is one click where the finger came down, and no cursor stays", "[gestures]") {
    for (const double fps : {120.0, 60.0, 7.0, 1.5})
        for (const Ground ground : {Ground::picture, Ground::widget, Ground::scrolled_widget}) {
            const auto events = moved(trace("tap"), {300, 200});
            const Outcome seen = Screen(ground).play(events, fps);
            INFO(fps << " frames a second");
            CHECK(seen.presses == 1);
            CHECK(seen.clicks == 1);
            check_near(seen.clicked_at, way(events, 1).from);
            CHECK(seen.last.cursor == glm::vec2(-1));
            CHECK(seen.cancels + seen.menus == 0);
        }
}

TEST_CASE("two taps a millimetre apart are a double click, on two places of the picture they are not",
          "[gestures]") {
    const Outcome seen = Screen(Ground::picture).play(trace("double-tap"));
    CHECK(seen.clicks == 2);
    CHECK(seen.doubles == 1);
    auto events = trace("double-tap");
    for (FingerEvent& event : events)
        if (event.finger == 2) event.at += glm::vec2(12 * kMm, 0);
    CHECK(Screen(Ground::picture).play(events).doubles == 0);
}

TEST_CASE("one finger on the picture drags by all that it moves, and clicks nothing", "[gestures]") {
    for (const double fps : {60.0, 9.0}) {
        const auto events = trace("orbit");
        const Outcome seen = Screen(Ground::picture).play(events, fps);
        const Way whole = way(events, 1);
        check_near(seen.dragged, whole.to - whole.from);
        CHECK(seen.presses == 1);
        CHECK(seen.clicks == 0);
        CHECK(seen.menus == 0);
    }
}

TEST_CASE("two fingers zoom by the ratio of their distances and pan by the way of their middle",
          "[gestures]") {
    for (const std::string name : {"pinch-apart", "pinch-together", "pan-two"})
        for (const double fps : {60.0, 9.0}) {
            const auto events = trace(name);
            const Outcome seen = Screen(Ground::picture).play(events, fps);
            const Way a = way(events, 1), b = way(events, 2);
            INFO(name << " at " << fps);
            CHECK(seen.apart ==
                  Approx(glm::distance(a.to, b.to) / glm::distance(a.from, b.from)).epsilon(0.03));
            check_near(seen.panned, (a.to + b.to - a.from - b.from) / 2.0F, 3);
            CHECK(seen.presses == 0);
            CHECK(glm::length(seen.dragged) == 0);
        }
}

TEST_CASE("a long press is the menu once, where it was pressed, and its end clicks nothing", "[gestures]") {
    for (const double fps : {60.0, 1.5}) {
        const auto events = moved(trace("long-press"), {400, 300});
        const Outcome seen = Screen(Ground::picture).play(events, fps);
        CHECK(seen.menus == 1);
        check_near(seen.menu_at, way(events, 1).from);
        CHECK(seen.presses == 0);
    }
    const Outcome wanders = Screen(Ground::picture).play(trace("long-press-wanders"));
    CHECK(wanders.menus == 0);
    CHECK(wanders.clicks == 0);
    CHECK(wanders.presses == 1);
    CHECK(Screen(Ground::widget).play(trace("long-press")).clicks == 1);
}

TEST_CASE("a finger that moves on a widget scrolls it by as much and does not click it", "[gestures]") {
    const auto events = trace("scroll");
    for (const double fps : {60.0, 9.0}) {
        const Outcome seen = Screen(Ground::scrolled_widget).play(events, fps);
        const Way whole = way(events, 1);
        CHECK(seen.scrolled == Approx(whole.to.y - whole.from.y).margin(0.01));
        CHECK(seen.clicks == 0);
    }
    const Outcome fixed = Screen(Ground::widget).play(events);
    CHECK(fixed.scrolled == 0);
    CHECK(fixed.clicks == 0);
    // Rested first, so that the widget shows it is pressed: still taken back.
    const Outcome rested = Screen(Ground::scrolled_widget).play(trace("long-press-wanders"));
    CHECK(rested.presses == 1);
    CHECK(rested.cancels == 1);
    CHECK(rested.clicks == 0);
}

TEST_CASE("a knob is held from the first touch to the last", "[gestures]") {
    const auto events = trace("pull");
    const Outcome seen = Screen(Ground::knob).play(events);
    const Way whole = way(events, 1);
    check_near(seen.dragged, whole.to - whole.from, 5.1F);  // what it takes to be no click
    CHECK(seen.presses == 1);
    CHECK(seen.clicks == 0);
    CHECK(seen.cancels == 0);
}

TEST_CASE("what was no finger does nothing", "[gestures]") {
    for (const Ground ground : {Ground::picture, Ground::widget, Ground::scrolled_widget, Ground::knob}) {
        for (const std::string name : {"palm", "palm-one", "pull-palm"})
            CHECK(Screen(ground).play(trace(name)).clicks == 0);
        const Outcome pressed = Screen(ground).play(trace("palm-one"));
        CHECK(pressed.presses == pressed.cancels);
        CHECK(pressed.menus == 0);
    }
    CHECK(Screen(Ground::knob).play(trace("pull-palm")).cancels == 1);
    // The screen is as before.
    Screen screen(Ground::picture);
    screen.play(trace("palm"));
    CHECK(screen.play(trace("tap")).clicks == 1);
}

TEST_CASE("a third finger changes nothing", "[gestures]") {
    const auto events = trace("three");
    const Outcome three = Screen(Ground::picture).play(events),
                  two = Screen(Ground::picture).play(without(events, 3));
    CHECK(three == two);
    CHECK(three.apart == two.apart);
    check_near(three.panned, two.panned);
    CHECK(glm::length(two.panned) > 50);
}

TEST_CASE("lifting one of two fingers turns nothing; the other one turns from where it is", "[gestures]") {
    const auto events = trace("two-then-one");
    const double lifted = std::ranges::find(events, FingerPhase::end, &FingerEvent::phase)->time;
    auto rest = events;
    std::erase_if(rest, [=](const FingerEvent& e) { return e.time > lifted + 0.15; });
    CHECK(glm::length(Screen(Ground::picture).play(rest).dragged) == 0);
    const Outcome seen = Screen(Ground::picture).play(events);
    auto until = events;
    std::erase_if(until, [=](const FingerEvent& e) { return e.time > lifted; });
    check_near(seen.dragged, way(events, 2).to - way(until, 2).to);
    CHECK(seen.clicks == 0);
    CHECK(seen.menus == 0);
}

TEST_CASE("a pinch that meets a knob is a pinch; a knob in the hand is not let go for a second finger",
          "[gestures]") {
    const auto events = moved(trace("two-on-knob"), {300, 300});
    const Outcome pinch = Screen(Ground::knob).play(events);
    CHECK(pinch.presses == 1);
    CHECK(pinch.cancels == 1);
    CHECK(pinch.apart > 1.5);
    auto late = events;
    for (FingerEvent& event : late)
        if (event.finger == 2) event.time += 0.35;
    std::ranges::stable_sort(late, {}, &FingerEvent::time);
    const Outcome pull = Screen(Ground::knob).play(late);
    CHECK(pull.cancels == 0);
    CHECK(pull.apart == 1);
    CHECK(glm::length(pull.dragged) > 30);
}

TEST_CASE("a mouse that X moves along with a finger neither clicks again nor leaves a cursor", "[gestures]") {
    const auto events = moved(trace("tap"), {300, 200});
    const Mouse echo = [](double time, Input& input) {
        if (time > 0.02) input.cursor = {300, 200};
        input.down[0] = time > 0.03 && time < 0.25;
    };
    const Outcome seen = Screen(Ground::picture).play(events, 60, 3, echo);
    CHECK(seen.clicks == 1);
    CHECK(seen.presses == 1);
    CHECK(seen.last.cursor == glm::vec2(-1));
    // It follows when the finger has long gone.
    const Mouse later = [](double time, Input& input) {
        if (time > 0.3) input.cursor = {300, 200};
        input.down[0] = time > 0.32 && time < 0.4;
    };
    const Outcome followed = Screen(Ground::picture).play(events, 60, 3, later);
    CHECK(followed.clicks == 1);
    CHECK(followed.last.cursor == glm::vec2(-1));
    // It comes before the finger is told of.
    const Mouse first = [](double time, Input& input) {
        input.cursor = {300, 200};
        input.down[0] = time < 0.25;
    };
    auto late = events;
    for (FingerEvent& event : late) event.time += 0.05;
    CHECK(Screen(Ground::picture).play(late, 60, 3, first).clicks == 1);
    // A hand on the mouse, later.
    const Mouse real = [&](double time, Input& input) {
        echo(time, input);
        if (time > 2) input.cursor = {500, 400};
        input.down[0] = input.down[0] || (time > 2.2 && time < 2.3);
    };
    const Outcome both = Screen(Ground::picture).play(events, 60, 3, real);
    CHECK(both.clicks == 2);
    check_near(both.clicked_at, {500, 400});
    CHECK(both.last.cursor == glm::vec2(500, 400));
}

TEST_CASE("a trace that cannot be read is none", "[gestures]") {
    CHECK(read_trace("0 1 begin 3 4\n0.5 1 end 3 4 # gone\n\n").value().size() == 2);
    for (const char* bad :
         {"0 1 begun 3 4", "0 1 begin 3", "1 1 begin 3 4\n0 1 end 3 4", "0 1 begin 3 4 5", "x"})
        CHECK_FALSE(read_trace(bad));
}
