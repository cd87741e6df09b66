#include "tools/showroom/touch_x11.h"

#ifdef MAATKAST_XINPUT

#include <array>
#include <cmath>
#include <map>
#include <optional>

#include <GLFW/glfw3.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>

#include "tools/showroom/touch_clock.h"

// As in GLFW/glfw3native.h, which wants headers of Xrandr for nothing.
extern "C" Display* glfwGetX11Display(void);
extern "C" Window glfwGetX11Window(GLFWwindow* window);

namespace maatkast::show {
namespace {

/// Xlib ends the program at an error, unless somebody listens. An error here is a device that has just gone.
class QuietErrors {
  public:
    explicit QuietErrors(Display* display) : display_(display) {
        errors() = 0;
        old_ = XSetErrorHandler([](Display*, XErrorEvent*) { return ++errors(); });
    }
    ~QuietErrors() {
        XSync(display_, False);
        XSetErrorHandler(old_);
    }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

    bool fine() const {
        XSync(display_, False);
        return errors() == 0;
    }

  private:
    static int& errors() {
        static int count = 0;
        return count;
    }
    Display* display_;
    XErrorHandler old_ = nullptr;
};

bool select_touches(Display* display, ::Window window) {
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
    XISetMask(bits.data(), XI_TouchBegin);
    XISetMask(bits.data(), XI_TouchUpdate);
    XISetMask(bits.data(), XI_TouchEnd);
    XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
    const QuietErrors quiet(display);
    return XISelectEvents(display, window, &mask, 1) == Success && quiet.fine();
}

/// A screen, not a pad: its fingers are where they touch.
bool is_screen(Display* display, int device) {
    const QuietErrors quiet(display);
    int count = 0;
    XIDeviceInfo* info = XIQueryDevice(display, device, &count);
    bool direct = false;
    for (int i = 0; info && count > 0 && i < info->num_classes; ++i) {
        const auto* touch = reinterpret_cast<const XITouchClassInfo*>(info->classes[i]);
        direct = direct || (touch->type == XITouchClass && touch->mode == XIDirectTouch);
    }
    if (info) XIFreeDeviceInfo(info);
    return direct;
}

std::optional<FingerPhase> phase_of(int event) {
    switch (event) {
        case XI_TouchBegin:
            return FingerPhase::begin;
        case XI_TouchUpdate:
            return FingerPhase::move;
        case XI_TouchEnd:
            return FingerPhase::end;
        default:
            return {};
    }
}

}  // namespace

struct TouchX11::State {
    Display* glfw = nullptr;
    Display* display = nullptr;
    int opcode = 0;
    TouchClock clock;
    std::map<int, bool> screens;  ///< by device

    ~State() {
        if (display) XCloseDisplay(display);
    }
    bool from_screen(int device) {
        const auto known = screens.find(device);
        if (known != screens.end()) return known->second;
        return screens[device] = is_screen(display, device);
    }
};

std::unique_ptr<TouchX11> TouchX11::open(GLFWwindow* window) {
    auto state = std::make_unique<State>();
    state->glfw = glfwGetX11Display();
    const ::Window of = state->glfw ? glfwGetX11Window(window) : 0;
    if (of == 0) return {};
    state->display = XOpenDisplay(DisplayString(state->glfw));
    int event = 0, error = 0, major = 2, minor = 2;
    const bool there = state->display &&
                       XQueryExtension(state->display, "XInputExtension", &state->opcode, &event, &error) &&
                       XIQueryVersion(state->display, &major, &minor) == Success &&
                       (major > 2 || (major == 2 && minor >= 2));
    XSync(state->glfw, False);  // the window must be there for another connection too
    if (!there || !select_touches(state->display, of)) return {};
    return std::unique_ptr<TouchX11>(new TouchX11(std::move(state)));
}

TouchX11::TouchX11(std::unique_ptr<State> state) : state_(std::move(state)) {}
TouchX11::~TouchX11() = default;

std::vector<FingerEvent> TouchX11::take(double now) {
    std::vector<FingerEvent> events;
    while (XPending(state_->display) > 0) {
        XEvent event;
        XNextEvent(state_->display, &event);
        XGenericEventCookie& cookie = event.xcookie;
        const bool ours = cookie.type == GenericEvent && cookie.extension == state_->opcode;
        if (!ours || !XGetEventData(state_->display, &cookie)) continue;
        if (const auto phase = phase_of(cookie.evtype)) {
            const auto& touch = *static_cast<const XIDeviceEvent*>(cookie.data);
            if (state_->from_screen(touch.sourceid))
                events.push_back({touch.detail,
                                  *phase,
                                  {static_cast<float>(touch.event_x), static_cast<float>(touch.event_y)},
                                  state_->clock.seconds(static_cast<std::uint32_t>(touch.time), now)});
        }
        XFreeEventData(state_->display, &cookie);
    }
    return events;
}

void TouchX11::wait(double seconds) {
    if (XPending(state_->glfw) == 0 && XPending(state_->display) == 0) {
        std::array<pollfd, 2> both{pollfd{ConnectionNumber(state_->glfw), POLLIN, 0},
                                   pollfd{ConnectionNumber(state_->display), POLLIN, 0}};
        poll(both.data(), both.size(), static_cast<int>(std::ceil(seconds * 1000)));
    }
    glfwPollEvents();
}

}  // namespace maatkast::show

#else

namespace maatkast::show {

struct TouchX11::State {};

std::unique_ptr<TouchX11> TouchX11::open(GLFWwindow*) {
    return {};
}

TouchX11::~TouchX11() = default;

std::vector<FingerEvent> TouchX11::take(double) {
    return {};
}

void TouchX11::wait(double) {}

}  // namespace maatkast::show

#endif
