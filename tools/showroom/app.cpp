#include "tools/showroom/app.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "model/build/motion.h"
#include "tools/scene/figure.h"
#include "tools/showroom/context_menu.h"
#include "tools/showroom/dimension_marks.h"
#include "tools/showroom/look_past.h"
#include "tools/showroom/panels.h"
#include "tools/showroom/rearrange.h"

namespace maatkast::show {
namespace {

constexpr double kStillAfter = 0.15;  // seconds without movement before the best picture is made
constexpr double kToastSeconds = 4;
constexpr float kTurnPerPixel = 0.0055F;  // radians
constexpr float kZoomPerNotch = 0.88F;
constexpr float kAroundFinding = 4.5F;  // its place with what stands around it, beside the list
// Milliseconds of a frame. At rest the window's own picture, which each of them draws anew, takes far longer.
constexpr double kTryingTime = 3, kTryingTimeAtRest = 40;
constexpr std::chrono::milliseconds kPicturesTime{80};
constexpr std::uint32_t kSwatchSide = 96;  // pixels

// The middle of a wood picture, reduced to a swatch by averaging.
std::vector<std::uint8_t> swatch_pixels(const render::Image& image) {
    const std::uint32_t side = std::min(image.size.width, image.size.height) / 2,
                        block = std::max(1U, side / kSwatchSide);
    std::vector<std::uint8_t> pixels;
    for (std::uint32_t y = 0; y < kSwatchSide; ++y)
        for (std::uint32_t x = 0; x < kSwatchSide; ++x)
            for (std::uint32_t c = 0; c < 4; ++c) {
                std::uint32_t sum = 0;
                for (std::uint32_t i = 0; i < block * block; ++i)
                    sum += image.pixel((x * block + i % block) % image.size.width,
                                       (y * block + i / block) % image.size.height)[c];
                pixels.push_back(static_cast<std::uint8_t>(sum / (block * block)));
            }
    return pixels;
}

ImTextureID as_imgui(std::uint32_t texture) {
    return reinterpret_cast<ImTextureID>(std::uintptr_t{texture});
}

}  // namespace

App::App(AppSettings start, Design design, std::string path)
    : settings(std::move(start)),
      doc(*settings.catalogue, std::move(design), std::move(path)),
      stage(settings.catalogue->book, *settings.textures),
      verdicts(*settings.catalogue),
      stills(*settings.catalogue, *settings.textures),
      beside(*settings.catalogue, *settings.textures),
      ui({}, {}),
      wall(settings.state.empty() ? "" : settings.state + "/thumbnails") {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    start_screen();
    ImGui::GetStyle().Colors[ImGuiCol_FrameBg] = {0, 0, 0, 0};
    ImGui::GetStyle().Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(palette::kText);
    ImGui::GetStyle().Colors[ImGuiCol_TextSelectedBg] = ImGui::ColorConvertU32ToFloat4(color(0x1f5f4f, 70));
    ImGui::GetStyle().FramePadding = {0, 0};
    start_keeping();
}

App::~App() {
    leave();
    ImGui::DestroyContext();
}

void App::apply_scale(float by) {
    const float scale = screen_.scale * screen.preferences.size * by;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const auto old = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(atlas.TexID));
    ui.theme.scale = scale;
    ui.fonts = load_fonts(settings.fonts, scale);
    unsigned char* rgba = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsRGBA32(&rgba, &width, &height);
    const render::Size size{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
    const std::size_t bytes = std::size_t{4} * size.width * size.height;
    atlas.SetTexID(as_imgui(settings.make_texture(size, {rgba, bytes})));
    if (old != 0 && settings.drop_texture) settings.drop_texture(old);
    shown_revision_ = 0;  // the cabinet has another place beside the panels
}

bool App::edit(std::vector<Edit> edits) {
    const auto done = doc.edit(edits);
    if (!done) say(done.error().empty() ? std::string() : words(done.error().front().message));
    openings.follow(doc.build());  // whatever else this frame lays out asks for them by number
    return done.has_value();
}

bool App::edit(std::string path, std::string value) {
    return edit({{std::move(path), std::move(value)}});
}

void App::undo() {
    if (doc.can_undo()) doc.undo();
    openings.follow(doc.build());
}

void App::redo() {
    if (doc.can_redo()) doc.redo();
    openings.follow(doc.build());
}

void App::select(const Selection& wanted) {
    if (selection == wanted) return;
    selection = wanted;
    asked.clear();
    if (tab == Tab::finishes && !wanted.part.empty()) finish_part = true;
    if (wanted.bay >= 0 && tab != Tab::finishes) tab = Tab::layout;
    inside = wanted.opening >= 0;  // its contents are what is chosen first
}

bool App::is_selected(int bay, int opening) const {
    return (selection.bay == bay && selection.opening == opening) ||
           std::ranges::find(selection.others, std::array{bay, opening}) != selection.others.end();
}

void App::select_also(int bay, int opening) {
    Selection wanted = selection;
    wanted.part.clear();
    const std::array here{bay, opening};
    if (!selected_opening()) return select({bay, opening, {}});
    if (wanted.bay == bay && wanted.opening == opening) {
        if (wanted.others.empty()) return select({});
        wanted.bay = wanted.others.back()[0];
        wanted.opening = wanted.others.back()[1];
        wanted.others.pop_back();
    } else if (std::erase(wanted.others, here) == 0) {
        wanted.others.push_back({wanted.bay, wanted.opening});
        wanted.bay = bay;
        wanted.opening = opening;
    }
    select(wanted);
}

const Bay* App::selected_bay() const {
    const auto bay = static_cast<std::size_t>(selection.bay);
    return selection.bay >= 0 && bay < doc.design().bays.size() ? &doc.design().bays[bay] : nullptr;
}

const maatkast::Opening* App::selected_opening() const {
    const Bay* bay = selected_bay();
    const auto opening = static_cast<std::size_t>(selection.opening);
    return bay && selection.opening >= 0 && opening < bay->openings.size() ? &bay->openings[opening]
                                                                           : nullptr;
}

std::vector<Selection> App::selected_openings() const {
    std::vector<Selection> all;
    if (doc.space(selection.bay, selection.opening)) all.push_back({selection.bay, selection.opening, {}});
    for (const auto& [bay, opening] : selection.others)
        if (doc.space(bay, opening)) all.push_back({bay, opening, {}});
    return all;
}

std::optional<PartFinish> App::selected_part_finish() const {
    if (selection.part.empty()) return {};
    const auto& parts = doc.build().parts;
    const auto at =
        std::ranges::find_if(parts, [&](const Part& part) { return part.name.view() == selection.part; });
    return finish_of_part(doc.design(), doc.build(), static_cast<int>(at - parts.begin()));
}

render::Bounds App::selected_box() const {
    if (const OpeningSpace* space = doc.space(selection.bay, selection.opening))
        return render::transformed(space->box, space->frame);
    render::Bounds box;
    for (const Part& part : doc.build().parts) {
        const bool chosen = selection.part.empty() ? selection.bay >= 0 && part.bay == selection.bay
                                                   : part.name.view() == selection.part;
        if (chosen && part.opener < 0)
            box.add(render::transformed(box_of(part), glm::mat4(frame_matrix(doc.build(), part.frame))));
    }
    return box;
}

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

char App::decimal() const {
    return settings.language == Language::en ? '.' : ',';
}

/// With the heights of the chosen bay, or of those at the ends.
std::vector<scene::Dimension> App::dimensions() const {
    const auto bay = selected_bay() ? std::optional(static_cast<std::size_t>(selection.bay)) : std::nullopt;
    return scene::dimensions(doc.book(), doc.design(), bay);
}

/// Not while parts are elsewhere, or cut away.
void App::draw_dimension_lines(const render::View& seen) {
    if ((!show_dimensions && !pull_) || overlays.bare() || overlays.kind() == OverlayKind::section) return;
    auto style = dimension_style(ui.fonts, ui.theme.scale, decimal());
    for (const WidgetRecord& widget : ui.widgets())  // cards of the last frame
        if (widget.label.empty() && widget.value.empty() && !widget.focusable)
            style.taken.push_back({{widget.rect.x0, widget.rect.y0}, {widget.rect.x1, widget.rect.y1}});
    const std::vector<scene::Dimension> all = dimensions();
    const auto placed =
        scene::place_dimensions(all, scene::blocks_of(doc.build(), openings.now()), seen, style);
    draw_dimensions(*ui.list(), placed, ui.fonts, ui.theme.scale);
    dimension_fields(all, placed);
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

void App::say(std::string text) {
    toast_ = Toast{std::move(text), time_ + kToastSeconds};
}

std::string App::effect_text(std::vector<Edit> edits) {
    const auto change = doc.effect(edits);
    return change && change->value != 0 ? texts().money_change(*change) : std::string();
}

std::string App::name_of(std::string_view key) const {
    std::string name = words(key);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

ImTextureID App::swatch_texture(const Look& look) {
    if (look.texture.empty()) return nullptr;
    const auto known = swatches_.find(look.texture);
    if (known != swatches_.end()) return as_imgui(known->second);
    const render::Image* image = settings.textures->get(look.texture);
    if (!image) return nullptr;
    const std::vector<std::uint8_t> pixels = swatch_pixels(*image);
    return as_imgui(swatches_[look.texture] = settings.make_texture({kSwatchSide, kSwatchSide}, pixels));
}

ImTextureID App::still_texture(const std::string& id, const StillOf& wanted) {
    return settings.make_picture ? as_imgui(stills.of(doc, id, wanted)) : nullptr;
}

/// What choices would do is worked out beside the frames; their pictures when nothing moves.
void App::try_choices() {
    const bool moves = quality() == render::Quality::moving;
    verdicts.work(doc, moves ? kTryingTime : kTryingTimeAtRest);
    if (!settings.make_picture || moves || verdicts.waiting()) return;
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + kPicturesTime;
    do stills.make(doc, settings.make_picture, settings.make_texture, settings.drop_texture);
    while (stills.waiting() && Clock::now() < end);
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

// Brings stage, openers, camera limits and selection in line with a changed design.
void App::follow_document() {
    if (shown_revision_ == doc.revision()) return;
    shown_revision_ = doc.revision();
    verdicts.forget();
    stills.forget();
    asked.clear();
    finding.reset();
    openings.follow(doc.build());
    stage.set(bare_ ? nullptr : &doc.design(), doc.build(), doc.meshes(), openings.now());
    turntable.set_limits({picture_box(view)});
    if (selection.bay >= 0 && !selected_bay()) selection = {};
    if (selection.opening >= 0 && !selected_opening()) selection.opening = -1;
    std::erase_if(selection.others, [&](const auto& at) { return !doc.space(at[0], at[1]); });
    scene_changed_ = time_;
    if (fresh_)
        turntable.jump(orbit_for(view));
    else if (!view_free && !pull_)
        turntable.ease_to(orbit_for(view), time_);
    fresh_ = false;
}

void App::shortcuts() {
    // After a pull its number waits to be typed; who takes the pull back instead need not leave it first.
    if (ui.editing && ui.editing->id == "grip.size" && ui.key("z", true)) {
        ui.editing.reset();
        undo();
    }
    if (ui.editing || screen_shortcuts()) return;
    using enum scene::StandardView;
    constexpr std::array views{std::pair{"1", front},  std::pair{"2", three_quarter},
                               std::pair{"3", side},   std::pair{"4", inside},
                               std::pair{"5", detail}, std::pair{"home", three_quarter}};
    for (const auto& [key, wanted] : views)
        if (ui.key(key)) go_to(wanted);
    if (beside.shown() && ui.key("z", true)) undo();
    if (mode == Mode::salesperson && !beside.shown()) editing_shortcuts();
    if (ui.key("v")) toggle_beside();
    if (ui.key("k", false, true)) toggle_second();
    if (ui.key("k")) toggle_customer();
    if (ui.key("b")) toggle_veil();
    if (ui.key("o")) toggle_all();
    if (ui.key("f")) focus_selection();
    if (ui.key("i")) toggle_things();
    if (ui.key("p")) toggle_figure();
    if (ui.key("l")) toggle_evening();
    if (!menu && ui.key("escape")) {
        if (!list.empty())
            list.clear();
        else if (finding)
            finding.reset();
        else if (beside.shown())
            leave_beside();
        else if (show_left)
            show_left = false;
        else if (mode == Mode::customer)
            set_mode(Mode::salesperson);
        else if (show_files || show_findings)
            show_files = show_findings = show_versions = false;
        else
            selection = {};
    }
}

void App::editing_shortcuts() {
    if (ui.key("z", true)) undo();
    if (ui.key("z", true, true) || ui.key("y", true)) redo();
    if (ui.key("s", true)) save();
    if (ui.key("n", true)) new_customer();
    if (ui.key("o", true)) show_files = !show_files;
    if (ui.key("x")) toggle_apart();
    if (ui.key("d")) toggle_section();
    if (ui.key("e")) toggle_envelopes();
    if (ui.key("m")) toggle_dimensions();
    if (ui.key("t")) toggle_timeline();
    rearranging_keys(*this);
    if (ui.key("menu") || ui.key("f10", false, true)) open_menu(*this, render::make_view(camera(), size_));
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

void App::pick_at(glm::vec2 pixel) {
    if (overlays.bare()) return;  // parts are not where they are picked
    const render::Ray ray = render::unproject(render::make_view(camera(), size_), pixel);
    const auto met = pick(doc.build(), doc.spaces(), openings.now(), ray);
    if (!met) return select({});
    if (met->opening >= 0 && ui.shift()) return select_also(met->bay, met->opening);
    const std::string part =
        met->part < 0 ? "" : std::string(doc.build().parts[static_cast<std::size_t>(met->part)].name.view());
    select({met->bay, met->opening, part});
}

/// What is chosen already stays so, with all that is chosen beside it.
void App::menu_at(glm::vec2 pixel) {
    if (overlays.bare()) return;
    const render::Ray ray = render::unproject(render::make_view(camera(), size_), pixel);
    const auto met = pick(doc.build(), doc.spaces(), openings.now(), ray);
    if (!met) return menu.reset();
    if (met->opening < 0 || selection.others.empty() || !is_selected(met->bay, met->opening)) {
        pick_at(pixel);
        inside = false;  // the menu asks
    }
    open_menu(*this, pixel);
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

/// What a quick hand types before a new field takes letters waits for it.
Input App::once_taken(Input input) {
    input.keys.insert(input.keys.begin(), early_.keys.begin(), early_.keys.end());
    input.typed.insert(0, early_.typed);
    early_ = {};
    if (!ui.editing || ui.editing->waits == 0) return input;
    --ui.editing->waits;
    std::swap(early_.keys, input.keys);
    std::swap(early_.typed, input.typed);
    return input;
}

void App::frame(const Input& seen, render::Size size) {
    ordered_picture(seen, size);
    const Input input = once_taken(with_fingers(seen));
    time_ = input.time;
    size_ = size;
    const float width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    follow_preferences();
    arrange(size);
    pointer_.update(input);
    feed_imgui(input, size);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::Begin("##showroom", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse);
    ui.begin(input, pointer_, {width, height});
    tell_news();
    follow_document();
    pull_along();
    if (!veiled) shortcuts();
    if (!veiled) look_around(input);
    if (!veiled) follow_fingers();
    turn_slowly(input);
    follow_document();
    turntable.advance(time_);
    if (openings.moving()) {
        openings.advance(time_);
        stage.pose(doc.build(), openings.now());
    } else {
        openings.advance(time_);
    }
    if (beside.follow(stage.dressing(), time_)) scene_changed_ = time_;
    const float panel_was = panel_height, files_was = files_height;
    foreseen.clear();
    if (ui.find(reveal)) ui.reveal(std::exchange(reveal, {}));
    draw_all();
    relayout_ = pointer_.released(Button::left) || !input.keys.empty() || panel_was != panel_height ||
                files_was != files_height || input.wheel != 0 || input.scroll != 0;
    ui.end();
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::Render();
    overlay_ = to_overlay(*ImGui::GetDrawData());
    follow_document();
    look_inside();
    lay_over();
    if (turntable.moving() || openings.moving() || camera() != last_camera_) scene_changed_ = time_;
    last_camera_ = camera();
    try_choices();
    if (toast_ && toast_->until <= time_) toast_.reset();
}

void App::draw_all() {
    const float margin = ui.theme.padding(), price = ui.theme.px(112);
    const glm::vec2 size = ui.size();
    const float left = size.x - ui.theme.panel_width(size.x);
    const render::View seen = render::make_view(camera(), size_);
    if (veiled) return draw_veil();
    if (screen.calibrating) return calibration(*this);
    if (beside.shown()) return beside_cards(*this), draw_toast();
    if (mode == Mode::customer) return draw_for_customer();
    draw_outlines(seen);
    draw_dimension_lines(seen);
    draw_grips(seen);
    picture_marks(*this, seen, area_);
    side_panel(*this, {left, margin, size.x - margin, size.y - margin - price - ui.theme.gap() * 1.5F});
    price_card(*this, {left, size.y - margin - price, size.x - margin, size.y - margin});
    tool_bar(*this, area_);
    view_bar(*this, area_);
    findings_card(*this, area_);
    if (read_only()) read_only_notice(*this, area_);
    if (show_files) files_card(*this, area_);
    if (show_left && !show_files) left_card(*this, area_);
    if (show_timeline && !show_files) timeline_card(*this, area_);
    manners_list(*this);
    screen_cards(*this, area_);
    context_menu(*this);
    draw_toast();
}

void App::draw_toast() {
    if (!toast_) return;
    const float most = (area_.right - area_.left) * 0.7F;
    const float width = std::min(ui.text_width(ui.fonts.body, toast_->text), most);
    const float text = ui.paragraph(ui.fonts.body, {0, 0}, width + 1, 0, toast_->text, false);
    const WidgetRecord* strip = ui.find("timeline.card");  // whose prices it must not hide
    const float bottom = strip ? strip->rect.y0 - ui.theme.gap() : area_.bottom - ui.theme.px(28);
    const float x = area_.middle().x - width / 2, y = bottom - ui.theme.px(12) - text;
    const Rect box{x - ui.theme.px(18), y - ui.theme.px(12), x + width + ui.theme.px(18),
                   y + text + ui.theme.px(8)};
    ui.touch("toast", toast_->text, box, false, toast_->text);
    ui.shadow(box, ui.theme.px(14), 0.25F);
    ui.fill(box, color(0x23211e, 240), ui.theme.rounding());
    ui.paragraph(ui.fonts.body, {x, y}, width + 1, palette::kOnAccent, toast_->text);
}

render::Quality App::quality() const {
    const bool calm = !turntable.moving() && !openings.moving() && !overlays.moving() && !beside.moving() &&
                      time_ - scene_changed_ >= kStillAfter;
    return calm ? render::Quality::still : render::Quality::moving;
}

bool App::moving() const {
    return relayout_ || screen_.ordered || !screen_.told.empty() || gestures_.due(time_) == 0 || pictured_ ||
           (ui.editing && ui.editing->waits > 0) || chrome_.moving() || ui.animating() ||
           turntable.moving() || openings.moving() || overlays.moving() ||
           shown_revision_ != doc.revision() || verdicts.waiting() || !reveal.empty() || peek_.waiting();
}

std::optional<double> App::due() const {
    if (moving()) return 0;
    const auto turns = turns_slowly() ? slow_turn_.due(time_) : std::nullopt;
    if (turns && *turns <= 0) return 0;
    if (quality() == render::Quality::moving) return kStillAfter - (time_ - scene_changed_) + 0.001;
    if (stills.waiting()) return 0;
    std::optional<double> next = gestures_.due(time_);
    if (toast_ && (!next || toast_->until - time_ < *next)) next = toast_->until - time_ + 0.001;
    if (turns && (!next || *turns < *next)) next = turns;
    return next;
}

}  // namespace maatkast::show
