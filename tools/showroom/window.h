#pragma once
// The showroom in a window: GLFW brings events and a surface, the renderer draws. Sleeps while nothing
// changes.

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "renderer/renderer.h"
#include "tools/showroom/outage.h"
#include "tools/showroom/robot.h"
#include "tools/showroom/second_window.h"
#include "tools/showroom/touch_x11.h"
#include "tools/showroom/widget_file.h"

struct GLFWwindow;

namespace maatkast::show {

struct WindowOptions {
    render::Size size{1280, 720};
    std::string script;        ///< text of a robot's script; empty: a person
    int frames = -1;           ///< ends after so many drawn frames; −1: when the window is closed
    bool stats = false;        ///< frames and milliseconds on stderr
    bool follow_scale = true;  ///< of the monitor that the window is on
    /// A second window for the customer; without a word: for a person at two monitors.
    std::optional<bool> second = {};
    std::string widgets = {};  ///< file that says what stands where, see widget_file.h; empty: none
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
    render::Size framebuffer() const;
    /// Frames of both windows and the milliseconds that they took.
    struct Count {
        int drawn = 0;
        double spent = 0;
    };
    std::expected<std::vector<std::string>, Message> keep_running(App& app, render::Renderer& renderer,
                                                                  const WindowOptions& options);
    void follow_second(App& app, render::Renderer& renderer, Count& count);
    std::optional<double> due(const App& app) const;
    void wait(const App& app, bool robot_works);
    void sleep(double seconds) const;
    bool draw_frame(App& app, render::Renderer& renderer, Outage& outage);  // false: none came
    void refine(const App& app, render::Renderer& renderer, Outage& outage);
    void sit_out(const App& app, const render::Failure& failure, Outage& outage);

    GLFWwindow* window_;
    std::unique_ptr<TouchX11> touch_;  ///< null where fingers are not told apart from a mouse
    WindowEvents events_;
    double framed_at_ = 0;  ///< when the last frame was laid out, in GLFW's time
    std::unique_ptr<SecondWindow> second_;
};

}  // namespace maatkast::show
