#include "tools/showroom/second_window.h"

#include <algorithm>
#include <array>
#include <span>

#define GLFW_INCLUDE_VULKAN
#include <GLFW/glfw3.h>

namespace maatkast::show {
namespace {

std::span<GLFWmonitor*> monitors() {
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    return {all, static_cast<std::size_t>(std::max(count, 0))};
}

/// The middle of a window lies on it.
bool shows(GLFWmonitor* monitor, GLFWwindow* window) {
    int x = 0, y = 0, width = 0, height = 0, left = 0, top = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    glfwGetMonitorPos(monitor, &left, &top);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    if (!mode) return false;
    const int middle_x = x + width / 2 - left, middle_y = y + height / 2 - top;
    return middle_x >= 0 && middle_x < mode->width && middle_y >= 0 && middle_y < mode->height;
}

GLFWmonitor* other_monitor(GLFWwindow* window) {
    const auto all = monitors();
    if (all.size() < 2) return nullptr;
    const auto other = std::ranges::find_if(all, [&](GLFWmonitor* at) { return !shows(at, window); });
    return other == all.end() ? nullptr : *other;
}

/// It never takes the keyboard from the salesperson, nor leaves its monitor when somebody types elsewhere.
GLFWwindow* make_window(GLFWwindow* first, const std::string& title) {
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    GLFWmonitor* monitor = other_monitor(first);
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    if (!mode) return glfwCreateWindow(960, 600, title.c_str(), nullptr, nullptr);
    return glfwCreateWindow(mode->width, mode->height, title.c_str(), monitor, nullptr);
}

render::Size framebuffer(GLFWwindow* window) {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    return {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

float scale_of(GLFWwindow* window) {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window, &x, &y);
    return std::clamp(x, 0.8F, 2.0F);
}

}  // namespace

bool has_second_monitor() {
    return monitors().size() > 1;
}

std::unique_ptr<SecondWindow> SecondWindow::open(GLFWwindow* first, const App& app,
                                                 render::Renderer& renderer) {
    GLFWwindow* window = make_window(first, app.words("ui.second_title"));
    if (!window) return nullptr;
    std::unique_ptr<SecondWindow> second(new SecondWindow(window, renderer));
    const auto opened = renderer.open_second([window](VkInstance_T* instance, VkSurfaceKHR_T** surface) {
        return static_cast<int>(glfwCreateWindowSurface(instance, window, nullptr, surface));
    });
    return opened ? std::move(second) : nullptr;
}

SecondWindow::SecondWindow(GLFWwindow* window, render::Renderer& renderer)
    : window_(window), renderer_(renderer), events_(window) {}

SecondWindow::~SecondWindow() {
    renderer_.close_second();
    glfwDestroyWindow(window_);
}

bool SecondWindow::closed() const {
    return escaped_ || glfwWindowShouldClose(window_);
}

/// From now on, as in the first window.
std::optional<double> SecondWindow::due(const App& app) const {
    if (events_.touched || closed()) return 0;
    const auto due = view_.due(app);
    return due ? std::optional(*due - (glfwGetTime() - framed_at_)) : due;
}

std::expected<void, render::Failure> SecondWindow::refine(const App& app) {
    const render::Camera camera = view_.camera();
    const auto refined =
        renderer_.refine(std::array{render::Pane{app.scene(), camera}}, render::Screen::second);
    if (!refined) return std::unexpected(refined.error());
    events_.touched = *refined;
    return {};
}

std::expected<std::optional<double>, render::Failure> SecondWindow::frame(const App& app, bool may_refine) {
    using render::Screen;
    const render::Size size = framebuffer(window_);
    if (size.empty()) {
        events_.touched = false;
        return std::nullopt;
    }
    if (due(app).value_or(1) > 0.002) {
        const auto refined = may_refine ? refine(app) : std::expected<void, render::Failure>();
        if (!refined) return std::unexpected(refined.error());
        return std::nullopt;
    }
    events_.take();
    framed_at_ = events_.input.time = glfwGetTime();
    for (const KeyPress& press : events_.input.keys) escaped_ = escaped_ || press.key == "escape";
    if (renderer_.window_size(Screen::second) != size) renderer_.resize(size, Screen::second);
    view_.frame(app, events_.input, size, scale_of(window_));
    events_.frame_taken();
    const render::Camera camera = view_.camera();
    const auto drawn = renderer_.draw(std::array{render::Pane{app.scene(), camera}}, view_.overlay(),
                                      view_.quality(app), Screen::second);
    if (!drawn) return std::unexpected(drawn.error());
    events_.touched = *drawn == render::FrameResult::resized || events_.waiting();
    return renderer_.statistics().total_ms;
}

}  // namespace maatkast::show
