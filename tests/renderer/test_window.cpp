#include "tests/renderer/test_window.h"

#include <chrono>
#include <random>

#define GLFW_INCLUDE_VULKAN
#include <GLFW/glfw3.h>
#include <X11/Xutil.h>
// Xlib has macros of everyday names, Catch too.
#undef None
#undef Bool
#undef Status
#undef Always
#undef Success
#include <catch2/catch.hpp>

// As in GLFW/glfw3native.h, which asks for the headers of an extension that nothing here needs.
extern "C" Window glfwGetX11Window(GLFWwindow* window);

namespace maatkast::render::test {
namespace {

constexpr unsigned long kCover = 0xff00ff;
constexpr std::chrono::seconds kPatience{10};

// A connection of our own, so that looking disturbs nothing. Open to the end: without any, an Xvfb starts
// anew, and takes nobody meanwhile.
Display* our_display() {
    static Display* const display = XOpenDisplay(nullptr);
    return display;
}

int windows_open = 0;  // GLFW ends with the last one

Size size_of(Display* display, XID window) {
    XWindowAttributes attributes{};
    XGetWindowAttributes(display, window, &attributes);
    return {static_cast<std::uint32_t>(attributes.width), static_cast<std::uint32_t>(attributes.height)};
}

Image read_window(Display* display, XID window) {
    const Size size = size_of(display, window);
    XImage* from = XGetImage(display, window, 0, 0, size.width, size.height, AllPlanes, ZPixmap);
    REQUIRE(from != nullptr);
    Image image{size, {}};
    for (int y = 0; y < static_cast<int>(size.height); ++y) {
        for (int x = 0; x < static_cast<int>(size.width); ++x) {
            const unsigned long pixel = XGetPixel(from, x, y);
            for (const int shift : {16, 8, 0})
                image.rgba.push_back(static_cast<std::uint8_t>(pixel >> shift & 255));
            image.rgba.push_back(255);
        }
    }
    XDestroyImage(from);
    return image;
}

bool is_covered(const Image& image) {
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        if (image.rgba[i] == 255 && image.rgba[i + 1] == 0 && image.rgba[i + 2] == 255) return true;
    return false;
}

}  // namespace

struct TestWindow::Native {
    GLFWwindow* window = nullptr;
};

TestWindow::TestWindow(Size size) : native_(std::make_unique<Native>()) {
    if (our_display() == nullptr || glfwInit() != GLFW_TRUE)
        FAIL("no X display: run this program with xvfb-run");
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
    native_->window = glfwCreateWindow(static_cast<int>(size.width), static_cast<int>(size.height),
                                       "Maatkast tests", nullptr, nullptr);
    REQUIRE(native_->window != nullptr);
    glfwSetWindowPos(native_->window, 400 * windows_open, 0);  // none hides another
    ++windows_open;
}

TestWindow::~TestWindow() {
    if (native_->window != nullptr) glfwDestroyWindow(native_->window);
    if (--windows_open == 0) glfwTerminate();
}

RendererOptions TestWindow::options() {
    RendererOptions options;
    std::uint32_t count = 0;
    const char** names = glfwGetRequiredInstanceExtensions(&count);
    REQUIRE(names != nullptr);
    options.instance_extensions.assign(names, names + count);
    options.make_surface = [this](VkInstance_T* instance, VkSurfaceKHR_T** surface) {
        ++surfaces_;
        return static_cast<int>(glfwCreateWindowSurface(instance, native_->window, nullptr, surface));
    };
    return options;
}

std::uint64_t TestWindow::id() const {
    return glfwGetX11Window(native_->window);
}

Size TestWindow::framebuffer() const {
    glfwPollEvents();
    int width = 0, height = 0;
    glfwGetFramebufferSize(native_->window, &width, &height);
    return {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

void TestWindow::resize(Size size) {
    glfwSetWindowSize(native_->window, static_cast<int>(size.width), static_cast<int>(size.height));
}

void TestWindow::show(bool on) {
    on ? glfwShowWindow(native_->window) : glfwHideWindow(native_->window);
    glfwPollEvents();
}

void TestWindow::rest() const {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

void TestWindow::cover() {
    const XID window = id();
    const Size size = size_of(our_display(), window);
    GC pen = XCreateGC(our_display(), window, 0, nullptr);
    XSetForeground(our_display(), pen, kCover);
    XFillRectangle(our_display(), window, pen, 0, 0, size.width, size.height);
    XFreeGC(our_display(), pen);
    XSync(our_display(), 0);
}

Image TestWindow::shown() const {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < end) {
        Image image = read_window(our_display(), id());
        if (!is_covered(image)) return image;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    FAIL("the frame never came onto the screen");
    return {};
}

ResizeStorm::ResizeStorm(const TestWindow& window)
    : thread_([this, id = window.id()] {
          Display* display = XOpenDisplay(nullptr);
          std::minstd_rand random(7);
          std::uniform_int_distribution<unsigned> length(1, 300);
          while (!over_ && display != nullptr) {
              XResizeWindow(display, id, length(random), length(random));
              XSync(display, 0);
              ++sizes_;
              std::this_thread::sleep_for(std::chrono::microseconds(300));
          }
          if (display != nullptr) XCloseDisplay(display);
      }) {}

ResizeStorm::~ResizeStorm() {
    over_ = true;
    thread_.join();
}

}  // namespace maatkast::render::test
