// Width, height, depth, bays, and what the cabinet stands on.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/build/layout.h"
#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

// One overall size: how it is read, limited, and changed.
struct SizeRow {
    const char* path;
    Length now, least, most, step;
    Length (*on_grid)(const Book&, const Design&, Length);
};

Length height_on_grid(const Book& book, const Design&, Length wanted) {
    return book.height.round_down(wanted);
}
Length depth_on_grid(const Book& book, const Design&, Length wanted) {
    return book.depth.round_down(wanted);
}

// The run that the width and the number of bays are about: the one behind, where corners make several.
Run main_run(const Design& design) {
    return runs_of(design)[static_cast<std::size_t>(design.main_run)];
}

// What the overall width holds beside the clear widths of its bays: boards, corners.
Length beside_bays(const Book& book, const Design& design) {
    Length beside = overall_size(book, design).x;
    const Run run = main_run(design);
    for (std::size_t i = run.first; i < run.first + run.count; ++i) beside -= design.bays[i].width;
    return beside;
}

void change_size(App& app, const SizeRow& size, Length wanted) {
    const Length allowed =
        size.on_grid(app.doc.book(), app.doc.design(), std::clamp(wanted, size.least, size.most));
    if (allowed != wanted)
        app.notes[size.path] = app.words(Message{"ui.rounded", {{"wanted", wanted}, {"size", allowed}}});
    if (allowed != size.now) app.edit(size.path, edit_length(allowed));
}

void typed_size(App& app, const SizeRow& size, const std::string& text) {
    const auto wanted = parse_length(text, LengthUnit::centimetre);
    if (!wanted)
        app.notes[size.path] = app.words("ui.not_a_size");
    else
        change_size(app, size, *wanted);
}

void size_row(App& app, Column& column, const SizeRow& size) {
    Ui& ui = app.ui;
    const std::string label = app.words(std::string("ui.") + size.path);
    const StepperEvent event =
        stepper(ui, size.path, label, app.centimetres(size.now), column.row(ui.theme.touch()),
                {.can_less = size.now > size.least, .can_more = size.now < size.most});
    if (event.step) app.notes.erase(size.path);
    if (event.step) change_size(app, size, size.now + size.step * event.step);
    if (event.typed) app.notes.erase(size.path);
    if (event.typed) typed_size(app, size, *event.typed);
    const auto note = app.notes.find(size.path);
    const Rect below = column.row(ui.theme.px(17));
    const std::string range = app.words(Message{"ui.range", {{"least", size.least}, {"most", size.most}}});
    ui.line(ui.fonts.small, {below.x0, below.y0 - ui.theme.px(4), below.x1, below.y1 - ui.theme.px(4)},
            note == app.notes.end() ? palette::kMuted : palette::kNotice,
            note == app.notes.end() ? range : note->second);
}

void bay_count(App& app, Column& column) {
    const int count = static_cast<int>(main_run(app.doc.design()).count);
    const StepperEvent event = stepper(app.ui, "bays", app.words("ui.bays"), std::to_string(count),
                                       column.row(app.ui.theme.touch()), {.can_less = count > 1});
    if (event.step) app.edit("bays", std::to_string(count + event.step));
    if (event.typed) app.edit("bays", *event.typed);
}

void base_choice(App& app, Column& column) {
    Ui& ui = app.ui;
    const std::array labels{app.words("ui.base.plinth"), app.words("ui.base.legs")};
    const int chosen = app.doc.design().base.kind == BaseKind::plinth ? 0 : 1;
    caption(ui, column.row(ui.theme.px(18)), app.words("ui.base"));
    if (const auto clicked = segments(ui, "base", labels, chosen, column.row(ui.theme.touch())))
        app.edit("base", *clicked == 0 ? "plinth" : "legs");
}

void wall_fixing(App& app, Column& column) {
    Ui& ui = app.ui;
    const bool fixed = app.doc.design().wall_fixing;
    const std::string path = "wall_fixing", value = fixed ? "false" : "true";
    if (button(ui, path, app.words("ui.wall_fixing"), column.row(ui.theme.touch()),
               {.icon = fixed ? icon::kCheck : icon::kPlus,
                .selected = fixed,
                .note = fixed ? "" : app.effect_text({{path, value}})}))
        app.edit(path, value);
}

}  // namespace

std::string edit_length(Length length) {
    return length.tenths % 10 == 0 ? std::to_string(length.tenths / 10)
                                   : fmt::format("{}.{}", length.tenths / 10, length.tenths % 10);
}

Length width_on_grid(const Book& book, const Design& design, Length wanted) {
    const Length clear = wanted - beside_bays(book, design);
    return wanted - clear % book.width.step;
}

void sizes_panel(App& app, Column& column) {
    const Book& book = app.doc.book();
    const Design& design = app.doc.design();
    const auto bays = static_cast<std::int32_t>(main_run(design).count);
    const Length frame = beside_bays(book, design);
    size_row(app, column,
             {"width", overall_size(book, design).x, book.width.least * bays + frame,
              book.width.most * bays + frame, 50_mm, width_on_grid});
    size_row(app, column,
             {"height", total_height(design), book.height.least, book.height.most, book.height.step,
              height_on_grid});
    size_row(
        app, column,
        {"depth", total_depth(design), book.depth.least, book.depth.most, book.depth.step, depth_on_grid});
    bay_count(app, column);
    column.space(app.ui.theme.gap());
    base_choice(app, column);
    column.space(app.ui.theme.gap());
    wall_fixing(app, column);
    corner_choice(app, column);
    room_rows(app, column);
}

}  // namespace maatkast::show
