// The shelf over the chosen opening, and what becomes of the opening and its bay as a whole.

#include <algorithm>

#include "tools/showroom/panels.h"
#include "tools/showroom/rearrange.h"

namespace maatkast::show {
namespace {

void move_shelf(App& app, int steps) {
    const Length top = *app.selected_opening()->top + app.doc.book().hole_pitch * steps;
    app.edit({opening_edit(app.selection, "top", edit_length(top))});
}

/// One of two side by side that does what its name says; not where that cannot be.
struct Verb {
    const char* id;
    const char* text;
    const char* icon;
    Rearrange how;
};
void two_verbs(App& app, Column& column, const Verb& left, const Verb& right) {
    const Rect row = column.row(app.ui.theme.touch());
    std::optional<Rearrange> pressed;
    int place = 0;
    for (const Verb& verb : {left, right}) {
        const auto result = rearranged(app.doc.book(), app.doc.design(), app.selection, verb.how);
        if (button(app.ui, verb.id, app.words(verb.text), piece(row, place++, 2, app.ui.theme.gap()),
                   {.icon = verb.icon, .enabled = !result.edits.empty()}))
            pressed = verb.how;
    }
    if (pressed) rearrange(app, *pressed);
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

/// Only straight bays can be to sit at: others are not asked.
void bay_manners(App& app, Column& column) {
    Ui& ui = app.ui;
    const Bay& bay = *app.selected_bay();
    const Rect row = column.row(ui.theme.touch());
    const Edit knees = bay_edit(app.selection.bay, "kneehole", bay.kneehole ? "false" : "true");
    if (button(ui, "bay.lock", app.words("ui.bay_lock"), piece(row, 0, 2, ui.theme.gap()),
               {.icon = bay.locked ? icon::kCheck : "", .selected = bay.locked}))
        app.edit({bay_edit(app.selection.bay, "locked", bay.locked ? "false" : "true")});
    else if (bay.shape == BayShape::straight &&
             button(ui, "bay.kneehole", app.words("ui.bay_kneehole"), piece(row, 1, 2, ui.theme.gap()),
                    {.icon = bay.kneehole ? icon::kCheck : "", .selected = bay.kneehole}))
        app.edit({knees});
}

}  // namespace

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

void opening_rows(App& app, Column& column) {
    using enum Rearrange;
    caption(app.ui, column.row(app.ui.theme.px(18)), app.words("ui.opening"));
    two_verbs(app, column, {"opening.above", "ui.insert_above", icon::kPlus, opening_above},
              {"opening.below", "ui.insert_below", icon::kPlus, opening_below});
    if (app.selected_opening())
        two_verbs(app, column, {"opening.up", "ui.move_up", icon::kUp, opening_up},
                  {"opening.down", "ui.move_down", icon::kDown, opening_down});
    if (app.selected_opening())
        two_verbs(app, column, {"opening.duplicate", "ui.bay_duplicate", icon::kCopy, opening_copy},
                  {"opening.remove", "ui.bay_remove", icon::kDelete, opening_remove});
}

void bay_rows(App& app, Column& column) {
    using enum Rearrange;
    caption(app.ui, column.row(app.ui.theme.px(18)),
            app.words(Message{"ui.bay_of", {{"bay", std::int64_t{app.selection.bay + 1}}}}));
    bay_width(app, column);
    two_verbs(app, column, {"bay.before", "ui.insert_left", icon::kPlus, bay_before},
              {"bay.insert", "ui.insert_right", icon::kPlus, bay_after});
    two_verbs(app, column, {"bay.left", "ui.move_left", icon::kBack, bay_left},
              {"bay.right", "ui.move_right", icon::kNext, bay_right});
    two_verbs(app, column, {"bay.duplicate", "ui.bay_duplicate", icon::kCopy, bay_copy},
              {"bay.remove", "ui.bay_remove", icon::kDelete, bay_remove});
    if (app.selected_bay()) bay_manners(app, column);
}

}  // namespace maatkast::show
