// The bar under the picture: from where it is looked at, and what is shown of and around the cabinet.

#include <algorithm>
#include <array>

#include "tools/showroom/panels.h"
#include "tools/showroom/verb_list.h"

namespace maatkast::show {
namespace {

using scene::StandardView;
constexpr std::array kViews{std::pair{StandardView::front, "front"},
                            std::pair{StandardView::three_quarter, "three_quarter"},
                            std::pair{StandardView::side, "side"}, std::pair{StandardView::inside, "inside"},
                            std::pair{StandardView::detail, "detail"}};

std::vector<Verb> shown(const App& app) {
    std::vector<Verb> verbs;
    const auto add = [&](std::string id, std::string_view sign, std::string key, bool on,
                         void (App::*act)()) {
        const std::string words = app.words("ui.show." + id);
        verbs.push_back({std::move(id), words, sign, [act](App& to) { (to.*act)(); }, std::move(key)});
        verbs.back().on = on;
        verbs.back().stays = true;
    };
    const scene::Dressing& dressing = app.stage.dressing();
    const OverlayKind overlay = app.overlays.kind();
    add("things", icon::kHanger, "I", dressing.things, &App::toggle_things);
    add("figure", icon::kPerson, "P", dressing.figure_cm.has_value(), &App::toggle_figure);
    add("evening", icon::kNight, "L", dressing.hour == scene::Hour::evening, &App::toggle_evening);
    add("dimensions", icon::kRuler, "M", app.show_dimensions, &App::toggle_dimensions);
    add("section", icon::kCut, "D", overlay == OverlayKind::section, &App::toggle_section);
    add("apart", icon::kApart, "X", overlay == OverlayKind::apart, &App::toggle_apart);
    add("envelopes", icon::kArc, "E", overlay == OverlayKind::envelopes, &App::toggle_envelopes);
    return verbs;
}

/// A button in the bar, as wide as its words.
struct BarItem {
    std::string id, label;
    std::string_view icon;
    bool selected;
    std::function<void(App&)> act;
    float width = 0;
};

std::vector<BarItem> views(const App& app) {
    std::vector<BarItem> items;
    for (const auto& [view, name] : kViews)
        items.push_back({std::string("view.") + name, app.words(std::string("ui.view.") + name), "",
                         !app.view_free && app.view == view, [view](App& to) { to.go_to(view); }});
    const bool open = app.openings.any_open();
    items.push_back({"open.all", app.words(open ? "ui.close_all" : "ui.open_all"), icon::kDoor, false,
                     [](App& to) { to.toggle_all(); }});
    return items;
}

float measure(const Ui& ui, std::vector<BarItem>& items) {
    float width = 0;
    for (BarItem& item : items) {
        const float sign =
            item.icon.empty() ? 0 : ui.text_width(ui.fonts.bold, std::string(item.icon) + "  ");
        item.width = sign + ui.text_width(ui.fonts.bold, item.label) + ui.theme.px(22);
        width += item.width + ui.theme.px(2);
    }
    return width;
}

float lay_out(App& app, const std::vector<BarItem>& items, Rect at) {
    for (const BarItem& item : items) {
        at.x1 = at.x0 + item.width;
        if (button(app.ui, item.id, item.label, at,
                   {.icon = item.icon, .emphasis = Emphasis::quiet, .selected = item.selected}))
            item.act(app);
        at.x0 = at.x1 + app.ui.theme.px(2);
    }
    return at.x0;
}

ListButton shown_button(const App& app, std::span<const Verb> verbs) {
    return {"show", app.words("ui.show"), icon::kEye, true, std::ranges::any_of(verbs, &Verb::on)};
}

void parting_line(const Ui& ui, const Rect& at) {
    ui.list()->AddLine({at.x0 + ui.theme.px(4), at.y0 + ui.theme.px(7)},
                       {at.x0 + ui.theme.px(4), at.y1 - ui.theme.px(7)}, palette::kLine, 1);
}

}  // namespace

/// What is shown stands in the bar itself where there is room for its words, else in a list.
void view_bar(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const float pad = ui.theme.px(6), parting = ui.theme.px(10);
    std::vector<BarItem> left = views(app), right;
    const std::vector<Verb> verbs = shown(app);
    for (const Verb& verb : verbs) right.push_back({verb.id, verb.label, verb.icon, verb.on, verb.act});
    const ListButton list = shown_button(app, verbs);
    const float views_width = measure(ui, left), shown_width = measure(ui, right);
    const float room = area.right - area.left - 2 * ui.theme.padding() - 2 * pad - parting - views_width;
    const bool fits = shown_width <= room;
    const float width = views_width + parting + (fits ? shown_width : list_button_width(ui, list)) + 2 * pad;
    const float x = std::max(area.middle().x - width / 2, ui.theme.padding());
    const float bottom = ui.size().y - ui.theme.padding();
    const Rect card{x, bottom - ui.theme.touch() - 2 * pad, x + width, bottom};
    ui.card("views", card);
    Rect at = card.inset(pad);
    at.x0 = lay_out(app, left, at);
    parting_line(ui, at);
    at.x0 += parting;
    if (fits) {
        lay_out(app, right, at);
        if (app.list == list.id) app.list.clear();
        return;
    }
    list_button(app, list, at);
    open_list(app, list, verbs);
}

}  // namespace maatkast::show
