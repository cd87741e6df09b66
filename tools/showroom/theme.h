#pragma once
// How the showroom looks: one accent, warm neutrals, sizes in millimetres on the glass.

#include <cstdint>

#include <imgui.h>

namespace maatkast::show {

constexpr ImU32 color(std::uint32_t rgb, std::uint32_t alpha = 255) {
    return (alpha << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16);
}

namespace palette {
inline constexpr ImU32 kCard = color(0xfdfcfa, 246);
inline constexpr ImU32 kSolid = color(0xfdfcfa);
inline constexpr ImU32 kQuiet = color(0xf1eeea);  ///< fields and idle buttons
inline constexpr ImU32 kHover = color(0xe8e3dc);
inline constexpr ImU32 kPress = color(0xdcd5cc);
inline constexpr ImU32 kLine = color(0xe2ddd5);
inline constexpr ImU32 kText = color(0x23211e);   ///< 15 : 1 on a card
inline constexpr ImU32 kMuted = color(0x66615a);  ///< 5.9 : 1 on a card
inline constexpr ImU32 kDisabled = color(0xa8a299);
inline constexpr ImU32 kAccent = color(0x1f5f4f);  ///< deep green, 7.3 : 1 with white
inline constexpr ImU32 kAccentHover = color(0x26705e);
inline constexpr ImU32 kAccentSoft = color(0xdfece7);
inline constexpr ImU32 kOnAccent = color(0xffffff);
inline constexpr ImU32 kNotice = color(0x8f4c08);  ///< findings: calm amber, 6.3 : 1 on a card
inline constexpr ImU32 kNoticeSoft = color(0xfaeedd);
}  // namespace palette

/// A colour between two, by 0..1 in each channel.
ImU32 blend(ImU32 a, ImU32 b, float amount);

inline constexpr float kPixelsPerMm = 96 / 25.4F;  ///< at scale 1

/// Sizes in pixels for a screen of `scale` × 96 dpi. Touch targets are 9 mm, body text 4 mm.
struct Theme {
    float scale = 1;

    float px(float at_96_dpi) const { return static_cast<float>(static_cast<int>(at_96_dpi * scale + 0.5F)); }
    float touch() const { return px(36); }
    float gap() const { return px(8); }
    float padding() const { return px(16); }
    float rounding() const { return px(10); }
    float card_rounding() const { return px(16); }
    float small_text() const { return px(14); }
    float body_text() const { return px(16); }
    float title_text() const { return px(25); }
    /// Width of the panel at the right: at most 28 % of the window.
    float panel_width(float window) const;
};

}  // namespace maatkast::show
