#include "tools/showroom/context_menu.h"

#include <algorithm>

#include "tools/showroom/panels.h"
#include "tools/showroom/part_finish.h"
#include "tools/showroom/rearrange.h"

namespace maatkast::show {
namespace {

struct Item {
    std::string id;
    std::string label;
    const char* icon = "";
    std::function<void(App&)> act;
    std::vector<Edit> edits = {};  ///< for its price
    bool parted = false;           ///< a line above it
};

void add_opener(const App& app, std::vector<Item>& items) {
    if (!app.selected_opening()) return;
    const auto openers =
        openers_of(app.doc.design(), app.doc.build(), app.selection.bay, app.selection.opening);
    if (openers.empty()) return;
    const bool open = app.openings.any_open(openers);
    items.push_back({"menu.open", app.words(open ? "ui.close_this" : "ui.open_this"), icon::kDoor,
                     [openers, open](App& to) { to.openings.set(openers, !open); }});
}

void show_choices(App& app) {
    app.tab = Tab::layout;
    app.reveal = "interior.empty";
}

void show_finishes(App& app) {
    app.tab = Tab::finishes;
    app.finish_part = true;
}

void add_verb(const App& app, std::vector<Item>& items, const char* id, const char* text, const char* sign,
              Rearrange how, bool parted = false) {
    auto edits = rearranged(app.doc.book(), app.doc.design(), app.selection, how).edits;
    if (edits.empty()) return;
    items.push_back(
        {id, app.words(text), sign, [how](App& to) { rearrange(to, how); }, std::move(edits), parted});
}

void add_opening(const App& app, std::vector<Item>& items) {
    using enum Rearrange;
    items.push_back({"menu.choose", app.words("ui.menu.choose"), icon::kGrid, show_choices});
    if (!app.selection.others.empty()) return;
    add_verb(app, items, "menu.split", "ui.menu.split", icon::kPlus, opening_above, true);
    add_verb(app, items, "menu.copy", "ui.menu.copy", icon::kCopy, opening_copy);
    add_verb(app, items, "menu.up", "ui.move_up", icon::kUp, opening_up);
    add_verb(app, items, "menu.down", "ui.move_down", icon::kDown, opening_down);
    add_verb(app, items, "menu.remove", "ui.menu.remove", icon::kDelete, opening_remove);
}

void add_bay(const App& app, std::vector<Item>& items) {
    using enum Rearrange;
    const int bay = app.selection.bay;
    const bool locked = app.selected_bay()->locked;
    const std::size_t first = items.size();
    add_verb(app, items, "menu.bay.left", "ui.menu.bay_left", icon::kBack, bay_left);
    add_verb(app, items, "menu.bay.right", "ui.menu.bay_right", icon::kNext, bay_right);
    add_verb(app, items, "menu.bay.copy", "ui.menu.bay_copy", icon::kCopy, bay_copy);
    add_verb(app, items, "menu.bay.remove", "ui.menu.bay_remove", icon::kDelete, bay_remove);
    items.push_back({"menu.lock", app.words(locked ? "ui.menu.unlock" : "ui.menu.lock"),
                     locked ? icon::kCheck : icon::kRuler, [bay, locked](App& to) {
                         to.edit({bay_edit(bay, "locked", locked ? "false" : "true")});
                     }});
    items[first].parted = first > 0;
}

std::vector<Item> items_of(const App& app) {
    std::vector<Item> items;
    add_opener(app, items);
    if (app.selected_opening()) add_opening(app, items);
    if (app.selected_part_finish())
        items.push_back({"menu.finish", app.words("ui.menu.finish"), icon::kPalette, show_finishes});
    if (app.selected_bay() && app.selection.others.empty()) add_bay(app, items);
    return items;
}

/// Where it was pressed, but inside the window, and beside the panel rather than under it.
Rect place_of(const App& app, const std::vector<Item>& items) {
    const Theme& theme = app.ui.theme;
    float words = 0;
    for (const Item& item : items) words = std::max(words, app.ui.text_width(app.ui.fonts.body, item.label));
    const float width = words + theme.px(150), gap = theme.gap();
    const auto lines = std::ranges::count(items, true, &Item::parted);
    const float height = theme.touch() * static_cast<float>(items.size()) +
                         theme.px(9) * static_cast<float>(lines) + 2 * theme.px(6);
    const glm::vec2 size = app.ui.size(), at = *app.menu;
    const float shown = std::min(height, size.y - 2 * gap);
    const float x = std::clamp(at.x, gap, std::max(gap, size.x - width - gap));
    const float y = std::clamp(at.y, gap, std::max(gap, size.y - shown - gap));
    return {x, y, x + width, y + shown};
}

bool draw_item(App& app, const Item& item, const Rect& row) {
    Ui& ui = app.ui;
    const Verdict* verdict = item.edits.empty() ? nullptr : app.verdicts.of(app.doc, item.edits);
    const std::string price = verdict && verdict->change && verdict->change->value != 0
                                  ? app.texts().money_change(*verdict->change)
                                  : std::string();
    const Touch touch = ui.touch(item.id, item.label, row, true, price);
    const ImU32 idle = palette::kHover & 0x00ffffffU;
    ui.fill(row, blend(blend(idle, palette::kHover, touch.hover), palette::kPress, touch.press),
            ui.theme.px(8));
    const float pad = ui.theme.px(10), text = row.x0 + ui.theme.px(40);
    ui.line(ui.fonts.body, {row.x0 + pad, row.y0, text, row.y1}, palette::kMuted, item.icon);
    ui.line(ui.fonts.body, {text, row.y0, row.x1, row.y1}, palette::kText, item.label);
    float right = row.x1 - pad;
    if (verdict && !verdict->allowed()) {
        ui.line(ui.fonts.small, {right - ui.theme.px(14), row.y0, right, row.y1}, palette::kNotice,
                icon::kIdea);
        right -= ui.theme.px(20);
    }
    const float width = ui.text_width(ui.fonts.small, price);
    ui.line(ui.fonts.small, {right - width - 1, row.y0, right, row.y1}, palette::kMuted, price);
    return touch.activated;
}

void move_focus(Ui& ui, const std::vector<Item>& items) {
    const int by = ui.key("down") ? 1 : ui.key("up") ? -1 : 0;
    if (by == 0) return;
    const auto at = std::ranges::find_if(items, [&](const Item& item) { return ui.focused(item.id); });
    const int count = static_cast<int>(items.size());
    const int now = at == items.end() ? (by > 0 ? -1 : count) : static_cast<int>(at - items.begin());
    const std::string& next = items[static_cast<std::size_t>((now + by + count) % count)].id;
    ui.focus(next);
    ui.reveal(next);
}

}  // namespace

void open_menu(App& app, glm::vec2 at) {
    if (app.selection.any() && !items_of(app).empty()) app.menu = at;
}

void open_menu(App& app, const render::View& seen) {
    const render::Bounds box = app.selected_box();
    if (box.empty()) return;
    const auto at = render::project(seen, (box.min + box.max) / 2.0F);
    open_menu(app, at.value_or(app.ui.size() / 2.0F));
    if (app.menu) app.ui.focus(items_of(app).front().id);
}

void context_menu(App& app) {
    if (!app.menu) return;
    Ui& ui = app.ui;
    const std::vector<Item> items = items_of(app);
    const bool beside = ui.pointer().pressed(Button::left) && !ui.is_over("menu.");
    if (items.empty() || beside || ui.key("escape")) return app.menu.reset();
    move_focus(ui, items);
    const Rect card = place_of(app, items);
    const float inner = ui.theme.px(6);
    ui.card("menu.card", card);
    ui.fill(card, palette::kSolid, ui.theme.card_rounding());  // it may lie over other cards
    const Rect area = card.inset(inner);
    const float offset = ui.begin_scroll("menu", area);
    float y = area.y0 - offset;
    const Item* pressed = nullptr;
    for (const Item& item : items) {
        if (item.parted) {
            const float line = y + ui.theme.px(4);
            ui.list()->AddLine({area.x0 + inner, line}, {area.x1 - inner, line}, palette::kLine, 1);
            y += ui.theme.px(9);
        }
        if (draw_item(app, item, {area.x0, y, area.x1, y + ui.theme.touch()})) pressed = &item;
        y += ui.theme.touch();
    }
    ui.end_scroll(y + offset - area.y0);
    if (!pressed) return;
    app.menu.reset();
    pressed->act(app);
}

}  // namespace maatkast::show
