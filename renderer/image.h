// Pictures in memory and in files.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <vector>

#include "renderer/failure.h"

namespace maatkast::render {

// Width and height in pixels.
struct Size {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool empty() const { return width == 0 || height == 0; }
    bool operator==(const Size&) const = default;
};

// 8 bits per channel, sRGB-encoded, RGBA, rows top to bottom, no padding: size width × height × 4.
struct Image {
    Size size;
    std::vector<std::uint8_t> rgba;
    const std::uint8_t* pixel(std::uint32_t x, std::uint32_t y) const {
        return rgba.data() + 4 * (std::size_t{y} * size.width + x);
    }
};

// Linear light before tone mapping, Rec. 709 RGB floats, rows top to bottom: size width × height × 3.
struct HdrImage {
    Size size;
    std::vector<float> rgb;
    const float* pixel(std::uint32_t x, std::uint32_t y) const {
        return rgb.data() + 3 * (std::size_t{y} * size.width + x);
    }
};

// The bytes of a PNG file: RGB when every pixel is opaque, else RGBA. The same image gives the same bytes.
std::vector<std::uint8_t> encode_png(const Image& image);

// The bytes of a Radiance .hdr file (RGBE, 1 % precision of the format).
std::vector<std::uint8_t> encode_hdr(const HdrImage& image);

// Writes through a temporary file beside the target, flushed and then renamed, so that there is either the
// old file or the whole new one. A folder in the way, a full disk and the like come back as a Failure and
// leave no temporary file.
std::expected<void, Failure> write_file(const std::filesystem::path& path,
                                        std::span<const std::uint8_t> bytes);
std::expected<void, Failure> write_png(const std::filesystem::path& path, const Image& image);
std::expected<void, Failure> write_hdr(const std::filesystem::path& path, const HdrImage& image);

}  // namespace maatkast::render
