// Two designs side by side: under each its name and price, between them what differs, to be taken over.

#include <algorithm>

#include <fmt/format.h>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr float kCards = 212;                       // pixels at scale 1, as high as the cards are
constexpr float kPlate = 296, kPlateShare = 0.25F;  // of the window's width, a plate at most
constexpr float kLine = 20;                         // of a row with several lines

bool with_prices(const App& app) {
    return app.mode == Mode::salesperson || app.show_price;
}

struct Plate {
    std::string id, caption, name;
    Cents total;
    std::string button;
    Emphasis emphasis = Emphasis::plain;
    bool can = true;
};

/// Name and price of one of both, and a button that makes it the one to go on with.
bool plate(App& app, const Plate& plate, const Rect& card) {
    Ui& ui = app.ui;
    ui.card(plate.id + ".card", card);
    Column column(card.inset(ui.theme.padding()), ui.theme.px(2));
    ui.line(ui.fonts.small, column.row(ui.theme.px(18)), palette::kMuted, plate.caption);
    const Rect name = column.row(ui.theme.px(24));
    ui.touch(plate.id + ".name", plate.caption, name, false, plate.name);
    ui.line(ui.fonts.bold, name, palette::kText, plate.name);
    if (with_prices(app)) {
        const Rect price = column.row(ui.theme.px(36));
        const std::string total = app.texts().money(plate.total);
        ui.touch(plate.id + ".price", app.words("ui.price"), price, false, total);
        ui.line(ui.fonts.title, price, palette::kText, total);
    }
    const Rect rest = column.rest();
    const Rect row{rest.x0, rest.y1 - ui.theme.touch(), rest.x1, rest.y1};
    return button(ui, plate.id + ".take", plate.button, row,
                  {.emphasis = plate.emphasis, .enabled = plate.can});
}

/// The price at the right of a row, and what is left of the row.
Rect price_at(App& app, const Rect& row, Cents change, ImU32 color) {
    Ui& ui = app.ui;
    if (!with_prices(app)) return row;
    const std::string words = app.texts().money_change(change);
    const float width = ui.text_width(ui.fonts.bold, words);
    ui.line(ui.fonts.bold, {row.x1 - width - 1, row.y0, row.x1, row.y1}, color, words);
    return {row.x0, row.y0, row.x1 - width - ui.theme.gap(), row.y1};
}

/// All that a customer has to know of it; what cannot be had alone says so.
std::vector<std::string> lines_of(const App& app, const Difference& difference) {
    std::vector<std::string> lines;
    for (const Message& what : difference.what) lines.push_back(app.words(what));
    return lines;
}

bool difference_row(App& app, std::size_t index, const Difference& difference, Column& column) {
    Ui& ui = app.ui;
    const std::vector<std::string> lines = lines_of(app, difference);
    const bool several = lines.size() > 1;
    const float count = static_cast<float>(lines.size() + several);
    const Rect row = column.row(std::max(ui.theme.touch(), count * ui.theme.px(kLine) + ui.theme.px(10)));
    std::string value;
    for (const std::string& line : lines) value += (value.empty() ? "" : "; ") + line;
    value += " " + app.texts().money_change(difference.change);
    const std::string id = fmt::format("beside.take.{}", index);
    const Touch touch = ui.touch(id, app.words("ui.beside_take"), row, true, value);
    ui.fill(row, blend(blend(palette::kQuiet, palette::kHover, touch.hover), palette::kPress, touch.press),
            ui.theme.rounding());
    if (touch.focused) ui.outline(row, palette::kAccent, ui.theme.rounding(), 2);
    const float side = ui.theme.px(34);
    ui.centred(ui.fonts.body, {row.x0, row.y0, row.x0 + side, row.y1}, palette::kAccent, icon::kTake);
    Rect text{row.x0 + side, row.y0, row.x1 - ui.theme.px(12), row.y1};
    text = price_at(app, text, difference.change, palette::kText);
    float y = row.middle().y - count * ui.theme.px(kLine) / 2;
    for (const std::string& line : lines) {
        ui.line(ui.fonts.body, {text.x0, y, text.x1, y + ui.theme.px(kLine)}, palette::kText, line);
        y += ui.theme.px(kLine);
    }
    if (several)
        ui.line(ui.fonts.small, {text.x0, y, text.x1, y + ui.theme.px(kLine)}, palette::kMuted,
                app.words("ui.beside_together"));
    if (touch.hovered) ui.tooltip(app.words("ui.beside_take"), row);
    return touch.activated;
}

void rest_row(App& app, Cents rest, Column& column) {
    if (rest.value == 0 || !with_prices(app)) return;
    Ui& ui = app.ui;
    const Rect row = column.row(ui.theme.px(28));
    const std::string words = app.words("ui.beside_rest");
    ui.touch("beside.rest", words, row, false, app.texts().money_change(rest));
    const Rect text{row.x0 + ui.theme.px(34), row.y0, row.x1 - ui.theme.px(12), row.y1};
    ui.line(ui.fonts.body, price_at(app, text, rest, palette::kMuted), palette::kMuted, words);
}

