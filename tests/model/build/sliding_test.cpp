// Sliding leaves: sizes by the formula of the trade, places, and ways out for what lies behind them.
#include "model/build/sliding.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/model/build/placed.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Bays of 900 clear, 2400 high and 650 deep, with leaves before all of them.
Design wardrobe(int bays, int leaves) {
    Design design = with(bare_bay(), {"height=2400", "depth=650", "bays/0/width=900"});
    for (int i = 1; i < bays; ++i) design = with(design, {"bays/0/duplicate"});
    design.sliding = {{0, bays - 1, leaves, FrontStyle::slab, std::nullopt}};
    return design;
}

SlidingLayout layout_of(const Design& design) {
    const auto at = sliding_layout(book(), design, make_layout(book(), design), design.sliding.at(0));
    REQUIRE(at);
    return *at;
}

std::vector<const Part*> parts_of(const Build& build, PartKind kind) {
    std::vector<const Part*> found;
    for (const Part& part : build.parts)
        if (part.kind == kind) found.push_back(&part);
    return found;
}

}  // namespace

TEST_CASE("Leaves are (opening + overlap·(n − 1))/n wide and 40 lower than the opening", "[fronts]") {
    for (const int leaves : {2, 3, 4}) {
        // Two bays and the upright between them, less 1.5 at both ends.
        const double opening = 2 * 900 + 19 - 3;
        const SlidingLayout at = layout_of(wardrobe(2, leaves));
        CHECK(at.width.mm() == Approx((opening + 25 * (leaves - 1)) / leaves).margin(0.1));
        CHECK(at.top - at.bottom == 2400_mm - 80_mm - 2 * 19_mm - 40_mm);
        CHECK(at.left_of(0) == at.left);
        CHECK(at.left_of(leaves - 1) + at.width == at.right);
        for (int i = 1; i < leaves; ++i)
            CHECK((at.left_of(i - 1) + at.width - at.left_of(i)).mm() == Approx(25).margin(0.3));
    }
}

TEST_CASE("The carcase behind leaves ends 90 mm before the bay's depth, the whole does not", "[fronts]") {
    const Design design = wardrobe(2, 2);
    const Build built = build(book(), design);
    CHECK(make_layout(book(), design).bays[0].front == 560_mm);
    CHECK(carcase_bounds(built).most.z == 650_mm);
    // The outer uprights frame the leaves, the one between ends behind them.
    std::vector<Length> fronts;
    for (const Part* upright : parts_of(built, PartKind::upright))
        fronts.push_back(upright->origin.z + upright->size.z);
    CHECK(fronts == std::vector{650_mm, 560_mm, 650_mm});
    for (const Part* shelf : parts_of(built, PartKind::shelf))
        CHECK(shelf->origin.z + shelf->size.z <= 560_mm);
    CHECK(parts_of(built, PartKind::track).size() == 2);
    CHECK(parts_of(built, PartKind::slide_grip).size() == 4);
    CHECK(built.openers.size() == 2);
}

TEST_CASE("Neighbours slide in different tracks, three in three", "[fronts]") {
    for (const int leaves : {2, 3, 4}) {
        const Build built = build(book(), wardrobe(3, leaves));
        REQUIRE(built.leaves.size() == static_cast<std::size_t>(leaves));
        for (std::size_t i = 1; i < built.leaves.size(); ++i) {
            const Leaf &one = built.leaves[i - 1], &other = built.leaves[i];
            CHECK(
                (one.origin.z + one.size.z < other.origin.z || other.origin.z + other.size.z < one.origin.z));
        }
        CHECK(layout_of(wardrobe(3, leaves)).tracks == (leaves == 3 ? 3 : 2));
    }
}

