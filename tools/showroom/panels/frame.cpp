// What stands around the picture: the side panel's card, the price, the tools, the views.

#include <array>
#include <filesystem>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

void square_button(App& app, std::string_view id, std::string_view key, std::string_view sign, Rect& at,
                   bool enabled, void (App::*verb)(), bool selected = false) {
    if (button(app.ui, id, app.words(key), at,
               {.icon = sign,
                .emphasis = Emphasis::quiet,
                .selected = selected,
                .enabled = enabled,
                .icon_only = true}))
        (app.*verb)();
    const float step = at.width() + app.ui.theme.px(2);
    at.x0 += step;
    at.x1 += step;
}

std::string file_name(const App& app) {
    const std::string stem = std::filesystem::path(app.doc.path()).stem().string();
    return stem.empty() || stem == "-" ? app.words("ui.unnamed") : stem;
}

void languages(App& app, const Rect& area) {
    const std::array<std::string, 3> codes{"NL", "EN", "DE"};
    const int now = static_cast<int>(app.settings.language);
    if (const auto clicked = segments(app.ui, "language", codes, now, area)) {
        app.settings.language = static_cast<Language>(*clicked);
        app.notes.clear();
    }
}

/// Whom the screen is for: at the right of `beside`.
void manners(App& app, const Rect& beside) {
    const float side = app.ui.theme.touch(), pad = app.ui.theme.px(6), step = side + app.ui.theme.px(2);
    const Rect card{beside.x0, beside.y0, beside.x0 + 4 * step + 2 * pad, beside.y1};
    app.ui.card("manners", card);
    Rect at{card.x0 + pad, card.y0 + pad, card.x0 + pad + side, card.y1 - pad};
    square_button(app, "customer.new", "ui.new_customer", icon::kNewPerson, at, true, &App::new_customer);
    square_button(app, "customer", "ui.as_customer", icon::kFullscreen, at, true, &App::toggle_customer);
    square_button(app, "price.show", app.show_price ? "ui.hide_price" : "ui.show_price", icon::kPrice, at,
                  true, &App::toggle_price, app.show_price);
    square_button(app, "veil.show", "ui.veil", icon::kHidden, at, true, &App::toggle_veil);
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
    const float side = ui.theme.touch(), pad = ui.theme.px(6), top = ui.theme.padding();
    const std::string name = file_name(app);
    const float words = std::min(ui.text_width(ui.fonts.bold, name), ui.theme.px(190));
    const float left = ui.theme.padding() + area.left;
    const Rect card{left, top, left + 5 * (side + ui.theme.px(2)) + words + ui.theme.px(40) + 2 * pad,
                    top + side + 2 * pad};
    ui.card("tools", card);
    Rect at{card.x0 + pad, card.y0 + pad, card.x0 + pad + side, card.y1 - pad};
    if (button(ui, "open", app.words("ui.open"), at,
               {.icon = icon::kFolder,
                .emphasis = Emphasis::quiet,
                .selected = app.show_files,
                .icon_only = true}))
        app.show_files = !app.show_files;
    at.x0 += side + ui.theme.px(2);
    at.x1 += side + ui.theme.px(2);
    square_button(app, "save", "ui.save", icon::kSave, at, true, &App::save);
    square_button(app, "undo", "ui.undo", icon::kUndo, at, app.doc.can_undo(), &App::undo);
    square_button(app, "redo", "ui.redo", icon::kRedo, at, app.doc.can_redo(), &App::redo);
    square_button(app, "timeline", app.show_timeline ? "ui.hide_timeline" : "ui.timeline", icon::kHistory, at,
                  true, &App::toggle_timeline, app.show_timeline);
    const Rect title{at.x0 + ui.theme.px(10), card.y0, at.x0 + ui.theme.px(10) + words + 2, card.y1};
    ui.touch("name", name, title, false, name + (app.doc.saved() ? "" : " *"));
    ui.line(ui.fonts.bold, title, palette::kText, name);
    if (!app.doc.saved())
        ui.list()->AddCircleFilled({title.x1 + ui.theme.px(10), title.middle().y}, ui.theme.px(4),
                                   palette::kAccent);

    manners(app, {card.x1 + ui.theme.gap(), card.y0, 0, card.y1});
    const float width = ui.theme.px(138), right = area.right - ui.theme.gap();
    const Rect language{right - width, top, right, top + side + 2 * pad};
    ui.card("language.card", language);
    languages(app, language.inset(pad));
}

