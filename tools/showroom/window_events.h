#pragma once
// What GLFW says of a window, as the input of its frames.

#include <deque>
#include <functional>

#include "tools/showroom/input.h"
#include "tools/showroom/widget_file.h"

struct GLFWwindow;

namespace maatkast::show {

/// Hears of a window's events for as long as that lives. Takes the window's user pointer.
class WindowEvents {
  public:
    explicit WindowEvents(GLFWwindow* window);
    WindowEvents(const WindowEvents&) = delete;
    WindowEvents& operator=(const WindowEvents&) = delete;

    /// Those for one frame, into `input`. Each press and each release gets a frame of its own, and so do the
    /// moves between them: a quick click would vanish otherwise.
    void take();
    /// After a frame: what happens once is over.
    void frame_taken();
    void drop() { events_.clear(); }
    void add(const FingerEvent& event);     ///< which GLFW does not tell of
    Taken taken() const { return taken_; }  ///< since the window was opened
    bool waiting() const { return !events_.empty(); }

    Input input;
    bool touched = true;  ///< something happened since, or must be drawn anew

  private:
    enum class Kind : std::uint8_t { other, button, key, wheel };
    struct Event {
        std::function<void(Input&)> change;
        Kind kind = Kind::other;
    };
    void note(std::function<void(Input&)> change, Kind kind = Kind::other);

    std::deque<Event> events_;
    Taken taken_;
};

}  // namespace maatkast::show
