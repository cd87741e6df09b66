// The mirrored design: left is right, twice is as it was.
#include "model/design/mirror.h"

#include <catch2/catch.hpp>

#include "model/design/contradictions.h"
#include "model/design/design_io.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Walls of two bays, one and two, with something at every place that has a side.
Design lopsided() {
    Design design =
        with(bare_bay(), {"bays=1", "bays/0/insert", "bays/0/width=500", "corner/add=corner_blind_left",
                          "corner/add=corner_l", "bays/5/insert"});
    return with(design, {"bays/0/shape=end_round", "bays/0/height=1500", "bays/1/fronts=left",
                         "bays/6/fronts=pair", "sliding/add=5-6", "sliding/add=1-1", "main_run=2",
                         "room/slope=left", "room/obstacles/add=window", "room/obstacles/0/x=100",
                         "room/obstacles/add=socket", "room/obstacles/1/run=0", "ends/left=oak",
                         "ends/right/filler=40", "bays/3/fronts=left", "bays/2/fronts=right"});
}

}  // namespace

TEST_CASE("Left is right in a mirror", "[mirror]") {
    const Design design = lopsided(), mirror = mirrored(book(), design);
    CHECK(contradictions(mirror).empty());
    REQUIRE(mirror.bays.size() == 7);
    CHECK(mirror.bays[6].shape == BayShape::end_round);
    CHECK(mirror.bays[6].height == 1500_mm);
    CHECK(mirror.bays[4].shape == BayShape::corner_blind_right);
    CHECK(mirror.bays[2].shape == BayShape::corner_l);
    CHECK(mirror.bays[3].fronts[0].kind->id == "right");
    CHECK(mirror.bays[4].fronts[0].kind->id == "left");
    CHECK(mirror.sliding[0].first == 0);
    CHECK(mirror.sliding[0].last == 1);
    CHECK(mirror.sliding[1].first == 5);
    CHECK(mirror.main_run == 0);
    CHECK(mirror.room.slope->side == Slope::Side::right);
    CHECK(mirror.left_end == design.right_end);
    CHECK(mirror.right_end == design.left_end);
    // Wall 2 has two bays of 600 and three uprights of 19; the window 1200 begins at 100.
    CHECK(mirror.room.obstacles[0].run == 0);
    CHECK(mirror.room.obstacles[0].x == 1257_mm - 100_mm - 1200_mm);
    // Wall 0: an end of 500 without an outer upright, a bay of 600, two uprights; the socket is 80 wide.
    CHECK(mirror.room.obstacles[1].run == 2);
    CHECK(mirror.room.obstacles[1].x == 1138_mm - 80_mm);
}

TEST_CASE("Twice in a mirror is as it was", "[mirror]") {
    CHECK(with(lopsided(), {"mirror"}) == mirrored(book(), lopsided()));
    CHECK(with(lopsided(), {"mirror", "mirror"}) == lopsided());
    for (const std::string side : {"right", "back"}) {
        const Design design = with(lopsided(), {"room/slope=" + side});
        CHECK(with(design, {"mirror", "mirror"}) == design);
    }
    for (std::size_t i = 0; i < 100; ++i) {
        const Design& design = cabinets()[i].design;
        CHECK(mirrored(book(), mirrored(book(), design)) == design);
    }
}

TEST_CASE("What would stand too far away in the mirror is refused", "[mirror]") {
    const Design far = with(lopsided(), {"room/obstacles/0/x=-20000"});
    const auto mirror = apply(book(), far, parse_edit("mirror"));
    REQUIRE_FALSE(mirror);
    CHECK(mirror.error()[0].where == "room/obstacles/0/x");
    CHECK(mirror.error()[0].message.key == "edit.size");
}

TEST_CASE("A worktop is cut alike in a mirror, and costs the same", "[mirror][price]") {
    const auto total = [](const Design& design) { return price(book(), build_parts(book(), design)).total; };
    const auto check = [&](const Design& design) { CHECK(total(mirrored(book(), design)) == total(design)); };
    for (const Length width : {3000_mm, 3300_mm, 3600_mm, 7000_mm}) {
        const Design straight = new_design(book(), {width, 720_mm, 560_mm, 4}).value();
        check(with(straight, {"fronts=none", "worktop=spruce"}));
        check(with(straight, {"fronts=none", "bays/0/width=1000", "worktop=spruce"}));
    }
    // Between two corners of different kinds that take the same length.
    const Design one = with(new_design(book(), {2800_mm, 720_mm, 560_mm, 3}).value(),
                            {"fronts=none", "corner/add=corner_l", "mirror"});
    for (const std::string other : {"corner_diagonal", "corner_l", "corner_blind_left", "corner_blind_right"})
        check(with(one, {"corner/add=" + other, "worktop=spruce"}));
}
