// Round the corner, and the room that the cabinet comes to stand in.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/build/layout.h"
#include "model/design/runs.h"
#include "model/design/words.h"
#include "tools/showroom/panels.h"
#include "tools/showroom/signs.h"

namespace maatkast::show {
namespace {

constexpr Length kUsualCeiling = 2600_mm;  // until it is measured

void heading(App& app, Column& column, std::string_view key) {
    caption(app.ui, column.row(app.ui.theme.px(18)), app.words(key));
}

/// The lengths of a room are steppers like those of the cabinet; a text that is no size says so.
void length_row(App& app, Column& column, const std::string& path, std::string_view text, Length now) {
    const StepperEvent event =
        stepper(app.ui, path, app.words(text), app.centimetres(now), column.row(app.ui.theme.touch()));
    if (event.step) app.edit(path, edit_length(now + 10_mm * event.step));
    if (!event.typed) return;
    const auto typed = parse_length(*event.typed, LengthUnit::centimetre);
    if (!typed) return app.say(app.words("ui.not_a_size"));
    if (*typed != now) app.edit(path, edit_length(*typed));
}

std::string degrees(const App& app, Angle angle) {
    std::string text = fmt::format("{:g}°", angle.hundredths / 100.0);
    if (app.settings.language != Language::en) std::ranges::replace(text, '.', ',');
    return text;
}

void angle_row(App& app, Column& column, Angle now) {
    const std::string path = "room/slope/angle";
    const StepperEvent event = stepper(app.ui, path, app.words("ui.slope_angle"), degrees(app, now),
                                       column.row(app.ui.theme.touch()));
    const auto set = [&](Angle angle) {
        app.edit(path, fmt::format("{:g}", std::clamp(angle, kFlattest, kSteepest).hundredths / 100.0));
    };
    if (event.step) set({now.hundredths + 100 * event.step});
    if (!event.typed) return;
    const auto typed = parse_angle(*event.typed);
    if (!typed) return app.say(app.words("ui.not_an_angle"));
    if (*typed != now) set(*typed);
}

/// Edits write a word; the first segment is none of them.
template <class Enum, std::size_t N>
void word_choice(App& app, Column& column, const std::string& path, const Words<Enum, N>& words,
                 std::string_view text, int chosen, bool has_none) {
    std::vector<std::string> labels, values;
    if (has_none) labels.push_back(app.words(std::string(text) + "none")), values.emplace_back("none");
    for (const auto& [word, value] : words) {
        labels.push_back(app.words(std::string(text) + std::string(word)));
        values.emplace_back(word);
    }
    if (const auto clicked = segments(app.ui, path, labels, chosen, column.row(app.ui.theme.touch())))
        app.edit(path, values[static_cast<std::size_t>(*clicked)]);
}

void ceiling(App& app, Column& column) {
    const std::optional<Length> now = app.doc.design().room.ceiling;
    const Length wanted = std::max(kUsualCeiling, total_height(app.doc.design()));
    if (button(app.ui, "ceiling", app.words("ui.ceiling"), column.row(app.ui.theme.touch()),
               {.icon = now ? icon::kCheck : icon::kPlus, .selected = now.has_value()}))
        app.edit("room/ceiling", now ? "none" : edit_length(wanted));
    else if (now)
        length_row(app, column, "room/ceiling", "ui.ceiling_height", *now);
}

void slope(App& app, Column& column) {
    heading(app, column, "ui.slope");
    const auto& now = app.doc.design().room.slope;
    word_choice(app, column, "room/slope", kSlopeWords, "ui.slope.",
                now ? static_cast<int>(now->side) + 1 : 0, true);
    if (!app.doc.design().room.slope) return;
    const SlopeSizes sizes = slope_sizes(app.doc.book(), app.doc.design());
    length_row(app, column, "room/slope/low", "ui.slope_low", sizes.low);
    angle_row(app, column, sizes.angle);
}

}  // namespace

void corner_choice(App& app, Column& column) {
    const Design& design = app.doc.design();
    if (runs_of(design).size() > kMostCorners) return;  // as many walls as a design has
    heading(app, column, "ui.corner_add");
    std::vector<Offer> offers;
    for (const auto& [word, shape] : kShapeWords) {
        if (!is_corner(shape)) continue;
        const std::string id(word);
        const std::vector<Edit> edits{{"corner/add", id}};
        offers.push_back({"corner." + id, app.words("ui.shape." + id), sign_of(id), edits, false,
                          StillOf{edits, static_cast<int>(design.bays.size()), 0, Shows::corner}});
    }
    offer(app, column, offers);
}

void shape_choice(App& app, Column& column) {
    const int bay = app.selection.bay;
    heading(app, column, "ui.shape");
    std::vector<Offer> offers;
    for (const auto& [word, shape] : kShapeWords) {
        const std::string id(word);
        const bool is = app.selected_bay()->shape == shape;
        const std::vector<Edit> edits{bay_edit(bay, "shape", id)};
        offers.push_back({"shape." + id, app.words("ui.shape." + id), sign_of(id), edits, is,
                          StillOf{is ? std::vector<Edit>{} : edits, bay, 0,
                                  is_corner(shape) ? Shows::corner : Shows::bay}});
    }
    offer(app, column, offers);
}

void room_rows(App& app, Column& column) {
    heading(app, column, "ui.room");
    ceiling(app, column);
    slope(app, column);
    heading(app, column, "ui.wall");
    word_choice(app, column, "room/wall", kWallWords, "ui.wall.",
                static_cast<int>(app.doc.design().room.wall), false);
}

}  // namespace maatkast::show
