#include "model/build/part.h"

#include <algorithm>
#include <charconv>

namespace maatkast {

PartName& PartName::operator+=(std::string_view text) {
    const std::size_t room = std::min(text.size(), text_.size() - size_);
    std::copy_n(text.data(), room, text_.data() + size_);
    size_ = static_cast<std::uint8_t>(size_ + room);
    return *this;
}

PartName& PartName::operator+=(int number) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return *this += std::string_view(digits.data(), end);
}

std::string_view name_of(PartKind kind) {
    constexpr auto kNames = std::to_array<std::string_view>(
        {"upright",      "bottom",       "top",         "shelf",       "back",          "plinth",
         "door",         "drawer_front", "drawer_side", "drawer_end",  "drawer_bottom", "runner",
         "handle",       "foot",         "leg",         "hinge_cup",   "hinge_arm",     "rail",
         "rail_bracket", "filler",       "cladding",    "worktop",     "cornice",       "brace",
         "wall_rail",    "toe_rail",     "divider",     "shelf_pin",   "rail_carrier",  "led_profile",
         "led_strip",    "led_driver",   "frame_stile", "frame_rail",  "panel",         "glass",
         "push_catch",   "flap_lift",    "flap_stay",   "hinge_plate", "track",         "slide_grip",
         "wall_bracket", "batten"});
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace maatkast
