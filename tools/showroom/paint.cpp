// How Ui draws: cards, shadows, letters.

#include <algorithm>
#include <array>
#include <cmath>

#include "tools/showroom/ui.h"

namespace maatkast::show {

void Ui::fill(const Rect& rect, ImU32 color, float rounding) const {
    list_->AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, color, rounding);
}

void Ui::outline(const Rect& rect, ImU32 color, float rounding, float thickness) const {
    list_->AddRect({rect.x0, rect.y0}, {rect.x1, rect.y1}, color, rounding, 0, thickness);
}

// Nine pieces of the blurred square: corners as they are, edges and middle stretched.
void Ui::shadow(const Rect& rect, float blur, float alpha) const {
    const ImVec4 uv = fonts.shadow_uv;
    const float part = static_cast<float>(kShadowBlur) / kShadowSide;
    const std::array xs{rect.x0 - blur, rect.x0 + blur / 2, rect.x1 - blur / 2, rect.x1 + blur};
    const std::array ys{rect.y0 - blur, rect.y0 + blur / 2, rect.y1 - blur / 2, rect.y1 + blur};
    const std::array us{uv.x, uv.x + (uv.z - uv.x) * part, uv.z - (uv.z - uv.x) * part, uv.z};
    const std::array vs{uv.y, uv.y + (uv.w - uv.y) * part, uv.w - (uv.w - uv.y) * part, uv.w};
    const ImU32 shade = color(0x2a2118, static_cast<std::uint32_t>(alpha * 255));
    for (std::size_t y = 0; y < 3; ++y)
        for (std::size_t x = 0; x < 3; ++x)
            list_->AddImage(ImGui::GetIO().Fonts->TexID, {xs[x], ys[y]}, {xs[x + 1], ys[y + 1]},
                            {us[x], vs[y]}, {us[x + 1], vs[y + 1]}, shade);
}

void Ui::card(std::string_view id, const Rect& rect) {
    block(id, rect);
    const Rect lower{rect.x0, rect.y0 + theme.px(4), rect.x1, rect.y1 + theme.px(4)};
    shadow(lower, theme.px(18), 0.22F);
    fill(rect, palette::kCard, theme.card_rounding());
    outline(rect, color(0xffffff, 140), theme.card_rounding());
}

float Ui::text_width(ImFont* font, std::string_view text) const {
    return font->CalcTextSizeA(font->FontSize, 1e9F, 0, text.data(), text.data() + text.size()).x;
}

void Ui::text(ImFont* font, glm::vec2 at, ImU32 color, std::string_view text) const {
    list_->AddText(font, font->FontSize, {std::round(at.x), std::round(at.y)}, color, text.data(),
                   text.data() + text.size());
}

void Ui::centred(ImFont* font, const Rect& rect, ImU32 color, std::string_view words) const {
    const glm::vec2 middle = rect.middle();
    text(font, {middle.x - text_width(font, words) / 2, middle.y - font->FontSize / 2}, color, words);
}

void Ui::line(ImFont* font, const Rect& rect, ImU32 color, std::string_view words) const {
    const glm::vec2 at{rect.x0, rect.middle().y - font->FontSize / 2};
    if (text_width(font, words) <= rect.width()) return text(font, at, color, words);
    std::string cut(words);
    while (!cut.empty() && text_width(font, cut + "…") > rect.width()) {
        while (!cut.empty() && (cut.back() & 0xc0) == 0x80) cut.pop_back();  // a whole UTF-8 letter
        if (!cut.empty()) cut.pop_back();
    }
    text(font, at, color, cut + "…");
}

float Ui::paragraph(ImFont* font, glm::vec2 at, float width, ImU32 color, std::string_view words,
                    bool draw) const {
    const char* from = words.data();
    const char* end = words.data() + words.size();
    const float leading = std::round(font->FontSize * 1.35F);
    float height = 0;
    while (from < end) {
        const char* stop = font->CalcWordWrapPositionA(1, from, end, width);
        if (stop == from) ++stop;
        if (draw) text(font, {at.x, at.y + height}, color, {from, stop});
        height += leading;
        from = stop;
        while (from < end && (*from == ' ' || *from == '\n')) ++from;
    }
    return height;
}

void Ui::tooltip(std::string_view text, const Rect& rect) {
    tip_ = text;
    tip_rect_ = rect;
}

}  // namespace maatkast::show
