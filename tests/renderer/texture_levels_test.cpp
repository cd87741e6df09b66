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

TEST_CASE("an even colour stays the same byte on every level: the root of its light") {
    // 255·√light; the light of an sRGB byte after IEC 61966-2-1: 0, 0.0033465, 0.2122307, 1.
    for (const auto& [srgb, root] : {std::pair(0, 0), {11, 15}, {127, 117}, {255, 255}}) {
        const auto chain =
            texture_levels(square(std::vector<std::uint8_t>(16, static_cast<std::uint8_t>(srgb)), 2));
        for (std::size_t i = 0; i < chain.size(); ++i)
            if (chain[i] != (i % 4 == 3 ? srgb : root))
                FAIL("byte " << i << " of " << srgb << ": " << int{chain[i]});
    }
}

TEST_CASE("black and white average to half the light, not to half the byte") {
    const std::vector<std::uint8_t> board{0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 255};
    const auto chain = texture_levels(square(board, 2));
    const std::size_t last = level_offset(kTextureLevels - 1);
    CHECK(chain.size() == last + 4);
    CHECK(chain[last] == 180);  // 255·√0.5
    CHECK(chain[last + 3] == 255);
}

TEST_CASE("a texture whose bytes do not fit its size is white") {
    CHECK(std::ranges::all_of(texture_levels(square({1, 2, 3}, 2)), [](int byte) { return byte == 255; }));
    CHECK(std::ranges::all_of(texture_levels(Texture{}), [](int byte) { return byte == 255; }));
}
