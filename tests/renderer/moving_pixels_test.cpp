// How many pixels moving pictures get, against a device that takes so long for each.
#include "renderer/moving_pixels.h"

#include <catch2/catch.hpp>

using namespace maatkast::render;

namespace {

constexpr Size kShown{1920, 1080};

double count(Size size) {
    return double{1} * size.width * size.height;
}

// Draws so many pictures on a device that needs `fixed` ms and `each` ms for a million pixels.
MovingPixels after(int pictures, double fixed, double each, double wanted = 30) {
    MovingPixels moving(wanted);
    for (int i = 0; i < pictures; ++i) moving.took(fixed + each * count(moving.within(kShown)) / 1e6);
    return moving;
}

}  // namespace

TEST_CASE("moving pictures keep the shape, and are never larger than shown") {
    const MovingPixels moving(0);
    const Size drawn = moving.within(kShown);
    CHECK(count(drawn) == Approx(270'000).epsilon(0.01));
    CHECK(double{1} * drawn.width / drawn.height == Approx(16.0 / 9).epsilon(0.005));
    CHECK(moving.within({300, 200}) == Size{300, 200});
    CHECK(moving.within({100'000, 1}).height == 1);
}

TEST_CASE("without a time to keep, every picture has as many pixels") {
    CHECK(after(50, 0, 1000, 0).within(kShown) == MovingPixels(0).within(kShown));
}

TEST_CASE("moving pictures settle at a size that is ready in time, and use the time") {
    for (const double each : {40.0, 80.0, 120.0, 150.0}) {
        const MovingPixels settled = after(60, 4, each);
        const double ms = 4 + each * count(settled.within(kShown)) / 1e6;
        CHECK(ms <= 30);
        CHECK(ms > 30 * 0.7);
        // Nothing goes to and fro.
        for (int more = 61; more < 90; ++more)
            CHECK(after(more, 4, each).within(kShown) == settled.within(kShown));
    }
}

TEST_CASE("however slow the device, a moving picture can be recognised") {
    CHECK(count(after(200, 50, 1000).within(kShown)) > 150'000);
}

TEST_CASE("one picture that was held up changes nothing") {
    MovingPixels moving(30);
    const Size before = moving.within(kShown);
    for (int i = 0; i < 30; ++i) moving.took(i % 3 == 1 ? 500 : 28);
    CHECK(moving.within(kShown) == before);
}
