// What the picture shows: where it is looked at from, what is shown of and around the cabinet.

#include <algorithm>
#include <cmath>

#include "tools/scene/figure.h"
#include "tools/showroom/app.h"
#include "tools/showroom/dimension_marks.h"
#include "tools/showroom/look_past.h"
#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr float kTurnPerPixel = 0.0055F;  // radians
constexpr float kZoomPerNotch = 0.88F;
constexpr float kAroundFinding = 4.5F;  // its place with what stands around it, beside the list

}  // namespace

/// What a view has to show: the cabinet, whoever stands beside it, what stands on it, and overlays.
render::Bounds App::picture_box(scene::StandardView wanted) {
    render::Bounds box = doc.box();
    box.add(overlays.reach(doc));
    if (wanted != scene::StandardView::detail) box.add(stage.dressing_box());
    if (beside.shown()) box.add(beside.box());
    return box;
}

Orbit App::orbit_for(scene::StandardView wanted) {
    const render::Bounds box = picture_box(wanted);
    const scene::Sight at = scene::sight(wanted, box, scene::side_walls(doc.design()));
    const float free_width = area_.right - area_.left, free_height = area_.bottom - area_.top;
    const render::Size free{static_cast<std::uint32_t>(std::max(free_width, 1.0F)),
                            static_cast<std::uint32_t>(std::max(free_height, 1.0F))};
    const float share = free_height / static_cast<float>(size_.height);
    const float fov = glm::degrees(2 * std::atan(std::tan(glm::radians(kFieldOfView) / 2) * share));
    render::Camera camera = scene::standard_camera(wanted, box, free, fov, scene::side_walls(doc.design()));
    float elevation = at.elevation;
    const float down = overlays.kind() == OverlayKind::apart       ? scene::kApartElevation
                       : overlays.kind() == OverlayKind::envelopes ? scene::kEnvelopeElevation
                                                                   : 0;
    if (down > elevation && wanted != scene::StandardView::detail) {
        camera = scene::looking_down(camera, box, free, down, at.margin / 2);
        elevation = down;
    }
    if (show_dimensions && !beside.shown() && wanted != scene::StandardView::detail) {
        // Those without a choice: a click must not move the picture.
        const auto style = dimension_style(ui.fonts, ui.theme.scale, decimal());
        const std::vector<double> opened = open_all(doc.build(), at.opens ? 1 : 0);
        camera = scene::with_room_for(scene::dimensions(doc.book(), doc.design()),
                                      scene::blocks_of(doc.build(), opened), camera, free, style);
    }
    return {glm::radians(at.azimuth), glm::radians(elevation), glm::length(camera.eye - camera.target),
            camera.target};
}

void App::go_to(scene::StandardView wanted) {
    screen.life.on = false;
    const bool opens = scene::sight(wanted, doc.box()).opens, opened = scene::sight(view, doc.box()).opens;
    if (opens || opened) openings.set_all(opens);  // what the inside view opened, leaving it closes
    if (opens || opened) beside.openings.set_all(opens);
    view = wanted;
    view_free = false;
    turntable.ease_to(orbit_for(wanted), time_);
}

void App::focus_selection(float around) {
    const render::Bounds box = selected_box();
    if (box.empty()) return go_to(scene::StandardView::three_quarter);
    Orbit orbit = turntable.goal();
    orbit.target = (box.min + box.max) / 2.0F;
    const glm::vec3 size = box.max - box.min;
    orbit.distance = around * std::max({size.x, size.y, 0.3F});
    view_free = true;
    turntable.ease_to(orbit, time_);
}

void App::look_at_finding(std::size_t index) {
    const Selection at = place_of(doc.build().findings[index], doc.design());
    if (at.bay < 0) return go_to(scene::StandardView::three_quarter);
    select(at);
    inside = false;  // it may be about the front
    focus_selection(kAroundFinding);
}

void App::toggle_all() {
    const bool open = !openings.any_open();
    openings.set_all(open);
    beside.openings.set_all(open);
}

void App::dress(const scene::Dressing& dressing) {
    stage.dress(dressing);
    shown_revision_ = 0;
}

void App::toggle_things() {
    scene::Dressing dressing = stage.dressing();
    dressing.things = !dressing.things;
    dress(dressing);
}

void App::toggle_evening() {
    scene::Dressing dressing = stage.dressing();
    dressing.hour = dressing.hour == scene::Hour::day ? scene::Hour::evening : scene::Hour::day;
    dress(dressing);
}

void App::toggle_figure() {
    scene::Dressing dressing = stage.dressing();
    dressing.figure_cm = dressing.figure_cm ? std::nullopt : std::optional(screen.figure_cm);
    dress(dressing);
}

void App::toggle_apart() {
    show_overlay(OverlayKind::apart);
}

void App::toggle_section() {
    const std::size_t bays = doc.design().bays.size();
    overlays.cut(selected_bay() ? static_cast<std::size_t>(selection.bay) : bays / 2);
    show_overlay(OverlayKind::section);
}

void App::toggle_envelopes() {
    show_overlay(OverlayKind::envelopes);
}