TEST_CASE("Each leaf slides alone, and all can be open, without meeting anything", "[fronts]") {
    for (const int leaves : {2, 3, 4})
        for (const char* thickness : {"16", "25"}) {
            const Build built =
                build(book(), with(wardrobe(3, leaves), {std::string("thickness/fronts=") + thickness}));
            for (int moving = -1; moving < leaves; ++moving)
                for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
                    std::vector<double> open(built.openers.size(), moving < 0 ? share : 0);
                    if (moving >= 0) open[static_cast<std::size_t>(moving)] = share;
                    std::vector<Placed> boxes;
                    for (const Part& part : built.parts) boxes.push_back(placed(built, part, open));
                    for (std::size_t a = 0; a < boxes.size(); ++a)
                        for (std::size_t b = a + 1; b < boxes.size(); ++b) {
                            if (built.parts[a].opener == built.parts[b].opener) continue;
                            INFO(leaves << " " << moving << " " << built.parts[a].name.view() << " "
                                        << built.parts[b].name.view());
                            REQUIRE_FALSE(meet(boxes[a], boxes[b], 1e-4));
                        }
                }
        }
}

TEST_CASE("What lies behind is free where all leaves of a track find room beside it", "[fronts]") {
    // An opening of 2000: two leaves of 1012.5, so 987.5 can lie free at either end, and nothing in the
    // middle.
    SlidingLayout two{.leaves = 2, .tracks = 2, .left = 0_mm, .right = 2000_mm, .width = 1012.5_mm};
    CHECK(two.frees(10_mm, 987.5_mm));
    CHECK_FALSE(two.frees(10_mm, 987.6_mm));
    CHECK(two.frees(1012.5_mm, 1990_mm));
    CHECK_FALSE(two.frees(1012.4_mm, 1990_mm));
    CHECK_FALSE(two.frees(700_mm, 1300_mm));
    // Three tracks: what one leaf leaves free beside it.
    SlidingLayout three{.leaves = 3, .tracks = 3, .left = 0_mm, .right = 2000_mm, .width = 683.3_mm};
    CHECK(three.frees(683.3_mm, 1990_mm));
    CHECK(three.frees(700_mm, 1300_mm));
    CHECK_FALSE(three.frees(600_mm, 1400_mm));
    // Four in two tracks: two leaves beside each other, or one at each side.
    SlidingLayout four{.leaves = 4, .tracks = 2, .left = 0_mm, .right = 2000_mm, .width = 518.7_mm};
    CHECK(four.frees(520_mm, 1480_mm));
    CHECK(four.frees(0_mm, 960_mm));
    CHECK_FALSE(four.frees(0_mm, 963_mm));
    CHECK_FALSE(four.frees(400_mm, 1000_mm));
}

TEST_CASE("A range beside other bays keeps clear of their fronts", "[fronts]") {
    Design design = wardrobe(3, 2);
    design.sliding[0].first = 1;
    for (const char* depth : {"500", "581", "600", "650", "700"})
        for (const char* kind : {"left", "right", "none"}) {
            const Build built = build(book(), with(design, {std::string("bays/0/depth=") + depth,
                                                            std::string("bays/0/fronts=") + kind}));
            const std::vector<double> closed(built.openers.size(), 0);
            for (std::size_t a = 0; a < built.parts.size(); ++a)
                for (std::size_t b = a + 1; b < built.parts.size(); ++b) {
                    const Part &one = built.parts[a], &other = built.parts[b];
                    if (one.kind == PartKind::hinge_cup || other.kind == PartKind::hinge_cup) continue;
                    INFO(depth << " " << kind << " " << one.name.view() << " " << other.name.view());
                    CHECK_FALSE(meet(placed(built, one, closed), placed(built, other, closed), 5e-5));
                }
        }
}

TEST_CASE("Leaves before bays that are not there build nothing", "[fronts]") {
    Design design = wardrobe(2, 2);
    for (const auto& [first, last] : {std::pair(-1, 1), std::pair(1, 0), std::pair(0, 2)}) {
        design.sliding[0].first = first;
        design.sliding[0].last = last;
        CHECK(build_parts(book(), design).leaves.empty());
    }
}
