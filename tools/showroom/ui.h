#pragma once
// The ground that widgets stand on: what was touched, what is drawn, and a list of every widget of the frame
// by name, which the robot and the keyboard use.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/showroom/fonts.h"
#include "tools/showroom/input.h"
#include "tools/showroom/theme.h"

namespace maatkast::show {

struct Rect {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
    glm::vec2 middle() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
    bool contains(glm::vec2 p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
    Rect inset(float by) const { return {x0 + by, y0 + by, x1 - by, y1 - by}; }
    bool operator==(const Rect&) const = default;
};
Rect intersection(const Rect& a, const Rect& b);

/// A widget as it stood in a frame. `value` is what it shows, for `expect` in scripts.
struct WidgetRecord {
    std::string id, label, value;
    Rect rect;   ///< the part that can be seen
    Rect whole;  ///< before it was cut by a scrolled area
    bool enabled = true;
    bool focusable = false;
    std::string scroll;  ///< the scrolled area it stands in, if any
    bool drags = false;  ///< it follows the hand while it is pressed, as a knob does
};

/// How a widget is being touched in this frame; hover and press are eased 0..1.
struct Touch {
    bool hovered = false, held = false, activated = false, focused = false;
    float hover = 0, press = 0;
};

/// State that lives from frame to frame; between begin() and end() widgets draw themselves.
class Ui {
  public:
    Ui(const Theme& look, const Fonts& letters) : theme(look), fonts(letters) {}

    Theme theme;
    Fonts fonts;

    void begin(const Input& input, const Pointer& pointer, glm::vec2 size);
    void end();

    /// Notes a widget and says how it is touched. Whatever is noted later lies on top.
    Touch touch(std::string_view id, std::string_view label, const Rect& rect, bool enabled = true,
                std::string_view value = {});
    /// The widget noted last follows the hand while it is pressed: a finger on it pulls at once.
    void drags() { noted_.back().drags = true; }
    /// A surface that keeps the cursor from what lies below, such as a card.
    void block(std::string_view id, const Rect& rect);

    /// Everything until end_scroll is cut to `area` and moved up by the returned number of pixels.
    float begin_scroll(std::string_view id, const Rect& area);
    void end_scroll(float content_height);
    /// The area that scrolls at this place, empty where none does: of the last whole frame.
    std::string scrolled_at(glm::vec2 at) const;
    /// The widget that lies on top at this place, null on the picture; likewise.
    const WidgetRecord* top_at(glm::vec2 at) const;
    /// Scrolls so that a widget can be seen in the next frame.
    void reveal(std::string_view id);

    /// Text editing: one field at a time.
    struct Editing {
        std::string id;
        char text[64] = {};
        bool fresh = true;
        int waits = 2;  ///< frames until ImGui's editor takes letters: one to be told, one to become active
    };
    std::optional<Editing> editing;

    bool over_widget() const { return !hot_.empty(); }        ///< the cursor is not on the picture
    const std::string& under_cursor() const { return hot_; }  ///< the widget, empty on the picture
    bool is_on(std::string_view id) const { return hot_ == id || focus_ == id; }  ///< cursor or focus
    void focus(std::string_view id) { focus_ = id; }
    /// The cursor is on a widget whose name begins so.
    bool is_over(std::string_view begin) const { return hot_.starts_with(begin); }
    bool focused(std::string_view id) const { return focus_ == id; }
    bool holds(std::string_view id) const { return held_ == id; }  ///< a press began on it and lasts
    const std::string& focused() const { return focus_; }  ///< the widget that keys are for, empty for none
    bool animating() const { return animating_; }
    /// Hover and press jump.
    void at_once(bool on) { at_once_ = on; }
    /// What is scrolled stays so on a screen where all is this many times as large.
    void rescale(float by);
    bool key(std::string_view key, bool ctrl = false,
             bool shift = false);          ///< pressed now; used up by asking
    bool shift() const { return shift_; }  ///< held while the pointer's button went down or up
    const Pointer& pointer() const { return *pointer_; }
    double time() const { return time_; }
    glm::vec2 size() const { return size_; }

    const std::vector<WidgetRecord>& widgets() const { return shown_; }  ///< of the last whole frame
    const WidgetRecord* find(std::string_view id) const;
    const std::vector<std::string>& cut() const { return was_cut_; }  ///< texts of it that had no room

    // Drawing.
    ImDrawList* list() const { return list_; }
    void fill(const Rect& rect, ImU32 color, float rounding) const;
    void outline(const Rect& rect, ImU32 color, float rounding, float thickness = 1) const;
    void shadow(const Rect& rect, float blur, float alpha) const;
    void card(std::string_view id, const Rect& rect);
    float text_width(ImFont* font, std::string_view text) const;
    void text(ImFont* font, glm::vec2 at, ImU32 color, std::string_view text) const;
    /// In the middle of a rectangle, or at its left; what does not fit becomes small, then two lines, and is
    /// cut only then.
    void centred(ImFont* font, const Rect& rect, ImU32 color, std::string_view text) const;
    void line(ImFont* font, const Rect& rect, ImU32 color, std::string_view text) const;
    /// Broken into lines; returns the height in pixels. Draws nothing when `draw` is false.
    float paragraph(ImFont* font, glm::vec2 at, float width, ImU32 color, std::string_view text,
                    bool draw = true) const;
    void tooltip(std::string_view text, const Rect& rect);

  private:
    struct Eased {
        float hover = 0, press = 0;
        bool seen = false;
    };
    struct Fitted {
        ImFont* font;
        std::vector<std::string> lines;
    };
    Fitted fit(ImFont* font, std::string_view words, const Rect& rect) const;
    void draw_fitted(const Fitted& fitted, const Rect& rect, ImU32 color, float across) const;
    void move_focus();
    float eased(float now, bool wanted);

    const Pointer* pointer_ = nullptr;
    std::vector<KeyPress> keys_;
    ImDrawList* list_ = nullptr;
    glm::vec2 size_{0};
    double time_ = 0;
    float step_ = 0, wheel_ = 0, finger_ = 0;  ///< the last: pixels that a finger moved, down
    bool animating_ = false, shift_ = false, at_once_ = false;
    std::string hot_, held_, focus_;
    std::vector<WidgetRecord> shown_, noted_;
    std::vector<std::string> was_cut_;
    mutable std::vector<std::string> cut_;  ///< of this frame
    struct ScrollArea {
        std::string id;
        Rect rect;
        std::size_t end = 0;  ///< of the widgets that stand in it or below it
    };
    std::vector<ScrollArea> shown_areas_, noted_areas_;
    std::string finger_area_;
    std::map<std::string, Eased, std::less<>> eased_;
    std::map<std::string, float, std::less<>> scroll_;
    std::string scrolling_;
    Rect scroll_area_;
    std::string tip_;
    Rect tip_rect_;
};

}  // namespace maatkast::show
