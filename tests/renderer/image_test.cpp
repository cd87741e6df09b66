// Image files: decoded by another library's reader, and the promises about files on disk.
#include "renderer/image.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

using namespace maatkast::render;

namespace {

Image gradient(std::uint8_t alpha) {
    Image image{{37, 23}, {}};
    for (std::uint32_t y = 0; y < 23; ++y) {
        for (std::uint32_t x = 0; x < 37; ++x) {
            for (const std::uint32_t v : {x * 6, y * 11, (x * y) % 256, std::uint32_t{alpha}}) {
                image.rgba.push_back(static_cast<std::uint8_t>(v));
            }
        }
    }
    return image;
}

std::filesystem::path fresh_folder() {
    const auto folder = std::filesystem::temp_directory_path() / "maatkast_image_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

TEST_CASE("a PNG read back has the same pixels, with and without alpha") {
    for (const std::uint8_t alpha : {std::uint8_t{255}, std::uint8_t{90}}) {
        const Image image = gradient(alpha);
        const auto bytes = encode_png(image);
        int w = 0;
        int h = 0;
        int channels = 0;
        stbi_uc* pixels =
            stbi_load_from_memory(bytes.data(), static_cast<int>(bytes.size()), &w, &h, &channels, 4);
        REQUIRE(pixels != nullptr);
        CHECK(Size{static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(h)} == image.size);
        CHECK(channels == (alpha == 255 ? 3 : 4));
        CHECK(std::equal(image.rgba.begin(), image.rgba.end(), pixels));
        stbi_image_free(pixels);
    }
}

TEST_CASE("a Radiance file read back is within one percent of its brightest channel") {
    const HdrImage image{{2, 1}, {0.01f, 0.02f, 0.015f, 12.0f, 9.0f, 10.0f}};
    const auto bytes = encode_hdr(image);
    int w = 0;
    int h = 0;
    int channels = 0;
    float* pixels =
        stbi_loadf_from_memory(bytes.data(), static_cast<int>(bytes.size()), &w, &h, &channels, 3);
    REQUIRE(pixels != nullptr);
    for (std::size_t i = 0; i < 6; ++i)
        CHECK(pixels[i] == Approx(image.rgb[i]).margin(i < 3 ? 0.0002 : 0.12));
    stbi_image_free(pixels);
}

TEST_CASE("writing replaces a file whole and leaves nothing else in the folder") {
    const auto folder = fresh_folder();
    const std::vector<std::uint8_t> first(1000, 1);
    const std::vector<std::uint8_t> second(10, 2);
    REQUIRE(write_file(folder / "a.bin", first).has_value());
    REQUIRE(write_file(folder / "a.bin", second).has_value());
    CHECK(std::filesystem::file_size(folder / "a.bin") == 10);
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}

TEST_CASE("a target that cannot be written is a failure with the file's name and leaves no trace") {
    const auto folder = fresh_folder();
    std::filesystem::create_directories(folder / "is_a_folder");
    const std::vector<std::uint8_t> bytes(10, 3);
    const auto onto_folder = write_file(folder / "is_a_folder", bytes);
    REQUIRE_FALSE(onto_folder.has_value());
    CHECK(onto_folder.error().text().find("is_a_folder") != std::string::npos);
    const auto missing = write_file(folder / "no" / "such" / "a.png", bytes);
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().call == "open");
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}
