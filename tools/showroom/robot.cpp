#include "tools/showroom/robot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <sstream>

#include <fmt/format.h>

#include "model/base/file.h"
#include "tools/showroom/trace.h"

namespace maatkast::show {
namespace {

constexpr double kPatience = 20;  // seconds of the app's clock before a wait gives up
constexpr int kMostFrames = 200'000;
constexpr double kTapSeconds = 0.08;
constexpr int kFingerFrames = 4;  // that follow a trace: a tap is pressed, let go and gone

std::vector<std::string> split(const std::string& line) {
    std::istringstream words(line);
    std::vector<std::string> found;
    for (std::string word; words >> word;) found.push_back(word);
    return found;
}

std::optional<float> number(const std::string& text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

// All words from `first` on as numbers; empty when one is none.
std::vector<float> numbers(const std::vector<std::string>& words, std::size_t first) {
    std::vector<float> found;
    for (std::size_t i = first; i < words.size(); ++i) {
        const auto value = number(words[i]);
        if (!value) return {};
        found.push_back(*value);
    }
    return found;
}

std::string rest_of(const std::vector<std::string>& words, std::size_t first) {
    std::string rest;
    for (std::size_t i = first; i < words.size(); ++i) rest += (i > first ? " " : "") + words[i];
    return rest;
}

std::u32string letters(const std::string& text) {
    std::u32string found;
    for (const char c : text) found.push_back(static_cast<unsigned char>(c));  // scripts type ASCII
    return found;
}

}  // namespace

Robot::Robot(std::string script, Screenshot screenshot) : screenshot_(std::move(screenshot)) {
    std::istringstream text(std::move(script));
    for (std::string line; std::getline(text, line);) lines_.push_back(line);
}

void Robot::fail(const std::string& reason) {
    failures_.push_back(fmt::format("{}: {}", line_, reason));
}

bool Robot::step(const App& app, Input& input) {
    while (acts_.empty())
        if (!next_line(app)) return false;
    hand_.keys.clear();
    hand_.typed.clear();
    hand_.wheel = 0;
    hand_.fingers.clear();
    hand_.time = input.time;
    if (acts_.front()(app, hand_)) acts_.pop_front();
    input = hand_;
    return true;
}

void Robot::look(const App&) {
    if (picture_.empty()) return;
    if (!screenshot_(picture_)) fail("no picture " + picture_);
    picture_.clear();
}

bool Robot::next_line(const App& app) {
    if (line_ == lines_.size()) return false;
    const std::vector<std::string> words = split(lines_[line_++]);
    if (!words.empty() && words[0][0] != '#') plan(app, words);
    return true;
}

void Robot::wait(double seconds) {
    acts_.push_back([this, seconds](const App& app, Input&) {
        if (waited_since_ < 0) waited_since_ = app.ui.time();
        const double waited = app.ui.time() - waited_since_;
        const auto due = app.due();
        const bool calm = app.quality() == render::Quality::still && (!due || *due > 0);
        const bool done = waited > kPatience || (waited >= seconds && (seconds > 0 || calm));
        if (done) waited_since_ = -1;
        return done;
    });
}

void Robot::click_at(glm::vec2 at, int button, bool shift) {
    acts_.push_back([at](const App&, Input& hand) { return hand.cursor = at, true; });
    acts_.push_back([=](const App&, Input& hand) { return hand.shift = shift, hand.down[button] = true; });
    acts_.push_back([=](const App&, Input& hand) { return !(hand.down[button] = false); });
    acts_.push_back([](const App&, Input& hand) { return !(hand.shift = false); });
}

std::optional<glm::vec2> Robot::middle_of(const App& app, const std::string& id) {
    const WidgetRecord* widget = app.ui.find(id);
    if (!widget)
        fail("there is no " + id);
    else if (!widget->enabled)
        fail(id + " cannot be used now");
    else
        return widget->rect.middle();
    return {};
}

void Robot::drag(glm::vec2 from, glm::vec2 to, int button, bool lets_go) {
    acts_.push_back([from](const App&, Input& hand) { return hand.cursor = from, true; });
    acts_.push_back([button](const App&, Input& hand) { return hand.down[button] = true; });
    for (int i = 1; i <= 10; ++i) {
        const glm::vec2 now = from + (to - from) * (static_cast<float>(i) / 10);
        acts_.push_back([now](const App&, Input& hand) { return hand.cursor = now, true; });
    }
    if (lets_go) acts_.push_back([button](const App&, Input& hand) { return !(hand.down[button] = false); });
}

/// From a place to another, or a widget by so many pixels.
void Robot::plan_drag(const App& app, const std::vector<std::string>& words) {
    const bool lets_go = words[0] != "hold";
    const int button = words[0] == "right-drag" ? 1 : 0;
    const std::vector<float> places = numbers(words, 1), by = numbers(words, 2);
    if (places.size() == 4) return drag({places[0], places[1]}, {places[2], places[3]}, button, lets_go);
    if (words.size() != 4 || by.size() != 2) return fail("cannot read " + rest_of(words, 0));
    if (const auto from = middle_of(app, words[1]))
        drag(*from, *from + glm::vec2(by[0], by[1]), button, lets_go);
}

void Robot::click(const App& app, const std::vector<std::string>& words, int button, bool shift) {
    const std::vector<float> at = numbers(words, 1);
    if (at.size() == 2) return click_at({at[0], at[1]}, button, shift);
    if (words.size() != 2) return fail("cannot read " + rest_of(words, 0));
    const std::string id = words[1];
    // A widget in a scrolled panel is brought into view first; that takes two frames.
    const_cast<App&>(app).ui.reveal(id);
    acts_.push_back([](const App&, Input&) { return true; });
    acts_.push_back([](const App&, Input&) { return true; });
    acts_.push_back([=, this](const App& now, Input&) {
        if (const auto middle = middle_of(now, id)) click_at(*middle, button, shift);
        return true;
    });
}

void Robot::plan_pointer(const App& app, const std::vector<std::string>& words) {
    constexpr int kLeft = 0, kRight = 1;
    const std::string& verb = words[0];
    if (verb == "click" || verb == "shift-click") return click(app, words, kLeft, verb == "shift-click");
    if (verb == "right-click") return click(app, words, kRight, false);
    const std::vector<float> at = numbers(words, 1);
    if (verb == "double" && at.size() == 2) {
        click_at({at[0], at[1]});
        return click_at({at[0], at[1]});
    }
    if (verb == "wheel" && at.size() == 3) {
        acts_.push_back([at](const App&, Input& hand) { return hand.cursor = {at[0], at[1]}, true; });
        acts_.push_back([at](const App&, Input& hand) { return hand.wheel = at[2], true; });
        return;
    }
    if (verb.ends_with("drag") || verb == "hold") return plan_drag(app, words);
    fail("cannot read " + rest_of(words, 0));
}

void Robot::play_trace(std::vector<FingerEvent> events, glm::vec2 origin) {
    acts_.push_back([=, from = -1.0, next = std::size_t{0}](const App&, Input& hand) mutable {
        if (from < 0) from = hand.time;
        for (; next < events.size() && from + events[next].time <= hand.time; ++next) {
            FingerEvent event = events[next];
            event.at += origin;
            event.time += from;
            hand.fingers.push_back(event);
        }
        return next == events.size();
    });
    for (int i = 0; i < kFingerFrames; ++i) acts_.push_back([](const App&, Input&) { return true; });
}

void Robot::plan_fingers(const App& app, const std::vector<std::string>& words) {
    const bool traced = words[0] == "trace";
    const std::vector<float> place = numbers(words, traced ? 2 : 1);
    std::vector<FingerEvent> events{{0, FingerPhase::begin, {}, 0}, {0, FingerPhase::end, {}, kTapSeconds}};
    if (traced) {
        const auto text = read_file(words[1]);
        auto read = text ? read_trace(*text) : std::nullopt;
        if (!read) return fail("cannot read " + words[1]);
        events = std::move(*read);
    }
    if (place.size() == 2) return play_trace(std::move(events), {place[0], place[1]});
    if (traced && words.size() == 2) return play_trace(std::move(events), {0, 0});
    const std::string& id = words.back();
    const_cast<App&>(app).ui.reveal(id);
    for (int i = 0; i < 2; ++i) acts_.push_back([](const App&, Input&) { return true; });
    acts_.push_back([=, this](const App& now, Input&) {
        if (const auto middle = middle_of(now, id)) play_trace(events, *middle);
        return true;
    });
}

void Robot::plan(const App& app, const std::vector<std::string>& words) {
    const std::string& verb = words[0];
    if ((verb == "tap" || verb == "trace") && words.size() >= 2) return plan_fingers(app, words);
    constexpr std::array pointing{"click", "shift-click", "right-click", "double",
                                  "drag",  "right-drag",  "hold",        "wheel"};
    if (std::ranges::find(pointing, verb) != pointing.end()) return plan_pointer(app, words);
    if (verb == "release")
        return acts_.push_back([](const App&, Input& hand) { return !(hand.down[0] = false); });
    if (verb == "wait") return wait(words.size() > 1 ? number(words[1]).value_or(0) : 0);
    if (verb == "key" && words.size() == 2) {
        acts_.push_back(
            [key = parse_key(words[1])](const App&, Input& hand) { return hand.keys = {key}, true; });
        return;
    }
    if (verb == "type" && words.size() >= 3) {
        // A field that waits for its number is not clicked again: that would put the cursor into it.
        if (!app.ui.editing || app.ui.editing->id != words[1]) plan_pointer(app, {"click", words[1]});
        // The click itself is planned when the widget's place is known; typing follows it.
        const std::u32string typed = letters(rest_of(words, 2));
        acts_.push_back([this, typed](const App&, Input&) {
            acts_.push_back([](const App&, Input&) { return true; });
            acts_.push_back([typed](const App&, Input& hand) { return hand.typed = typed, true; });
            acts_.push_back([](const App&, Input& hand) { return hand.keys = {{"enter"}}, true; });
            acts_.push_back([](const App&, Input&) { return true; });
            return true;
        });
        return;
    }
    if (verb == "frames" && words.size() == 2) {
        for (int i = 0; i < static_cast<int>(number(words[1]).value_or(0)); ++i)
            acts_.push_back([](const App&, Input&) { return true; });
        return;
    }
    if (verb == "expect" || verb == "expect-not") return expect(app, words);
    if (verb == "tell") {
        acts_.push_back([text = rest_of(words, 1)](const App&, Input&) {
            fmt::print("{}\n", text);
            std::fflush(stdout);
            return true;
        });
        return;
    }
    if (verb == "screenshot" && words.size() == 2) {
        wait(0);
        acts_.push_back([this, path = words[1]](const App&, Input&) { return picture_ = path, true; });
        return;
    }
    fail("cannot read " + rest_of(words, 0));
}

void Robot::expect(const App&, const std::vector<std::string>& words) {
    if (words.size() < 2) return fail("cannot read " + rest_of(words, 0));
    const bool wanted = words[0] == "expect";
    acts_.push_back([](const App&, Input&) { return true; });
    acts_.push_back([this, wanted, id = words[1], text = rest_of(words, 2)](const App& app, Input&) {
        const WidgetRecord* widget = app.ui.find(id);
        if (wanted && !widget) fail("there is no " + id);
        if (!widget) return true;
        const bool shows =
            widget->value.find(text) != std::string::npos || widget->label.find(text) != std::string::npos;
        const std::string shown = widget->value.empty() ? widget->label : widget->value;
        if (wanted && !shows) fail(id + " shows \"" + shown + "\", not \"" + text + "\"");
        if (!wanted && shows) fail(id + " is there" + (text.empty() ? "" : " and shows \"" + shown + "\""));
        return true;
    });
}

std::vector<std::string> play_headless(App& app, const std::string& script, render::Size size,
                                       const Screenshot& screenshot, int* frames) {
    Robot robot(script, screenshot);
    Input input;
    input.time = app.ui.time();  // several scripts may follow each other
    app.frame(input, size);
    int count = 1;
    while (count < kMostFrames) {
        input.time += 1.0 / 60;
        if (!robot.step(app, input)) break;
        app.frame(input, size);
        robot.look(app);
        ++count;
    }
    if (frames) *frames = count;
    return robot.failures();
}

}  // namespace maatkast::show
