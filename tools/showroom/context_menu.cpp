#include "tools/showroom/context_menu.h"

#include <algorithm>

#include "tools/showroom/panels.h"
#include "tools/showroom/part_finish.h"
#include "tools/showroom/rearrange.h"
#include "tools/showroom/verb_list.h"

namespace maatkast::show {
namespace {

/// With what it would change, for its price.
struct Item : Verb {
    std::vector<Edit> edits;
};

Item item(std::string id, std::string label, std::string_view icon, std::function<void(App&)> act,
          std::vector<Edit> edits = {}) {
    return {{std::move(id), std::move(label), icon, std::move(act)}, std::move(edits)};
}

void add_opener(const App& app, std::vector<Item>& items) {
    if (!app.selected_opening()) return;
    const auto openers =
        openers_of(app.doc.design(), app.doc.build(), app.selection.bay, app.selection.opening);
    if (openers.empty()) return;
    const bool open = app.openings.any_open(openers);
    items.push_back(item("menu.open", app.words(open ? "ui.close_this" : "ui.open_this"), icon::kDoor,
                         [openers, open](App& to) { to.openings.set(openers, !open); }));
}

void show_choices(App& app) {
    app.tab = Tab::layout;
    app.reveal = "interior.empty";
}

void show_finishes(App& app) {
    app.tab = Tab::finishes;
    app.finish_part = true;
}

void add_verb(const App& app, std::vector<Item>& items, const char* id, const char* text,
              std::string_view sign, Rearrange how, bool parted = false) {
    auto edits = rearranged(app.doc.book(), app.doc.design(), app.selection, how).edits;
    if (edits.empty()) return;
    items.push_back(
        item(id, app.words(text), sign, [how](App& to) { rearrange(to, how); }, std::move(edits)));
    items.back().parted = parted;
}

void add_opening(const App& app, std::vector<Item>& items) {
    using enum Rearrange;
    items.push_back(item("menu.choose", app.words("ui.menu.choose"), icon::kGrid, show_choices));
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
    items.push_back(item("menu.lock", app.words(locked ? "ui.menu.unlock" : "ui.menu.lock"),
                         locked ? icon::kUnlocked : icon::kLocked, [bay, locked](App& to) {
                             to.edit({bay_edit(bay, "locked", locked ? "false" : "true")});
                         }));
    items[first].parted = first > 0;
}

std::vector<Item> items_of(const App& app) {
    std::vector<Item> items;
    add_opener(app, items);
    if (app.selected_opening()) add_opening(app, items);
    if (app.selected_part_finish())
        items.push_back(item("menu.finish", app.words("ui.menu.finish"), icon::kPalette, show_finishes));
    if (app.selected_bay() && app.selection.others.empty()) add_bay(app, items);
    return items;
}

/// Their prices, and where the book has something to say about them.
std::vector<Verb> priced(App& app, const std::vector<Item>& items) {
    std::vector<Verb> verbs;
    for (const Item& item : items) {
        Verb verb = item;
        const Verdict* verdict = item.edits.empty() ? nullptr : app.verdicts.of(app.doc, item.edits);
        if (verdict && verdict->change && verdict->change->value != 0)
            verb.note = app.texts().money_change(*verdict->change);
        verb.marked = verdict && !verdict->allowed();
        verbs.push_back(std::move(verb));
    }
    return verbs;
}

/// Where it was pressed, but inside the window. Prices that come later find their place.
Rect place_of(const App& app, std::span<const Verb> verbs) {
    const float gap = app.ui.theme.gap();
    const glm::vec2 window = app.ui.size(), at = *app.menu,
                    size = list_size(app.ui, verbs) + glm::vec2(app.ui.theme.px(54), 0);
    const float shown = std::min(size.y, window.y - 2 * gap);
    const float x = std::clamp(at.x, gap, std::max(gap, window.x - size.x - gap));
    const float y = std::clamp(at.y, gap, std::max(gap, window.y - shown - gap));
    return {x, y, x + size.x, y + shown};
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
    const std::vector<Verb> verbs = priced(app, items);
    const Verb* pressed = verb_list(ui, "menu", place_of(app, verbs), verbs);
    if (!pressed) return;
    app.menu.reset();
    pressed->act(app);
}

}  // namespace maatkast::show
