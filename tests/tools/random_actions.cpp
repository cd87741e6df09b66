// Somebody who touches everything: after any row of actions the showroom still stands, and undo leads back to
// the start.
#include <cstdlib>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "model/design/design_io.h"
#include "tests/sanitized.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

/// A release plays 20,000.
int action_count() {
    const char* wanted = std::getenv("MAATKAST_ACTIONS");
    return wanted ? std::atoi(wanted) : maatkast::test::kSanitized ? 400 : 3000;
}

/// Of these a design of its own begins, with a history of its own.
bool leads_elsewhere(const std::string& id) {
    for (const char* start :
         {"file.", "wall.", "version", "versions", "left.", "find", "customer.new", "open"})
        if (id.starts_with(start) && id != "open.all") return true;
    return false;
}

class Hand {
  public:
    Hand(App& app, unsigned seed) : app_(app), random_(seed) {
        for (int i = 0; i < 30; ++i) frame();
    }

    /// Says what it did.
    std::string act() {
        switch (below(13)) {
            case 0:
                return drag({below(1280), below(720)}, {below(1280), below(720)}, below(3) == 0 ? 1 : 0);
            case 1:
                return press({below(900), below(640)}, below(3) == 0 ? 1 : 0);
            case 2:
                return key();
            case 3:
                return wheel();
            case 4:
                return pull();
            case 5:
                return fingers();
            default:
                return touch();
        }
    }

    void key(const std::string& name) {
        hand_.keys = {parse_key(name)};
        frame();
        frame();
    }

  private:
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

    void frame() {
        hand_.time += 1.0 / 30;
        app_.frame(hand_, {1280, 720});
        hand_.keys.clear();
        hand_.typed.clear();
        hand_.wheel = 0;
        hand_.fingers.clear();
        // Some actions are seen to their end, others are cut short by the next.
    }

    std::string press(glm::vec2 at, int button) {
        hand_.cursor = at;
        frame();
        hand_.down[button] = true;
        frame();
        hand_.down[button] = false;
        frame();
        for (int i = below(8); i > 0; --i) frame();
        return "press " + std::to_string(at.x) + " " + std::to_string(at.y);
    }

    std::string drag(glm::vec2 from, glm::vec2 to, int button) {
        hand_.cursor = from;
        frame();
        hand_.down[button] = true;
        frame();
        for (int i = 1; i <= 4; ++i) {
            hand_.cursor = from + (to - from) * (static_cast<float>(i) / 4);
            frame();
        }
        hand_.down[button] = false;
        frame();
        return "drag";
    }

    std::string key() {
        constexpr std::array keys{"1",      "2",      "3",     "4",      "5",      "home",   "o",
                                  "i",      "p",      "l",     "x",      "d",      "e",      "m",
                                  "k",      "b",      "f",     "ctrl+z", "ctrl+z", "ctrl+y", "escape",
                                  "delete", "tab",    "enter", "ctrl+d", "left",   "right",  "shift+left",
                                  "up",     "insert", "menu",  "space",  "r",      "w",      ","};
        const std::string name = keys[static_cast<std::size_t>(below(keys.size()))];
        key(name);
        return "key " + name;
    }

    /// Up to three at once, that come, move and leave in any order; some were no fingers.
    std::string fingers() {
        std::vector<FingerEvent> down;
        for (int left = 2 + below(30); left > 0 || !down.empty(); --left) {
            if (left > 0 && (down.empty() || (down.size() < 3 && below(6) == 0)))
                down.push_back({finger_++, FingerPhase::begin, {below(1280), below(720)}, hand_.time});
            FingerEvent& one = down[static_cast<std::size_t>(below(static_cast<int>(down.size())))];
            hand_.fingers.push_back(one);
            one.phase = FingerPhase::move;
            one.at += glm::vec2(below(60) - 30, below(60) - 30);
            one.time = hand_.time;
            if (below(2) == 0) frame();
            if (left > 0 && below(10) > 0) continue;
            one.phase = below(4) == 0 ? FingerPhase::cancel : FingerPhase::end;
            hand_.fingers.push_back(one);
            down.erase(down.begin() + (&one - down.data()));
        }
        frame();
        return "fingers";
    }

    std::string wheel() {
        hand_.cursor = {below(1280), below(720)};
        hand_.wheel = static_cast<float>(below(5) - 2);
        frame();
        return "wheel";
    }

    const WidgetRecord* any(const char* start) {
        std::vector<const WidgetRecord*> all;
        for (const WidgetRecord& widget : app_.ui.widgets())
            if (widget.enabled && widget.focusable && widget.id.starts_with(start) &&
                !leads_elsewhere(widget.id) && widget.rect.width() > 0 && widget.rect.height() > 0)
                all.push_back(&widget);
        return all.empty() ? nullptr : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    std::string pull() {
        const WidgetRecord* knob = any("grip.");
        if (!knob) return "nothing to pull";
        const std::string id = knob->id;
        const glm::vec2 from = knob->rect.middle(), by(below(400) - 200, below(400) - 200);
        drag(from, from + by, 0);
        return "pull " + id;
    }

    std::string touch() {
        const WidgetRecord* widget = any("");
        if (!widget) return "nothing to touch";
        const std::string id = widget->id;
        press(widget->rect.middle(), 0);
        if (!app_.ui.editing || below(2) == 0) return "touch " + id;
        hand_.typed = below(2) == 0 ? U"60,5" : U"abc";
        frame();
        key(below(2) == 0 ? "enter" : "escape");
        return "type into " + id;
    }

    App& app_;
    std::mt19937 random_;
    Input hand_;
    int finger_ = 0;
};

}  // namespace

TEST_CASE("after any row of actions undo leads back to the start", "[actions]") {
    constexpr int kRows = 10;
    std::set<std::string> kinds;
    for (unsigned row = 0; row < kRows; ++row) {
        Stage stage;
        const auto app = stage.start();
        const std::string start = design_hash(app->doc.design());
        Hand hand(*app, row);
        std::string last;
        for (int i = 0; i < action_count() / kRows; ++i) {
            last = hand.act();
            kinds.insert(last.substr(0, last.find(' ')));
            INFO("row " << row << ", action " << i << ": " << last);
            std::set<std::string> ids;
            for (const WidgetRecord& widget : app->ui.widgets()) {
                INFO(widget.id);
                CHECK(ids.insert(widget.id).second);
            }
            if (app->doc.revision() > 0) REQUIRE(std::isfinite(app->camera().eye.x));
        }
        INFO("row " << row << ", last: " << last);
        const std::string end = design_hash(app->doc.design());
        const auto position = [&] { return app->doc.can_undo(); };
        int steps = 0;
        for (; position(); ++steps) app->undo();
        CHECK(design_hash(app->doc.design()) == start);
        for (; steps > 0; --steps) app->redo();
        CHECK(design_hash(app->doc.design()) == end);
    }
    CHECK(kinds.size() >= 8);
}
