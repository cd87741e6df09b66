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
    const bool chosen = app.selection.bay == space.bay && app.selection.opening == space.opening;
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
    if (touch.activated) app.select(here);
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

void move_shelf(App& app, int steps) {
    const Length top = *app.selected_opening()->top + app.doc.book().hole_pitch * steps;
    app.edit({opening_edit(app.selection, "top", edit_length(top))});
}

void shelf_row(App& app, Column& column) {
    Ui& ui = app.ui;
    const Bay& bay = *app.selected_bay();
    const bool has_shelf = app.selected_opening()->top.has_value(), several = bay.openings.size() > 1;
    caption(ui, column.row(ui.theme.px(18)), app.words("ui.shelf"));
    const Rect row = column.row(ui.theme.touch());
    const float side = ui.theme.touch(), gap = ui.theme.px(4);
    const Rect first{row.x0, row.y0, row.x1 - 3 * (side + gap), row.y1};
    const auto square = [&](int from_right) {
        const float x = row.x1 - static_cast<float>(from_right) * (side + gap) + gap;
        return Rect{x, row.y0, x + side, row.y1};
    };
    const Edit split = opening_edit(app.selection, "split"), remove = opening_edit(app.selection, "remove");
    if (button(ui, "shelf.add", app.words("ui.add"), first,
               {.icon = icon::kPlus, .note = app.effect_text({split})}))
        app.edit({split});
    else if (button(ui, "shelf.up", app.words("ui.shelf_up"), square(3),
                    {.icon = icon::kUp, .enabled = has_shelf, .icon_only = true}))
        move_shelf(app, 1);
    else if (button(ui, "shelf.down", app.words("ui.shelf_down"), square(2),
                    {.icon = icon::kDown, .enabled = has_shelf, .icon_only = true}))
        move_shelf(app, -1);
    else if (button(ui, "shelf.remove", app.words("ui.shelf_remove"), square(1),
                    {.icon = icon::kDelete, .enabled = several, .icon_only = true}))
        app.edit({remove});
}

// A bay like this one, emptied: one opening, nothing in it, nothing before it.
std::vector<Edit> empty_bay_after(const App& app) {
    const int bay = app.selection.bay, next = bay + 1;
    std::vector<Edit> edits{bay_edit(bay, "insert"), bay_edit(next, "fronts", "none")};
    for (std::size_t i = 1; i < app.selected_bay()->openings.size(); ++i)
        edits.push_back(bay_edit(next, "openings/0/remove"));
    edits.push_back(bay_edit(next, "openings/0/interior", "empty"));
    if (app.selected_bay()->kneehole) edits.push_back(bay_edit(next, "kneehole", "false"));
    return edits;
}

void bay_width(App& app, Column& column) {
    Ui& ui = app.ui;
    const Range& range = app.doc.book().width;
    const Length now = app.selected_bay()->width;
    const StepperEvent event =
        stepper(ui, "bay.width", app.words("ui.bay_width"), app.centimetres(now),
                column.row(ui.theme.touch()), {.can_less = now > range.least, .can_more = now < range.most});
    Length wanted = now + 50_mm * event.step;
    if (event.typed) wanted = parse_length(*event.typed, LengthUnit::centimetre).value_or(now);
    const Length allowed = range.round_down(std::clamp(wanted, range.least, range.most));
    if (wanted != now && allowed != now)
        app.edit({bay_edit(app.selection.bay, "width", edit_length(allowed))});
}

/// Only straight bays can be one: others are not asked.
void kneehole_choice(App& app, Column& column) {
    Ui& ui = app.ui;
    const Bay& bay = *app.selected_bay();
    if (bay.shape != BayShape::straight) return;
    const Edit edit = bay_edit(app.selection.bay, "kneehole", bay.kneehole ? "false" : "true");
    if (button(ui, "bay.kneehole", app.words("ui.bay_kneehole"), column.row(ui.theme.touch()),
               {.icon = bay.kneehole ? icon::kCheck : "",
                .selected = bay.kneehole,
                .note = app.effect_text({edit})}))
        app.edit({edit});
}

void bay_row(App& app, Column& column) {
    Ui& ui = app.ui;
    const int bay = app.selection.bay;
    caption(ui, column.row(ui.theme.px(18)),
            app.words(Message{"ui.bay_of", {{"bay", std::int64_t{bay + 1}}}}));
    bay_width(app, column);
    const bool locked = app.selected_bay()->locked;
    const Edit copy = bay_edit(bay, "duplicate"), remove = bay_edit(bay, "remove");
    const Rect row = column.row(ui.theme.touch());
    if (button(ui, "bay.insert", app.words("ui.bay_insert"), piece(row, 0, 2, ui.theme.gap()),
               {.icon = icon::kPlus}))
        app.edit(empty_bay_after(app));
    else if (button(ui, "bay.duplicate", app.words("ui.bay_duplicate"), piece(row, 1, 2, ui.theme.gap()),
                    {.icon = icon::kCopy}))
        app.edit({copy});
    const Rect below = column.row(ui.theme.touch());
    if (button(ui, "bay.lock", app.words("ui.bay_lock"), piece(below, 0, 2, ui.theme.gap()),
               {.icon = locked ? icon::kCheck : "", .selected = locked}))
        app.edit({bay_edit(bay, "locked", locked ? "false" : "true")});
    else if (button(ui, "bay.remove", app.words("ui.bay_remove"), piece(below, 1, 2, ui.theme.gap()),
                    {.icon = icon::kDelete, .enabled = app.doc.design().bays.size() > 1}))
        app.edit({remove});
    else
        kneehole_choice(app, column);
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
    if (app.selected_opening()) shelf_row(app, column);
    if (app.selected_bay()) bay_row(app, column);
}

}  // namespace maatkast::show
