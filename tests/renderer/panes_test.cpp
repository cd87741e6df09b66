// Two scenes side by side in one picture.
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "renderer/renderer.h"
#include "tests/renderer/shared_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

Image columns(const Image& image, std::uint32_t from, std::uint32_t width) {
    Image part{{width, image.size.height}, {}};
    for (std::uint32_t y = 0; y < image.size.height; ++y) {
        const auto begin = image.rgba.begin() + 4 * (std::ptrdiff_t{y} * image.size.width + from);
        part.rgba.insert(part.rgba.end(), begin, begin + 4 * std::ptrdiff_t{width});
    }
    return part;
}

bool same(const Image& a, const Image& b) {
    return a.size == b.size && a.rgba == b.rgba;
}

}  // namespace

TEST_CASE("each pane is the picture that its scene gives alone, in every quality") {
    Renderer& renderer = shared_renderer();
    const TestScene wardrobe = make_wardrobe(), small = make_small_scene();
    const Camera at_wardrobe = wardrobe_camera(), at_small = small_camera();
    const std::array panes{Pane{wardrobe.scene, at_wardrobe}, Pane{small.scene, at_small}};
    constexpr Size kSize{161, 70};  // what does not divide is the last one's
    const Size left = pane_size(kSize, 0, 2), right = pane_size(kSize, 1, 2);
    CHECK(left == Size{80, 70});
    CHECK(right == Size{81, 70});
    for (const Quality quality : {Quality::moving, Quality::still}) {
        const auto both = renderer.render_to_image(panes, kSize, quality);
        REQUIRE(both);
        const auto first = renderer.render_to_image(wardrobe.scene, at_wardrobe, left, quality);
        const auto second = renderer.render_to_image(small.scene, at_small, right, quality);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(same(columns(*both, 0, left.width), *first));
        CHECK(same(columns(*both, left.width, right.width), *second));
    }
}

TEST_CASE("a picture has one or two panes, and a column for each") {
    Renderer& renderer = shared_renderer();
    const TestScene small = make_small_scene();
    const Camera camera = small_camera();
    const Pane pane{small.scene, camera};
    const std::array three{pane, pane, pane};
    CHECK_FALSE(renderer.render_to_image(std::span<const Pane>(), {8, 8}, Quality::moving));
    CHECK_FALSE(renderer.render_to_image(three, {8, 8}, Quality::moving));
    CHECK_FALSE(renderer.render_to_image(std::span(three).first(2), {1, 8}, Quality::moving));
    CHECK(renderer.render_to_image(std::span(three).first(2), {2, 8}, Quality::moving));
}
