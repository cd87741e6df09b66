#pragma once
// Letters and icons: Inter and Material Design Icons, found at run time, rasterised by FreeType.

#include <string>
#include <vector>

#include <imgui.h>

namespace maatkast::show {

/// The font files in use; empty where none was found (then ImGui's own letters stand in).
struct FontFiles {
    std::string regular, semibold, icons;
    std::vector<std::string> missing;  ///< Debian packages that would bring them
};
FontFiles find_fonts();

/// Three sizes, two weights. Icons are merged into each, so a text may hold both.
struct Fonts {
    ImFont* small = nullptr;
    ImFont* small_bold = nullptr;
    ImFont* body = nullptr;
    ImFont* bold = nullptr;
    ImFont* title = nullptr;
    ImVec4 shadow_uv{};  ///< of a blurred square in the atlas, for soft shadows: x0, y0, x1, y1
};

/// Fills the current ImGui context's atlas for a screen of this scale. The atlas picture is ready afterwards
/// (GetTexDataAsRGBA32).
Fonts load_fonts(const FontFiles& files, float scale);

/// Side of the blurred square in atlas pixels, and the width of its blur.
inline constexpr int kShadowSide = 64, kShadowBlur = 24;

namespace icon {
inline constexpr char kUndo[] = "\uF54C", kRedo[] = "\uF44E", kSave[] = "\uF193", kFolder[] = "\uF256";
inline constexpr char kPlus[] = "\uF415", kMinus[] = "\uF374", kLanguage[] = "\uF5CA", kCheck[] = "\uF12C";
inline constexpr char kClose[] = "\uF156", kDelete[] = "\uF1C0", kCopy[] = "\uF18F", kUp[] = "\uF05D";
inline constexpr char kDown[] = "\uF045", kNext[] = "\uF142", kBack[] = "\uF141", kMore[] = "\uF140";
inline constexpr char kInfo[] = "\uF2FD", kHome[] = "\uF2DC", kCube[] = "\uF1A7", kRuler[] = "\uF46D";
inline constexpr char kPalette[] = "\uF3D8", kGrid[] = "\uF570", kDoor[] = "\uF2A9", kBook[] = "\uF0BD";
inline constexpr char kIdea[] = "\uF336", kSwap[] = "\uF4E1", kFocus[] = "\uF2F1";
inline constexpr char kHanger[] = "\uF2C8", kPerson[] = "\uF2E6", kNight[] = "\uF594";
inline constexpr char kApart[] = "\uF04C", kCut[] = "\uF190", kArc[] = "\uF126";
inline constexpr char kNewPerson[] = "\uF014", kFullscreen[] = "\uF293", kHidden[] = "\uF209";
inline constexpr char kHistory[] = "\uF2DA";
inline constexpr char kPrice[] = "\uF1AD";
}  // namespace icon

}  // namespace maatkast::show
