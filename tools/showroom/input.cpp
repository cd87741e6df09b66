#include "tools/showroom/input.h"

namespace maatkast::show {
namespace {
constexpr float kClickSlack = 5;       // pixels a click may wander
constexpr double kDoubleClick = 0.35;  // seconds
}  // namespace

KeyPress parse_key(std::string_view text) {
    KeyPress key;
    for (;;) {
        const std::size_t plus = text.find('+');
        if (plus == std::string_view::npos || plus + 1 == text.size()) break;
        const std::string_view name = text.substr(0, plus);
        if (name == "ctrl") key.ctrl = true;
        if (name == "shift") key.shift = true;
        text.remove_prefix(plus + 1);
    }
    key.key = text;
    return key;
}

void Pointer::update(const Input& input) {
    moved_ = at_.x < 0 ? glm::vec2(0) : input.cursor - at_;
    at_ = input.cursor;
    double_clicked_ = false;
    cancelled_ = input.cancelled;
    for (std::size_t i = 0; i < 3; ++i) {
        pressed_[i] = input.down[i] && !held_[i];
        released_[i] = !input.down[i] && held_[i];
        held_[i] = input.down[i];
        if (pressed_[i]) {
            pressed_at_ = at_;
            dragged_ = false;
        }
    }
    if (glm::length(at_ - pressed_at_) > kClickSlack && (held_[0] || held_[1] || held_[2])) dragged_ = true;
    if (!clicked(Button::left)) return;
    const bool near = glm::length(at_ - clicked_at_) <= kClickSlack;
    double_clicked_ = near && input.time - clicked_time_ < kDoubleClick;
    clicked_at_ = at_;
    clicked_time_ = double_clicked_ ? -1 : input.time;
}

}  // namespace maatkast::show
