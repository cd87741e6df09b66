// The designs that come with the shop, and those that are made from a few sizes.
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/layout.h"
#include "model/design/design_io.h"
#include "tests/model/build/cabinets.h"

using namespace maatkast;
using namespace maatkast::test;

TEST_CASE("Every example design is written canonically and may be sold, at most some repairs away") {
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path().filename());
        const auto text = read_file(entry.path().string());
        REQUIRE(text);
        const auto design = read_design(shop_book(), *text);
        REQUIRE(design);
        CHECK(write_design(*design) == *text);
        const Repaired repaired = repair_all(shop_book(), *design);
        CHECK(repaired.left.empty());
        CHECK(sellable(build(shop_book(), repaired.design)));
        ++seen;
    }
    CHECK(seen >= 5);
}

TEST_CASE("A new design from any sizes that are made may be sold and is as wide as asked") {
    for (int width = 300; width <= 4000; width += 137)
        for (const Length height : {350_mm, 900_mm, 1600_mm, 2390_mm, 2750_mm})
            for (const Length depth : {200_mm, 350_mm, 400_mm, 605_mm, 800_mm}) {
                INFO(width << " " << height.mm() << " " << depth.mm());
                const auto made = new_design(shop_book(), {Length::of_mm(width), height, depth, 0});
                REQUIRE(made);
                CHECK(overall_size(shop_book(), *made).x == Length::of_mm(width));
                CHECK(total_height(*made) == height);
                CHECK(total_depth(*made) == depth);
                CHECK(sellable(build(shop_book(), *made)));
            }
}
