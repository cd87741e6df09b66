#pragma once
// A list of what can be done or shown, with words beside the signs: a card over the picture.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/showroom/ui.h"

namespace maatkast::show {

class App;

struct Verb {
    std::string id, label;
    std::string_view icon;
    std::function<void(App&)> act;
    std::string note = {};  ///< at the right: what it costs, or its key
    bool marked = false;    ///< the book has something to say about it
    bool on = false;        ///< it is shown now
    bool stays = false;     ///< the list stays open after it
    bool parted = false;    ///< a line above it
};

/// Of the card that shows all of it, in pixels.
glm::vec2 list_size(const Ui& ui, std::span<const Verb> verbs);
/// Lays the list out in a card, scrolled where that is too low, with up and down on the keyboard. Returns
/// what was pressed.
const Verb* verb_list(Ui& ui, std::string_view name, const Rect& card, std::span<const Verb> verbs);

/// A button that opens a list over or under itself, one list at a time: App::list is its name.
struct ListButton {
    std::string_view id;
    std::string label;
    std::string_view icon;
    bool up = false;    ///< the list stands over the button
    bool some = false;  ///< something in it is on
};
float list_button_width(const Ui& ui, const ListButton& look);
void list_button(App& app, const ListButton& look, const Rect& rect);
/// The open list, where it is that of this button; after the cards that it may lie over.
void open_list(App& app, const ListButton& look, std::span<const Verb> verbs);

}  // namespace maatkast::show