void App::toggle_dimensions() {
    show_dimensions = !show_dimensions;
    if (!view_free) turntable.ease_to(orbit_for(view), time_);
}

/// Or hides it, where it is shown. Parts come apart closed, and are cut closed.
void App::show_overlay(OverlayKind kind) {
    const OverlayKind was = overlays.kind();
    overlays.show(was == kind ? OverlayKind::none : kind);
    if (overlays.kind() == OverlayKind::apart || overlays.kind() == OverlayKind::section)
        openings.set_all(false);
    if (overlays.kind() == OverlayKind::section) return look_at_section();
    view_free = false;
    turntable.set_limits({picture_box(view)});
    turntable.ease_to(orbit_for(view), time_);
}

void App::look_at_section() {
    const render::Size free{static_cast<std::uint32_t>(std::max(area_.right - area_.left, 1.0F)),
                            static_cast<std::uint32_t>(std::max(area_.bottom - area_.top, 1.0F))};
    const float share = static_cast<float>(free.height) / static_cast<float>(size_.height);
    const float fov = glm::degrees(2 * std::atan(std::tan(glm::radians(kFieldOfView) / 2) * share));
    overlays.lay_over(*settings.catalogue, doc, stage);
    const render::Camera camera = overlays.section_view(*settings.catalogue, doc, free, fov);
    const glm::vec3 away = camera.eye - camera.target;
    view_free = true;
    turntable.ease_to(
        {std::atan2(away.x, away.z), std::asin(away.y / glm::length(away)), glm::length(away), camera.target},
        time_);
}

/// Fronts stand open while what is behind them is being chosen, and the view steps aside where they would
/// hide it.
void App::look_inside() {
    const bool apart = overlays.kind() == OverlayKind::apart || overlays.kind() == OverlayKind::section;
    inside = inside && tab == Tab::layout && selected_opening() && !apart;
    std::vector<std::array<int, 2>> behind;
    if (inside)
        for (const Selection& at : selected_openings()) behind.push_back({at.bay, at.opening});
    if (peek_.look(doc.book(), doc.design(), doc.build(), openings, behind)) looks_past_ = !behind.empty();
    if (!looks_past_ || peek_.waiting() || openings.moving()) return;
    looks_past_ = false;
    const OpeningSpace* space = doc.space(selection.bay, selection.opening);
    if (!space) return;
    Orbit orbit = turntable.goal();
    const auto eye_at = [&](float azimuth) {
        Orbit there = orbit;
        there.azimuth = azimuth;
        return camera_of(turntable.limits().clamp(there), size_, area_).eye;
    };
    const auto azimuth = clear_azimuth(doc.build(), *space, openings.now(), orbit.azimuth, eye_at);
    if (!azimuth) return;
    orbit.azimuth = *azimuth;
    view_free = true;
    turntable.ease_to(orbit, time_);
}

void App::look_around(const Input& input) {
    if (screen.life.on) return look_at_life_size(input);
    const bool on_picture = !ui.over_widget();
    if (pointer_.pressed(Button::left)) orbiting_ = on_picture && !menu;  // it closes at that press
    // Knobs are for the left button; the others go through them.
    const bool on_knob = ui.under_cursor().starts_with("grip.");
    if (pointer_.pressed(Button::right) || pointer_.pressed(Button::middle)) panning_ = on_picture || on_knob;
    if (orbiting_ && pointer_.held(Button::left) && pointer_.dragging()) {
        turntable.turn(glm::vec2(-pointer_.moved().x, pointer_.moved().y) * kTurnPerPixel);
        view_free = true;
    }
    if (panning_ && pointer_.dragging() && (pointer_.held(Button::right) || pointer_.held(Button::middle))) {
        turntable.pan(pointer_.moved(), size_);
        view_free = true;
    }
    if (input.wheel != 0 && (on_picture || on_knob)) {
        const float factor = std::pow(kZoomPerNotch, input.wheel);
        turntable.ease_to(
            zoomed(turntable.goal(), turntable.limits(), factor, on_pane(pointer_.at()), size_, area_),
            time_);
        view_free = true;
    }
    if (panning_ && pointer_.clicked(Button::right) && mode == Mode::salesperson && !beside.shown())
        menu_at(pointer_.at());
    if (!orbiting_ || !pointer_.clicked(Button::left)) return;
    if (beside.shown()) return open_beside(pointer_.at());
    if (mode == Mode::customer) return open_at(pointer_.at());
    // The first click of two may have opened a front, and moved the picture.
    if (pointer_.double_clicked() && selection.any()) return focus_selection();
    pick_at(pointer_.at());
}

/// Brings what lies over the picture in line with everything else.
void App::lay_over() {
    if (overlays.kind() == OverlayKind::section && selected_bay())
        overlays.cut(static_cast<std::size_t>(selection.bay));
    overlays.foresee(foreseen);
    overlays.advance(time_);
    if (bare_ != overlays.bare()) {
        bare_ = overlays.bare();
        stage.set(bare_ ? nullptr : &doc.design(), doc.build(), doc.meshes(), openings.now());
    }
    if (overlays.lay_over(*settings.catalogue, doc, stage)) scene_changed_ = time_;
}

}  // namespace maatkast::show
