#include "tools/scene/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace maatkast::scene {
namespace {

using Color = std::array<std::uint8_t, 3>;  // sRGB

// chalk, oat, camel, clay, sage, mist, ink, umber
constexpr std::array<Color, 8> kColors{{{0xe8, 0xe4, 0xdc},
                                        {0xd3, 0xc9, 0xba},
                                        {0xbd, 0xa3, 0x88},
                                        {0xb2, 0x91, 0x82},
                                        {0xa2, 0xa7, 0x9b},
                                        {0x9a, 0xa3, 0xa9},
                                        {0x5c, 0x63, 0x6b},
                                        {0x84, 0x7b, 0x73}}};
constexpr std::array<Color, 6> kFixed{{{0xec, 0xe4, 0xd3},
                                       {0xc4, 0xa1, 0x78},
                                       {0x80, 0x7e, 0x7b},
                                       {0x7d, 0x89, 0x74},
                                       {0x66, 0x73, 0x60},
                                       {0x38, 0x36, 0x33}}};
// Lighter and darker tones of one colour, and which colours a mixed scheme holds: 8 and 9 are its own two.
constexpr std::array<int, 10> kTones{0, 5, -5, 8, -8, 3, -3, 10, -10, 2};
constexpr std::array<std::size_t, 10> kMix{0, 1, 8, 0, 7, 9, 1, 2, 0, 8};
constexpr std::array<std::array<std::size_t, 2>, 8> kPairs{
    {{4, 6}, {2, 5}, {3, 7}, {6, 1}, {5, 4}, {7, 2}, {6, 3}, {4, 2}}};

Color toned(const Color& color, int tone) {
    Color out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = static_cast<std::uint8_t>(std::clamp(color[i] + color[i] * tone / 64, 0, 245));
    return out;
}

Color color_of(std::uint32_t scheme, std::uint32_t slot) {
    if (slot >= kTones.size()) return kFixed[slot - kTones.size()];
    if (scheme < 8) return toned(kColors[scheme], kTones[slot]);
    const std::size_t color = kMix[slot];
    // Neutrals differ a little from scheme to scheme as well.
    const int tone = kTones[(slot + scheme) % kTones.size()] / 2;
    return toned(kColors[color < 8 ? color : kPairs[scheme - 8][color - 8]], tone);
}

}  // namespace

std::span<const std::uint8_t> palette_picture() {
    static const auto picture = [] {
        std::array<std::uint8_t, std::size_t{4} * kSlots * kSchemes> rgba{};
        for (std::uint32_t scheme = 0; scheme < kSchemes; ++scheme)
            for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
                const Color color = color_of(scheme, slot);
                std::uint8_t* pixel = &rgba[std::size_t{4} * (scheme * kSlots + slot)];
                std::copy(color.begin(), color.end(), pixel);
                pixel[3] = 255;
            }
        return rgba;
    }();
    return picture;
}

}  // namespace maatkast::scene
