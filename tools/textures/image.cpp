#include "tools/textures/image.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <stb_image_write.h>

namespace maatkast::textures {

namespace {

// Base colours belong within 30 and 243; JPEG rings by a few steps around what is drawn.
constexpr float kDarkest = 40.0f;
constexpr float kLightest = 238.0f;

}  // namespace

Colour& Tile::at(int x, int y) {
    const auto column = static_cast<std::size_t>(x & (kSize - 1));
    const auto row = static_cast<std::size_t>(y & (kSize - 1));
    return pixels_[row * kSize + column];
}

void Tile::settle(const Colour& mean) {
    for (std::size_t channel = 0; channel < 3; ++channel) {
        double sum = 0.0;
        for (const Colour& pixel : pixels_) sum += static_cast<double>(pixel[channel]);
        const float shift = mean[channel] - static_cast<float>(sum / static_cast<double>(pixels_.size()));
        for (Colour& pixel : pixels_)
            pixel[channel] = std::clamp(pixel[channel] + shift, kDarkest, kLightest);
    }
}

bool Tile::write_jpeg(const std::string& path, int quality) const {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(pixels_.size() * 3);
    for (const Colour& pixel : pixels_)
        for (float value : pixel) bytes.push_back(static_cast<std::uint8_t>(std::lround(value)));
    return stbi_write_jpg(path.c_str(), kSize, kSize, 3, bytes.data(), quality) != 0;
}

}  // namespace maatkast::textures
