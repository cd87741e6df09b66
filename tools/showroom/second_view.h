#pragma once
// What the customer's own screen shows: the design that is worked on, from where the customer turns it, with
// its price where that is shown, and nothing else. A function of App's state and of what is done there.

#include <optional>

#include "tools/showroom/app.h"

namespace maatkast::show {

class SecondView {
  public:
    /// One frame. Afterwards camera(), overlay() and quality() are what must be drawn, of App's scene.
    /// `scale`: of that screen, 1 at 96 dpi.
    void frame(const App& app, const Input& input, render::Size size, float scale);

    render::Camera camera() const { return camera_of(turntable_.now(), size_, area_); }
    const render::Overlay& overlay() const { return overlay_; }
    render::Quality quality(const App& app) const;
    /// Seconds until the next frame is due without input: 0 while something moves or the app shows something
    /// else than the last frame did, nothing when it can sleep.
    std::optional<double> due(const App& app) const;
    const Turntable& turntable() const { return turntable_; }

  private:
    /// What of the app can be seen here.
    struct Seen {
        std::uint64_t scene = 0, design = 0;
        Language language = Language::nl;
        bool price = false, veiled = false;
        scene::Dressing dressing;
        bool operator==(const Seen&) const = default;
    };
    static Seen seen_of(const App& app);
    static render::Bounds box_of(const App& app);
    Orbit orbit_for(const App& app) const;
    void follow(const App& app, render::Size size, float scale);
    void look_around(const Input& input, bool veiled);
    void draw(const App& app, float scale);
    static bool moves(const App& app);

    Pointer pointer_;
    Turntable turntable_;
    SlowTurn slow_turn_;
    FreeArea area_;
    render::Size size_;
    render::Overlay overlay_;
    std::optional<Seen> seen_;
    bool free_ = false;  ///< turned by hand since
    double time_ = 0, changed_ = 0;
    render::Camera last_camera_;
};

}  // namespace maatkast::show
