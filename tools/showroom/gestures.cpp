#include "tools/showroom/gestures.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace maatkast::show {
namespace {

constexpr double kPressShows = 0.12;   // seconds after which a widget shows that a finger rests on it
constexpr double kDoubleTap = 0.4;     // seconds from one tap to the next
constexpr float kDoubleTapSlacks = 2;  // how far apart they may be, in slacks
constexpr float kLeastDistance = 4;    // of two fingers, in slacks: nearer ones are one finger to the screen

}  // namespace

bool Gestures::wanders() const {
    return glm::distance(first_.at, first_.began) > slack_;
}

/// The press that lasts was not meant.
void Gestures::take_back() {
    const Hand last = planned_.empty() ? hand_ : planned_.back();
    if (last.down) planned_.push_back({last.cursor, false, true});
    planned_.push_back({});
}

/// Where it is let go it has been first: who follows it sees the whole way.
void Gestures::let_go(glm::vec2 at) {
    const Hand last = planned_.empty() ? shown_ : planned_.back();
    if (last.cursor != at) planned_.push_back({at, true});
    planned_.push_back({at, false});
    planned_.push_back({});
}

void Gestures::begin(const FingerEvent& event, Ground ground) {
    const bool alone = down_.empty();
    down_.insert(event.finger);
    if (!alone) {
        if (ground == Ground::picture || ground == Ground::knob) join(event);
        return;
    }
    first_ = {event.finger, event.at, event.at, event.time};
    ground_ = ground;
    clicks_ = true;
    state_ = State::undecided;
    if (ground != Ground::knob) return;
    state_ = State::held;
    planned_.push_back({event.at, true});
}

/// The second finger: what one had begun on the picture is no longer that. A knob that has not been pulled
/// yet was only met by chance.
void Gestures::join(const FingerEvent& event) {
    const bool met = ground_ == Ground::knob && !wanders() && event.time - first_.time <= kPinchBegins;
    const bool on_picture = ground_ == Ground::picture || met;
    if (!on_picture || (state_ != State::undecided && state_ != State::held)) return;
    if (state_ == State::held) take_back();
    state_ = State::two;
    second_ = {event.finger, event.at, event.at, event.time};
    was_first_ = first_.at;
    was_second_ = second_.at;
}

void Gestures::move(const FingerEvent& event) {
    if (event.finger == second_.id && state_ == State::two) second_.at = event.at;
    if (event.finger != first_.id) return;
    const glm::vec2 was = std::exchange(first_.at, event.at);
    const bool drags = ground_ == Ground::picture || ground_ == Ground::knob;
    if (state_ == State::scrolling) scrolled_ += event.at.y - was.y;
    if (state_ == State::held && drags) hand_.cursor = event.at;
    const bool may_click = state_ == State::undecided || (state_ == State::held && !drags);
    if (!may_click || !wanders()) return;
    if (drags) {
        // From where it came down: all that it moves is turned.
        planned_.push_back({first_.began, true});
        planned_.push_back({event.at, true});
        state_ = State::held;
        return;
    }
    if (state_ == State::held) take_back();
    state_ = State::spent;
    if (ground_ != Ground::scrolled_widget) return;
    state_ = State::scrolling;
    scrolled_at_ = first_.began;
    scrolled_ += event.at.y - first_.began.y;
}

/// A click. The second of two is where the first one was: fingers do not meet a place twice by the pixel.
void Gestures::tap() {
    glm::vec2 at = first_.began;
    const bool again = ground_ == Ground::picture && tapped_ && first_.time - tapped_->time < kDoubleTap &&
                       glm::distance(at, tapped_->at) < kDoubleTapSlacks * slack_;
    if (again) at = tapped_->at;
    planned_.push_back({at, true});
    let_go(at);
    tapped_.reset();
    if (ground_ == Ground::picture && !again) tapped_ = Finger{0, at, at, first_.time};
}

/// One of two fingers is left: it turns from where it is, once it moves.
void Gestures::go_on_with(const Finger& finger) {
    first_ = finger;
    first_.began = finger.at;
    second_ = {};
    ground_ = Ground::picture;
    clicks_ = false;
    state_ = State::undecided;
}

void Gestures::end(const FingerEvent& event) {
    down_.erase(event.finger);
    if (state_ == State::two && (event.finger == first_.id || event.finger == second_.id)) {
        follow_two();
        return go_on_with(event.finger == first_.id ? second_ : first_);
    }
    if (event.finger == first_.id) {
        if (state_ == State::undecided && clicks_) tap();
        if (state_ == State::held) {
            const bool drags = ground_ == Ground::picture || ground_ == Ground::knob;
            let_go(drags ? first_.at : first_.began);
        }
        state_ = State::spent;
    }
    if (down_.empty()) state_ = State::none;
}

