// What stands around the picture: the side panel's card, the price, the tools.

#include <array>

#include "tools/showroom/panels.h"
#include "tools/showroom/verb_list.h"

namespace maatkast::show {
namespace {

float edge(const Theme& theme) {
    return theme.px(6);
}

void square_button(App& app, std::string_view id, std::string_view key, std::string_view sign, Rect& at,
                   bool enabled, void (App::*verb)(), bool selected = false) {
    if (button(app.ui, id, app.words(key), at,
               {.icon = sign,
                .emphasis = Emphasis::quiet,
                .selected = selected,
                .enabled = enabled,
                .tip = !selected,
                .icon_only = true}))
        (app.*verb)();
    const float step = at.width() + app.ui.theme.px(2);
    at.x0 += step;
    at.x1 += step;
}

/// What became of the work: nothing is said of a cabinet that was only begun.
std::string kept_words(const App& app) {
    if (!app.doc.saved()) return app.words(app.doc.journal() ? "ui.kept" : "ui.not_kept");
    return app.doc.path().empty() ? std::string() : app.words("ui.kept_saved");
}

bool typing_title(const Ui& ui) {
    return ui.editing && ui.editing->id == "name";
}

/// A click on the name gives it another one.
void title_field(App& app, const std::string& name, const Rect& rect) {
    if (!typing_title(app.ui)) app.ui.line(app.ui.fonts.bold, rect, palette::kText, name);
    const auto typed = bare_field(app.ui, "name", app.words("ui.name_it"), name, rect);
    if (typed && *typed != name) app.save_as(*typed);
}

void languages(App& app, const Rect& area) {
    const std::array<std::string, 3> codes{"NL", "EN", "DE"};
    const int now = static_cast<int>(app.settings.language);
    if (const auto clicked = segments(app.ui, "language", codes, now, area)) {
        app.settings.language = static_cast<Language>(*clicked);
        app.notes.clear();
    }
}

/// Whom the screen is for.
ListButton manners_button(const App& app) {
    return {"manners", app.words("ui.customer"), icon::kCustomer};
}

std::vector<Verb> manners(const App& app) {
    const auto verb = [&](std::string id, std::string_view key, std::string_view sign, void (App::*act)(),
                          std::string note = {}) {
        return Verb{std::move(id), app.words(key), sign, [act](App& to) { (to.*act)(); }, std::move(note)};
    };
    std::vector<Verb> verbs{verb("customer.new", "ui.new_customer", icon::kNewPerson, &App::new_customer),
                            verb("customer", "ui.as_customer", icon::kFullscreen, &App::toggle_customer, "K"),
                            verb("price.show", "ui.customer_price", icon::kPrice, &App::toggle_price),
                            verb("veil.show", "ui.veil", icon::kHidden, &App::toggle_veil, "B"),
                            verb("second", "ui.second", icon::kScreens, &App::toggle_second, "Shift K")};
    verbs[2].on = app.show_price;
    verbs[2].stays = true;
    verbs[4].on = app.second_screen;
    return verbs;
}

/// Right of `before`.
void manners_bar(App& app, const Rect& before) {
    const ListButton look = manners_button(app);
    const float pad = edge(app.ui.theme), left = before.x1 + app.ui.theme.gap();
    const Rect card{left, before.y0, left + list_button_width(app.ui, look) + 2 * pad, before.y1};
    app.ui.card("manners.bar", card);
    list_button(app, look, card.inset(pad));
}

/// At the right end, as high as `row`: what is about the screen, and its language.
void screen_bar(App& app, float right, const Rect& row) {
    const Theme& theme = app.ui.theme;
    const Rect card{right - theme.px(140) - theme.touch(), row.y0, right, row.y1};
    app.ui.card("language.card", card);
    const Rect in = card.inset(edge(theme));
    Rect at{in.x0, in.y0, in.x0 + theme.touch(), in.y1};
    square_button(app, "settings", "ui.settings", icon::kSettings, at, true, &App::toggle_settings,
                  app.screen.show_settings);
    languages(app, {at.x0, at.y0, in.x1, at.y1});
}

}  // namespace

void side_panel(App& app, const Rect& most) {
    Ui& ui = app.ui;
    const Rect area{most.x0, most.y0, most.x1, std::min(most.y1, most.y0 + app.panel_height)};
    ui.card("panel", area);
    Column column({area.x0 + ui.theme.padding(), area.y0 + ui.theme.padding(), area.x1 - ui.theme.padding(),
                   area.y1 - ui.theme.gap()},
                  ui.theme.px(7));
    const std::array labels{app.words("ui.tab.sizes"), app.words("ui.tab.layout"),
                            app.words("ui.tab.finishes")};
    if (const auto clicked =
            segments(ui, "tab", labels, static_cast<int>(app.tab), column.row(ui.theme.touch())))
        app.tab = static_cast<Tab>(*clicked);
    column.space(ui.theme.px(4));
    const Rect area_left = column.rest();
    // Room for the focus ring and the outline of the chosen card at both sides.
    const Rect cut{area_left.x0 - ui.theme.px(8), area_left.y0, area_left.x1 + ui.theme.px(8), area_left.y1};
    const std::string name = "panel." + std::to_string(static_cast<int>(app.tab));
    const float offset = ui.begin_scroll(name, cut);
    Column inner({area_left.x0, area_left.y0 - offset + 2, area_left.x1, area_left.y1}, ui.theme.px(7));
    switch (app.tab) {
        case Tab::sizes:
            sizes_panel(app, inner);
            break;
        case Tab::layout:
            layout_panel(app, inner);
            break;
        case Tab::finishes:
            finishes_panel(app, inner);
            break;
    }
    ui.end_scroll(inner.used());
    app.panel_height = area_left.y0 - area.y0 + inner.used() + ui.theme.padding();
}

void price_card(App& app, const Rect& area) {
    Ui& ui = app.ui;
    ui.card("price.card", area);
    Column column(
        {area.x0 + ui.theme.padding(), area.y0 + ui.theme.px(12), area.x1 - ui.theme.padding(), area.y1},
        ui.theme.px(3));
    const std::string total = app.texts().money(app.doc.price().total);
    const Rect top = column.row(ui.theme.px(20));
    ui.line(ui.fonts.small, top, palette::kMuted, app.words("ui.price"));
    const Rect row = column.row(ui.theme.px(34));
    ui.touch("price", app.words("ui.price"), row, false, total);
    ui.line(ui.fonts.title, row, palette::kText, total);
    const auto change = app.doc.last_change();
    if (change && change->value != 0) {
        const std::string words = app.texts().money_change(*change);
        const float width = ui.text_width(ui.fonts.small_bold, words) + ui.theme.px(18);
        const Rect chip{row.x1 - width, row.y0 + ui.theme.px(4), row.x1, row.y1 - ui.theme.px(4)};
        ui.fill(chip, palette::kAccentSoft, ui.theme.px(13));
        ui.touch("price.change", app.words("ui.last_change"), chip, false, words);
        ui.centred(ui.fonts.small_bold, chip, palette::kAccent, words);
    }
    const std::string facts =
        app.words(Message{"ui.facts",
                          {{"parts", static_cast<std::int64_t>(app.doc.build().parts.size())},
                           {"mass", static_cast<std::int64_t>(app.doc.build().mass + 0.5)}}});
    ui.line(ui.fonts.small, column.row(ui.theme.px(20)), palette::kMuted, facts);
}

void tool_bar(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const float side = ui.theme.touch(), pad = edge(ui.theme), top = ui.theme.padding();
    const std::string name = app.title_of(app.doc.path(), app.doc.design().name), kept = kept_words(app);
    const float most = ui.theme.px(190);
    const float words = typing_title(ui) ? most : std::min(ui.text_width(ui.fonts.bold, name), most);
    const float left = ui.theme.padding() + area.left, buttons = 5 * (side + ui.theme.px(2)),
                told = ui.text_width(ui.fonts.small, kept) + ui.theme.px(34);
    const Rect card{left, top, left + buttons + words + told + 2 * pad, top + side + 2 * pad};
    ui.card("tools", card);
    Rect at{card.x0 + pad, card.y0 + pad, card.x0 + pad + side, card.y1 - pad};
    square_button(app, "open", "ui.open", icon::kFolder, at, true, &App::toggle_files, app.show_files);
    square_button(app, "save", "ui.save", icon::kSave, at, true, &App::save);
    square_button(app, "undo", "ui.undo", icon::kUndo, at, app.doc.can_undo(), &App::undo);
    square_button(app, "redo", "ui.redo", icon::kRedo, at, app.doc.can_redo(), &App::redo);
    square_button(app, "timeline", app.show_timeline ? "ui.hide_timeline" : "ui.timeline", icon::kHistory, at,
                  true, &App::toggle_timeline, app.show_timeline);
    const Rect title{at.x0 + ui.theme.px(10), at.y0, at.x0 + ui.theme.px(10) + words + 2, at.y1};
    title_field(app, name, title);
    ui.line(ui.fonts.small, {title.x1 + ui.theme.px(10), card.y0, card.x1, card.y1},
            app.doc.saved() ? palette::kMuted : palette::kAccent, kept);
    manners_bar(app, card);
    screen_bar(app, area.right - ui.theme.gap(), card);
}

void manners_list(App& app) {
    open_list(app, manners_button(app), manners(app));
}

}  // namespace maatkast::show
