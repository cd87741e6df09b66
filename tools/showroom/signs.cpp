#include "tools/showroom/signs.h"

#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

namespace maatkast::show {
namespace {

constexpr float kStroke = 1.6F;

void stroke(const Ui& ui, float x0, float y0, float x1, float y1, ImU32 color) {
    ui.list()->AddLine({x0, y0}, {x1, y1}, color, kStroke * ui.theme.scale);
}

void frame(const Ui& ui, const Rect& rect, ImU32 color) {
    ui.outline(rect, color, ui.theme.px(2), kStroke * ui.theme.scale);
}

void empty_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    frame(ui, rect.inset(ui.theme.px(3)), color);
}

void leaf(const Ui& ui, const Rect& rect, ImU32 color, bool hinged_left) {
    frame(ui, rect, color);
    const float x = hinged_left ? rect.x1 - rect.width() * 0.22F : rect.x0 + rect.width() * 0.22F;
    const float y = rect.middle().y, half = rect.height() * 0.1F;
    stroke(ui, x, y - half, x, y + half, color);
}

Rect upright(const Rect& rect) {
    const float trim = rect.width() * 0.2F;
    return {rect.x0 + trim, rect.y0, rect.x1 - trim, rect.y1};
}

void left_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    leaf(ui, upright(rect), color, true);
}
void right_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    leaf(ui, upright(rect), color, false);
}

void pair_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const float x = rect.middle().x;
    leaf(ui, {rect.x0, rect.y0, x, rect.y1}, color, true);
    leaf(ui, {x, rect.y0, rect.x1, rect.y1}, color, false);
}

// Two leaves seen from above, folded to a point.
void fold(const Ui& ui, const Rect& rect, ImU32 color, float hinge, float end) {
    const float back = rect.y0 + rect.height() * 0.3F, front = rect.y0 + rect.height() * 0.75F;
    const auto x = [&](float share) { return rect.x0 + rect.width() * share; };
    stroke(ui, rect.x0, back, rect.x1, back, color);
    stroke(ui, x(hinge), back, x((hinge + end) / 2), front, color);
    stroke(ui, x((hinge + end) / 2), front, x(end), back, color);
    ui.list()->AddCircleFilled({x(hinge), back}, ui.theme.px(3), color, 12);
}
void bifold_left_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    fold(ui, rect, color, 0.0F, 0.6F);
}
void bifold_right_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    fold(ui, rect, color, 1.0F, 0.4F);
}

// Seen from the side: an opening, and the flap that stands off it.
void flap(const Ui& ui, const Rect& rect, ImU32 color, bool up) {
    const float x = rect.x0 + rect.width() * 0.25F, top = rect.y0 + rect.height() * 0.15F,
                bottom = rect.y1 - rect.height() * 0.15F;
    stroke(ui, x, top, x, bottom, color);
    const float hinge = up ? top : bottom;
    stroke(ui, x, hinge, rect.x1, up ? top + rect.height() * 0.2F : bottom - rect.height() * 0.1F, color);
    ui.list()->AddCircleFilled({x, hinge}, ui.theme.px(3), color, 12);
}
void flap_up_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    flap(ui, rect, color, true);
}
void flap_down_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    flap(ui, rect, color, false);
}

// Seen from the side: a tall front that draws its baskets with it.
void pullout_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const float x = rect.x1 - rect.width() * 0.15F;
    stroke(ui, x, rect.y0, x, rect.y1, color);
    for (const float share : {0.3F, 0.62F, 0.94F}) {
        const float y = rect.y0 + rect.height() * share;
        stroke(ui, rect.x0, y, x, y, color);
        stroke(ui, rect.x0, y, rect.x0, y - rect.height() * 0.14F, color);
    }
}

void bar_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const float x = rect.middle().x, half = rect.height() * 0.36F;
    ui.fill({x - ui.theme.px(3), rect.middle().y - half, x + ui.theme.px(3), rect.middle().y + half}, color,
            ui.theme.px(3));
}

void knob_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    ui.list()->AddCircleFilled({rect.middle().x, rect.middle().y}, rect.width() * 0.2F, color, 24);
}

// A door whose upper edge bears a profile, and one whose edge is cut away.
void edge_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const Rect door = upright(rect);
    frame(ui, door, color);
    ui.fill({door.x0, door.y0, door.x1, door.y0 + ui.theme.px(5)}, color, ui.theme.px(2));
}
void grip_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const Rect door = upright(rect);
    const float low = door.y0 + ui.theme.px(7), third = door.width() / 3;
    stroke(ui, door.x0, door.y0, door.x0, door.y1, color);
    stroke(ui, door.x1, door.y0, door.x1, door.y1, color);
    stroke(ui, door.x0, door.y1, door.x1, door.y1, color);
    stroke(ui, door.x0, door.y0, door.x0 + third, low, color);
    stroke(ui, door.x0 + third, low, door.x1 - third, low, color);
    stroke(ui, door.x1 - third, low, door.x1, door.y0, color);
}

