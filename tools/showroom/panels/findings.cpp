// What the book has to say: a quiet line at the left, opened into a list with repairs, and marks on the spot.

#include <algorithm>
#include <charconv>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

std::size_t worth_showing(const Build& build) {
    return static_cast<std::size_t>(std::ranges::count_if(
        build.findings, [](const Finding& f) { return f.severity != Severity::noted; }));
}

ImU32 color_of(Severity severity) {
    return severity == Severity::noted ? palette::kMuted : palette::kNotice;
}

// `bays/1/openings/2` → bay 1, opening 2; −1 where the path names none.
Selection place_of(const std::string& where, const Design& design) {
    Selection at;
    const auto number = [&where](std::string_view after) {
        const std::size_t found = where.find(after);
        int value = -1;
        if (found != std::string::npos)
            std::from_chars(where.data() + found + after.size(), where.data() + where.size(), value);
        return value;
    };
    at.bay = number("bays/");
    at.opening = number("openings/");
    const int front = number("/fronts/");
    if (at.bay < 0 || at.bay >= static_cast<int>(design.bays.size())) return {};
    const auto& fronts = design.bays[static_cast<std::size_t>(at.bay)].fronts;
    if (front >= 0 && front < static_cast<int>(fronts.size()))
        at.opening = fronts[static_cast<std::size_t>(front)].from;
    return at;
}

// One finding with its repairs; returns its height. Draws nothing when `draw` is false.
float finding_entry(App& app, const Finding& finding, std::size_t index, const Rect& area, bool draw) {
    Ui& ui = app.ui;
    const float left = area.x0 + ui.theme.px(26);
    float y = area.y0;
    if (draw) ui.text(ui.fonts.body, {area.x0, y}, color_of(finding.severity), icon::kNotice);
    y +=
        ui.paragraph(ui.fonts.body, {left, y}, area.x1 - left, palette::kText, app.words(finding.text), draw);
    const std::string page = app.words(Message{"ui.page", {{"page", std::int64_t{finding.page}}}});
    y +=
        ui.paragraph(ui.fonts.small, {left, y}, area.x1 - left, palette::kMuted, page, draw) + ui.theme.px(4);
    for (std::size_t i = 0; i < finding.repairs.size() && i < 2; ++i) {
        const Repair& repair = finding.repairs[i];
        const Rect row{left, y, area.x1, y + ui.theme.touch()};
        y += row.height() + ui.theme.px(5);
        if (!draw) continue;
        const std::string id = "repair." + std::to_string(index) + "." + std::to_string(i);
        const std::vector<Edit> edits = repair.edits;
        const bool pressed = button(ui, id, app.words(repair.text), row,
                                    {.icon = icon::kCheck, .note = app.effect_text(edits)});
        if (ui.is_on(id)) app.foreseen = edits;
        if (pressed) {
            app.edit(edits);
            return y - area.y0;
        }
    }
    return y - area.y0 + ui.theme.gap();
}

void findings_list(App& app, const Rect& bar) {
    Ui& ui = app.ui;
    const float width = ui.theme.px(400), pad = ui.theme.padding();
    const std::vector<Finding> findings = app.doc.build().findings;  // a repair replaces the build
    const float inner = width - 2 * pad;
    float height = 0;
    for (std::size_t i = 0; i < findings.size(); ++i)
        height += finding_entry(app, findings[i], i, {0, 0, inner, 0}, false);
    const float top = bar.y1 + ui.theme.gap();
    const float shown = std::min(height, ui.size().y - top - ui.theme.px(110));
    const Rect card{bar.x0, top, bar.x0 + width, top + shown + 2 * pad};
    ui.card("findings.card", card);
    const Rect area = card.inset(pad);
    float y =
        area.y0 - ui.begin_scroll("findings.list", {area.x0, area.y0, area.x1 + ui.theme.px(10), area.y1});
    for (std::size_t i = 0; i < findings.size(); ++i)
        y += finding_entry(app, findings[i], i, {area.x0, y, area.x1, area.y1}, true);
    ui.end_scroll(height);
}

}  // namespace

void findings_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const std::size_t count = worth_showing(app.doc.build());
    if (app.doc.build().findings.empty()) app.show_findings = false;
    const std::string label =
        count == 0   ? app.words("ui.all_fits")
        : count == 1 ? app.words("ui.one_finding")
                     : app.words(Message{"ui.findings", {{"count", static_cast<std::int64_t>(count)}}});
    const float pad = ui.theme.px(6), height = ui.theme.touch();
    const float width = ui.text_width(ui.fonts.bold, label) + ui.theme.px(58) + 2 * pad;
    const float x = area.left + ui.theme.padding(),
                y = ui.theme.padding() + height + 2 * pad + ui.theme.gap();
    const Rect card{x, y, x + width, y + height + 2 * pad};
    ui.card("findings.bar", card);
    const bool any = !app.doc.build().findings.empty();
    if (button(ui, "findings", label, card.inset(pad),
               {.icon = count == 0 ? icon::kCheck : icon::kNotice,
                .emphasis = Emphasis::quiet,
                .selected = app.show_findings,
                .enabled = true}) &&
        any)
        app.show_findings = !app.show_findings;
    if (app.show_findings) findings_list(app, card);
}

void picture_marks(App& app, const render::View& view) {
    if (app.overlays.bare()) return;  // what they mark has moved
    Ui& ui = app.ui;
    const auto& findings = app.doc.build().findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].severity == Severity::noted) continue;
        const Selection at = place_of(findings[i].where, app.doc.design());
        const OpeningSpace* space = app.doc.space(at.bay, std::max(at.opening, 0));
        const render::Bounds box = space ? space->box : app.doc.box();
        const glm::vec3 spot{(box.min.x + box.max.x) / 2, space ? (box.min.y + box.max.y) / 2 : box.max.y,
                             box.max.z};
        const auto seen = render::project(view, spot);
        if (!seen) continue;
        const float radius = ui.theme.touch() / 2;
        const Rect rect{seen->x - radius, seen->y - radius, seen->x + radius, seen->y + radius};
        const std::string label = app.words(findings[i].text);
        const Touch touch = ui.touch("mark." + std::to_string(i), label, rect);
        const float shown = radius * (0.62F + 0.1F * touch.hover);
        ui.list()->AddCircleFilled({seen->x, seen->y + 1}, shown + ui.theme.px(2), color(0x2a2118, 60), 32);
        ui.list()->AddCircleFilled({seen->x, seen->y}, shown, palette::kSolid, 32);
        ui.list()->AddCircle({seen->x, seen->y}, shown - 1, palette::kNotice, 32, 2);
        ui.centred(ui.fonts.small, rect, palette::kNotice, icon::kNotice);
        if (touch.activated) {
            app.show_findings = true;
            if (at.bay >= 0) app.select(at);
        }
    }
}

}  // namespace maatkast::show
