// Grain that runs on: fronts of one finish on one wall are cut from one leaf of veneer, upright.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Drawers under a door in one bay, a pair in the next; all in oak.
Design oak_fronts(const Strings& edits = {}) {
    return with(
        with(bare_bay(), {"depth=605", "bays/0/openings/0/split=600", "bays/0/openings/0/interior=drawers:3",
                          "bays/0/openings/0/front=drawer", "bays/0/openings/1/front=left", "bays/0/insert",
                          "bays/1/fronts=pair", "finish/fronts=oak"}),
        edits);
}

std::vector<Part> faces(const Build& build) {
    std::vector<Part> found;
    for (const Part& part : build.parts)
        if (part.kind == PartKind::door || part.kind == PartKind::drawer_front) found.push_back(part);
    return found;
}

}  // namespace

TEST_CASE("All oak fronts of a wall are one leaf, each at its own place in it", "[fronts]") {
    const auto fronts = faces(build(book(), oak_fronts()));
    REQUIRE(fronts.size() == 6);
    for (const Part& front : fronts) {
        CHECK(front.veneer == fronts[0].veneer);
        CHECK(front.veneer != 0);
        CHECK(front.length_axis == Axis::y);
        // From one drawer to the next, and on to the door, as far as they stand apart.
        CHECK(front.grain_u - fronts[0].grain_u == (front.origin.y - fronts[0].origin.y).tenths);
        CHECK(front.grain_v - fronts[0].grain_v == (front.origin.x - fronts[0].origin.x).tenths);
    }
}

TEST_CASE("Another finish is another leaf, and plain colours are none", "[fronts]") {
    const auto two = faces(build(book(), oak_fronts({"bays/1/fronts/0/finish=walnut"})));
    std::set<std::uint32_t> leaves;
    for (const Part& front : two) leaves.insert(front.veneer);
    CHECK(leaves.size() == 2);
    CHECK(leaves.count(0) == 0);
    for (const Part& front : faces(build(book(), oak_fronts({"finish/fronts=white"})))) {
        CHECK(front.veneer == 0);
        CHECK(front.length_axis == (front.kind == PartKind::door ? Axis::y : Axis::x));
    }
}

TEST_CASE("A front that is the exception has its own piece, a drawer's lying", "[fronts]") {
    const auto fronts = faces(build(book(), oak_fronts({"bays/0/fronts/0/own_grain=true"})));
    for (const Part& front : fronts) {
        const bool drawer = front.kind == PartKind::drawer_front;
        CHECK((front.veneer == 0) == drawer);
        CHECK(front.length_axis == (drawer ? Axis::x : Axis::y));
    }
}