// One hanger under the other.
void rail_double_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const float middle = rect.middle().y;
    rail_sign(ui, {rect.x0, rect.y0, rect.x1, middle + rect.height() * 0.1F}, color);
    rail_sign(ui, {rect.x0, middle, rect.x1, rect.y1 + rect.height() * 0.1F}, color);
}

// Seen from the side: hangers one behind the other on a rail that comes forward.
void rail_pullout_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    constexpr int kHangers = 4;
    const float y = rect.y0 + rect.height() * 0.25F, tip = rect.width() * 0.1F;
    stroke(ui, rect.x0, y, rect.x1, y, color);
    stroke(ui, rect.x1, y, rect.x1 - tip, y - tip, color);
    stroke(ui, rect.x1, y, rect.x1 - tip, y + tip, color);
    for (int i = 0; i < kHangers; ++i) {
        const float x = rect.x0 + rect.width() * (0.1F + 0.2F * static_cast<float>(i));
        stroke(ui, x, y, x, rect.y1 - rect.height() * 0.15F, color);
    }
}

// Low boxes with air between them.
void tray_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    for (const float share : {0.36F, 0.84F}) {
        const float y = rect.y0 + rect.height() * share, lip = rect.height() * 0.14F;
        stroke(ui, rect.x0, y, rect.x1, y, color);
        stroke(ui, rect.x0, y, rect.x0, y - lip, color);
        stroke(ui, rect.x1, y, rect.x1, y - lip, color);
    }
}

void divider_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const Rect inner = rect.inset(ui.theme.px(3));
    frame(ui, inner, color);
    for (const float share : {1.0F / 3, 2.0F / 3}) {
        const float x = inner.x0 + inner.width() * share;
        stroke(ui, x, inner.y0, x, inner.y1, color);
    }
}

void none_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const Rect inner = rect.inset(ui.theme.px(8));
    stroke(ui, inner.x0, inner.y1, inner.x1, inner.y0, color);
    ui.list()->AddCircle({rect.middle().x, rect.middle().y}, rect.width() * 0.36F, color, 32,
                         kStroke * ui.theme.scale);
}

// A board seen from the side: its front end to the right, and what is before or under it.
void board(const Ui& ui, const Rect& rect, ImU32 color, float end, float fall) {
    const float y = rect.middle().y;
    stroke(ui, rect.x0, y - rect.height() * fall, rect.x0 + rect.width() * end, y + rect.height() * fall,
           color);
}
void side_of_carcase(const Ui& ui, const Rect& rect, ImU32 color) {
    const float x = rect.x0 + rect.width() * 0.75F;
    stroke(ui, rect.x0, rect.y0, rect.x0, rect.y1, color);
    stroke(ui, x, rect.y0, x, rect.y1, color & 0x80ffffffU);
}
void loose_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    side_of_carcase(ui, rect, color);
    board(ui, rect, color, 0.75F, 0);
    for (const float at : {0.18F, 0.57F})
        ui.list()->AddCircleFilled({rect.x0 + rect.width() * at, rect.middle().y + ui.theme.px(4)},
                                   ui.theme.px(2), color, 10);
}
void fixed_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    side_of_carcase(ui, rect, color);
    ui.fill({rect.x0, rect.middle().y - ui.theme.px(2), rect.x0 + rect.width() * 0.75F,
             rect.middle().y + ui.theme.px(2)},
            color, 0);
}
void protruding_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    side_of_carcase(ui, rect, color);
    board(ui, rect, color, 1.0F, 0);
}
void recessed_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    side_of_carcase(ui, rect, color);
    board(ui, rect, color, 0.5F, 0);
}
void slanted_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    side_of_carcase(ui, rect, color);
    board(ui, rect, color, 0.75F, 0.16F);
}
void glass_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    side_of_carcase(ui, rect, color);
    const float y = rect.middle().y, thin = ui.theme.px(2);
    frame(ui, {rect.x0, y - thin, rect.x0 + rect.width() * 0.75F, y + thin}, color);
}
void stack_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const float y = rect.middle().y;
    frame(ui, {rect.x0, rect.y0, rect.x1, y - 1}, color);
    frame(ui, {rect.x0, y + 1, rect.x1, rect.y1}, color);
}

