#include "tools/showroom/second_view.h"

#include <algorithm>
#include <cmath>

namespace maatkast::show {
namespace {

constexpr float kTurnPerPixel = 0.0055F;  // radians
constexpr float kZoomPerNotch = 0.88F;
constexpr double kStillAfter = 0.15;      // seconds without movement before the best picture is made
constexpr float kTop = 28, kBottom = 26;  // pixels at scale 1 that stay free round the cabinet
constexpr float kPriceWidth = 300, kPriceHeight = 84;

/// Words of one of the app's fonts on a screen of another scale.
void say(ImDrawList& list, const App& app, ImFont* font, float scale, glm::vec2 at, ImU32 color,
         const std::string& words) {
    const float size = font->FontSize * scale / app.ui.theme.scale;
    list.AddText(font, size, {at.x, at.y}, color, words.data(), words.data() + words.size());
}

float width_of(const App& app, ImFont* font, float scale, const std::string& words) {
    const float size = font->FontSize * scale / app.ui.theme.scale;
    return font->CalcTextSizeA(size, 1e6F, 0, words.data(), words.data() + words.size()).x;
}

void draw_price(ImDrawList& list, const App& app, render::Size size, float scale) {
    const float pad = 16 * scale, x1 = static_cast<float>(size.width) - pad,
                y1 = static_cast<float>(size.height) - pad;
    const float x0 = x1 - kPriceWidth * scale, y0 = y1 - kPriceHeight * scale;
    list.AddRectFilled({x0, y0}, {x1, y1}, palette::kCard, 16 * scale);
    say(list, app, app.ui.fonts.small, scale, {x0 + pad, y0 + 12 * scale}, palette::kMuted,
        app.words("ui.price"));
    say(list, app, app.ui.fonts.title, scale, {x0 + pad, y0 + 36 * scale}, palette::kText,
        app.texts().money(app.doc.price().total));
}

void draw_veil(ImDrawList& list, const App& app, render::Size size, float scale) {
    const glm::vec2 whole(static_cast<float>(size.width), static_cast<float>(size.height));
    list.AddRectFilled({0, 0}, {whole.x, whole.y}, palette::kSolid);
    const std::string name = "Maatkast";
    ImFont* font = app.ui.fonts.title;
    say(list, app, font, scale, {(whole.x - width_of(app, font, scale, name)) / 2, whole.y / 2 - 15 * scale},
        palette::kAccent, name);
}

}  // namespace

SecondView::Seen SecondView::seen_of(const App& app) {
    return {app.scene().revision, app.doc.revision(), app.settings.language,
            app.show_price,       app.veiled,         app.stage.dressing()};
}

render::Bounds SecondView::box_of(const App& app) {
    render::Bounds box = app.doc.box();
    box.add(app.stage.dressing_box());
    return box;
}

/// The three-quarter view of the whole cabinet.
Orbit SecondView::orbit_for(const App& app) const {
    using enum scene::StandardView;
    const render::Bounds box = box_of(app);
    const scene::SideWalls walls = scene::side_walls(app.doc.design());
    const scene::Sight at = scene::sight(three_quarter, box, walls);
    const float height = std::max(area_.bottom - area_.top, 1.0F);
    const float share = height / static_cast<float>(size_.height);
    const float fov = glm::degrees(2 * std::atan(std::tan(glm::radians(kFieldOfView) / 2) * share));
    const render::Size free{size_.width, static_cast<std::uint32_t>(height)};
    const render::Camera camera = scene::standard_camera(three_quarter, box, free, fov, walls);
    return {glm::radians(at.azimuth), glm::radians(at.elevation), glm::length(camera.eye - camera.target),
            camera.target};
}

/// Brings the camera in line with another design, and with another size of the window.
void SecondView::follow(const App& app, render::Size size, float scale) {
    const Seen now = seen_of(app);
    const bool fresh = !seen_, resized = size_ != size;
    const bool other = fresh || seen_->design != now.design || seen_->dressing != now.dressing;
    if (fresh || seen_->scene != now.scene) changed_ = time_;
    if (fresh) slow_turn_.touched(time_);
    seen_ = now;
    size_ = size;
    area_ = {0, kTop * scale, static_cast<float>(size.width),
             static_cast<float>(size.height) - kBottom * scale};
    if (!other && !resized) return;
    turntable_.set_limits({box_of(app)});
    if (fresh)
        turntable_.jump(orbit_for(app));
    else if (!free_)
        turntable_.ease_to(orbit_for(app), time_);
}

void SecondView::look_around(const Input& input, bool veiled) {
    const bool touched = pointer_.moved() != glm::vec2(0) || !input.keys.empty() || input.wheel != 0 ||
                         pointer_.held(Button::left) || pointer_.held(Button::right);
    if (veiled || touched) slow_turn_.touched(time_);
    if (veiled) return;
    if (pointer_.held(Button::left) && pointer_.dragging()) {
        turntable_.turn(glm::vec2(-pointer_.moved().x, pointer_.moved().y) * kTurnPerPixel);
        free_ = true;
    }
    if (pointer_.held(Button::right) && pointer_.dragging()) {
        turntable_.pan(pointer_.moved(), size_);
        free_ = true;
    }
    if (input.wheel != 0) {
        const float factor = std::pow(kZoomPerNotch, input.wheel);
        turntable_.ease_to(
            zoomed(turntable_.goal(), turntable_.limits(), factor, pointer_.at(), size_, area_), time_);
        free_ = true;
    }
    if (touched) return;
    if (const auto step = slow_turn_.step(time_, turntable_.now().azimuth)) turntable_.turn({*step, 0});
}

/// In a list of its own: ImGui's is the first window's.
void SecondView::draw(const App& app, float scale) {
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRect({0, 0}, {static_cast<float>(size_.width), static_cast<float>(size_.height)});
    if (app.veiled)
        draw_veil(list, app, size_, scale);
    else if (app.show_price)
        draw_price(list, app, size_, scale);
    ImDrawList* lists[] = {&list};
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = lists;
    data.CmdListsCount = 1;
    overlay_ = to_overlay(data);
}

void SecondView::frame(const App& app, const Input& input, render::Size size, float scale) {
    time_ = input.time;
    pointer_.update(input);
    follow(app, size, scale);
    look_around(input, app.veiled);
    if (pointer_.double_clicked()) {
        free_ = false;
        turntable_.ease_to(orbit_for(app), time_);
    }
    turntable_.advance(time_);
    if (turntable_.moving() || moves(app) || camera() != last_camera_) changed_ = time_;
    last_camera_ = camera();
    draw(app, scale);
}

bool SecondView::moves(const App& app) {
    return app.openings.moving() || app.overlays.moving();
}

render::Quality SecondView::quality(const App& app) const {
    const bool calm = !turntable_.moving() && !moves(app) && time_ - changed_ >= kStillAfter;
    return calm ? render::Quality::still : render::Quality::moving;
}

std::optional<double> SecondView::due(const App& app) const {
    if (!seen_ || *seen_ != seen_of(app) || turntable_.moving() || moves(app)) return 0;
    const auto turns = app.veiled ? std::nullopt : slow_turn_.due(time_);
    if (quality(app) == render::Quality::still) return turns;
    const double still = kStillAfter - (time_ - changed_) + 0.001;
    return turns ? std::min(still, *turns) : still;
}

}  // namespace maatkast::show
