// Wall brackets: in the upper corner, on the back, out of the way of everything else.
#include <vector>

#include <catch2/catch.hpp>

#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

std::vector<Part> brackets(const Build& build) {
    std::vector<Part> found;
    for (const Part& part : build.parts)
        if (part.kind == PartKind::wall_bracket) found.push_back(part);
    return found;
}

void check_free(const Build& build) {
    for (const Part& bracket : brackets(build))
        for (const Part& part : build.parts) {
            if (part.name == bracket.name) continue;
            INFO(part.name.view());
            CHECK_FALSE(parts_overlap(build, bracket, part));
        }
}

}  // namespace

TEST_CASE("A bracket hangs under the top, on the back, against its upright", "[wall_fixing]") {
    const Build bay = build(book(), bare_bay());
    const auto found = brackets(bay);
    REQUIRE(found.size() == 2);
    for (const Part& bracket : found) {
        // The top's underside lies 19 under 2000, the back's face at 4.1; a joint of 0.1 stays open.
        CHECK(bracket.origin.y + bracket.size.y == 1981_mm - 0.1_mm);
        CHECK(bracket.origin.z == 4.1_mm + 0.1_mm);
    }
    // 0.1 from the upright to the bottom panel, and as much again.
    CHECK(found[0].origin.x == -300_mm + 0.2_mm);
    CHECK(found[1].origin.x + found[1].size.x == 300_mm - 0.2_mm);
    check_free(bay);
}

TEST_CASE("Where a shelf lies close under the top the bracket hangs below it", "[wall_fixing]") {
    Design close = with(bare_bay(), {"bays/0/openings/0/split=1000"});
    close.bays[0].openings[0].top = 1852_mm;  // the clear height is 1882
    const Build bay = build(book(), close);
    const auto found = brackets(bay);
    REQUIRE(found.size() == 2);
    CHECK(found[0].origin.y + found[0].size.y < 99_mm + 1852_mm - 19_mm);
    check_free(bay);
}

TEST_CASE("Behind drawers up to the top there is room for a bracket", "[wall_fixing]") {
    const Design drawers =
        with(bare_bay(), {"height=800", "depth=500", "bays/0/openings/0/interior=drawers:4",
                          "bays/0/fronts/add=drawer:0:0", "wall_fixing=true"});
    const Build bay = build(book(), drawers);
    REQUIRE(brackets(bay).size() == 2);
    check_free(bay);
}

TEST_CASE("Round a corner each upright has its bracket, an end without an upright has none",
          "[wall_fixing]") {
    Design corner = with(bare_bay(), {"bays/0/insert", "bays/0/insert"});
    corner.bays[1].shape = BayShape::corner_l;
    const Build round = build(book(), corner);
    std::size_t uprights = 0;
    for (const Part& part : round.parts) uprights += part.kind == PartKind::upright;
    CHECK(brackets(round).size() == uprights);
    Design end = with(bare_bay(), {"bays/0/insert"});
    end.bays[1].shape = BayShape::end_round;
    CHECK(brackets(build(book(), end)).size() == 2);
}
