#include "tools/showroom/app.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "tools/showroom/context_menu.h"
#include "tools/showroom/dimension_marks.h"
#include "tools/showroom/panels.h"
#include "tools/showroom/rearrange.h"

namespace maatkast::show {
namespace {

constexpr double kStillAfter = 0.15;  // seconds without movement before the best picture is made
constexpr double kToastSeconds = 4;
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
    if (ui.key("o", true)) toggle_files();
    if (ui.key("x")) toggle_apart();
    if (ui.key("d")) toggle_section();
    if (ui.key("e")) toggle_envelopes();
    if (ui.key("m")) toggle_dimensions();
    if (ui.key("t")) toggle_timeline();
    rearranging_keys(*this);
    if (ui.key("menu") || ui.key("f10", false, true)) open_menu(*this, render::make_view(camera(), size_));
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
