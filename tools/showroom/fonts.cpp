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
constexpr ImWchar kIconRanges[] = {
    0xf014, 0xf014, 0xf045, 0xf045, 0xf04c, 0xf04c, 0xf05d, 0xf05d, 0xf0bd, 0xf0bd, 0xf126, 0xf126,
    0xf12c, 0xf12c, 0xf140, 0xf142, 0xf156, 0xf156, 0xf18f, 0xf190, 0xf193, 0xf193, 0xf1a7, 0xf1a7,
    0xf1ad, 0xf1ad, 0xf1c0, 0xf1c0, 0xf209, 0xf209, 0xf256, 0xf256, 0xf293, 0xf293, 0xf2a9, 0xf2a9,
    0xf2c8, 0xf2c8, 0xf2da, 0xf2da, 0xf2dc, 0xf2dc, 0xf2e6, 0xf2e6, 0xf2f1, 0xf2f1, 0xf2fd, 0xf2fd,
    0xf336, 0xf336, 0xf374, 0xf374, 0xf3d8, 0xf3d8, 0xf415, 0xf415, 0xf44e, 0xf44e, 0xf46d, 0xf46d,
    0xf4e1, 0xf4e1, 0xf54c, 0xf54c, 0xf570, 0xf570, 0xf594, 0xf594, 0xf5ca, 0xf5ca, 0};

std::string existing(const std::string& path) {
    return std::filesystem::exists(path) ? path : std::string();
}

void merge_icons(const FontFiles& files, float size) {
    if (files.icons.empty()) return;
    ImFontConfig config;
    config.MergeMode = true;
    const float larger = std::round(size * 1.25F);
    config.GlyphOffset.y = std::round(size * 0.16F);
    ImGui::GetIO().Fonts->AddFontFromFileTTF(files.icons.c_str(), larger, &config, kIconRanges);
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
