#include "tools/showroom/window.h"

#include <algorithm>
#include <array>

#define GLFW_INCLUDE_VULKAN
#include <GLFW/glfw3.h>
#include <fmt/format.h>

namespace maatkast::show {
namespace {

constexpr const char* kTitle = "Maatkast";
constexpr double kHeartbeat = 600;  // seconds of sleep at most

constexpr std::array kNamed{std::pair{GLFW_KEY_ENTER, "enter"},
                            std::pair{GLFW_KEY_KP_ENTER, "enter"},
                            std::pair{GLFW_KEY_ESCAPE, "escape"},
                            std::pair{GLFW_KEY_TAB, "tab"},
                            std::pair{GLFW_KEY_BACKSPACE, "backspace"},
                            std::pair{GLFW_KEY_DELETE, "delete"},
                            std::pair{GLFW_KEY_INSERT, "insert"},
                            std::pair{GLFW_KEY_MENU, "menu"},
                            std::pair{GLFW_KEY_F10, "f10"},
                            std::pair{GLFW_KEY_LEFT, "left"},
                            std::pair{GLFW_KEY_RIGHT, "right"},
                            std::pair{GLFW_KEY_UP, "up"},
                            std::pair{GLFW_KEY_DOWN, "down"},
                            std::pair{GLFW_KEY_HOME, "home"},
                            std::pair{GLFW_KEY_END, "end"},
                            std::pair{GLFW_KEY_SPACE, "space"}};

// By what the key prints on this keyboard: Ctrl+Z is where the Z is, on AZERTY and QWERTZ too. Digits keep
// their position, because AZERTY prints them only with Shift.
std::string key_name(int key, int scancode) {
    for (const auto& [code, name] : kNamed)
        if (code == key) return name;
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9)
        return std::string(1, static_cast<char>('0' + key - GLFW_KEY_0));
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9)
        return std::string(1, static_cast<char>('0' + key - GLFW_KEY_KP_0));
    const char* name = glfwGetKeyName(key, scancode);
    return name ? name : "";
}

std::string last_error() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words ? words : "GLFW";
}

}  // namespace

std::expected<std::unique_ptr<Window>, std::string> Window::open(render::Size size) {
    if (!glfwInit()) return std::unexpected(last_error());
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(static_cast<int>(size.width), static_cast<int>(size.height), kTitle,
                                          nullptr, nullptr);
    if (!window) return std::unexpected(last_error());
    glfwSetWindowSizeLimits(window, 960, 600, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return std::unique_ptr<Window>(new Window(window));
}

Window::Window(GLFWwindow* window) : window_(window), touch_(TouchX11::open(window)) {
    hook();
}

Window::~Window() {
    touch_.reset();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void Window::hook() {
    glfwSetWindowUserPointer(window_, this);
    static const auto self = [](GLFWwindow* w) { return static_cast<Window*>(glfwGetWindowUserPointer(w)); };
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
        self(w)->note([x, y](Input& in) { in.cursor = {static_cast<float>(x), static_cast<float>(y)}; });
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int mods) {
        const auto change = [=](Input& in) {
            in.down[button] = action == GLFW_PRESS;
            in.shift = (mods & GLFW_MOD_SHIFT) != 0;
        };
        if (button < 3) self(w)->note(change, true);
    });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double, double y) {
        self(w)->note([y](Input& in) { in.wheel += static_cast<float>(y); });
    });
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        const std::string name = action == GLFW_RELEASE ? "" : key_name(key, scancode);
        const KeyPress press{name, (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0};
        if (!name.empty()) self(w)->note([press](Input& in) { in.keys.push_back(press); });
    });
    glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned letter) {
        self(w)->note([letter](Input& in) { in.typed.push_back(static_cast<char32_t>(letter)); });
    });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { self(w)->touched_ = true; });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { self(w)->touched_ = true; });
}

void Window::note(std::function<void(Input&)> change, bool button) {
    events_.push_back({std::move(change), button});
    touched_ = true;
}

void Window::take_events() {
    bool changed = false;
    while (!events_.empty() && !(events_.front().button && changed)) {
        const Event event = std::move(events_.front());
        events_.pop_front();
        event.change(input_);
        changed = true;
        if (event.button) return;
    }
}

float Window::scale() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    return std::clamp(x, 0.8F, 2.0F);
}

