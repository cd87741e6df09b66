#include "tools/showroom/dimension_marks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tools/showroom/theme.h"

namespace maatkast::show {
namespace {

constexpr ImU32 kInk = color(0x2f2c28), kQuietInk = color(0x4d4943);
constexpr ImU32 kThin = color(0x2f2c28, 120);  // extension lines
constexpr ImU32 kPale = color(0xfdfcfa, 120), kPaleThin = color(0xfdfcfa, 60);
constexpr ImU32 kPlate = color(0xfdfcfa, 236);
constexpr float kTick = 4.5F;  // pixels at scale 1, half of one

std::vector<ImVec2> as_imgui(std::span<const glm::vec2> points) {
    std::vector<ImVec2> made;
    for (const glm::vec2& point : points) made.emplace_back(point.x, point.y);
    return made;
}

/// Strokes at 45° to the line, as on drawings of buildings and furniture.
std::array<glm::vec2, 2> tick(glm::vec2 at, glm::vec2 along, float size) {
    const glm::vec2 slant = glm::normalize(along + glm::vec2(-along.y, along.x)) * size;
    return {at - slant, at + slant};
}

/// From the left to the right or upwards, so that all ticks of a picture lean alike.
glm::vec2 direction_of(const scene::PlacedDimension& placed) {
    const glm::vec2 way = placed.ends[1] - placed.ends[0];
    const glm::vec2 along = way / std::max(glm::length(way), 1e-3F);
    return std::abs(along.x) > std::abs(along.y) ? along * (along.x < 0 ? -1.0F : 1.0F)
                                                 : along * (along.y > 0 ? -1.0F : 1.0F);
}

}  // namespace

scene::DimensionStyle dimension_style(const Fonts& fonts, float scale, char decimal) {
    const auto measure = [small = fonts.small, bold = fonts.small_bold](std::string_view text, bool strong) {
        ImFont* font = strong ? bold : small;
        const ImVec2 size =
            font->CalcTextSizeA(font->FontSize, 1e9F, 0, text.data(), text.data() + text.size());
        return glm::vec2(std::ceil(size.x), std::ceil(size.y));
    };
    return {scale, decimal, measure, {}};
}

void draw_line(ImDrawList& list, std::span<const glm::vec2> points, bool closed, const LineLook& look) {
    const std::vector<ImVec2> line = as_imgui(points);
    const int count = static_cast<int>(line.size());
    const ImDrawFlags flags = closed ? ImDrawFlags_Closed : ImDrawFlags_None;
    if (look.edge_width > 0)
        list.AddPolyline(line.data(), count, look.edge, flags, look.width + 2 * look.edge_width);
    list.AddPolyline(line.data(), count, look.color, flags, look.width);
}

void draw_dimensions(ImDrawList& list, std::span<const scene::PlacedDimension> placed, const Fonts& fonts,
                     float scale) {
    const LineLook thin{kThin, kPaleThin, scale, 0.5F * scale};
    for (const scene::PlacedDimension& at : placed)
        for (std::size_t i = 0; i < 2 && !at.inside; ++i) draw_line(list, at.extensions[i], false, thin);
    for (const scene::PlacedDimension& at : placed) {
        const float width = (at.strong ? 1.4F : 1.1F) * scale;
        draw_line(list, at.ends, false, {at.strong ? kInk : kQuietInk, kPale, width, scale});
    }
    for (const scene::PlacedDimension& at : placed)
        for (const glm::vec2& end : at.ends)
            draw_line(list, tick(end, direction_of(at), (at.strong ? kTick + 1 : kTick) * scale), false,
                      {at.strong ? kInk : kQuietInk, kPale, (at.strong ? 2.0F : 1.5F) * scale, 0});
    for (const scene::PlacedDimension& at : placed) {
        if (!at.label) continue;
        const auto [least, most] = *at.label;
        list.AddRectFilled({least.x, least.y}, {most.x, most.y}, kPlate, 4 * scale);
        ImFont* font = at.strong ? fonts.small_bold : fonts.small;
        const ImVec2 size =
            font->CalcTextSizeA(font->FontSize, 1e9F, 0, at.text.data(), at.text.data() + at.text.size());
        list.AddText(
            font, font->FontSize,
            {std::round((least.x + most.x - size.x) / 2), std::round((least.y + most.y - size.y) / 2)},
            at.strong ? kInk : kQuietInk, at.text.data(), at.text.data() + at.text.size());
    }
}

}  // namespace maatkast::show
