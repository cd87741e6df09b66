#pragma once
// A second window, on the customer's screen where there is one.

#include <expected>
#include <memory>
#include <optional>

#include "tools/showroom/second_view.h"
#include "tools/showroom/window_events.h"

namespace maatkast::show {

/// Whether there is a monitor that a second window could fill.
bool has_second_monitor();

class SecondWindow {
  public:
    /// Fills the monitor that `first` is not on; on a single one it is a window beside it. Null where the
    /// system or the renderer gives none. App and renderer must outlive it.
    static std::unique_ptr<SecondWindow> open(GLFWwindow* first, const App& app, render::Renderer& renderer);
    ~SecondWindow();
    SecondWindow(const SecondWindow&) = delete;
    SecondWindow& operator=(const SecondWindow&) = delete;

    bool closed() const;  ///< by whoever stands there
    /// Draws what there is to draw; the milliseconds that it took, nothing where there was nothing. What is
    /// at rest gets a pass more where `may_refine`.
    std::expected<std::optional<double>, render::Failure> frame(const App& app, bool may_refine);
    std::optional<double> due(const App& app) const;  ///< as App::due

  private:
    SecondWindow(GLFWwindow* window, render::Renderer& renderer);

    GLFWwindow* window_;
    render::Renderer& renderer_;
    WindowEvents events_;
    SecondView view_;
    bool escaped_ = false;
    double framed_at_ = 0;  ///< in GLFW's time

    std::expected<void, render::Failure> refine(const App& app);
};

}  // namespace maatkast::show
