#include "tools/showroom/verb_list.h"

#include <algorithm>

#include "tools/showroom/app.h"

namespace maatkast::show {
namespace {

float parting(const Theme& theme) {
    return theme.px(9);
}
float edge(const Theme& theme) {
    return theme.px(6);
}

std::string_view sign_at_right(const Verb& verb) {
    if (verb.marked) return icon::kNotice;
    return verb.on ? icon::kCheck : "";
}

bool row_of(Ui& ui, const Verb& verb, const Rect& row) {
    const Touch touch = ui.touch(verb.id, verb.label, row, true, verb.on ? "selected" : verb.note);
    const ImU32 idle = verb.on ? palette::kAccentSoft : palette::kHover & 0x00ffffffU;
    ui.fill(row, blend(blend(idle, palette::kHover, touch.hover), palette::kPress, touch.press),
            ui.theme.px(8));
    const float pad = ui.theme.px(10), text = row.x0 + ui.theme.px(40);
    const ImU32 ink = verb.on ? palette::kAccent : palette::kText;
    ui.line(ui.fonts.body, {row.x0 + pad, row.y0, text, row.y1}, verb.on ? ink : palette::kMuted, verb.icon);
    float right = row.x1 - pad;
    if (const auto sign = sign_at_right(verb); !sign.empty()) {
        ui.centred(ui.fonts.small, {right - ui.theme.px(16), row.y0, right, row.y1},
                   verb.marked ? palette::kNotice : ink, sign);
        right -= ui.theme.px(22);
    }
    const float note = ui.text_width(ui.fonts.small, verb.note);
    ui.line(ui.fonts.small, {right - note - 1, row.y0, right, row.y1}, palette::kMuted, verb.note);
    ui.line(ui.fonts.body, {text, row.y0, right - note - pad, row.y1}, ink, verb.label);
    return touch.activated;
}

void move_focus(Ui& ui, std::span<const Verb> verbs) {
    const int by = ui.key("down") ? 1 : ui.key("up") ? -1 : 0;
    if (by == 0) return;
    const auto at = std::ranges::find_if(verbs, [&](const Verb& verb) { return ui.focused(verb.id); });
    const int count = static_cast<int>(verbs.size());
    const int now = at == verbs.end() ? (by > 0 ? -1 : count) : static_cast<int>(at - verbs.begin());
    const std::string& next = verbs[static_cast<std::size_t>((now + by + count) % count)].id;
    ui.focus(next);
    ui.reveal(next);
}

/// Beside the button, but inside the window.
Rect place_of(const Ui& ui, const Rect& button, bool up, glm::vec2 size) {
    const float gap = ui.theme.gap() + edge(ui.theme);
    const float most = (up ? button.y0 : ui.size().y - button.y1) - 2 * gap;
    const float height = std::min(size.y, most);
    const float x = std::clamp(button.x0 - edge(ui.theme), gap, std::max(gap, ui.size().x - size.x - gap));
    const float y = up ? button.y0 - gap - height : button.y1 + gap;
    return {x, y, x + size.x, y + height};
}

}  // namespace

glm::vec2 list_size(const Ui& ui, std::span<const Verb> verbs) {
    float words = 0, height = 2 * edge(ui.theme);
    for (const Verb& verb : verbs) {
        const float right = sign_at_right(verb).empty() ? 0 : ui.theme.px(22);
        words = std::max(words, ui.text_width(ui.fonts.body, verb.label) + right +
                                    ui.text_width(ui.fonts.small, verb.note));
        height += ui.theme.touch() + (verb.parted ? parting(ui.theme) : 0);
    }
    return {words + ui.theme.px(96), height};
}

const Verb* verb_list(Ui& ui, std::string_view name, const Rect& card, std::span<const Verb> verbs) {
    move_focus(ui, verbs);
    const float inner = edge(ui.theme);
    ui.card(std::string(name) + ".card", card);
    ui.fill(card, palette::kSolid, ui.theme.card_rounding());  // it may lie over other cards
    const Rect area = card.inset(inner);
    const float offset = ui.begin_scroll(name, area);
    float y = area.y0 - offset;
    const Verb* pressed = nullptr;
    for (const Verb& verb : verbs) {
        if (verb.parted) {
            const float line = y + ui.theme.px(4);
            ui.list()->AddLine({area.x0 + inner, line}, {area.x1 - inner, line}, palette::kLine, 1);
            y += parting(ui.theme);
        }
        if (row_of(ui, verb, {area.x0, y, area.x1, y + ui.theme.touch()})) pressed = &verb;
        y += ui.theme.touch();
    }
    ui.end_scroll(y + offset - area.y0);
    return pressed;
}

float list_button_width(const Ui& ui, const ListButton& look) {
    return ui.text_width(ui.fonts.bold, look.label) + ui.theme.px(76);
}

void list_button(App& app, const ListButton& look, const Rect& rect) {
    const bool open = app.list == look.id;
    const std::string words = look.label + "  " + (look.up ? icon::kUpwards : icon::kDownwards);
    if (button(app.ui, look.id, words, rect,
               {.icon = look.icon, .emphasis = Emphasis::quiet, .selected = open || look.some}))
        app.list = open ? std::string() : std::string(look.id);
}

void open_list(App& app, const ListButton& look, std::span<const Verb> verbs) {
    if (app.list != look.id) return;
    Ui& ui = app.ui;
    const WidgetRecord* button = ui.find(look.id);
    if (!button) return;
    const Rect card = place_of(ui, button->rect, look.up, list_size(ui, verbs));
    const glm::vec2 at = ui.pointer().at();
    const bool beside = !card.contains(at) && !button->rect.contains(at);
    if ((beside && ui.pointer().pressed(Button::left)) || ui.key("escape")) return app.list.clear();
    const Verb* pressed = verb_list(ui, std::string(look.id) + ".list", card, verbs);
    if (!pressed) return;
    if (!pressed->stays) app.list.clear();
    pressed->act(app);
}

}  // namespace maatkast::show
