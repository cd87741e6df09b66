// The screen: how large all is on it, how much moves, and the cabinet in its true size.

#include <algorithm>
#include <cmath>

#include "tools/showroom/app.h"
#include "tools/showroom/context_menu.h"

namespace maatkast::show {
namespace {

constexpr float kKeyPan = 60, kWheelPan = 90;  // pixels at scale 1
constexpr float kEyeLevel = 1.5F;              // metres

}  // namespace

void App::start_screen() {
    if (!settings.state.empty()) screen.preferences = read_preferences(settings.state);
    if (screen.preferences.language && !settings.language_given)
        settings.language = *screen.preferences.language;
    screen.preferences.language = settings.language;
    screen_.kept = screen.preferences;
    set_scale(settings.scale);
}

void App::set_scale(float scale) {
    screen_.scale = scale;
    apply_scale(1);
}

/// Brings everything in line with what is wanted, and keeps that.
void App::follow_preferences() {
    const bool calm = screen.preferences.less_motion;
    turntable.at_once(calm);
    openings.at_once(calm);
    beside.openings.at_once(calm);
    overlays.at_once(calm);
    chrome_.at_once(calm);
    ui.at_once(calm);
    screen.preferences.language = settings.language;
    follow_figure();
    if (screen_.kept == screen.preferences) return;
    if (screen_.kept.size != screen.preferences.size) apply_scale(1);
    screen_.kept = screen.preferences;
    if (settings.state.empty()) return;
    const auto written = write_preferences(settings.state, screen.preferences, *settings.disk);
    if (!written) say(words(written.error().front().message));
}

void App::toggle_settings() {
    screen.show_settings = !screen.show_settings;
}

void App::toggle_less_motion() {
    screen.preferences.less_motion = !screen.preferences.less_motion;
    say(words(screen.preferences.less_motion ? "ui.motion_less" : "ui.motion_more"));
}

void App::set_size(float size) {
    screen.preferences.size = std::clamp(std::round(size * 10) / 10, kLeastSize, kMostSize);
}

/// Each design has its customer. One that gets its first file keeps its own.
void App::follow_figure() {
    if (screen_.figure_of == doc.path()) return;
    const bool saved_first = screen_.figure_of.empty();
    screen_.figure_of = doc.path();
    const auto known = screen.preferences.figures.find(doc.path());
    if (known == screen.preferences.figures.end() && saved_first) return;
    screen.figure_cm = known == screen.preferences.figures.end() ? scene::kUsualFigure : known->second;
    if (!stage.dressing().figure_cm) return;
    scene::Dressing dressing = stage.dressing();
    dressing.figure_cm = screen.figure_cm;
    dress(dressing);
}

void App::set_figure(int centimetres) {
    screen.figure_cm = std::clamp(centimetres, kLeastFigure, kMostFigure);
    if (!doc.path().empty()) screen.preferences.figures[doc.path()] = screen.figure_cm;
    scene::Dressing dressing = stage.dressing();
    dressing.figure_cm = screen.figure_cm;
    dress(dressing);
}

void App::calibrate() {
    const double usual = kPixelsPerMm * screen_.scale;
    screen_.was_calibrated = screen.preferences.pixels_per_mm.value_or(0);
    screen.life.pixels_per_mm = screen.preferences.pixels_per_mm.value_or(usual);
    screen.calibrating = true;
    screen.show_settings = false;
    ui.editing.reset();
}

void App::end_calibration(bool keep) {
    screen.calibrating = false;
    if (keep) screen.preferences.pixels_per_mm = screen.life.pixels_per_mm;
    if (!keep && screen_.was_calibrated == 0) screen.life.on = false;
    if (!keep && screen_.was_calibrated > 0) screen.life.pixels_per_mm = screen_.was_calibrated;
}

/// What is chosen comes to the middle, else what is at the height of the eyes.
void App::toggle_life_size() {
    if (screen.life.on) return go_to(view);
    const render::Bounds box = doc.box(), chosen = selected_box();
    screen.life.on = true;
    view_free = true;
    const glm::vec3 middle = 0.5F * (box.min + box.max), at = 0.5F * (chosen.min + chosen.max);
    screen.life.centre = chosen.empty() ? glm::vec2(middle.x, std::min(kEyeLevel, middle.y)) : glm::vec2(at);
    if (!screen.preferences.pixels_per_mm) return calibrate();
    screen.life.pixels_per_mm = *screen.preferences.pixels_per_mm;
}

/// Of the run along the main wall, closed.
float App::front_plane() const {
    return static_cast<float>(total_depth(doc.design()).metres());
}

render::Camera App::camera() const {
    return screen.life.on ? screen.life.camera(front_plane(), size_, area_)
                          : camera_of(turntable.now(), pane(), area_);
}

/// Straight before the front there is nothing to turn: the hand moves along the cabinet.
void App::look_at_life_size(const Input& input) {
    const bool pressed =
        pointer_.pressed(Button::left) || pointer_.pressed(Button::right) || pointer_.pressed(Button::middle);
    if (pressed) panning_ = !ui.over_widget() && !menu;
    const bool held =
        pointer_.held(Button::left) || pointer_.held(Button::right) || pointer_.held(Button::middle);
    glm::vec2 by{0};
    if (panning_ && held && pointer_.dragging()) by += pointer_.moved();
    if (!ui.over_widget()) by.y += input.wheel * kWheelPan * ui.theme.scale;
    const float step = kKeyPan * ui.theme.scale;
    const bool free = ui.under_cursor().empty();
    if (free && ui.key("left")) by.x += step;
    if (free && ui.key("right")) by.x -= step;
    if (free && ui.key("up")) by.y += step;
    if (free && ui.key("down")) by.y -= step;
    screen.life.pan(by, doc.box());
    if (panning_ && pointer_.clicked(Button::right) && mode == Mode::salesperson) menu_at(pointer_.at());
    if (!panning_ || !pointer_.clicked(Button::left)) return;
    mode == Mode::customer ? open_at(pointer_.at()) : pick_at(pointer_.at());
}

/// True while no other key counts.
bool App::screen_shortcuts() {
    if (screen.calibrating) {
        const double least = 1 / kCardWidth;  // one pixel
        if (ui.key("right") || ui.key("up")) screen.life.pixels_per_mm += least;
        if (ui.key("left") || ui.key("down")) screen.life.pixels_per_mm -= least;
        if (ui.key("enter")) end_calibration(true);
        if (ui.key("escape")) end_calibration(false);
        return true;
    }
    if (ui.key("r")) toggle_life_size();
    if (ui.key("w")) toggle_less_motion();
    if (ui.key("c")) order_picture(false);
    if (ui.key("c", false, true)) order_picture(true);
    if (mode == Mode::salesperson && ui.key(",")) toggle_settings();
    if (menu || (!screen.show_settings && !screen.life.on)) return false;
    if (!ui.key("escape")) return false;
    screen.show_settings ? toggle_settings() : toggle_life_size();
    return false;
}

}  // namespace maatkast::show