void Window::prepare(render::RendererOptions& options) const {
    std::uint32_t count = 0;
    const char** names = glfwGetRequiredInstanceExtensions(&count);
    if (names) options.instance_extensions.assign(names, names + count);
    options.make_surface = [window = window_](VkInstance_T* instance, VkSurfaceKHR_T** surface) {
        return static_cast<int>(glfwCreateWindowSurface(instance, window, nullptr, surface));
    };
}

render::Size Window::framebuffer() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

void Window::sleep(double seconds) const {
    if (seconds <= 0) return glfwPollEvents();
    touch_ ? touch_->wait(seconds) : glfwWaitEventsTimeout(seconds);
}

void Window::wait(const App& app, bool robot_works) {
    const auto due = app.due();
    sleep(robot_works ? 0 : std::min(due.value_or(kHeartbeat), kHeartbeat));
    if (!touch_) return;
    for (const FingerEvent& event : touch_->take(glfwGetTime()))
        note([event](Input& in) { in.fingers.push_back(event); });
}

bool Window::draw_frame(App& app, render::Renderer& renderer, Outage& outage) {
    const render::Size size = framebuffer();
    if (renderer.window_size() != size) renderer.resize(size);
    app.frame(input_, size);
    input_.keys.clear();
    input_.typed.clear();
    input_.wheel = 0;
    input_.fingers.clear();
    const auto result = renderer.draw(app.panes(), app.overlay(), app.quality());
    if (!result) return sit_out(app, result.error(), outage), false;
    if (outage.lasts()) glfwSetWindowTitle(window_, kTitle);
    const bool told = outage.frame_drawn(renderer.device().name);
    touched_ = *result == render::FrameResult::resized || !events_.empty() || told;
    return true;
}

void Window::sit_out(const App& app, const render::Failure& failure, Outage& outage) {
    // The frame's title is drawn by somebody else, and so can still tell.
    if (!outage.lasts()) {
        fmt::print(stderr, "maatkast: {}\n", failure.text());
        glfwSetWindowTitle(window_, app.words("ui.picture_away").c_str());
    }
    const double end = glfwGetTime() + outage.frame_failed();
    while (!outage.hopeless() && !glfwWindowShouldClose(window_) && glfwGetTime() < end)
        glfwWaitEventsTimeout(end - glfwGetTime());
    touched_ = true;
}

void Window::refine(const App& app, render::Renderer& renderer, Outage& outage) {
    const auto refined = renderer.refine(app.panes());
    if (!refined) return sit_out(app, refined.error(), outage);
    touched_ = *refined;
}

std::expected<std::vector<std::string>, Message> Window::run(App& app, render::Renderer& renderer,
                                                             const WindowOptions& options) {
    const auto screenshot = [&](const std::string& path) {
        const auto image =
            renderer.render_to_image(app.panes(), framebuffer(), render::Quality::still, app.overlay());
        return image && render::write_png(path, *image);
    };
    Robot robot(options.script, screenshot);
    Outage outage(app, renderer.device().name, options.pauses);
    bool robot_works = !options.script.empty();
    int drawn = 0;
    double spent = 0;
    // Said whenever the window comes to rest, so that a watcher sees that an untouched window draws nothing.
    int told = -1;
    const auto tell = [&] {
        if (!options.stats || told == drawn) return;
        told = drawn;
        fmt::print(stderr, "frames {} mean_ms {:.2f} last_ms {:.2f}\n", drawn, drawn ? spent / drawn : 0.0,
                   renderer.statistics().total_ms);
    };
    while (!glfwWindowShouldClose(window_)) {
        if (framebuffer().empty()) {
            glfwWaitEvents();
            continue;
        }
        if (options.follow_scale && app.screen_scale() != scale()) app.set_scale(scale());
        const auto due = app.due();
        input_.time = glfwGetTime();
        if (robot_works)
            events_.clear();
        else
            take_events();
        if (robot_works && !robot.step(app, input_)) break;
        if ((touched_ || robot_works || drawn == 0 || (due && *due <= 0.002)) &&
            draw_frame(app, renderer, outage)) {
            ++drawn;
            spent += renderer.statistics().total_ms;
            robot.look(app);
        }
        if (options.frames >= 0 && drawn >= options.frames) break;
        if (!robot_works && !touched_ && app.due().value_or(1) > 0) {
            // At rest the picture refines, a pass at a time, so that whoever touches it waits for one at
            // most.
            refine(app, renderer, outage);
            if (!touched_ && !app.due()) tell();
        }
        if (outage.hopeless()) return std::unexpected(outage.farewell());
        wait(app, robot_works || touched_);
    }
    tell();
    return robot.failures();
}

}  // namespace maatkast::show
