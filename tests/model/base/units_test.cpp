#include "model/base/units.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace maatkast;

TEST_CASE("Lengths round to the nearest tenth, halves away from zero", "[units]") {
    CHECK(Length::nearest_mm(60.54).tenths == 605);
    CHECK(Length::nearest_mm(60.56).tenths == 606);
    CHECK(Length::nearest_mm(0.25).tenths == 3);
    CHECK(Length::nearest_mm(-0.25).tenths == -3);
    CHECK(60.5_mm == Length{605});
}

TEST_CASE("Division goes towards minus infinity whatever the signs", "[units]") {
    for (const int a : {-7, -6, -1, 0, 1, 6, 7})
        for (const int n : {-3, -2, 2, 3}) {
            INFO(a << " / " << n);
            CHECK((Length{a} / n).tenths == static_cast<int>(std::floor(static_cast<double>(a) / n)));
        }
    CHECK(100_mm / 32_mm == 3);
    CHECK(100_mm % 32_mm == 4_mm);
}

TEST_CASE("Sine and cosine are exact on the quarters", "[units]") {
    for (const int turns : {-2, 0, 3}) {
        const int full = turns * 360;
        CHECK(sine(Angle::of_degrees(full)) == 0.0);
        CHECK(sine(Angle::of_degrees(full + 90)) == 1.0);
        CHECK(sine(Angle::of_degrees(full + 180)) == 0.0);
        CHECK(sine(Angle::of_degrees(full + 270)) == -1.0);
        CHECK(cosine(Angle::of_degrees(full + 180)) == -1.0);
        CHECK(cosine(Angle::of_degrees(full + 90)) == 0.0);
    }
    CHECK(sine(Angle::of_degrees(30)) == Approx(0.5).margin(1e-15));
    CHECK(cosine(Angle::of_degrees(60)) == Approx(0.5).margin(1e-15));
}
