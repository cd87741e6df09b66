#include "tools/showroom/widgets.h"

#include <algorithm>
#include <cstring>

namespace maatkast::show {
namespace {

struct Colors {
    ImU32 fill, text;
};

Colors button_colors(const ButtonLook& look, const Touch& touch) {
    if (!look.enabled) return {look.emphasis == Emphasis::quiet ? 0 : palette::kQuiet, palette::kDisabled};
    if (look.emphasis == Emphasis::primary)
        return {blend(palette::kAccent, palette::kAccentHover, touch.hover), palette::kOnAccent};
    if (look.selected) return {palette::kAccentSoft, palette::kAccent};
    const ImU32 idle = look.emphasis == Emphasis::quiet ? (palette::kHover & 0x00ffffffU) : palette::kQuiet;
    return {blend(blend(idle, palette::kHover, touch.hover), palette::kPress, touch.press), palette::kText};
}

std::string with_icon(std::string_view icon, std::string_view label) {
    return icon.empty() ? std::string(label) : std::string(icon) + "  " + std::string(label);
}

// The field while it is typed in: ImGui's own line editor on our ground. Returns the text once it is done.
std::optional<std::string> edit_line(Ui& ui, const Rect& rect) {
    Ui::Editing& editing = *ui.editing;
    ui.fill(rect, palette::kSolid, ui.theme.rounding());
    ui.outline(rect, palette::kAccent, ui.theme.rounding(), 2);
    ImGui::PushFont(ui.fonts.bold);
    ImGui::SetCursorScreenPos({rect.x0 + ui.theme.px(6), rect.middle().y - ui.fonts.bold->FontSize / 2});
    ImGui::SetNextItemWidth(rect.width() - ui.theme.px(12));
    if (editing.fresh) ImGui::SetKeyboardFocusHere();
    const bool entered =
        ImGui::InputText("##field", editing.text, sizeof editing.text,
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool left = !editing.fresh && ImGui::IsItemDeactivated();
    ImGui::PopFont();
    editing.fresh = false;
    if (!entered && !left) return {};
    const bool cancelled = !entered && ui.key("escape");
    std::string text = editing.text;
    ui.editing.reset();
    return cancelled ? std::nullopt : std::optional(text);
}

}  // namespace

void start_editing(Ui& ui, std::string_view id, std::string_view value) {
    Ui::Editing editing;
    editing.id = id;
    value.copy(editing.text, sizeof editing.text - 1);
    ui.editing = editing;
}

std::optional<std::string> number_field(Ui& ui, std::string_view id, std::string_view label,
                                        std::string_view value, const Rect& rect, bool can_edit) {
    const Touch touch = ui.touch(id, label, rect, can_edit, value);
    if (ui.editing && ui.editing->id == id) return edit_line(ui, rect);
    if (can_edit) ui.fill(rect, blend(palette::kSolid, palette::kHover, touch.hover), ui.theme.rounding());
    if (can_edit) ui.outline(rect, palette::kLine, ui.theme.rounding());
    ui.centred(ui.fonts.bold, rect, palette::kText, value);
    if (touch.activated) start_editing(ui, id, value);
    return {};
}

std::optional<std::string> bare_field(Ui& ui, std::string_view id, std::string_view label,
                                      std::string_view value, const Rect& rect) {
    const Touch touch = ui.touch(id, label, rect, true, value);
    if (ui.editing && ui.editing->id == id) return edit_line(ui, rect);
    if (touch.hover > 0)
        ui.outline(rect.inset(rect.height() / 6),
                   blend(palette::kAccent & 0x00ffffffU, palette::kAccent, touch.hover), ui.theme.px(5),
                   1.5F);
    if (touch.activated) start_editing(ui, id, value);
    return {};
}

Rect Column::row(float height) {
    const Rect row{area_.x0, area_.y0, area_.x1, area_.y0 + height};
    area_.y0 += height + gap_;
    return row;
}

Rect piece(const Rect& row, int i, int n, float gap) {
    const float width = (row.width() - gap * static_cast<float>(n - 1)) / static_cast<float>(n);
    const float x = row.x0 + (width + gap) * static_cast<float>(i);
    return {x, row.y0, x + width, row.y1};
}

bool button(Ui& ui, std::string_view id, std::string_view label, const Rect& rect, const ButtonLook& look) {
    const Touch touch = ui.touch(id, label, rect, look.enabled, look.note);
    const Colors colors = button_colors(look, touch);
    const float sink = touch.press * ui.theme.px(1);
    const Rect at{rect.x0, rect.y0 + sink, rect.x1, rect.y1 + sink};
    if (colors.fill >> 24) ui.fill(at, colors.fill, ui.theme.rounding());
    ImFont* font = look.selected || look.emphasis == Emphasis::primary ? ui.fonts.bold : ui.fonts.body;
    if (look.icon_only) {
        ui.centred(ui.fonts.body, at, colors.text, look.icon);
        if (look.tip && touch.hovered && !touch.held) ui.tooltip(label, rect);
        return touch.activated;
    }
    const std::string words = with_icon(look.icon, label);
    if (look.note.empty() && ui.text_width(font, words) <= rect.width() - ui.theme.px(16)) {
        ui.centred(font, at, colors.text, words);
        return touch.activated;
    }
    const float note = look.note.empty() ? 0 : ui.text_width(ui.fonts.small, look.note) + ui.theme.px(20);
    const float pad = ui.theme.px(12);
    ui.line(font, {at.x0 + pad, at.y0, at.x1 - std::max(note, pad), at.y1}, colors.text, words);
    if (note > 0)
        ui.line(ui.fonts.small, {at.x1 - note + ui.theme.px(8), at.y0, at.x1, at.y1},
                look.emphasis == Emphasis::primary ? colors.text : palette::kMuted, look.note);
    return touch.activated;
}

void caption(Ui& ui, const Rect& rect, std::string_view text) {
    ui.line(ui.fonts.small_bold, rect, palette::kMuted, text);
}

StepperEvent stepper(Ui& ui, std::string_view id, std::string_view label, std::string_view value,
                     const Rect& row, const StepperLook& look) {
    StepperEvent event;
    const float side = row.height(), number = ui.theme.px(88), gap = ui.theme.px(4);
    const Rect plus{row.x1 - side, row.y0, row.x1, row.y1};
    const Rect middle{plus.x0 - gap - number, row.y0, plus.x0 - gap, row.y1};
    const Rect minus{middle.x0 - gap - side, row.y0, middle.x0 - gap, row.y1};
    const std::string name(id);
    ui.line(ui.fonts.body, {row.x0, row.y0, minus.x0 - gap, row.y1}, palette::kText, label);
    const auto press = [&](const char* end, const Rect& rect, std::string_view sign, bool enabled) {
        const std::string words = std::string(label) + (end[1] == 'm' ? " –" : " +");
        return button(ui, name + end, words, rect,
                      {.icon = sign, .enabled = enabled, .tip = false, .icon_only = true});
    };
    if (press(".minus", minus, icon::kMinus, look.can_less)) event.step = -1;
    if (press(".plus", plus, icon::kPlus, look.can_more)) event.step = 1;
    event.typed = number_field(ui, id, label, value, middle, look.field);
    return event;
}

std::optional<std::string> text_line(Ui& ui, std::string_view id, std::string_view hint,
                                     std::string_view value, const Rect& rect) {
    const Touch touch = ui.touch(id, hint, rect, true, value);
    if (ui.editing && ui.editing->id == id) return edit_line(ui, rect);
    ui.fill(rect, blend(palette::kSolid, palette::kHover, touch.hover), ui.theme.rounding());
    ui.outline(rect, palette::kLine, ui.theme.rounding());
    const float pad = ui.theme.px(12);
    ui.line(ui.fonts.body, {rect.x0 + pad, rect.y0, rect.x1 - pad, rect.y1},
            value.empty() ? palette::kMuted : palette::kText, value.empty() ? hint : value);
    if (touch.activated) start_editing(ui, id, value);
    return {};
}

namespace {

/// As much of the middle of a picture as has the card's shape.
void draw_still(const Ui& ui, const ChoiceLook& look, const Rect& rect) {
    const float wide = rect.width() / rect.height() / look.picture_shape;
    const float across = std::min(wide, 1.0F) / 2, down = std::min(1 / wide, 1.0F) / 2;
    ui.list()->AddImageRounded(look.picture, {rect.x0, rect.y0}, {rect.x1, rect.y1},
                               {0.5F - across, 0.5F - down}, {0.5F + across, 0.5F + down}, palette::kOnAccent,
                               ui.theme.rounding() - 2);
}

/// The calm mark of a finding, in the upper corner.
void draw_mark(const Ui& ui, const Rect& rect) {
    const float radius = ui.theme.px(9);
    const glm::vec2 at{rect.x1 - radius - ui.theme.px(2), rect.y0 + radius + ui.theme.px(2)};
    ui.list()->AddCircleFilled({at.x, at.y}, radius, palette::kSolid, 24);
    ui.list()->AddCircle({at.x, at.y}, radius, palette::kNotice, 24, 1.5F);
    ui.centred(ui.fonts.small, {at.x - radius, at.y - radius, at.x + radius, at.y + radius}, palette::kNotice,
               icon::kNotice);
}

}  // namespace

bool choice(Ui& ui, std::string_view id, std::string_view label, const Rect& rect, const ChoiceLook& look) {
    const Touch touch = ui.touch(id, label, rect, true, look.selected ? "selected" : look.value);
    const float rounding = ui.theme.rounding(), line = ui.theme.px(18), inner = ui.theme.px(4);
    const ImU32 idle = blend(palette::kQuiet, palette::kHover, touch.hover);
    ui.fill(rect, look.selected ? palette::kAccentSoft : blend(idle, palette::kPress, touch.press), rounding);
    if (look.selected) ui.outline(rect, palette::kAccent, rounding, 2);
    const ImU32 ink = look.selected ? palette::kAccent : palette::kText;
    const Rect picture{rect.x0 + inner, rect.y0 + inner, rect.x1 - inner,
                       rect.y1 - 2 * line - ui.theme.px(3)};
    if (look.picture) {
        draw_still(ui, look, picture);
    } else if (look.color) {
        ui.fill(picture, look.color, rounding - 2);
    } else {
        const float half = std::min(ui.theme.px(38), picture.height() - ui.theme.px(6)) / 2;
        const glm::vec2 at = picture.middle();
        look.sign(ui, {at.x - half, at.y - half, at.x + half, at.y + half}, ink);
    }
    if (look.color) ui.outline(picture, color(0x000000, 28), rounding - 2);
    if (look.marked) draw_mark(ui, picture);
    const float y = picture.y1 + ui.theme.px(1);
    ui.centred(ui.fonts.small, {rect.x0, y, rect.x1, y + line}, ink, label);
    if (!look.note.empty())
        ui.centred(ui.fonts.small, {rect.x0, y + line, rect.x1, y + 2 * line},
                   look.marked ? palette::kNotice : palette::kMuted, look.note);
    return touch.activated;
}

float choice_height(const Ui& ui, float width, float picture_shape) {
    const float inner = ui.theme.px(4);
    return (width - 2 * inner) / picture_shape + inner + 2 * ui.theme.px(18) + ui.theme.px(3);
}

std::optional<int> segments(Ui& ui, std::string_view id, std::span<const std::string> labels, int chosen,
                            const Rect& rect) {
    std::optional<int> clicked;
    ui.fill(rect, palette::kQuiet, ui.theme.rounding());
    const int count = static_cast<int>(labels.size());
    for (int i = 0; i < count; ++i) {
        const Rect part = piece(rect, i, count, 0);
        const std::string name = std::string(id) + "." + std::to_string(i);
        const std::string& label = labels[static_cast<std::size_t>(i)];
        const Touch touch = ui.touch(name, label, part, true, i == chosen ? "selected" : "");
        const Rect pill = part.inset(ui.theme.px(3));
        if (i == chosen) {
            ui.fill(pill, palette::kSolid, ui.theme.rounding() - 2);
            ui.outline(pill, palette::kLine, ui.theme.rounding() - 2);
        } else if (touch.hover > 0) {
            ui.fill(pill, blend(palette::kQuiet, palette::kHover, touch.hover), ui.theme.rounding() - 2);
        }
        ui.centred(i == chosen ? ui.fonts.small_bold : ui.fonts.small, part,
                   i == chosen ? palette::kAccent : palette::kText, label);
        if (touch.activated) clicked = i;
    }
    return clicked;
}

}  // namespace maatkast::show
