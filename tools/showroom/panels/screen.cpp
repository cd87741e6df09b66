// What stands over the picture for the screen's sake: its settings, the rule of a view in life size, the
// height of the figure, and the card that a screen is measured with.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr int kRuleMm = 100;  // of the rule that lies in a view in life size

/// A row of the settings, with the key that does the same.
bool settings_row(App& app, Column& column, std::string_view id, std::string_view text, std::string_view sign,
                  std::string_view key, bool on = false) {
    return button(app.ui, id, app.words(text), column.row(app.ui.theme.touch()),
                  {.icon = on ? icon::kCheck : sign, .selected = on, .note = key});
}

void size_row(App& app, Column& column) {
    const float size = app.screen.preferences.size;
    const StepperEvent event = stepper(
        app.ui, "screen.size", app.words("ui.text_size"), fmt::format("{:.0f} %", size * 100),
        column.row(app.ui.theme.touch()),
        {.can_less = size > kLeastSize + 0.01F, .can_more = size < kMostSize - 0.01F, .field = false});
    if (event.step) app.set_size(size + kSizeStep * static_cast<float>(event.step));
}

void settings_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const WidgetRecord* opened_by = ui.find("settings");
    if (!opened_by) return;
    const float pad = ui.theme.padding(), width = ui.theme.px(330), rows = 7;
    const float height = rows * (ui.theme.touch() + ui.theme.gap()) - ui.theme.gap() + 2 * pad;
    const float x = std::clamp(opened_by->rect.x1 - width, area.left + pad, area.right - width - pad);
    const float y = opened_by->rect.y1 + ui.theme.px(6) + ui.theme.gap();
    const Rect card{x, y, x + width, y + height};
    const glm::vec2 at = ui.pointer().at();
    const bool beside = !card.contains(at) && !opened_by->rect.contains(at);
    if (beside && ui.pointer().pressed(Button::left)) return app.toggle_settings();
    ui.card("settings.card", card);
    Column column(card.inset(pad), ui.theme.gap());
    ui.line(ui.fonts.bold, column.row(ui.theme.touch()), palette::kText, app.words("ui.settings"));
    size_row(app, column);
    if (settings_row(app, column, "screen.calm", "ui.less_motion", icon::kMotion, "W",
                     app.screen.preferences.less_motion))
        app.toggle_less_motion();
    if (settings_row(app, column, "screen.life", "ui.life_size", icon::kExpand, "R", app.screen.life.on))
        app.toggle_life_size();
    if (settings_row(app, column, "screen.calibrate", "ui.calibrate", icon::kCard, " ")) app.calibrate();
    if (settings_row(app, column, "picture", "ui.picture", icon::kCamera, "C")) app.order_picture(false);
    if (settings_row(app, column, "picture.screen", "ui.picture_screen", icon::kScreen, "Shift C"))
        app.order_picture(true);
}

/// Above the button that shows the figure, once its list is closed.
void figure_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const WidgetRecord *shown_by = ui.find("figure"), *strip = ui.find("timeline.card");
    if (!shown_by) shown_by = ui.find("show");  // the button of the list that it is in
    if (!shown_by || !app.list.empty() || !app.stage.dressing().figure_cm) return;
    const float pad = ui.theme.px(6), width = ui.theme.px(260) + 2 * pad, height = ui.theme.touch() + 2 * pad;
    const float middle = shown_by->rect.middle().x, most = area.right - width - ui.theme.gap();
    const float x = std::clamp(middle - width / 2, area.left + pad, std::max(area.left + pad, most));
    const float bottom = (strip ? strip->rect.y0 : shown_by->rect.y0 - pad) - ui.theme.gap();
    const Rect card{x, bottom - height, x + width, bottom};
    ui.card("figure.card", card);
    const int now = app.screen.figure_cm;
    const Rect row = card.inset(pad);
    const StepperEvent event =
        stepper(ui, "figure.height", app.words("ui.figure_height"), app.centimetres(Length::of_mm(now * 10)),
                {row.x0 + pad, row.y0, row.x1, row.y1},
                {.can_less = now > kLeastFigure, .can_more = now < kMostFigure});
    if (event.step) app.set_figure(now + event.step);
    if (!event.typed) return;
    const auto typed = parse_length(*event.typed, LengthUnit::centimetre);
    if (!typed) return app.say(app.words("ui.not_a_size"));
    app.set_figure(static_cast<int>(std::lround(typed->mm() / 10)));
}

/// Ten centimetres to hold a rule against.
void draw_rule(const Ui& ui, glm::vec2 left, float pixels_per_mm) {
    const auto x_of = [&](int mm) { return left.x + static_cast<float>(mm) * pixels_per_mm; };
    const float line = ui.theme.px(1.5F);
    ui.list()->AddLine({x_of(0), left.y}, {x_of(kRuleMm), left.y}, palette::kText, line);
    for (int mm = 0; mm <= kRuleMm; mm += 10) {
        const float up = ui.theme.px(mm % 50 == 0 ? 12 : 6);
        ui.list()->AddLine({x_of(mm), left.y - up}, {x_of(mm), left.y}, palette::kText, line);
        if (mm % 50 != 0) continue;
        const std::string words = mm == kRuleMm ? fmt::format("{} cm", mm / 10) : fmt::format("{}", mm / 10);
        ui.centred(ui.fonts.small,
                   {x_of(mm) - ui.theme.px(30), left.y + ui.theme.px(2), x_of(mm) + ui.theme.px(30),
                    left.y + ui.theme.px(22)},
                   palette::kMuted, words);
    }
}

