#include "tools/showroom/grip_marks.h"

#include <array>
#include <cmath>

#include "tools/showroom/dimension_marks.h"

namespace maatkast::show {
namespace {

constexpr double kBeside = 0.09;     // metres from the cabinet to grips of the whole
constexpr double kWayOfGrip = 0.05;  // metres over which its way is measured in the picture
constexpr ImU32 kInk = color(0x2f2c28);

double beside(const scene::Grip& grip) {
    const bool whole = grip.kind != scene::GripKind::upright && grip.kind != scene::GripKind::shelf;
    return whole ? kBeside : 0;
}

void draw_arrow(const Ui& ui, glm::vec2 tip, glm::vec2 way, float size, ImU32 ink) {
    const glm::vec2 aside(-way.y, way.x);
    const glm::vec2 a = tip - way * size + aside * size * 0.8F, b = tip - way * size - aside * size * 0.8F;
    ui.list()->AddTriangleFilled({tip.x, tip.y}, {a.x, a.y}, {b.x, b.y}, ink);
}

}  // namespace

float knob_of(const scene::Grip& grip) {
    return beside(grip) > 0 ? kKnob : kSmallKnob;
}

std::optional<GripPlace> place_of(const scene::Grip& grip, const render::View& view) {
    const glm::dvec3 at = grip.at + beside(grip) * grip.along;
    const auto seen = render::project(view, glm::vec3(at));
    const auto further = render::project(view, glm::vec3(at + kWayOfGrip * grip.along));
    if (!seen || !further) return {};
    const glm::vec2 way = *further - *seen;
    const float length = glm::length(way);
    return GripPlace{*seen, length > 0.5F ? way / length : glm::vec2(0, 1)};
}

void draw_grip(const Ui& ui, const scene::Grip& grip, const GripPlace& place, float hover, bool held) {
    const float radius = ui.theme.scale * knob_of(grip) * (1 + 0.12F * (held ? 1 : hover));
    const ImVec2 at{place.at.x, place.at.y};
    const float amount = held ? 1 : hover;
    ui.list()->AddCircleFilled({at.x, at.y + ui.theme.px(1)}, radius + ui.theme.px(2), color(0x2a2118, 46),
                               40);
    ui.list()->AddCircleFilled(at, radius, blend(palette::kSolid, palette::kAccent, amount), 40);
    ui.list()->AddCircle(at, radius, color(0x2f2c28, 60), 40, 1);
    const ImU32 ink = blend(kInk, palette::kOnAccent, amount);
    for (const float side : {-1.0F, 1.0F})
        draw_arrow(ui, place.at + place.way * side * radius * 0.72F, place.way * side, radius * 0.42F, ink);
}

void draw_range(const Ui& ui, const scene::Grip& grip, const scene::GripRange& range,
                const render::View& view) {
    std::array<glm::vec2, 2> ends{};
    std::array<glm::vec2, 2> ways{};
    const std::array sizes{range.least.size, range.most.size};
    for (std::size_t i = 0; i < 2; ++i) {
        scene::Grip there = grip;
        there.at += (sizes[i] - grip.size).metres() * grip.along;
        const auto place = place_of(there, view);
        if (!place) return;
        ends[i] = place->at;
        ways[i] = place->way;
    }
    const float scale = ui.theme.scale;
    draw_line(*ui.list(), ends, false,
              {color(0x1f5f4f, 150), color(0xfdfcfa, 150), 2.5F * scale, 1.5F * scale});
    for (std::size_t i = 0; i < 2; ++i) {
        const glm::vec2 aside = glm::vec2(-ways[i].y, ways[i].x) * 8.0F * scale;
        const std::array<glm::vec2, 2> stop{ends[i] - aside, ends[i] + aside};
        draw_line(*ui.list(), stop, false, {color(0x1f5f4f), color(0xfdfcfa, 200), 3 * scale, 1.5F * scale});
    }
}

}  // namespace maatkast::show