void view_bar(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    using enum scene::StandardView;
    constexpr std::array views{std::pair{front, "front"}, std::pair{three_quarter, "three_quarter"},
                               std::pair{side, "side"}, std::pair{inside, "inside"},
                               std::pair{detail, "detail"}};
    const bool any_open = app.openings.any_open();
    const std::string toggle = app.words(any_open ? "ui.close_all" : "ui.open_all");
    const float pad = ui.theme.px(6), height = ui.theme.touch(), gap = ui.theme.px(2);
    std::vector<std::string> labels;
    float width = 2 * pad + ui.text_width(ui.fonts.bold, toggle) + ui.theme.px(66) + 7 * (height + gap);
    for (const auto& entry : views) {
        labels.push_back(app.words(std::string("ui.view.") + entry.second));
        width += ui.text_width(ui.fonts.bold, labels.back()) + ui.theme.px(22) + gap;
    }
    const float x = std::max(area.middle().x - width / 2, ui.theme.padding());
    const float bottom = ui.size().y - ui.theme.padding();
    const Rect card{x, bottom - height - 2 * pad, x + width, bottom};
    ui.card("views", card);
    Rect at{card.x0 + pad, card.y0 + pad, 0, card.y1 - pad};
    for (std::size_t i = 0; i < views.size(); ++i) {
        at.x1 = at.x0 + ui.text_width(ui.fonts.bold, labels[i]) + ui.theme.px(22);
        const bool here = !app.view_free && app.view == views[i].first;
        if (button(ui, std::string("view.") + views[i].second, labels[i], at,
                   {.emphasis = Emphasis::quiet, .selected = here}))
            app.go_to(views[i].first);
        at.x0 = at.x1 + gap;
    }
    ui.list()->AddLine({at.x0 + ui.theme.px(4), at.y0 + ui.theme.px(7)},
                       {at.x0 + ui.theme.px(4), at.y1 - ui.theme.px(7)}, palette::kLine, 1);
    at = {at.x0 + ui.theme.px(10), at.y0, card.x1 - pad - 7 * (height + gap), at.y1};
    if (button(ui, "open.all", toggle, at,
               {.icon = icon::kDoor, .emphasis = Emphasis::quiet, .selected = any_open}))
        app.toggle_all();
    const scene::Dressing& dressing = app.stage.dressing();
    at = {at.x1 + gap, at.y0, at.x1 + gap + height, at.y1};
    square_button(app, "things", dressing.things ? "ui.hide_things" : "ui.show_things", icon::kHanger, at,
                  true, &App::toggle_things, dressing.things);
    square_button(app, "figure", dressing.figure_cm ? "ui.hide_figure" : "ui.show_figure", icon::kPerson, at,
                  true, &App::toggle_figure, dressing.figure_cm.has_value());
    const bool evening = dressing.hour == scene::Hour::evening;
    square_button(app, "evening", evening ? "ui.by_day" : "ui.by_evening", icon::kNight, at, true,
                  &App::toggle_evening, evening);
    const auto overlay = [&](std::string_view id, OverlayKind kind, std::string_view sign,
                             void (App::*verb)(), std::string_view show, std::string_view hide) {
        const bool on = app.overlays.kind() == kind;
        square_button(app, id, on ? hide : show, sign, at, true, verb, on);
    };
    overlay("apart", OverlayKind::apart, icon::kApart, &App::toggle_apart, "ui.apart", "ui.together");
    overlay("section", OverlayKind::section, icon::kCut, &App::toggle_section, "ui.show_section",
            "ui.hide_section");
    overlay("envelopes", OverlayKind::envelopes, icon::kArc, &App::toggle_envelopes, "ui.show_envelopes",
            "ui.hide_envelopes");
    square_button(app, "dimensions", app.show_dimensions ? "ui.hide_dimensions" : "ui.show_dimensions",
                  icon::kRuler, at, true, &App::toggle_dimensions, app.show_dimensions);
}

}  // namespace maatkast::show