void life_size_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const auto scale = static_cast<float>(app.screen.life.pixels_per_mm);
    const float pad = ui.theme.px(12), rule = static_cast<float>(kRuleMm) * scale, side = ui.theme.touch();
    const std::string title = app.words("ui.life_size_rule");
    const float words = ui.text_width(ui.fonts.bold, title) + side + ui.theme.gap();
    const float width = std::max(rule + ui.theme.px(50), words) + 2 * pad;
    const float height = side + ui.theme.px(44) + 2 * pad, x = area.middle().x - width / 2;
    const WidgetRecord* tools = ui.find("tools");  // nothing where a customer is alone
    const float y = tools ? tools->rect.y1 + ui.theme.gap() : ui.theme.padding();
    const Rect card{x, y, x + width, y + height};
    ui.card("life.card", card);
    const Rect head{card.x0 + pad, card.y0 + pad, card.x1 - pad, card.y0 + pad + side};
    ui.touch("life", title, {head.x0, head.y0, head.x1 - side, head.y1}, false, title);
    ui.line(ui.fonts.bold, {head.x0, head.y0, head.x1 - side, head.y1}, palette::kText, title);
    draw_rule(ui, {card.middle().x - rule / 2, head.y1 + ui.theme.px(20)}, scale);
    if (button(ui, "life.leave", app.words("ui.leave_life_size"), {head.x1 - side, head.y0, head.x1, head.y1},
               {.icon = icon::kClose, .emphasis = Emphasis::quiet, .icon_only = true}))
        app.toggle_life_size();
}

/// The corner follows the hand along the diagonal.
void pull_card(App& app, glm::vec2 corner) {
    const glm::vec2 shape{static_cast<float>(kCardWidth), static_cast<float>(kCardHeight)};
    const glm::vec2 hand = app.ui.pointer().at() - corner;
    constexpr double kCoarsest = 1, kFinest = 20;
    app.screen.life.pixels_per_mm =
        std::clamp(static_cast<double>(glm::dot(hand, shape) / glm::dot(shape, shape)), kCoarsest, kFinest);
}

void draw_card(App& app, glm::vec2 corner) {
    Ui& ui = app.ui;
    const auto scale = static_cast<float>(app.screen.life.pixels_per_mm);
    const Rect card{corner.x, corner.y, corner.x + static_cast<float>(kCardWidth) * scale,
                    corner.y + static_cast<float>(kCardHeight) * scale};
    ui.touch("calibrate.card", "", card, false, fmt::format("{:.0f}", card.width()));
    ui.fill(card, palette::kAccentSoft, static_cast<float>(kCardCorner) * scale);
    ui.outline(card, palette::kAccent, static_cast<float>(kCardCorner) * scale, 2);
    ui.centred(ui.fonts.small, card, palette::kAccent, app.words("ui.calibrate_card"));
    const float reach = ui.theme.touch() / 2;
    const glm::vec2 at{card.x1, card.y1};
    const Touch touch = ui.touch("calibrate.grip", app.words("ui.calibrate_grip"),
                                 {at.x - reach, at.y - reach, at.x + reach, at.y + reach});
    ui.drags();
    const bool held = ui.holds("calibrate.grip");
    ui.list()->AddCircleFilled({at.x, at.y}, ui.theme.px(15),
                               blend(palette::kAccent, palette::kAccentHover, touch.hover), 40);
    ui.centred(ui.fonts.body, {at.x - reach, at.y - reach, at.x + reach, at.y + reach}, palette::kOnAccent,
               icon::kExpand);
    if (held && ui.pointer().dragging()) pull_card(app, corner);
}

}  // namespace

void cover(Ui& ui) {
    ui.list()->PushClipRectFullScreen();  // ImGui's own windows end a pixel before the edge
    ui.fill({0, 0, ui.size().x, ui.size().y}, palette::kSolid, 0);
    ui.list()->PopClipRect();
}

void calibration(App& app) {
    Ui& ui = app.ui;
    const Rect all{0, 0, ui.size().x, ui.size().y};
    ui.block("calibrate", all);
    cover(ui);
    const float margin = ui.theme.px(48), width = std::min(ui.theme.px(620), ui.size().x - 2 * margin);
    Column column({margin, margin, margin + width, ui.size().y}, ui.theme.gap());
    ui.line(ui.fonts.title, column.row(ui.theme.px(36)), palette::kText, app.words("ui.calibrate"));
    const std::string how = app.words("ui.calibrate_how");
    const Rect text = column.row(ui.paragraph(ui.fonts.body, {0, 0}, width, 0, how, false));
    ui.paragraph(ui.fonts.body, {text.x0, text.y0}, width, palette::kMuted, how);
    column.space(ui.theme.gap());
    const Rect row = column.row(ui.theme.touch());
    const float each = ui.theme.px(180);
    if (button(ui, "calibrate.done", app.words("ui.calibrate_done"), {row.x0, row.y0, row.x0 + each, row.y1},
               {.icon = icon::kCheck, .emphasis = Emphasis::primary}))
        return app.end_calibration(true);
    const float next = row.x0 + each + ui.theme.gap();
    if (button(ui, "calibrate.cancel", app.words("ui.calibrate_cancel"), {next, row.y0, next + each, row.y1}))
        return app.end_calibration(false);
    column.space(ui.theme.px(28));
    draw_card(app, {margin, column.rest().y0});
}

void screen_cards(App& app, const FreeArea& area) {
    if (app.screen.life.on) life_size_card(app, area);
    if (app.mode != Mode::salesperson) return;
    if (app.screen.show_settings) settings_card(app, area);
    if (!app.screen.life.on) figure_card(app, area);
}

}  // namespace maatkast::show
