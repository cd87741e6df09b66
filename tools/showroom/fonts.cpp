#include "tools/showroom/fonts.h"

#include <cmath>
#include <filesystem>

#include <imgui_freetype.h>

namespace maatkast::show {
namespace {

constexpr char kInter[] = "/usr/share/fonts/opentype/inter/";
constexpr char kIcons[] =
    "/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf";

// Latin with its accents, dashes, quotes, ellipsis, bullet, euro, minus, and the few signs that the texts
// use.
constexpr ImWchar kLetters[] = {0x20,   0x17f,  0x2010, 0x2027, 0x202f, 0x203a, 0x20ac, 0x20ac,
                                0x2190, 0x2193, 0x2212, 0x2212, 0x2264, 0x2265, 0};
std::string existing(const std::string& path) {
    return std::filesystem::exists(path) ? path : std::string();
}

/// ImGui reads them until the atlas is built.
const ImWchar* icon_ranges() {
    static const ImVector<ImWchar> ranges = [] {
        ImFontGlyphRangesBuilder builder;
        for (const char* sign : icon::kAll) builder.AddText(sign);
        ImVector<ImWchar> built;
        builder.BuildRanges(&built);
        return built;
    }();
    return ranges.Data;
}

void merge_icons(const FontFiles& files, float size) {
    if (files.icons.empty()) return;
    ImFontConfig config;
    config.MergeMode = true;
    const float larger = std::round(size * 1.25F);
    config.GlyphOffset.y = std::round(size * 0.16F);
    ImGui::GetIO().Fonts->AddFontFromFileTTF(files.icons.c_str(), larger, &config, icon_ranges());
}

ImFont* add_font(const std::string& file, const FontFiles& files, float size) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.SizePixels = size;
    ImFont* font = file.empty() ? atlas.AddFontDefault(&config)
                                : atlas.AddFontFromFileTTF(file.c_str(), size, nullptr, kLetters);
    merge_icons(files, size);
    return font;
}

// Coverage of a square blurred on both sides of its edge: a product of two smooth steps.
void paint_shadow(unsigned char* rgba, int stride, const ImFontAtlasCustomRect& rect) {
    const auto edge = [](int i) {
        const float inside = static_cast<float>(std::min(i, kShadowSide - 1 - i)) / kShadowBlur;
        const float t = std::min(inside, 1.0F);
        return t * t * (3 - 2 * t);
    };
    for (int y = 0; y < kShadowSide; ++y)
        for (int x = 0; x < kShadowSide; ++x) {
            unsigned char* pixel = rgba + 4 * ((rect.Y + y) * stride + rect.X + x);
            pixel[0] = pixel[1] = pixel[2] = 255;
            pixel[3] = static_cast<unsigned char>(255 * edge(x) * edge(y));
        }
}

}  // namespace

FontFiles find_fonts() {
    FontFiles files{existing(std::string(kInter) + "Inter-Regular.otf"),
                    existing(std::string(kInter) + "Inter-SemiBold.otf"),
                    existing(kIcons),
                    {}};
    if (files.regular.empty() || files.semibold.empty()) files.missing.emplace_back("fonts-inter");
    if (files.icons.empty()) files.missing.emplace_back("fonts-materialdesignicons-webfont");
    return files;
}

Fonts load_fonts(const FontFiles& files, float scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const auto size = [scale](float at_96_dpi) { return std::round(at_96_dpi * scale); };
    Fonts fonts;
    fonts.body = add_font(files.regular, files, size(16));
    fonts.bold = add_font(files.semibold, files, size(16));
    fonts.small = add_font(files.regular, files, size(14));
    fonts.small_bold = add_font(files.semibold, files, size(14));
    fonts.title = add_font(files.semibold, files, size(25));
    const int shadow = atlas.AddCustomRectRegular(kShadowSide, kShadowSide);
    unsigned char* rgba = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsRGBA32(&rgba, &width, &height);
    const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(shadow);
    paint_shadow(rgba, width, rect);
    ImVec2 least, most;
    atlas.CalcCustomRectUV(&rect, &least, &most);
    fonts.shadow_uv = {least.x, least.y, most.x, most.y};
    return fonts;
}

}  // namespace maatkast::show
