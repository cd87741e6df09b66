// What the cursor is on and what is chosen, outlined over the picture: no new picture of the scene is made.

#include <algorithm>
#include <cmath>

#include "tools/scene/rim.h"
#include "tools/showroom/app.h"
#include "tools/showroom/dimension_marks.h"

namespace maatkast::show {
namespace {

constexpr float kHovered = 1.5F, kChosen = 2.6F;  // pixels at scale 1
constexpr ImU32 kPale = color(0xffffff, 150);

constexpr ImU32 accent(std::uint32_t alpha = 255) {
    return color(0x1f5f4f, alpha);
}

/// Hidden pieces first, so that those that are seen lie over them.
void draw_rim(const Ui& ui, std::span<const scene::RimLine> lines, float thick) {
    const float width = thick * ui.theme.scale;
    for (const scene::RimLine& line : lines)
        if (line.hidden) draw_line(*ui.list(), line.at, false, {accent(70), 0, width, 0});
    for (const scene::RimLine& line : lines)
        if (!line.hidden && line.kind == scene::RimLine::Kind::edge)
            draw_line(*ui.list(), line.at, false, {accent(110), 0, ui.theme.scale, 0});
    // Pieces that follow each other are one line, so that its corners are closed.
    std::vector<glm::vec2> run;
    std::vector<std::vector<glm::vec2>> runs;
    for (const scene::RimLine& line : lines) {
        if (line.hidden || line.kind == scene::RimLine::Kind::edge) continue;
        if (!run.empty() && run.back() != line.at[0]) runs.push_back(std::exchange(run, {}));
        if (run.empty()) run.push_back(line.at[0]);
        run.push_back(line.at[1]);
    }
    if (!run.empty()) runs.push_back(run);
    for (std::vector<glm::vec2>& points : runs) {
        const bool closed = points.size() > 3 && points.front() == points.back();
        if (closed) points.pop_back();
        draw_line(*ui.list(), points, closed, {accent(), kPale, width, ui.theme.scale});
    }
}

/// The front edge of an opening, all round.
std::vector<glm::vec2> front_of(const OpeningSpace& space, const render::View& view) {
    render::Bounds flat = space.box;
    flat.min.z = flat.max.z;
    return silhouette(flat, space.frame, view);
}

void draw_opening(const Ui& ui, const OpeningSpace& space, const render::View& view, float thick) {
    const std::vector<glm::vec2> line = front_of(space, view);
    if (line.size() < 3) return;
    draw_line(*ui.list(), line, true, {accent(), kPale, thick * ui.theme.scale, ui.theme.scale});
}

void tint_opening(const Ui& ui, const OpeningSpace& space, const render::View& view) {
    std::vector<ImVec2> area;
    for (const glm::vec2& at : front_of(space, view)) area.emplace_back(at.x, at.y);
    ui.list()->AddConvexPolyFilled(area.data(), static_cast<int>(area.size()), accent(30));
}

void draw_chosen(const Ui& ui, const OpeningSpace& space, const render::View& view) {
    tint_opening(ui, space, view);
    draw_opening(ui, space, view, kChosen);
}

bool resized(const OpeningSpace& space, std::span<const OpeningSpace> before) {
    constexpr float kVisible = 0.005F;  // metres; a rounding is not worth a word
    const auto was = std::ranges::find_if(before, [&](const OpeningSpace& other) {
        return other.bay == space.bay && other.opening == space.opening;
    });
    if (was == before.end()) return true;
    const glm::vec3 change = (space.box.max - space.box.min) - (was->box.max - was->box.min);
    return std::max({std::abs(change.x), std::abs(change.y), std::abs(change.z)}) > kVisible;
}

/// A part with what moves with it, or all that stands still in a bay.
std::vector<int> parts_of(const Build& build, const Selection& chosen) {
    std::vector<int> parts;
    for (std::size_t i = 0; i < build.parts.size() && chosen.any(); ++i) {
        const Part& part = build.parts[i];
        if (!chosen.part.empty() && part.name.view() == chosen.part)
            return scene::parts_with(build, static_cast<int>(i));
        if (chosen.part.empty() && part.bay == chosen.bay && part.opener < 0)
            parts.push_back(static_cast<int>(i));
    }
    return parts;
}

}  // namespace

/// Nothing while the picture is being turned, the cursor is on a panel, or much of the cabinet is cut away.
std::optional<Pick> App::under_cursor(const render::View& seen) const {
    const bool busy = ui.over_widget() || pointer_.held(Button::left) || pointer_.held(Button::right) ||
                      pointer_.held(Button::middle);
    if (busy || pointer_.at().x < 0 || overlays.kind() == OverlayKind::section) return {};
    return pick(doc.build(), doc.spaces(), openings.now(), render::unproject(seen, pointer_.at()));
}

void App::draw_outlines(const render::View& seen) {
    if (overlays.bare()) return;  // parts are not where they are picked
    const Build& build = doc.build();
    const auto draw_parts = [&](std::span<const int> parts, float thick) {
        const auto before = scene::opaque_blocks(build, openings.now(), parts);
        draw_rim(ui, scene::rim_of(build, doc.meshes(), parts, openings.now(), seen, before), thick);
    };
    if (pull_)  // what gives way
        for (const OpeningSpace& space : doc.spaces())
            if (resized(space, before_pull_)) tint_opening(ui, space, seen);
    if (const auto under = under_cursor(seen)) {
        const OpeningSpace* space = under->through ? doc.space(under->bay, under->opening) : nullptr;
        if (space)
            draw_opening(ui, *space, seen, kHovered);
        else if (under->part >= 0)
            draw_parts(scene::parts_with(build, under->part), kHovered);
    }
    const std::vector<Selection> openings_chosen = selected_openings();
    for (const Selection& at : openings_chosen) draw_chosen(ui, *doc.space(at.bay, at.opening), seen);
    if (!openings_chosen.empty()) return;
    const std::vector<int> chosen = parts_of(build, selection);
    if (!chosen.empty()) draw_parts(chosen, kChosen);
}

}  // namespace maatkast::show
