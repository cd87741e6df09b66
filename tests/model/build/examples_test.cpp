// The designs that come with the shop, and those that are made from a few sizes.
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/layout.h"
#include "model/design/design_io.h"
#include "model/machining/blank.h"
#include "tests/model/build/cabinets.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// The examples that show what a finding looks like, and the rules that block their sale; all others are sold
/// as they are.
const std::map<std::string, std::string> kRefused{{"low_room_wardrobe.json", "site.tilt_up"},
                                                  {"lp_wall.json", "contents.clear_height"},
                                                  {"tall_cabinet.json", "stability.tip_over"},
                                                  {"tall_door.json", "door.hinges"}};

std::set<std::string> blocking(const Build& build) {
    std::set<std::string> rules;
    for (const Finding& finding : build.findings)
        if (finding.severity == Severity::blocked) rules.insert(finding.rule);
    return rules;
}

Build example(const std::string& name) {
    const auto text = read_file(MAATKAST_ASSETS "/designs/" + name);
    REQUIRE(text);
    return build(shop_book(), read_design(shop_book(), *text).value());
}

}  // namespace

TEST_CASE("Every example design is written canonically and may be sold, at most some repairs away") {
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path().filename());
        const auto text = read_file(entry.path().string());
        REQUIRE(text);
        const auto design = read_design(shop_book(), *text);
        REQUIRE(design);
        CHECK(write_design(*design) == *text);
        const auto refused = kRefused.find(entry.path().filename());
        CHECK(blocking(build(shop_book(), *design)) ==
              (refused == kRefused.end() ? std::set<std::string>{} : std::set{refused->second}));
        const Repaired repaired = repair_all(shop_book(), *design);
        CHECK(repaired.left.empty());
        CHECK(sellable(build(shop_book(), repaired.design)));
        ++seen;
    }
    CHECK(seen >= 18);
}

TEST_CASE("The LP wall stands on a grid of 350: shelves of 25 leave 325 of the 330 that records need") {
    int low = 0;
    for (const Finding& finding : example("lp_wall.json").findings) {
        CHECK(std::get<Length>(finding.measured) == 325_mm);
        CHECK(std::get<Length>(finding.limit) == 330_mm);
        ++low;
    }
    CHECK(low == 4 * 5);  // the top row is higher
}

TEST_CASE("A door of 600 by 2397 in chipboard of 25 weighs 23 kg, over the table's 22") {
    const Build built = example("tall_door.json");
    const Leaf& door = built.leaves.front();
    CHECK(door.size == Length3{600.5_mm, 2397_mm, 25_mm});
    CHECK(door.mass == Approx(0.6005 * 2.397 * 0.025 * 640).epsilon(0.001));
    CHECK(std::get<double>(built.findings.front().limit) == 22);
}

TEST_CASE("Somebody can sit at the home office: 693 high, 1000 wide") {
    const auto text = read_file(MAATKAST_ASSETS "/designs/home_office.json");
    REQUIRE(text);
    const Design design = read_design(shop_book(), *text).value();
    const auto seat = std::ranges::find(design.bays, true, &Bay::kneehole);
    REQUIRE(seat != design.bays.end());
    const auto bay = static_cast<std::size_t>(seat - design.bays.begin());
    const Layout layout = make_layout(shop_book(), design);
    // 750, less a worktop of 38 with its joint and a top panel of 19.
    CHECK(layout.opening(bay, 0).clear() == 692.9_mm);
    CHECK(layout.bays[bay].right - layout.bays[bay].left == 1000_mm);
    CHECK(seat->depth - layout.bays[bay].back > 590_mm);
    CHECK(build(shop_book(), design).findings.empty());
}

TEST_CASE("The sliding wardrobe has three leaves that overlap by 25 before 2435 of opening") {
    // 3 · 800 clear and two uprights of 19, less 1.5 at each side.
    const Build built = example("sliding_wardrobe.json");
    CHECK(built.openers.size() == 3);
    for (const Leaf& leaf : built.leaves) {
        CHECK(leaf.kind == LeafKind::sliding);
        CHECK(leaf.size.x.mm() == Approx((2435 + 2 * 25) / 3.0).margin(0.1));
    }
    CHECK(built.leaves.size() == 3);
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

TEST_CASE("The grain of a top under a slope to the back runs from side to side: its blank is as long") {
    const Build built = example("knee_wall_bookcase.json");
    const auto top = std::ranges::find(built.parts, PartKind::top, &Part::kind);
    REQUIRE(top != built.parts.end());
    const Blank blank = blank_of(shop_book(), built, *top);
    CHECK(blank.askew);
    CHECK(blank.length == 700_mm - 0.2_mm);
    CHECK(blank.width >
          700_mm);  // up the slope of 60° from the back of a cabinet that is 400 deep: 2 · 400 less
    CHECK(blank.width < 800_mm);  // what backs take
    CHECK(blank.thickness == 25_mm);
}
