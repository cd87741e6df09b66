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

/// The sentence and its repairs beside the mark; the first repair is foreseen until another one is looked at.
void bubble(App& app, const Finding& finding, std::size_t index, glm::vec2 at, const FreeArea& area) {
    Ui& ui = app.ui;
    const float pad = ui.theme.px(12), width = std::min(ui.theme.px(360), area.right - area.left - 4 * pad);
    const float height = finding_height(app, finding, width - 2 * pad) + 2 * pad;
    const float away = 0.75F * ui.theme.touch();
    const float x = std::clamp(at.x - width / 2, area.left + pad, area.right - width - pad);
    const float above = at.y - away - height;
    const float y = above >= area.top + pad ? above : at.y + away;
    const Rect card{x, y, x + width, y + height};
    ui.card("finding.card", card);
    if (!finding.repairs.empty()) app.foreseen = finding.repairs.front().edits;
    if (finding_entry(app, finding, index, card.inset(pad), false)) return app.finding.reset();
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
                       icon::kNotice))
            app.finding = app.finding == i ? std::nullopt : std::optional(i);
        if (app.finding == i) open = at;
    }
    if (open) bubble(app, findings[*app.finding], *app.finding, *open, area);
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
