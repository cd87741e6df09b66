#pragma once
// Letters and icons: Inter and Material Design Icons, found at run time, rasterised by FreeType.

#include <array>
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
inline constexpr char kPlus[] = "\uF415", kMinus[] = "\uF374", kCheck[] = "\uF12C", kDelete[] = "\uF1C0";
inline constexpr char kCopy[] = "\uF18F", kUp[] = "\uF05D", kDown[] = "\uF045", kNext[] = "\uF142";
inline constexpr char kBack[] = "\uF141", kUpwards[] = "\uF143", kDownwards[] = "\uF140";
inline constexpr char kCube[] = "\uF1A7", kRuler[] = "\uF46D", kPalette[] = "\uF3D8", kGrid[] = "\uF570";
inline constexpr char kDoor[] = "\uF2A9", kNotice[] = "\uF5D6", kEye[] = "\uF208";
inline constexpr char kHanger[] = "\uF2C8", kPerson[] = "\uF2E6", kNight[] = "\uF594", kApart[] = "\uF04C";
inline constexpr char kCut[] = "\uF190", kArc[] = "\uF126", kNewPerson[] = "\uF014", kHidden[] = "\uF209";
inline constexpr char kFullscreen[] = "\uF293", kHistory[] = "\uF2DA", kPrice[] = "\uF1AD";
inline constexpr char kLocked[] = "\uF33E", kUnlocked[] = "\uF340", kCustomer[] = "\uF013";
inline constexpr char kSettings[] = "\uF493", kCamera[] = "\uF100", kCard[] = "\uF19B";
inline constexpr char kScreen[] = "\uF379", kExpand[] = "\uF616", kMotion[] = "\uF46E", kClose[] = "\uF156";
inline constexpr char kBeside[] = "\uF18A", kTake[] = "\uF04D", kScreens[] = "\uF37A", kRepair[] = "\uF5B7";
/// What is rasterised: an icon that is missing here is a question mark on the screen.
inline constexpr std::array kAll{
    kUndo,       kRedo,    kSave,   kFolder,  kPlus,      kMinus,    kCheck,    kDelete,  kCopy,      kUp,
    kDown,       kNext,    kBack,   kUpwards, kDownwards, kCube,     kRuler,    kPalette, kGrid,      kDoor,
    kNotice,     kEye,     kHanger, kPerson,  kNight,     kApart,    kCut,      kArc,     kNewPerson, kHidden,
    kFullscreen, kHistory, kPrice,  kLocked,  kUnlocked,  kCustomer, kSettings, kCamera,  kCard,      kScreen,
    kExpand,     kMotion,  kClose,  kBeside,  kTake,      kScreens,  kRepair};
}  // namespace icon

}  // namespace maatkast::show
