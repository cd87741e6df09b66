// What stands where: a small elevation to choose an opening in, its contents, its front, its shelf, its bay.

#include <algorithm>

#include "model/build/kinds.h"
#include "tools/showroom/panels.h"
#include "tools/showroom/signs.h"

namespace maatkast::show {
namespace {

void plan_opening(App& app, const OpeningSpace& space, const Rect& rect) {
    Ui& ui = app.ui;
    const std::string id = "opening." + std::to_string(space.bay) + "." + std::to_string(space.opening);
    const Selection here{space.bay, space.opening, {}};
    const bool chosen = app.is_selected(space.bay, space.opening);
    const std::string label = app.words(
        Message{"ui.opening_of",
                {{"bay", std::int64_t{space.bay + 1}}, {"opening", std::int64_t{space.opening + 1}}}});
    const Touch touch = ui.touch(id, label, rect, true, chosen ? "selected" : "");
    const ImU32 idle = blend(palette::kQuiet, palette::kPress, touch.hover);
    ui.fill(rect, chosen ? palette::kAccentSoft : idle, ui.theme.px(2));
    const Bay& bay = app.doc.design().bays[static_cast<std::size_t>(space.bay)];
    const Interior& interior = bay.openings[static_cast<std::size_t>(space.opening)].interior;
    const ImU32 ink = chosen ? palette::kAccent : palette::kMuted;
    if (interior.kind->keeps == Keeps::in_boxes)
        drawers_sign(ui, rect.inset(ui.theme.px(3)), ink);
    else if (interior.kind->keeps == Keeps::on_rails)
        rail_sign(ui, rect.inset(ui.theme.px(4)), ink);
    if (chosen) ui.outline(rect, palette::kAccent, ui.theme.px(2), 2);
    if (touch.activated && ui.shift())
        app.select_also(space.bay, space.opening);
    else if (touch.activated)
        app.select(here);
}

// The cabinet from the front, to scale.
void plan(App& app, Column& column) {
    Ui& ui = app.ui;
    const render::Bounds box = app.doc.box();
    const Rect area = column.row(ui.theme.px(92));
    const glm::vec3 size = box.max - box.min;
    const float scale = std::min(area.width() / size.x, area.height() / size.y);
    const float left = area.middle().x - size.x * scale / 2;
    ui.fill({left - 1, area.y1 - size.y * scale - 1, left + size.x * scale + 1, area.y1}, palette::kLine, 3);
    for (const OpeningSpace& space : app.doc.spaces()) {
        const render::Bounds at = render::transformed(space.box, space.frame);
        const Rect rect{
            left + (at.min.x - box.min.x) * scale, area.y1 - (at.max.y - box.min.y) * scale,
            left + (at.max.x - box.min.x) * scale,
            // Under a hung cabinet knees have room down to the floor, which the plan does not show.
            std::min(area.y1, area.y1 - (at.min.y - box.min.y) * scale)};
        plan_opening(app, space, {rect.x0 + 0.5F, rect.y0 + 0.5F, rect.x1 - 0.5F, rect.y1 - 0.5F});
    }
}

void heading(App& app, Column& column) {
    Ui& ui = app.ui;
    const auto several = static_cast<std::int64_t>(app.selected_openings().size());
    if (several > 1) {
        const std::string count = app.words(Message{"ui.several_openings", {{"count", several}}});
        const Rect row = column.row(ui.theme.px(22));
        ui.touch("chosen", count, row, false, count);
        return ui.line(ui.fonts.bold, row, palette::kText, count);
    }
    const OpeningSpace* space = app.doc.space(app.selection.bay, app.selection.opening);
    const std::string where =
        app.selection.opening >= 0
            ? app.words(Message{"ui.opening_of",
                                {{"bay", std::int64_t{app.selection.bay + 1}},
                                 {"opening", std::int64_t{app.selection.opening + 1}}}})
            : app.words(Message{"ui.bay_of", {{"bay", std::int64_t{app.selection.bay + 1}}}});
    const Rect row = column.row(ui.theme.px(22));
    ui.line(ui.fonts.bold, row, palette::kText, where);
    if (!space) return;
    const glm::vec3 size = (space->box.max - space->box.min) * 1000.0F;
    const auto length = [](float mm) { return Length::nearest_mm(static_cast<double>(mm)); };
    const std::string inside = app.words(
        Message{"ui.inside_size",
                {{"width", length(size.x)}, {"height", length(size.y)}, {"depth", length(size.z)}}});
    ui.line(ui.fonts.small, column.row(ui.theme.px(16)), palette::kMuted, inside);
}

}  // namespace

Edit opening_edit(const Selection& at, std::string_view end, std::string value) {
    return bay_edit(at.bay, "openings/" + std::to_string(at.opening) + "/" + std::string(end),
                    std::move(value));
}

Edit bay_edit(int bay, std::string_view end, std::string value) {
    return {"bays/" + std::to_string(bay) + "/" + std::string(end), std::move(value)};
}

void layout_panel(App& app, Column& column) {
    Ui& ui = app.ui;
    plan(app, column);
    if (!app.selected_bay()) {
        const float height =
            ui.paragraph(ui.fonts.body, {column.rest().x0, column.rest().y0 + ui.theme.gap()}, column.width(),
                         palette::kMuted, app.words("ui.choose_opening"));
        column.row(height + ui.theme.gap());
        return;
    }
    heading(app, column);
    // Each part is asked anew: what stands above may just have changed the design.
    if (app.selected_opening()) opening_choices(app, column);
    if (!app.selection.others.empty()) return;  // what follows is about one
    if (app.selected_opening()) shelf_row(app, column);
    if (app.selected_opening()) opening_rows(app, column);
    if (app.selected_bay()) bay_rows(app, column);
    if (app.selected_bay()) shape_choice(app, column);
}

}  // namespace maatkast::show
