// Cards to choose from: what each would look like, what it costs, and a way out where the book says no.

#include <algorithm>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr int kMostBeside = 3;
constexpr float kShape = 1;  // of the pictures: width by height

/// Two lines: what it does, and with what else. Widget `choose.ID`.
bool way_button(App& app, std::string_view id, const std::string& with, std::string_view price,
                const Rect& rect) {
    Ui& ui = app.ui;
    const std::string anyway = app.words("ui.choose_anyway");
    const std::string label = with.empty() ? anyway : anyway + ": " + with;
    const Touch touch = ui.touch(id, label, rect, true, price);
    ui.fill(rect, blend(palette::kAccent, palette::kAccentHover, touch.hover), ui.theme.rounding());
    const float pad = ui.theme.px(12), middle = rect.y0 + rect.height() * (with.empty() ? 1.0F : 0.48F);
    const float note = ui.text_width(ui.fonts.small, price) + (price.empty() ? 0 : pad);
    ui.line(ui.fonts.bold, {rect.x0 + pad, rect.y0, rect.x1 - pad - note, middle}, palette::kOnAccent,
            anyway);
    ui.line(ui.fonts.small, {rect.x1 - note, rect.y0, rect.x1, middle}, palette::kOnAccent, price);
    if (!with.empty())
        ui.paragraph(ui.fonts.small, {rect.x0 + pad, middle}, rect.width() - 2 * pad, palette::kOnAccent,
                     with);
    return touch.activated;
}

std::string price_of(const App& app, const std::optional<Cents>& change) {
    return change && change->value != 0 ? app.texts().money_change(*change) : std::string();
}

std::string words_of(const App& app, const std::optional<WayOut>& way) {
    std::string words;
    if (!way) return words;
    for (const Message& text : way->texts) words += (words.empty() ? "" : " · ") + app.words(text);
    return words;
}

/// Below the row: the sentence, its page, and what can be done. Returns the edits that were asked for.
std::optional<std::vector<Edit>> explain(App& app, Column& column, const Offer& of, const Verdict& verdict) {
    Ui& ui = app.ui;
    const float pad = ui.theme.px(10), inner = column.width() - 2 * pad;
    const std::string why = app.words(*verdict.reason), with = words_of(app, verdict.way);
    const std::string page =
        verdict.page > 0 ? app.words(Message{"ui.page", {{"page", std::int64_t{verdict.page}}}}) : "";
    const bool can = verdict.change.has_value();
    const auto height_of = [&](ImFont* font, const std::string& text, float width) {
        return text.empty() ? 0 : ui.paragraph(font, {0, 0}, width, 0, text, false);
    };
    const float words = height_of(ui.fonts.body, why, inner), small = height_of(ui.fonts.small, page, inner);
    const float button = ui.theme.touch() + height_of(ui.fonts.small, with, inner - ui.theme.px(24));
    const Rect row = column.row(2 * pad + words + small + (can ? button + ui.theme.gap() : 0));
    ui.fill(row, palette::kNoticeSoft, ui.theme.rounding());
    ui.touch("why", why, row, false, why);
    const glm::vec2 at{row.x0 + pad, row.y0 + pad};
    ui.paragraph(ui.fonts.body, at, inner, palette::kText, why);
    if (!page.empty()) ui.paragraph(ui.fonts.small, {at.x, at.y + words}, inner, palette::kMuted, page);
    if (!can) return {};
    const std::vector<Edit> edits = verdict.way ? verdict.way->edits : of.edits;
    const std::string id = "choose." + of.id;
    const Rect place{at.x, row.y1 - pad - button, at.x + inner, row.y1 - pad};
    const bool pressed =
        way_button(app, id, with, price_of(app, verdict.way ? verdict.way->change : verdict.change), place);
    if (ui.is_on(id)) app.foreseen = edits;
    return pressed ? std::optional(edits) : std::nullopt;
}

/// True when the card asks for its choice to be made.
bool card(App& app, const Offer& of, const Rect& rect, const Verdict* verdict) {
    const bool marked = verdict && !verdict->allowed() && !of.chosen;
    const std::string price = verdict && !of.chosen ? price_of(app, verdict->change) : std::string();
    const std::string note = marked ? app.words("ui.not_so") : price;
    if (app.ui.is_on(of.id) && !of.swatch)
        app.inside = of.still.shows == Shows::inside || of.still.shows == Shows::shelf;
    const ChoiceLook look{.sign = of.sign,
                          .picture = of.swatch ? of.swatch->texture : app.still_texture(of.id, of.still),
                          .picture_shape = of.swatch ? 1 : kShape,
                          .color = of.swatch ? of.swatch->color : 0,
                          .selected = of.chosen,
                          .marked = marked,
                          .note = note,
                          .value = marked ? "marked" : std::string_view(price)};
    if (!choice(app.ui, of.id, of.label, rect, look) || of.chosen) return false;
    if (app.verdicts.now(app.doc, of.edits).allowed()) return true;
    app.asked = app.asked == of.id ? std::string() : of.id;
    if (!app.asked.empty()) app.reveal = "why";
    return false;
}

/// Prices are about as wide as the least.
int cards_beside(const Ui& ui, const Column& column, std::span<const Offer> offers) {
    float width = ui.theme.px(90);
    for (const Offer& of : offers)
        width = std::max(width, ui.text_width(ui.fonts.small, of.label) + ui.theme.px(2));
    const float gap = ui.theme.px(4);
    return std::clamp(static_cast<int>((column.width() + gap) / (width + gap)), 2, kMostBeside);
}

}  // namespace

void offer(App& app, Column& column, std::span<const Offer> offers) {
    const Ui& ui = app.ui;
    const int per_row = cards_beside(ui, column, offers);
    const float height = choice_height(ui, piece(column.rest(), 0, per_row, ui.theme.px(4)).width(), kShape);
    std::optional<std::vector<Edit>> taken;
    for (std::size_t first = 0; first < offers.size(); first += static_cast<std::size_t>(per_row)) {
        const Rect row = column.row(height);
        const Offer* open = nullptr;
        const Verdict* why = nullptr;
        const auto beside =
            offers.subspan(first, std::min(static_cast<std::size_t>(per_row), offers.size() - first));
        for (std::size_t i = 0; i < beside.size(); ++i) {
            const Offer& of = beside[i];
            const Verdict* verdict = of.chosen ? nullptr : app.verdicts.of(app.doc, of.edits);
            const Rect place = piece(row, static_cast<int>(i), per_row, ui.theme.px(4));
            if (card(app, of, place, verdict)) taken = of.edits;
            const bool shown = app.asked == of.id || (app.asked.empty() && ui.focused(of.id));
            if (shown && verdict && !verdict->allowed()) open = &of, why = verdict;
        }
        if (!open) continue;
        if (auto edits = explain(app, column, *open, *why)) taken = std::move(edits);
    }
    if (taken) app.edit(*taken);
}

}  // namespace maatkast::show
