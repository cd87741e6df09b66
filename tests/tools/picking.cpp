#include "tools/showroom/picking.h"

#include <catch2/catch.hpp>

using namespace maatkast;
using namespace maatkast::show;

namespace {

const render::Bounds kBox{{-1, 0, 0}, {1, 2, 1}};

Part board(Length3 origin, Length3 size, std::int32_t opening, std::int32_t opener) {
    Part part;
    part.origin = origin;
    part.size = size;
    part.bay = 0;
    part.opening = opening;
    part.opener = opener;
    return part;
}

}  // namespace

TEST_CASE("a ray meets a box where it enters", "[picking]") {
    CHECK(hit({{0, 1, 5}, {0, 0, -1}}, kBox) == 4.0F);
    CHECK(hit({{0, 1, 0.5F}, {0, 0, -1}}, kBox) == 0.0F);  // from inside
    CHECK_FALSE(hit({{0, 1, 5}, {0, 0, 1}}, kBox));        // behind
    CHECK_FALSE(hit({{1.001F, 1, 5}, {0, 0, -1}}, kBox));  // beside, parallel to two sides
    CHECK(hit({{0.999F, 1, 5}, {0, 0, -1}}, kBox) == 4.0F);
}

TEST_CASE("the nearest part is met, and a door no longer where it stood once it is open", "[picking]") {
    Build build;
    build.parts.push_back(board({-500_mm, 0_mm, 0_mm}, {1000_mm, 2000_mm, 8_mm}, -1, -1));   // back
    build.parts.push_back(board({-500_mm, 0_mm, 600_mm}, {1000_mm, 2000_mm, 19_mm}, 0, 0));  // door
    Opener hinge;
    hinge.axis = Axis::y;
    hinge.sign = -1;
    hinge.pivot = {-500_mm, 0_mm, 619_mm};
    hinge.limit = Angle::of_degrees(90);
    build.openers.push_back(hinge);
    const render::Ray ahead{{0, 1, 5}, {0, 0, -1}};

    const auto closed = pick(build, {}, std::vector<double>{0.0}, ahead);
    REQUIRE(closed);
    CHECK(closed->part == 1);
    CHECK(closed->opening == 0);
    CHECK_FALSE(closed->through);
    CHECK(closed->distance == Approx(5 - 0.619));

    const auto opened = pick(build, {}, std::vector<double>{1.0}, ahead);
    REQUIRE(opened);
    CHECK(opened->part == 0);
    CHECK(opened->distance == Approx(5 - 0.008));
    // Turned out by 90° about its left edge, the leaf stands in front of x = −0.5.
    const auto leaf = pick(build, {}, std::vector<double>{1.0}, {{-5, 1, 1.1F}, {1, 0, 0}});
    REQUIRE(leaf);
    CHECK(leaf->part == 1);
}

TEST_CASE("an empty opening is met before the back behind it", "[picking]") {
    Build build;
    build.parts.push_back(board({-500_mm, 0_mm, 0_mm}, {1000_mm, 2000_mm, 8_mm}, -1, -1));
    const std::vector<OpeningSpace> spaces{{0, 0, {{-0.5F, 0, 0}, {0.5F, 0.9F, 0.6F}}},
                                           {0, 1, {{-0.5F, 0.92F, 0}, {0.5F, 2, 0.6F}}}};
    const auto upper = pick(build, spaces, {}, {{0, 1.5F, 5}, {0, 0, -1}});
    REQUIRE(upper);
    CHECK(upper->opening == 1);
    CHECK(upper->through);
    const auto lower = pick(build, spaces, {}, {{0, 0.5F, 5}, {0, 0, -1}});
    REQUIRE(lower);
    CHECK(lower->opening == 0);
}

TEST_CASE("the silhouette of a box seen from the front is its front face", "[picking]") {
    const render::View view = render::make_view({{0, 1, 10}, {0, 1, 0}, {0, 1, 0}, 30}, {1000, 1000});
    const auto outline = silhouette(kBox, glm::mat4(1), view);
    REQUIRE(outline.size() == 4);
    // Half a side of 1 m at 9 m: 500 / (9 · tan 15°) pixels.
    for (const glm::vec2& corner : outline) CHECK(std::abs(corner.x - 500) == Approx(207.3).margin(0.1));
}