void Gestures::cancel(int finger) {
    down_.erase(finger);
    const bool counted = finger == first_.id || (state_ == State::two && finger == second_.id);
    if (counted) {
        if (state_ == State::held) take_back();
        state_ = State::spent;
    }
    if (down_.empty()) state_ = State::none;
}

void Gestures::pass_time(double now) {
    if (state_ != State::undecided || !clicks_) return;
    const double rested = now - first_.time;
    if (ground_ == Ground::picture) {
        if (rested < kLongPress) return;
        long_press_ = first_.began;
        state_ = State::spent;
    } else if (rested >= kPressShows) {
        planned_.push_back({first_.began, true});
        state_ = State::held;
    }
}

void Gestures::handle(const FingerEvent& event, const GroundAt& ground) {
    pass_time(event.time);
    switch (event.phase) {
        case FingerPhase::begin:
            return begin(event, ground(event.at));
        case FingerPhase::move:
            return move(event);
        case FingerPhase::end:
            return end(event);
        case FingerPhase::cancel:
            return cancel(event.finger);
    }
}

void Gestures::follow_two() {
    const float least = kLeastDistance * slack_;
    const float before = std::max(glm::distance(was_first_, was_second_), least),
                now = std::max(glm::distance(first_.at, second_.at), least);
    TwoFingers step{(was_first_ + was_second_) / 2.0F, (first_.at + second_.at) / 2.0F, now / before};
    if (two_) {  // two pairs in one frame
        step.from = two_->from;
        step.apart *= two_->apart;
    }
    two_ = step;
    was_first_ = first_.at;
    was_second_ = second_.at;
}

/// X moves the mouse along with a finger, and may press its button, then and a moment later. It is the mouse
/// again once it does something by itself.
Input Gestures::with_mouse(const Input& input) {
    Input result = input;
    result.fingers.clear();
    const bool busy = touching() || !events_.empty() || !planned_.empty() || hand_.down ||
                      (last_finger_ >= 0 && input.time - last_finger_ < kEmulatedFor);
    bool anew = false;
    for (std::size_t i = 0; i < 3; ++i) {
        blocked_[i] = input.down[i] && (busy || blocked_[i]);
        anew = anew || (input.down[i] && !blocked_[i]);
    }
    if (busy) {
        result.cancelled = !by_fingers_ && mouse_was_down_;
        by_fingers_ = true;
        echo_ = input.cursor;
    } else if (input.cursor != echo_ || anew) {
        by_fingers_ = false;
    }
    if (by_fingers_) {
        result.cursor = hand_.cursor;
        result.down[0] = hand_.down;
        result.down[1] = result.down[2] = false;
        result.cancelled = result.cancelled || hand_.cancelled;
    } else {
        for (std::size_t i = 0; i < 3; ++i) result.down[i] = input.down[i] && !blocked_[i];
    }
    mouse_was_down_ = !by_fingers_ && std::ranges::any_of(result.down, std::identity());
    return result;
}

Input Gestures::take(const Input& input, float pixels_per_mm, const GroundAt& ground) {
    slack_ = kFingerSlack * pixels_per_mm;
    two_.reset();
    long_press_.reset();
    scrolled_ = 0;
    events_.insert(events_.end(), input.fingers.begin(), input.fingers.end());
    while (planned_.empty() && !events_.empty()) {
        const FingerEvent event = events_.front();
        events_.pop_front();
        handle(event, ground);
        last_finger_ = std::max(last_finger_, std::max(event.time, input.time));
    }
    if (planned_.empty() && events_.empty()) pass_time(input.time);
    if (state_ == State::two) follow_two();
    if (touching()) last_finger_ = input.time;
    hand_.cancelled = false;
    if (!planned_.empty()) {
        hand_ = planned_.front();
        planned_.pop_front();
    }
    shown_ = hand_;
    Input result = with_mouse(input);
    result.scroll = scrolled_;
    result.scroll_at = scrolled_at_.value_or(glm::vec2(-1));
    return result;
}

std::optional<double> Gestures::due(double time) const {
    if (!planned_.empty() || !events_.empty()) return 0;
    if (state_ != State::undecided || !clicks_) return {};
    const double end = first_.time + (ground_ == Ground::picture ? kLongPress : kPressShows);
    return std::max(0.0, end - time);
}

}  // namespace maatkast::show