// Corners and ends as they are drawn in a plan; the wall behind is above.
void outline_of(const Ui& ui, const Rect& rect, ImU32 color, std::initializer_list<glm::vec2> shape) {
    std::vector<ImVec2> points;
    for (const glm::vec2& at : shape)
        points.emplace_back(rect.x0 + rect.width() * at.x, rect.y0 + rect.height() * at.y);
    ui.list()->AddPolyline(points.data(), static_cast<int>(points.size()), color, ImDrawFlags_Closed,
                           kStroke * ui.theme.scale);
}
void straight_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(ui, rect, color, {{0, 0.25F}, {1, 0.25F}, {1, 0.75F}, {0, 0.75F}});
}
void corner_l_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(ui, rect, color, {{0, 0}, {1, 0}, {1, 1}, {0.5F, 1}, {0.5F, 0.5F}, {0, 0.5F}});
}
void corner_diagonal_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(ui, rect, color, {{0, 0}, {1, 0}, {1, 1}, {0.5F, 1}, {0, 0.5F}});
}
void corner_blind_left_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(ui, rect, color, {{0, 0}, {1, 0}, {1, 0.5F}, {0, 0.5F}});
    outline_of(ui, rect, color, {{0.5F, 0.5F}, {1, 0.5F}, {1, 1}, {0.5F, 1}});
}
void corner_blind_right_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(ui, rect, color, {{0.5F, 0}, {1, 0}, {1, 1}, {0.5F, 1}});
    outline_of(ui, rect, color, {{0, 0}, {0.5F, 0}, {0.5F, 0.5F}, {0, 0.5F}});
}
void end_round_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(
        ui, rect, color,
        {{0, 0.2F}, {1, 0.2F}, {0.96F, 0.42F}, {0.84F, 0.61F}, {0.66F, 0.75F}, {0.4F, 0.8F}, {0, 0.8F}});
}
void end_diagonal_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    outline_of(ui, rect, color, {{0, 0.2F}, {1, 0.2F}, {0.5F, 0.8F}, {0, 0.8F}});
}

void slab_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    frame(ui, upright(rect), color);
}
void panelled_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    frame(ui, upright(rect), color);
    frame(ui, upright(rect).inset(ui.theme.px(5)), color);
}
void panes(const Ui& ui, const Rect& rect, ImU32 color, int lines) {
    panelled_sign(ui, rect, color);
    const Rect pane = upright(rect).inset(ui.theme.px(8));
    for (int i = 0; i < lines; ++i) {
        const float y = pane.y0 + pane.height() * (static_cast<float>(i) + 1) / static_cast<float>(lines + 1);
        stroke(ui, pane.x0, y + ui.theme.px(3), pane.x1, y - ui.theme.px(3), color);
    }
}
void glass_clear_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    panes(ui, rect, color, 1);
}
void glass_frosted_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    panes(ui, rect, color, 4);
}

}  // namespace

void drawers_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    constexpr int kDrawn = 3;
    for (int i = 0; i < kDrawn; ++i) {
        const float height = rect.height() / kDrawn, y = rect.y0 + height * static_cast<float>(i);
        frame(ui, {rect.x0, y + 1, rect.x1, y + height - 1}, color);
        const float half = rect.width() * 0.12F, middle = y + height / 2;
        stroke(ui, rect.middle().x - half, middle, rect.middle().x + half, middle, color);
    }
}

void rail_sign(const Ui& ui, const Rect& rect, ImU32 color) {
    const float y = rect.y0 + rect.height() * 0.2F, x = rect.middle().x, wide = rect.width() * 0.3F;
    stroke(ui, rect.x0, y, rect.x1, y, color);
    const float shoulder = y + rect.height() * 0.18F, hem = y + rect.height() * 0.42F;
    stroke(ui, x, y, x, shoulder, color);
    stroke(ui, x, shoulder, x - wide, hem, color);
    stroke(ui, x, shoulder, x + wide, hem, color);
    stroke(ui, x - wide, hem, x + wide, hem, color);
}

Sign sign_of(std::string_view id) {
    constexpr auto signs =
        std::to_array<std::pair<std::string_view, Sign>>({{"drawers", drawers_sign},
                                                          {"drawer", drawers_sign},
                                                          {"rail", rail_sign},
                                                          {"rail_double", rail_double_sign},
                                                          {"rail_pullout", rail_pullout_sign},
                                                          {"tray", tray_sign},
                                                          {"divider", divider_sign},
                                                          {"left", left_sign},
                                                          {"right", right_sign},
                                                          {"pair", pair_sign},
                                                          {"bifold_left", bifold_left_sign},
                                                          {"bifold_right", bifold_right_sign},
                                                          {"flap_up", flap_up_sign},
                                                          {"flap_down", flap_down_sign},
                                                          {"pullout", pullout_sign},
                                                          {"bar", bar_sign},
                                                          {"knob", knob_sign},
                                                          {"edge", edge_sign},
                                                          {"grip", grip_sign},
                                                          {"none", none_sign},
                                                          {"loose", loose_sign},
                                                          {"fixed", fixed_sign},
                                                          {"protruding", protruding_sign},
                                                          {"recessed", recessed_sign},
                                                          {"slanted", slanted_sign},
                                                          {"glass", glass_sign},
                                                          {"stack", stack_sign},
                                                          {"straight", straight_sign},
                                                          {"corner_l", corner_l_sign},
                                                          {"corner_diagonal", corner_diagonal_sign},
                                                          {"corner_blind_left", corner_blind_left_sign},
                                                          {"corner_blind_right", corner_blind_right_sign},
                                                          {"end_round", end_round_sign},
                                                          {"end_diagonal", end_diagonal_sign},
                                                          {"slab", slab_sign},
                                                          {"panelled", panelled_sign},
                                                          {"glass_clear", glass_clear_sign},
                                                          {"glass_frosted", glass_frosted_sign}});
    for (const auto& [known, sign] : signs)
        if (known == id) return sign;
    return empty_sign;
}

}  // namespace maatkast::show
