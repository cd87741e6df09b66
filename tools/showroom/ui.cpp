#include "tools/showroom/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace maatkast::show {
namespace {
constexpr float kEaseSeconds = 0.12F;
constexpr float kWheelPixels = 56;
}  // namespace

Rect intersection(const Rect& a, const Rect& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

void Ui::begin(const Input& input, const Pointer& pointer, glm::vec2 size) {
    pointer_ = &pointer;
    size_ = size;
    keys_ = input.keys;
    wheel_ = input.wheel;
    finger_ = input.scroll;
    finger_area_ = finger_ != 0 ? scrolled_at(input.scroll_at) : std::string();
    shift_ = input.shift;
    step_ = std::clamp(static_cast<float>(input.time - time_) / kEaseSeconds, 0.0F, 1.0F);
    time_ = input.time;
    animating_ = false;
    noted_.clear();
    noted_areas_.clear();
    list_ = ImGui::GetWindowDrawList();
    const WidgetRecord* top = top_at(pointer.at());
    hot_ = top ? top->id : "";
    if (pointer.pressed(Button::left)) {
        held_ = hot_;
        focus_.clear();
    }
    if (!editing) move_focus();
}

void Ui::end() {
    if (!pointer_->held(Button::left)) held_.clear();
    shown_ = std::move(noted_);
    shown_areas_ = std::move(noted_areas_);
    noted_.clear();
    was_cut_ = std::exchange(cut_, {});
    for (auto at = eased_.begin(); at != eased_.end();)
        at = std::exchange(at->second.seen, false) ? std::next(at) : eased_.erase(at);
    if (tip_.empty()) return;
    const float width = text_width(fonts.small, tip_) + theme.px(20), height = theme.px(30);
    const float x = std::clamp(tip_rect_.middle().x - width / 2, theme.gap(), size_.x - width - theme.gap());
    const bool above = tip_rect_.y1 + height + theme.gap() > size_.y;
    const float y = above ? tip_rect_.y0 - height - theme.px(6) : tip_rect_.y1 + theme.px(6);
    const Rect pill{x, y, x + width, y + height};
    fill(pill, color(0x23211e, 235), theme.px(8));
    centred(fonts.small, pill, palette::kOnAccent, tip_);
    tip_.clear();
}

void Ui::move_focus() {
    const bool forward = key("tab"), backward = !forward && key("tab", false, true);
    if (!forward && !backward) return;
    std::vector<const WidgetRecord*> stops;
    for (const WidgetRecord& widget : shown_)
        if (widget.focusable && widget.enabled) stops.push_back(&widget);
    if (stops.empty()) return;
    const auto at = std::ranges::find_if(stops, [this](const auto* w) { return w->id == focus_; });
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    std::ptrdiff_t next = forward ? 0 : count - 1;
    if (at != stops.end()) next = ((at - stops.begin()) + (forward ? 1 : count - 1)) % count;
    focus_ = stops[static_cast<std::size_t>(next)]->id;
    reveal(focus_);
}

float Ui::eased(float now, bool wanted) {
    const float goal = wanted ? 1.0F : 0.0F;
    const float next = at_once_ ? goal : now + std::clamp(goal - now, -step_, step_);
    if (next != goal) animating_ = true;
    return next;
}

Touch Ui::touch(std::string_view id, std::string_view label, const Rect& rect, bool enabled,
                std::string_view value) {
    const Rect seen = scrolling_.empty() ? rect : intersection(rect, scroll_area_);
    noted_.push_back(
        {std::string(id), std::string(label), std::string(value), seen, rect, enabled, true, scrolling_});
    Touch touch;
    if (!enabled) return touch;
    touch.hovered = hot_ == id;
    touch.held = held_ == id && touch.hovered;
    touch.focused = focus_ == id;
    const bool released =
        held_ == id && touch.hovered && pointer_->released(Button::left) && !pointer_->cancelled();
    touch.activated = released || (touch.focused && !editing && (key("enter") || key("space")));
    Eased& state = eased_[std::string(id)];
    state.seen = true;
    state.hover = eased(state.hover, touch.hovered);
    state.press = eased(state.press, touch.held && pointer_->held(Button::left));
    touch.hover = state.hover;
    touch.press = state.press;
    if (touch.focused) outline(rect.inset(-2), palette::kAccent, theme.rounding() + 2, 2);
    return touch;
}

void Ui::rescale(float by) {
    for (auto& [id, offset] : scroll_) offset *= by;
}

void Ui::block(std::string_view id, const Rect& rect) {
    noted_.push_back({std::string(id), {}, {}, rect, rect, true, false, {}});
}

float Ui::begin_scroll(std::string_view id, const Rect& area) {
    scrolling_ = id;
    scroll_area_ = area;
    list_->PushClipRect({area.x0, area.y0}, {area.x1, area.y1}, true);
    return scroll_[scrolling_];
}

void Ui::end_scroll(float content_height) {
    list_->PopClipRect();
    float& offset = scroll_[scrolling_];
    if (scroll_area_.contains(pointer_->at())) offset -= wheel_ * kWheelPixels * theme.scale;
    if (finger_area_ == scrolling_) offset -= finger_;
    noted_areas_.push_back({scrolling_, scroll_area_, noted_.size()});
    const float most = std::max(0.0F, content_height - scroll_area_.height());
    offset = std::clamp(offset, 0.0F, most);
    if (most > 1) {
        const float share = scroll_area_.height() / content_height;
        const float top = scroll_area_.y0 + offset / content_height * scroll_area_.height();
        const Rect bar{scroll_area_.x1 - theme.px(5), top, scroll_area_.x1 - theme.px(1),
                       top + share * scroll_area_.height()};
        fill(bar, palette::kPress, theme.px(2));
    }
    scrolling_.clear();
}

const WidgetRecord* Ui::top_at(glm::vec2 at) const {
    const WidgetRecord* top = nullptr;
    for (const WidgetRecord& widget : shown_)
        if (widget.rect.contains(at)) top = &widget;
    return top;
}

std::string Ui::scrolled_at(glm::vec2 at) const {
    const WidgetRecord* top = top_at(at);
    std::string found;
    for (const ScrollArea& area : shown_areas_)
        if (top && area.rect.contains(at) && top < shown_.data() + area.end) found = area.id;
    return found;
}

void Ui::reveal(std::string_view id) {
    const WidgetRecord* widget = find(id);
    if (!widget || widget->scroll.empty()) return;
    const float hidden_below = widget->whole.y1 - widget->rect.y1,
                hidden_above = widget->rect.y0 - widget->whole.y0;
    if (hidden_below > 0)
        scroll_[widget->scroll] += hidden_below;
    else if (hidden_above > 0)
        scroll_[widget->scroll] -= hidden_above;
}

bool Ui::key(std::string_view name, bool ctrl, bool shift) {
    const auto at = std::ranges::find_if(
        keys_, [&](const KeyPress& k) { return k.key == name && k.ctrl == ctrl && k.shift == shift; });
    if (at == keys_.end()) return false;
    keys_.erase(at);
    return true;
}

const WidgetRecord* Ui::find(std::string_view id) const {
    const auto at = std::ranges::find_if(shown_, [id](const WidgetRecord& w) { return w.id == id; });
    return at == shown_.end() ? nullptr : &*at;
}

}  // namespace maatkast::show
