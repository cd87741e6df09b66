#pragma once
// What stands where in the window, in a file: for programs that use the showroom from outside as a person
// does, or read it to somebody.

#include <string>

#include "tools/showroom/ui.h"

namespace maatkast::show {

/// What hands did that was taken in so far: presses and releases of buttons, keys pressed, notches of the
/// wheel.
struct Taken {
    int buttons = 0, keys = 0, wheel = 0;
    bool operator==(const Taken&) const = default;
};

/// How far a window has come when it rests.
struct Progress {
    bool refined = false;  ///< the picture has become as good as it gets
    Taken taken;
    bool operator==(const Progress&) const = default;
};

/// A frame as JSON. `rect` is left, top, right, bottom of what can be seen, in pixels of the window, zeros
/// where it was scrolled away; `whole` what it would be there. `click` is a place where a click meets it,
/// null where there is none: it is covered, scrolled away, or cannot be used now. `scroll` names the area it
/// is scrolled in. Later ones lie over earlier ones; cards have neither label nor value.
///
///     {"refined", "taken": {"buttons", "keys", "wheel"}, "size": [width, height], "focus", "editing",
///      "widgets": [{"id", "label", "value", "rect", "whole", "click", "scroll", "enabled"}]}
std::string widget_list(const Ui& ui, const Progress& progress);

/// Keeps a file in line with the window, written whole or not at all.
class WidgetFile {
  public:
    explicit WidgetFile(std::string path) : path_(std::move(path)) {}  ///< empty: no file

    /// To be called whenever the window has come to rest; writes where that is news. That the file cannot be
    /// written is said once, on standard error.
    void tell(const Ui& ui, const Progress& progress);

  private:
    std::string path_;
    std::string told_;
    bool failed_ = false;
};

}  // namespace maatkast::show
