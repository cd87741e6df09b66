#pragma once
// A touch screen under X11, which GLFW does not tell of: XInput 2.2 on a connection of its own.

#include <memory>
#include <vector>

#include "tools/showroom/input.h"

struct GLFWwindow;

namespace maatkast::show {

class TouchX11 {
  public:
    /// Null where there is no XInput 2.2, or the window is not X11's: then a finger is what the system makes
    /// of it, a mouse. The window must live longer.
    static std::unique_ptr<TouchX11> open(GLFWwindow* window);
    ~TouchX11();
    TouchX11(const TouchX11&) = delete;
    TouchX11& operator=(const TouchX11&) = delete;

    /// What fingers did since; `now` in seconds on the clock that their times shall be on.
    std::vector<FingerEvent> take(double now);
    /// As glfwWaitEventsTimeout, and wakes for fingers too.
    void wait(double seconds);

  private:
    struct State;
    explicit TouchX11(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace maatkast::show
