// What the book has to say: a quiet line at the left, opened into a list with repairs that leads to the
// place.

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

constexpr std::size_t kRepairs = 2;  // the least changes come first

std::string page_of(const App& app, const Finding& finding) {
    return app.words(Message{"ui.page", {{"page", std::int64_t{finding.page}}}});
}

/// The sentence, which leads to the place, with its page. Returns its height.
float sentence(App& app, const Finding& finding, std::size_t index, const Rect& area, bool leads) {
    Ui& ui = app.ui;
    const std::string text = app.words(finding.text), page = page_of(app, finding);
    const float left = area.x0 + ui.theme.px(26), width = area.x1 - left;
    const float words = ui.paragraph(ui.fonts.body, {left, area.y0}, width, 0, text, false);
    const float height = words + ui.paragraph(ui.fonts.small, {left, area.y0}, width, 0, page, false);
    const Rect row{area.x0, area.y0, area.x1, area.y0 + height};
    const std::string id = "finding." + std::to_string(index);
    const Touch touch = ui.touch(id, text, row, leads, page);
    if (leads && touch.hover > 0)
        ui.fill(row.inset(-ui.theme.px(5)),
                blend(palette::kHover & 0x00ffffffU, palette::kHover, touch.hover), ui.theme.px(8));
    ui.text(ui.fonts.body, {area.x0, area.y0}, color_of(finding.severity), icon::kNotice);
    ui.paragraph(ui.fonts.body, {left, area.y0}, width, palette::kText, text);
    ui.paragraph(ui.fonts.small, {left, area.y0 + words}, width, palette::kMuted, page);
    if (touch.activated) app.look_at_finding(index);
    return height + ui.theme.px(4);
}

void findings_list(App& app, const Rect& bar) {
    Ui& ui = app.ui;
    const float width = ui.theme.px(400), pad = ui.theme.padding();
    const std::vector<Finding> findings = app.doc.build().findings;  // a repair replaces the build
    const float inner = width - 2 * pad;
    float height = 0;
    for (const Finding& finding : findings) height += finding_height(app, finding, inner) + ui.theme.gap();
    const float top = bar.y1 + ui.theme.gap();
    const float shown = std::min(height, ui.size().y - top - ui.theme.px(110));
    const Rect card{bar.x0, top, bar.x0 + width, top + shown + 2 * pad};
    ui.card("findings.card", card);
    const Rect area = card.inset(pad);
    float y =
        area.y0 - ui.begin_scroll("findings.list", {area.x0, area.y0, area.x1 + ui.theme.px(10), area.y1});
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (finding_entry(app, findings[i], i, {area.x0, y, area.x1, area.y1}, true)) break;
        y += finding_height(app, findings[i], inner) + ui.theme.gap();
    }
    ui.end_scroll(height);
}

}  // namespace

// `bays/1/openings/2` → bay 1, opening 2; −1 where the path names none.
Selection place_of(const Finding& finding, const Design& design) {
    const std::string& where = finding.where;
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

float finding_height(const App& app, const Finding& finding, float width) {
    const Ui& ui = app.ui;
    const float inner = width - ui.theme.px(26);
    const auto lines = [&](ImFont* font, const std::string& text) {
        return ui.paragraph(font, {0, 0}, inner, 0, text, false);
    };
    const auto repairs = static_cast<float>(std::min(finding.repairs.size(), kRepairs));
    return lines(ui.fonts.body, app.words(finding.text)) + lines(ui.fonts.small, page_of(app, finding)) +
           ui.theme.px(4) + repairs * (ui.theme.touch() + ui.theme.px(5));
}

bool finding_entry(App& app, const Finding& finding, std::size_t index, const Rect& area, bool leads) {
    Ui& ui = app.ui;
    const float left = area.x0 + ui.theme.px(26);
    float y = area.y0 + sentence(app, finding, index, area, leads);
    for (std::size_t i = 0; i < finding.repairs.size() && i < kRepairs; ++i) {
        const Repair& repair = finding.repairs[i];
        const Rect row{left, y, area.x1, y + ui.theme.touch()};
        y += row.height() + ui.theme.px(5);
        const std::string id = "repair." + std::to_string(index) + "." + std::to_string(i);
        const std::vector<Edit> edits = repair.edits;
        const bool pressed = button(ui, id, app.words(repair.text), row,
                                    {.icon = icon::kRepair, .note = app.effect_text(edits)});
        if (ui.is_on(id)) app.foreseen = edits;
        if (!pressed) continue;
        app.edit(edits);
        return true;
    }
    return false;
}

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
        any) {
        app.show_findings = !app.show_findings;
        app.finding.reset();
    }
    if (app.show_findings) findings_list(app, card);
}

}  // namespace maatkast::show
