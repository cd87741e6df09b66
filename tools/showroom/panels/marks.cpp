// What stands in the picture itself: findings on the spot, with their repairs, and locks.

#include <algorithm>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

/// In the middle of an opening's front; of a bay's front edge above the floor; else on top of the cabinet.
std::optional<glm::vec2> spot_of(const App& app, const Selection& at, const render::View& view) {
    const OpeningSpace* space = app.doc.space(at.bay, std::max(at.opening, 0));
    if (!space) {
        const render::Bounds box = app.doc.box();
        return render::project(view, {(box.min.x + box.max.x) / 2, box.max.y, box.max.z});
    }
    glm::vec3 middle = (space->box.min + space->box.max) / 2.0F;
    middle.z = space->box.max.z;
    return render::project(view, glm::vec3(space->frame * glm::vec4(middle, 1)));
}

bool round_mark(App& app, const std::string& id, const std::string& label, glm::vec2 at, ImU32 ink,
                std::string_view sign) {
    Ui& ui = app.ui;
    const float radius = ui.theme.touch() / 2;
    const Rect rect{at.x - radius, at.y - radius, at.x + radius, at.y + radius};
    const Touch touch = ui.touch(id, label, rect);
    const float shown = radius * (0.7F + 0.1F * touch.hover);
    ui.list()->AddCircleFilled({at.x, at.y + 1}, shown + ui.theme.px(2), color(0x2a2118, 60), 32);
    ui.list()->AddCircleFilled({at.x, at.y}, shown, palette::kSolid, 32);
    ui.centred(ui.fonts.body, rect, ink, sign);
    if (touch.hovered && !touch.held && !app.finding) ui.tooltip(label, rect);
    return touch.activated;
}

/// What a finding is about, as it is seen; the mark's own place where that is the whole.
Rect seen_of(const App& app, const Finding& finding, glm::vec2 mark, const render::View& view) {
    const Selection at = place_of(finding, app.doc.design());
    Rect seen{mark.x, mark.y, mark.x, mark.y};
    for (const OpeningSpace& space : app.doc.spaces()) {
        if (space.bay != at.bay) continue;
        for (const glm::vec2 corner : silhouette(space.box, space.frame, view))
            seen = {std::min(seen.x0, corner.x), std::min(seen.y0, corner.y), std::max(seen.x1, corner.x),
                    std::max(seen.y1, corner.y)};
    }
    return seen;
}

/// Beside what it is about, so that its ghost is seen; over the mark where there is no room at either side.
Rect bubble_place(const Ui& ui, const Rect& about, glm::vec2 mark, glm::vec2 size, const FreeArea& area) {
    const float pad = ui.theme.px(12), away = 0.75F * ui.theme.touch();
    const bool right = about.x1 + pad + size.x <= area.right - pad,
               left = about.x0 - pad - size.x >= area.left + pad;
    const float beside = std::clamp(mark.y - size.y / 2, area.top + pad, area.bottom - size.y - pad);
    if (right) return {about.x1 + pad, beside, about.x1 + pad + size.x, beside + size.y};
    if (left) return {about.x0 - pad - size.x, beside, about.x0 - pad, beside + size.y};
    const float x = std::clamp(mark.x - size.x / 2, area.left + pad, area.right - size.x - pad);
    const float above = mark.y - away - size.y;
    const float y = above >= area.top + pad ? above : mark.y + away;
    return {x, y, x + size.x, y + size.y};
}

/// The sentence and its repairs; the first repair is foreseen until another one is looked at.
void bubble(App& app, const Finding& finding, std::size_t index, glm::vec2 at, const render::View& view,
            const FreeArea& area) {
    Ui& ui = app.ui;
    const float pad = ui.theme.px(12), width = std::min(ui.theme.px(380), area.right - area.left - 4 * pad);
    const bool ghost = !finding.repairs.empty();
    const std::string legend = ghost ? app.words("ui.ghost_colors") : "";
    const float inner = width - 2 * pad,
                words = ghost ? ui.paragraph(ui.fonts.small, {0, 0}, inner, 0, legend, false) : 0;
    const float height = finding_height(app, finding, inner) + words + 2 * pad;
    const Rect card = bubble_place(ui, seen_of(app, finding, at, view), at, {width, height}, area);
    ui.card("finding.card", card);
    const Rect in = card.inset(pad);
    if (ghost) app.foreseen = finding.repairs.front().edits;
    if (ghost) ui.paragraph(ui.fonts.small, {in.x0, in.y1 - words}, inner, palette::kMuted, legend);
    if (finding_entry(app, finding, index, in, false)) return app.finding.reset();
    const bool elsewhere =
        ui.pointer().pressed(Button::left) && !card.contains(ui.pointer().at()) && !ui.is_over("mark.");
    if (elsewhere) app.finding.reset();
}

void findings_marks(App& app, const render::View& view, const FreeArea& area) {
    const std::vector<Finding> findings = app.doc.build().findings;  // a repair replaces the build
    if (app.finding && *app.finding >= findings.size()) app.finding.reset();
    std::vector<glm::vec2> taken;
    std::optional<glm::vec2> open;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].severity == Severity::noted) continue;
        auto at = spot_of(app, place_of(findings[i], app.doc.design()), view);
        if (!at) continue;
        const float step = app.ui.theme.touch();
        while (
            std::ranges::any_of(taken, [&](glm::vec2 other) { return glm::distance(other, *at) < step - 1; }))
            at->x += step;
        taken.push_back(*at);
        if (round_mark(app, "mark." + std::to_string(i), app.words(findings[i].text), *at, palette::kNotice,
                       icon::kNotice)) {
            app.finding = app.finding == i ? std::nullopt : std::optional(i);
            app.show_findings = false;  // the same stands there
        }
        if (app.finding == i) open = at;
    }
    if (open) bubble(app, findings[*app.finding], *app.finding, *open, view, area);
}

/// Before the foot of a bay that keeps its width.
void lock_marks(App& app, const render::View& view) {
    for (int bay = 0; bay < static_cast<int>(app.doc.design().bays.size()); ++bay) {
        const OpeningSpace* space = app.doc.space(bay, 0);
        if (!app.doc.design().bays[static_cast<std::size_t>(bay)].locked || !space) continue;
        const glm::vec3 foot{(space->box.min.x + space->box.max.x) / 2, space->box.min.y, space->box.max.z};
        const auto at = render::project(view, glm::vec3(space->frame * glm::vec4(foot, 1)));
        if (at && round_mark(app, "lock." + std::to_string(bay), app.words("ui.menu.unlock"), *at,
                             palette::kText, icon::kLocked))
            return void(app.edit({bay_edit(bay, "locked", "false")}));
    }
}

}  // namespace

void picture_marks(App& app, const render::View& view, const FreeArea& area) {
    if (app.overlays.bare()) return;  // what they mark has moved
    lock_marks(app, view);
    if (!app.pulling()) findings_marks(app, view, area);
}

}  // namespace maatkast::show
