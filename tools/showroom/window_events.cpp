#include "tools/showroom/window_events.h"

#include <array>

#include <GLFW/glfw3.h>

namespace maatkast::show {
namespace {

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

}  // namespace

WindowEvents::WindowEvents(GLFWwindow* window) {
    glfwSetWindowUserPointer(window, this);
    static const auto self = [](GLFWwindow* w) {
        return static_cast<WindowEvents*>(glfwGetWindowUserPointer(w));
    };
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        self(w)->note([x, y](Input& in) { in.cursor = {static_cast<float>(x), static_cast<float>(y)}; });
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        const auto change = [=](Input& in) {
            in.down[button] = action == GLFW_PRESS;
            in.shift = (mods & GLFW_MOD_SHIFT) != 0;
        };
        if (button < 3) self(w)->note(change, Kind::button);
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double y) {
        self(w)->note([y](Input& in) { in.wheel += static_cast<float>(y); }, Kind::wheel);
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        const std::string name = action == GLFW_RELEASE ? "" : key_name(key, scancode);
        const KeyPress press{name, (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0};
        if (!name.empty()) self(w)->note([press](Input& in) { in.keys.push_back(press); }, Kind::key);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned letter) {
        self(w)->note([letter](Input& in) { in.typed.push_back(static_cast<char32_t>(letter)); });
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { self(w)->touched = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { self(w)->touched = true; });
}

void WindowEvents::note(std::function<void(Input&)> change, Kind kind) {
    events_.push_back({std::move(change), kind});
    touched = true;
}

void WindowEvents::add(const FingerEvent& event) {
    note([event](Input& in) { in.fingers.push_back(event); });
}

void WindowEvents::take() {
    bool changed = false;
    while (!events_.empty() && !(events_.front().kind == Kind::button && changed)) {
        const Event event = std::move(events_.front());
        events_.pop_front();
        event.change(input);
        changed = true;
        taken_.keys += event.kind == Kind::key;
        taken_.wheel += event.kind == Kind::wheel;
        taken_.buttons += event.kind == Kind::button;
        if (event.kind == Kind::button) return;
    }
}

void WindowEvents::frame_taken() {
    input.keys.clear();
    input.typed.clear();
    input.wheel = 0;
    input.fingers.clear();
}

}  // namespace maatkast::show
