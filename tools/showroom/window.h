#pragma once
// The showroom in a window: GLFW brings events and a surface, the renderer draws. Sleeps while nothing
// changes.

#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "renderer/renderer.h"
#include "tools/showroom/outage.h"
#include "tools/showroom/robot.h"
#include "tools/showroom/touch_x11.h"

struct GLFWwindow;

namespace maatkast::show {

struct WindowOptions {
    render::Size size{1280, 720};
    std::string script;        ///< text of a robot's script; empty: a person
    int frames = -1;           ///< ends after so many drawn frames; −1: when the window is closed
    bool stats = false;        ///< frames and milliseconds on stderr
    bool follow_scale = true;  ///< of the monitor that the window is on
    /// Seconds before each new try while no frame can be drawn: longer in all than a driver takes to start
    /// anew.
    std::vector<double> pauses{0.1, 0.5, 1, 2, 4};
};

class Window {
  public:
    /// Opens a window; nothing, with a reason, when there is no display.
    static std::expected<std::unique_ptr<Window>, std::string> open(render::Size size);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    float scale() const;  ///< of the monitor's content, 1 at 96 dpi
    /// What the renderer needs to draw into this window.
    void prepare(render::RendererOptions& options) const;
    /// Runs until it is closed, or the script or the frames are done, and returns the robot's failures. While
    /// no frame can be drawn it tries again for some seconds; the error says then where the design is.
    std::expected<std::vector<std::string>, Message> run(App& app, render::Renderer& renderer,
                                                         const WindowOptions& options);

  private:
    explicit Window(GLFWwindow* window);
    void hook();
    render::Size framebuffer() const;
    void wait(const App& app, bool robot_works);
    void sleep(double seconds) const;
    bool draw_frame(App& app, render::Renderer& renderer, Outage& outage);  // false: none came
    void refine(const App& app, render::Renderer& renderer, Outage& outage);
    void sit_out(const App& app, const render::Failure& failure, Outage& outage);

    GLFWwindow* window_;
    std::unique_ptr<TouchX11> touch_;  ///< null where fingers are not told apart from a mouse
    struct Event {
        std::function<void(Input&)> change;
        bool button = false;
    };
    /// Events for one frame. Each press and each release gets a frame of its own, and so do the moves between
    /// them: a quick click would vanish otherwise.
    void take_events();
    void note(std::function<void(Input&)> change, bool button = false);

    std::deque<Event> events_;
    Input input_;
    bool touched_ = true;
};

}  // namespace maatkast::show
