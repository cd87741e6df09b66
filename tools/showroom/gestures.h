#pragma once
// Fingers on a touch screen as what they mean: clicks and drags of the left button, scrolling, two fingers on
// the picture, a long press. A function of points and their times; it knows no window.

#include <deque>
#include <functional>
#include <optional>
#include <set>

#include "tools/showroom/input.h"

namespace maatkast::show {

/// What lies where a finger comes down. A knob follows the finger at once; any other widget is clicked when
/// the finger does not move, and scrolls its area when it does.
enum class Ground : std::uint8_t { picture, widget, scrolled_widget, knob };
using GroundAt = std::function<Ground(glm::vec2 pixel)>;

inline constexpr float kFingerSlack = 2.5F;   ///< millimetres that a finger at rest may wander
inline constexpr double kLongPress = 0.5;     ///< seconds
inline constexpr double kEmulatedFor = 0.8;   ///< seconds after fingers in which the mouse is their echo
inline constexpr double kPinchBegins = 0.25;  ///< seconds between two fingers of which one met a knob

/// Two fingers on the picture since the last frame: their middle moved, and their distance by a factor.
struct TwoFingers {
    glm::vec2 from{0}, to{0};  ///< pixels
    float apart = 1;           ///< distance now by distance before: above 1 they spread
};

class Gestures {
  public:
    /// The frame's input with fingers and their echo by the mouse replaced by what they mean. A press and a
    /// release come in frames of their own; what is left over follows in the next frames (see due).
    Input take(const Input& input, float pixels_per_mm, const GroundAt& ground);

    // Of the last frame taken:
    const std::optional<TwoFingers>& two() const { return two_; }
    const std::optional<glm::vec2>& long_press() const { return long_press_; }
    bool touching() const { return !down_.empty(); }
    /// Seconds until time alone changes something: 0 when a frame is left over.
    std::optional<double> due(double time) const;

  private:
    enum class State : std::uint8_t { none, undecided, held, scrolling, two, spent };
    struct Finger {
        int id = -1;
        glm::vec2 began{0}, at{0};
        double time = 0;  ///< when it began
    };
    /// What a mouse would do.
    struct Hand {
        glm::vec2 cursor{-1, -1};
        bool down = false, cancelled = false;
    };

    void handle(const FingerEvent& event, const GroundAt& ground);
    void begin(const FingerEvent& event, Ground ground);
    void move(const FingerEvent& event);
    void end(const FingerEvent& event);
    void cancel(int finger);
    void tap();
    void pass_time(double now);
    void join(const FingerEvent& event);
    void go_on_with(const Finger& finger);
    void take_back();
    void let_go(glm::vec2 at);
    bool wanders() const;
    void follow_two();
    Input with_mouse(const Input& input);

    State state_ = State::none;
    Ground ground_ = Ground::picture;
    Finger first_, second_;
    bool clicks_ = true;  ///< the first finger has been alone
    float slack_ = 10;    ///< pixels
    std::set<int> down_;  ///< all fingers, those that are ignored too
    std::deque<FingerEvent> events_;
    std::deque<Hand> planned_;
    Hand hand_, shown_;                       ///< now, and in the last frame
    glm::vec2 was_first_{0}, was_second_{0};  ///< in the last frame
    std::optional<TwoFingers> two_;
    std::optional<glm::vec2> long_press_, scrolled_at_;
    float scrolled_ = 0;
    std::optional<Finger> tapped_;  ///< the last tap on the picture

    // The mouse, which X moves along with fingers.
    bool by_fingers_ = false, mouse_was_down_ = false;
    double last_finger_ = -1;
    glm::vec2 echo_{-1, -1};
    bool blocked_[3] = {};
};

}  // namespace maatkast::show