void head(App& app, const Comparison& compared, const Rect& row) {
    Ui& ui = app.ui;
    ui.line(ui.fonts.bold, row, palette::kText, app.words("ui.beside_differs"));
    const Rect back{row.x1 - ui.theme.touch(), row.y0, row.x1, row.y1};
    if (button(ui, "beside.undo", app.words("ui.undo"), back,
               {.icon = icon::kUndo,
                .emphasis = Emphasis::quiet,
                .enabled = app.doc.can_undo(),
                .icon_only = true}))
        app.undo();
    if (!with_prices(app)) return;
    const Rect price{row.x0, row.y0, back.x0 - ui.theme.gap(), row.y1};
    const Cents change = compared.second - compared.first;
    const float width = ui.text_width(ui.fonts.bold, app.texts().money_change(change));
    ui.touch("beside.change", app.words("ui.beside_differs"), {price.x1 - width, row.y0, price.x1, row.y1},
             false, app.texts().money_change(change));
    price_at(app, price, change, palette::kAccent);
}

void differences_card(App& app, const Comparison& compared, const Rect& card) {
    Ui& ui = app.ui;
    ui.card("beside.card", card);
    const Rect inner = card.inset(ui.theme.px(12));
    const Rect top{inner.x0 + ui.theme.gap(), inner.y0, inner.x1, inner.y0 + ui.theme.touch()};
    head(app, compared, top);
    const Rect area{inner.x0, top.y1 + ui.theme.px(4), inner.x1, inner.y1};
    const float offset = ui.begin_scroll("beside.list", area);
    Column column({area.x0, area.y0 - offset, area.x1 - ui.theme.px(8), area.y1}, ui.theme.px(4));
    std::optional<std::size_t> wanted;
    for (std::size_t i = 0; i < compared.differences.size(); ++i)
        if (difference_row(app, i, compared.differences[i], column)) wanted = i;
    if (compared.differences.empty()) {
        const Rect row = column.row(ui.theme.touch());
        ui.touch("beside.same", app.words("ui.beside_same"), row, false, app.words("ui.beside_same"));
        ui.line(ui.fonts.body, {row.x0 + ui.theme.gap(), row.y0, row.x1, row.y1}, palette::kMuted,
                app.words("ui.beside_same"));
    }
    rest_row(app, compared.rest, column);
    ui.end_scroll(column.used());
    if (wanted) app.take_difference(*wanted);
}

/// What is looked at in both: open, filled, by evening; and the way back.
void tools(App& app, const Rect& window) {
    Ui& ui = app.ui;
    const float side = ui.theme.touch(), pad = ui.theme.px(6), step = side + ui.theme.px(2);
    const float x = window.x1 - ui.theme.padding() - 4 * step - 2 * pad, y = ui.theme.padding();
    ui.card("beside.tools", {x, y, x + 4 * step + 2 * pad, y + side + 2 * pad});
    Rect at{x + pad, y + pad, x + pad + side, y + pad + side};
    const auto square = [&](std::string_view id, std::string_view key, std::string_view sign, bool on) {
        const bool pressed =
            button(ui, id, app.words(key), at,
                   {.icon = sign, .emphasis = Emphasis::quiet, .selected = on, .icon_only = true});
        at = {at.x0 + step, at.y0, at.x1 + step, at.y1};
        return pressed;
    };
    const scene::Dressing& dressing = app.stage.dressing();
    const bool open = app.openings.any_open(), evening = dressing.hour == scene::Hour::evening;
    if (square("beside.open", open ? "ui.close_all" : "ui.open_all", icon::kDoor, open)) app.toggle_all();
    if (square("beside.things", dressing.things ? "ui.hide_things" : "ui.show_things", icon::kHanger,
               dressing.things))
        app.toggle_things();
    if (square("beside.evening", evening ? "ui.by_day" : "ui.by_evening", icon::kNight, evening))
        app.toggle_evening();
    if (square("beside.leave", "ui.back", icon::kClose, false)) app.leave_beside();
}

}  // namespace

float beside_height(const Theme& theme) {
    return theme.px(kCards) + theme.padding() + theme.gap();
}

void beside_cards(App& app) {
    Ui& ui = app.ui;
    const glm::vec2 size = ui.size();
    const float margin = ui.theme.padding(), bottom = size.y - margin, top = bottom - ui.theme.px(kCards);
    const float width = std::min(ui.theme.px(kPlate), size.x * kPlateShare);
    const Comparison compared = app.beside.compared(app.doc);
    const float middle = size.x / 2;
    ui.fill({middle - 1, 0, middle + 1, top}, palette::kSolid, 0);
    tools(app, {0, 0, size.x, size.y});
    const Plate now{"beside.now", app.words("ui.beside_now"),
                    app.title_of(app.doc.path(), app.doc.design().name), compared.first,
                    app.words("ui.beside_go_on")};
    const Plate other{"beside.other",
                      app.words("ui.beside_other"),
                      app.beside.name(),
                      compared.second,
                      app.words("ui.beside_take_all"),
                      Emphasis::primary,
                      app.beside.design() != app.doc.design()};
    const bool go_on = plate(app, now, {margin, top, margin + width, bottom});
    const bool take = plate(app, other, {size.x - margin - width, top, size.x - margin, bottom});
    differences_card(
        app, compared,
        {margin + width + ui.theme.gap(), top, size.x - margin - width - ui.theme.gap(), bottom});
    if (take) app.take_other();
    if (go_on) app.leave_beside();
}

}  // namespace maatkast::show
