#pragma once
// What GLFW says of a window, as the input of its frames.

#include <deque>
#include <functional>

#include "tools/showroom/input.h"

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
    void add(const FingerEvent& event);  ///< which GLFW does not tell of
    bool waiting() const { return !events_.empty(); }

    Input input;
    bool touched = true;  ///< something happened since, or must be drawn anew

  private:
    struct Event {
        std::function<void(Input&)> change;
        bool button = false;
    };
    void note(std::function<void(Input&)> change, bool button = false);

    std::deque<Event> events_;
};

}  // namespace maatkast::show
