// How Ui draws: cards, shadows, letters.

#include <algorithm>
#include <array>
#include <cmath>

#include "tools/showroom/ui.h"

namespace maatkast::show {
namespace {

constexpr float kLeading = 1.2F;  // of two lines in the place of one
constexpr std::size_t kSign = 4;  // bytes of an icon, or of two digits

}  // namespace

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

namespace {

/// As much of the words as there is room for, and that they go on.
std::string shortened(const Ui& ui, ImFont* font, std::string_view words, float width) {
    std::string cut(words);
    while (!cut.empty() && ui.text_width(font, cut + "…") > width) {
        while (!cut.empty() && (cut.back() & 0xc0) == 0x80) cut.pop_back();  // a whole UTF-8 letter
        if (!cut.empty()) cut.pop_back();
    }
    return cut + "…";
}

}  // namespace

/// Words that are too long for their place become small, then two lines, and are cut only then.
Ui::Fitted Ui::fit(ImFont* font, std::string_view words, const Rect& rect) const {
    const bool sign = words.size() <= kSign;
    if (sign || text_width(font, words) <= rect.width()) return {font, {std::string(words)}};
    if (font != fonts.small && font != fonts.small_bold)
        return fit(font == fonts.body ? fonts.small : fonts.small_bold, words, rect);
    const char *begin = words.data(), *end = begin + words.size();
    const char* stop = font->CalcWordWrapPositionA(1, begin, end, rect.width());
    const std::string first(begin, stop);
    while (stop < end && *stop == ' ') ++stop;
    const std::string second(stop, end);
    const bool room = rect.height() >= 2 * kLeading * font->FontSize - 1;
    if (room && text_width(font, first) <= rect.width() && text_width(font, second) <= rect.width())
        return {font, {first, second}};
    cut_.emplace_back(words);
    return {font, {shortened(*this, font, words, rect.width())}};
}

void Ui::draw_fitted(const Fitted& fitted, const Rect& rect, ImU32 color, float across) const {
    const float step = kLeading * fitted.font->FontSize, lines = static_cast<float>(fitted.lines.size());
    float y = rect.middle().y - (fitted.font->FontSize + (lines - 1) * step) / 2;
    for (const std::string& words : fitted.lines) {
        text(fitted.font, {rect.x0 + (rect.width() - text_width(fitted.font, words)) * across, y}, color,
             words);
        y += step;
    }
}

void Ui::centred(ImFont* font, const Rect& rect, ImU32 color, std::string_view words) const {
    draw_fitted(fit(font, words, rect), rect, color, 0.5F);
}

void Ui::line(ImFont* font, const Rect& rect, ImU32 color, std::string_view words) const {
    draw_fitted(fit(font, words, rect), rect, color, 0);
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
