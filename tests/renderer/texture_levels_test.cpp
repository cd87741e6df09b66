// The smaller levels of a texture, against linear light.
#include "renderer/texture_levels.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace maatkast::render;

namespace {

Texture square(const std::vector<std::uint8_t>& rgba, std::uint32_t side) {
    return {.key = 1, .width = side, .height = side, .rgba = rgba};
}

std::vector<std::uint8_t> texture_levels(const Texture& texture) {
    std::vector<std::uint8_t> chain(level_offset(kTextureLevels));
    write_texture_levels(texture, std::as_writable_bytes(std::span(chain)).data());
    return chain;
}

}  // namespace

TEST_CASE("an even colour stays the same byte on every level") {
    for (const int value : {0, 1, 2, 13, 127, 128, 254, 255}) {
        const std::vector<std::uint8_t> even(16, static_cast<std::uint8_t>(value));
        CHECK(std::ranges::all_of(texture_levels(square(even, 2)), [&](int byte) { return byte == value; }));
    }
}

TEST_CASE("black and white average to half the light, not to half the byte") {
    const std::vector<std::uint8_t> board{0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 255};
    const auto chain = texture_levels(square(board, 2));
    const std::size_t last = level_offset(kTextureLevels - 1);
    CHECK(chain.size() == last + 4);
    CHECK(chain[last] == 188);  // sRGB of 0.5
    CHECK(chain[last + 3] == 255);
}

TEST_CASE("a texture whose bytes do not fit its size is white") {
    CHECK(std::ranges::all_of(texture_levels(square({1, 2, 3}, 2)), [](int byte) { return byte == 255; }));
    CHECK(std::ranges::all_of(texture_levels(Texture{}), [](int byte) { return byte == 255; }));
}
