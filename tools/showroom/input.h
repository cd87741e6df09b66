#pragma once
// What people do with mouse and keyboard, as values: the window, the robot and the tests speak the same.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <glm/glm.hpp>

namespace maatkast::show {

/// A key by what it prints on this keyboard (`z`), or by its name: `enter`, `escape`, `tab`, `backspace`,
/// `delete`, `insert`, `menu`, `f10`, `left`, `right`, `up`, `down`, `home`, `end`.
struct KeyPress {
    std::string key;
    bool ctrl = false, shift = false;
    bool operator==(const KeyPress&) const = default;
};

/// `ctrl+shift+z`, `home`, `5`.
KeyPress parse_key(std::string_view text);

enum class Button { left, right, middle };

enum class FingerPhase : std::uint8_t { begin, move, end, cancel };

/// What one finger does on a touch screen. A number stands for one finger from begin to end; `cancel`: it was
/// no finger, such as a palm. Framebuffer pixels from the top left; seconds on the clock of Input::time.
struct FingerEvent {
    int finger = 0;
    FingerPhase phase = FingerPhase::begin;
    glm::vec2 at{0};
    double time = 0;
};

/// Everything that happened since the last frame. Positions in framebuffer pixels from the top left.
struct Input {
    glm::vec2 cursor{-1, -1};
    bool down[3] = {false, false, false};  ///< by Button, now
    bool shift = false;                    ///< held while a button went down or up
    float wheel = 0;                       ///< notches, up is positive
    std::vector<KeyPress> keys;
    std::u32string typed;
    double time = 0;  ///< seconds, from any start, never backwards
    std::vector<FingerEvent> fingers;
    // What Gestures makes of fingers:
    bool cancelled = false;       ///< the press that ends in this frame was not meant: it clicks nothing
    glm::vec2 scroll_at{-1, -1};  ///< where the finger that scrolls came down
    float scroll = 0;             ///< pixels it moved, down is positive
};

/// Turns the state of buttons into presses, clicks, drags and double clicks.
class Pointer {
  public:
    void update(const Input& input);

    glm::vec2 at() const { return at_; }
    glm::vec2 moved() const { return moved_; }  ///< since the last frame
    bool pressed(Button button) const { return pressed_[index(button)]; }
    bool released(Button button) const { return released_[index(button)]; }
    bool held(Button button) const { return held_[index(button)]; }
    /// Released where it was pressed, within a few pixels.
    bool clicked(Button button) const { return released(button) && !dragged_ && !cancelled_; }
    bool cancelled() const { return cancelled_; }  ///< what was pressed is taken back
    bool double_clicked() const { return double_clicked_; }
    bool dragging() const { return dragged_; }

  private:
    static std::size_t index(Button button) { return static_cast<std::size_t>(button); }

    glm::vec2 at_{-1, -1}, moved_{0}, pressed_at_{0}, clicked_at_{-100};
    bool pressed_[3] = {}, released_[3] = {}, held_[3] = {};
    bool dragged_ = false, double_clicked_ = false, cancelled_ = false;
    double clicked_time_ = -1;
};

}  // namespace maatkast::show
