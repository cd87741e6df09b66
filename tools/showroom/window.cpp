#include "tools/showroom/window.h"

#include <algorithm>

#define GLFW_INCLUDE_VULKAN
#include <GLFW/glfw3.h>
#include <fmt/format.h>

namespace maatkast::show {
namespace {

constexpr const char* kTitle = "Maatkast";
constexpr double kHeartbeat = 600;  // seconds of sleep at most

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

Window::Window(GLFWwindow* window) : window_(window), touch_(TouchX11::open(window)), events_(window) {}

Window::~Window() {
    touch_.reset();
    glfwDestroyWindow(window_);
    glfwTerminate();
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

/// From now on: the last frame may be a while ago, when the second window woke us since.
std::optional<double> Window::due(const App& app) const {
    const auto due = app.due();
    return due ? std::optional(*due - (glfwGetTime() - framed_at_)) : due;
}

void Window::wait(const App& app, bool robot_works) {
    double next = robot_works ? 0 : due(app).value_or(kHeartbeat);
    if (second_) next = std::min(next, second_->due(app).value_or(kHeartbeat));
    sleep(std::min(next, kHeartbeat));
    if (!touch_) return;
    for (const FingerEvent& event : touch_->take(glfwGetTime())) events_.add(event);
}

/// Opens and closes the second window as it is wanted, and draws it.
void Window::follow_second(App& app, render::Renderer& renderer, Count& count) {
    if (second_ && second_->closed()) app.second_screen = false;
    if (!app.second_screen) second_.reset();
    const bool missing = app.second_screen && !second_;
    if (missing) second_ = SecondWindow::open(window_, app, renderer);
    auto drawn = second_ ? second_->frame(app, !events_.touched) : std::nullopt;
    if (drawn && *drawn) ++count.drawn, count.spent += **drawn;
    if (!app.second_screen || (second_ && drawn)) return;
    second_.reset();
    app.second_screen = false;
    app.say(app.words("ui.second_none"));
    events_.touched = true;
}

bool Window::draw_frame(App& app, render::Renderer& renderer, Outage& outage) {
    const render::Size size = framebuffer();
    if (renderer.window_size() != size) renderer.resize(size);
    app.frame(events_.input, size);
    framed_at_ = events_.input.time;
    events_.frame_taken();
    const auto result = renderer.draw(app.panes(), app.overlay(), app.quality());
    if (!result) return sit_out(app, result.error(), outage), false;
    if (outage.lasts()) glfwSetWindowTitle(window_, kTitle);
    const bool told = outage.frame_drawn(renderer.device().name);
    events_.touched = *result == render::FrameResult::resized || events_.waiting() || told;
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
    events_.touched = true;
}

void Window::refine(const App& app, render::Renderer& renderer, Outage& outage) {
    const auto refined = renderer.refine(app.panes());
    if (!refined) return sit_out(app, refined.error(), outage);
    events_.touched = *refined;
}

std::expected<std::vector<std::string>, Message> Window::run(App& app, render::Renderer& renderer,
                                                             const WindowOptions& options) {
    app.second_screen = options.second.value_or(options.script.empty() && has_second_monitor());
    auto ended = keep_running(app, renderer, options);
    second_.reset();  // before the renderer that draws into it
    return ended;
}

std::expected<std::vector<std::string>, Message> Window::keep_running(App& app, render::Renderer& renderer,
                                                                      const WindowOptions& options) {
    const auto screenshot = [&](const std::string& path) {
        const auto image =
            renderer.render_to_image(app.panes(), framebuffer(), render::Quality::still, app.overlay());
        return image && render::write_png(path, *image);
    };
    Robot robot(options.script, screenshot);
    Outage outage(app, renderer.device().name, options.pauses);
    WidgetFile widgets(options.widgets);
    bool robot_works = !options.script.empty();
    Count count;
    bool refined = false;
    // Said whenever the window comes to rest, so that a watcher sees that an untouched window draws nothing.
    int told = -1;
    const auto tell = [&] {
        if (!options.stats || told == count.drawn) return;
        told = count.drawn;
        fmt::print(stderr, "frames {} mean_ms {:.2f} last_ms {:.2f}\n", count.drawn,
                   count.drawn ? count.spent / count.drawn : 0.0, renderer.statistics().total_ms);
    };
    while (!glfwWindowShouldClose(window_)) {
        if (framebuffer().empty()) {
            follow_second(app, renderer, count);
            const auto next = second_ ? second_->due(app) : std::nullopt;
            glfwWaitEventsTimeout(std::clamp(next.value_or(kHeartbeat), 0.001, kHeartbeat));
            continue;
        }
        if (options.follow_scale && app.screen_scale() != scale()) app.set_scale(scale());
        const bool is_due = due(app).value_or(1) <= 0.002;
        events_.input.time = glfwGetTime();
        if (robot_works)
            events_.drop();
        else
            events_.take();
        if (robot_works && !robot.step(app, events_.input)) break;
        if ((events_.touched || robot_works || count.drawn == 0 || is_due) &&
            draw_frame(app, renderer, outage)) {
            ++count.drawn;
            refined = false;
            count.spent += renderer.statistics().total_ms;
            robot.look(app);
        }
        follow_second(app, renderer, count);
        if (options.frames >= 0 && count.drawn >= options.frames) break;
        if (!events_.touched && !app.moving()) widgets.tell(app.ui, {refined, events_.taken()});
        if (!robot_works && !events_.touched && app.due().value_or(1) > 0) {
            // At rest the picture refines, a pass at a time, so that whoever touches it waits for one at
            // most.
            refine(app, renderer, outage);
            refined = !events_.touched;
            if (refined) widgets.tell(app.ui, {refined, events_.taken()});
            if (!events_.touched && !app.due()) tell();
        }
        if (outage.hopeless()) return std::unexpected(outage.farewell());
        wait(app, robot_works || events_.touched);
    }
    tell();
    return robot.failures();
}

}  // namespace maatkast::show
