// What was done, step by step, as pictures with their price: each can be gone back to.

#include <algorithm>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr float kTileWidth = 124, kTileHeight = 93, kFacts = 20;  // pixels at scale 1

/// The first of so many steps that are shown, the present one near their middle.
std::size_t first_shown(const History& history, std::size_t count) {
    if (history.size() <= count) return 0;
    const std::size_t before = history.position() < count / 2 ? 0 : history.position() - count / 2;
    return std::min(before, history.size() - count);
}

bool step_tile(App& app, std::size_t step, const Rect& rect) {
    Ui& ui = app.ui;
    const bool here = step == app.doc.history().position();
    const std::string price = app.texts().money(app.total_of(step));
    const std::string id = "timeline." + std::to_string(step);
    const Touch touch =
        ui.touch(id, app.words(step == 0 ? "ui.beginning" : "ui.go_back_here"), rect, true, price);
    const float inner = ui.theme.px(4), rounding = ui.theme.rounding();
    ui.fill(rect, here ? palette::kAccentSoft : blend(palette::kQuiet, palette::kHover, touch.hover),
            rounding);
    const Rect picture{rect.x0 + inner, rect.y0 + inner, rect.x1 - inner, rect.y1 - ui.theme.px(kFacts)};
    if (const ImTextureID drawn = app.thumbnail_of(step))
        ui.list()->AddImageRounded(drawn, {picture.x0, picture.y0}, {picture.x1, picture.y1}, {0, 0}, {1, 1},
                                   palette::kOnAccent, rounding - 2);
    if (here) ui.outline(rect, palette::kAccent, rounding, 2);
    ui.centred(ui.fonts.small, {rect.x0, picture.y1, rect.x1, rect.y1},
               here ? palette::kAccent : palette::kText, price);
    const float side = ui.theme.touch();
    const Rect corner{rect.x1 - side, rect.y0, rect.x1, rect.y0 + side};
    if (!here && button(ui, id + ".beside", app.words("ui.beside"), corner,
                        {.icon = icon::kBeside, .icon_only = true}))
        app.compare_with_step(step);
    return touch.activated;
}

/// Under a name, beside the others: it can be found on their wall.
void keep_as(App& app, const Rect& row) {
    const auto name = text_line(app.ui, "timeline.keep", app.words("ui.keep_as"), "", row);
    if (name && !name->empty()) app.keep_as(*name);
}

}  // namespace

void timeline_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const float pad = ui.theme.px(10), gap = ui.theme.px(6), tile = ui.theme.px(kTileWidth);
    const float height = ui.theme.px(kTileHeight + kFacts), head = ui.theme.touch();
    const float widest = area.right - area.left - 2 * ui.theme.padding() - 2 * pad;
    const auto most = static_cast<std::size_t>(std::max(1.0F, (widest + gap) / (tile + gap)));
    const History& history = app.doc.history();
    const std::size_t count = std::min(most, history.size()), first = first_shown(history, count);
    const float tiles = static_cast<float>(count) * (tile + gap) - gap;
    const float width = std::max(tiles, std::min(widest, ui.theme.px(420))) + 2 * pad;
    const float bottom =
        ui.size().y - ui.theme.padding() - ui.theme.touch() - ui.theme.px(12) - ui.theme.gap();
    const float x = std::max(area.middle().x - width / 2, ui.theme.padding());
    const Rect card{x, bottom - height - head - 3 * pad, x + width, bottom};
    ui.card("timeline.card", card);
    const Rect row{card.x0 + pad, card.y0 + pad, card.x1 - pad, card.y0 + pad + head};
    ui.line(ui.fonts.bold, {row.x0, row.y0, row.x0 + row.width() * 0.4F, row.y1}, palette::kText,
            app.words("ui.timeline"));
    keep_as(app, {row.x0 + row.width() * 0.42F, row.y0, row.x1, row.y1});
    std::optional<std::size_t> wanted;
    for (std::size_t i = 0; i < count; ++i) {
        const float left = card.x0 + pad + static_cast<float>(i) * (tile + gap);
        if (step_tile(app, first + i, {left, row.y1 + pad, left + tile, row.y1 + pad + height}))
            wanted = first + i;
    }
    if (wanted) app.go_to_step(*wanted);
}

}  // namespace maatkast::show
