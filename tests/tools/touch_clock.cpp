#include "tools/showroom/touch_clock.h"

#include <catch2/catch.hpp>

using namespace maatkast::show;

TEST_CASE("touches that arrive together, late, keep the times between them", "[touch_clock]") {
    TouchClock clock;
    CHECK(clock.seconds(5000, 100.010) == Approx(100.010));
    CHECK(clock.seconds(5100, 100.105) == Approx(100.105));  // this one was told of sooner
    CHECK(clock.seconds(5200, 101.0) == Approx(100.205));    // a picture took 0.8 s
    CHECK(clock.seconds(5900, 101.0) == Approx(100.905));
}

TEST_CASE("a server's clock may begin anew, or have been set", "[touch_clock]") {
    TouchClock clock;
    CHECK(clock.seconds(0xffffff00U, 7) == Approx(7));
    CHECK(clock.seconds(0x00000100U, 8) == Approx(7.512));  // 512 ms later
    CHECK(clock.seconds(40'000'000U, 9) == Approx(9));
    CHECK(clock.seconds(40'000'250U, 10) == Approx(9.25));
    TouchClock night;
    CHECK(night.seconds(1000, 1) == Approx(1));
    CHECK(night.seconds(36'001'000, 36'001.2) == Approx(36'001));
}
