#pragma once
// The panels around the picture. Each draws itself into a rectangle and changes the state through App's
// verbs.

#include "tools/showroom/app.h"

namespace maatkast::show {

void sizes_panel(App& app, Column& column);
void layout_panel(App& app, Column& column);
void finishes_panel(App& app, Column& column);
/// Of the layout: what may stand in the chosen openings, before them and over them.
void opening_choices(App& app, Column& column);
void shelf_row(App& app, Column& column);     ///< needs a chosen opening, as does the next
void opening_rows(App& app, Column& column);  ///< beside it, up, down, once more, away
void bay_rows(App& app, Column& column);      ///< needs a chosen bay
void shape_choice(App& app, Column& column);  ///< needs a chosen bay
/// Of the sizes: another wall, and the room.
void corner_choice(App& app, Column& column);
void room_rows(App& app, Column& column);

void side_panel(App& app, const Rect& most);  ///< as high as its content, within `most`
void price_card(App& app, const Rect& area);
void tool_bar(App& app, const FreeArea& area);
void manners_list(App& app);  ///< of the tool bar, where it is open
void view_bar(App& app, const FreeArea& area);
void findings_card(App& app, const FreeArea& area);
void files_card(App& app, const FreeArea& area);
/// What stands over the picture for the screen's sake: its settings, the rule of a view in life size, the
/// height of the figure.
void screen_cards(App& app, const FreeArea& area);
void cover(Ui& ui);          ///< all of the window, to its last pixel
void calibration(App& app);  ///< over all else: a card to hold against the glass
void timeline_card(App& app, const FreeArea& area);
/// Names, prices and what differs, below two designs side by side; and so high.
void beside_cards(App& app);
float beside_height(const Theme& theme);
void read_only_notice(App& app, const FreeArea& area);
void left_card(App& app, const FreeArea& area);  ///< work that a crash left

/// `vandaag om 14:05`, or with the day; local time from seconds since 1970.
std::string when_words(const App& app, std::int64_t seconds);

/// Marks of findings, each opened into a card with its repairs, and of locked bays.
void picture_marks(App& app, const render::View& view, const FreeArea& area);
/// The bay and the opening that a finding is about; none where it is about the whole.
Selection place_of(const Finding& finding, const Design& design);
/// A finding with its repairs; true when one was taken. `leads`: its sentence leads to the place.
bool finding_entry(App& app, const Finding& finding, std::size_t index, const Rect& area, bool leads);
float finding_height(const App& app, const Finding& finding, float width);

/// A choice in a panel, with its picture, its price, and what the book says about it.
struct Offer {
    std::string id, label;
    Sign sign = nullptr;
    std::vector<Edit> edits;
    bool chosen = false;
    StillOf still;                      ///< of the inside or a shelf: fronts open while it is looked at
    std::optional<Swatch> swatch = {};  ///< in the place of a still
};
/// Cards side by side, as many as leave room for their words. Takes the one that is pressed; where the book
/// does not allow it, says why below its row, and how it can be had.
void offer(App& app, Column& column, std::span<const Offer> offers);

/// The edits of `bays/BAY/openings/OPENING/…`.
Edit opening_edit(const Selection& at, std::string_view end, std::string value = {});
Edit bay_edit(int bay, std::string_view end, std::string value = {});

/// A total width as the grid allows it, not larger than wanted: boards between the bays plus whole steps of
/// clear width.
Length width_on_grid(const Book& book, const Design& design, Length wanted);
/// Millimetres as edits write them.
std::string edit_length(Length length);

}  // namespace maatkast::show
