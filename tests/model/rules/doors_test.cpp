// door.width, door.height, door.hinges, front.overlap, front.without_drawer
#include <algorithm>

#include "model/build/builder.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A single bay's door covers its clear width and 17.5 mm of both uprights: 19 less a reveal of 1.5.
Design door(const std::string& kind, const Strings& edits = {}) {
    return with(with(bare_bay(), {"bays/0/fronts=" + kind}), edits);
}

std::ptrdiff_t count(const Build& build, PartKind kind) {
    return std::ranges::count(build.parts, kind, &Part::kind);
}

Part only(const Build& build, PartKind kind) {
    REQUIRE(count(build, kind) == 1);
    return *std::ranges::find(build.parts, kind, &Part::kind);
}

}  // namespace

TEST_CASE("door.width: one leaf is at most 650 wide, wider ones become a pair", "[rules]") {
    const Limit limit{"door.width", "bays/0/fronts/0", "bays/0/width", door("left")};
    const Finding f = check_limit(limit, {"614", "615"}, "615.1");
    CHECK(measured(f) == 650.1_mm);
    CHECK(repairs_of(f) == Strings{"make_pair", "set_size", "remove_front"});
}

TEST_CASE("door.width: a leaf of a pair is at least 150 wide and at most 650", "[rules]") {
    const Limit limit{"door.width", "bays/0/fronts/0", "bays/0/width", door("pair")};
    // Two leaves and the 3 mm between them cover the width and 35 more.
    const Finding narrow = check_limit(limit, {"269", "268"}, "267");
    CHECK(measured(narrow) == 149.5_mm);
    CHECK(repairs_of(narrow) == Strings{"make_single", "set_size", "remove_front"});
    CHECK(repairs_of(check_limit(limit, {"1268"}, "1269")) == Strings{"set_size", "remove_front"});
    // Both leaves grow: 4 mm each is 8 mm of bay.
    CHECK(refused("door.width", limit.where, with(limit.design, {limit.path + "=260"}))
              .repairs.at(1)
              .edits.at(0)
              .value == "268");
}

TEST_CASE("door.height: at most 2800, where the hinge table ends", "[rules]") {
    const Limit limit{"door.height", "bays/0/fronts/0", "bays/0/height", door("left")};
    // Less the plinth of 80 and a reveal of 1.5 at both ends.
    const Finding f = check_limit(limit, {"2882", "2883"}, "2883.1");
    CHECK(measured(f) == 2800.1_mm);
    CHECK(repairs_of(f) == Strings{"remove_front"});
}

TEST_CASE("door.height: a door is higher than wide", "[rules]") {
    const Limit limit{"door.height", "bays/0/fronts/0", "bays/0/height", door("left")};
    const Finding f = check_limit(limit, {"719", "718.1"}, "718");  // 635 by 635
    CHECK(measured(f) == 635_mm);
    CHECK(limit_of(f) == 635_mm);
    CHECK(repairs_of(f) == Strings{"make_pair", "remove_front"});
    CHECK(repairs_of(refused("door.height", "bays/0/fronts/0", with(limit.design, {"bays/0/height=390"}))) ==
          Strings{"remove_front"});  // 307 is less than half of 632, too
}

TEST_CASE("Hinges by mass: up to 6 kg 2, 12 kg 3, 17 kg 4, 20 kg 5, 22 kg 6", "[rules]") {
    const auto hinges = [](double mass) { return hinges_needed(book(), mass, 900_mm, 500_mm); };
    CHECK(hinges(6) == 2);
    CHECK(hinges(6.01) == 3);
    CHECK(hinges(12) == 3);
    CHECK(hinges(12.01) == 4);
    CHECK(hinges(17) == 4);
    CHECK(hinges(17.01) == 5);
    CHECK(hinges(20) == 5);
    CHECK(hinges(20.01) == 6);
    CHECK(hinges(22) == 6);
    CHECK_FALSE(hinges(22.01));
}

TEST_CASE("Hinges by height: up to 1000 2, 1700 3, 2200 4, 2400 5, 2600 6, 2800 7", "[rules]") {
    const auto hinges = [](Length height) { return hinges_needed(book(), 4, height, 500_mm); };
    CHECK(hinges(1000_mm) == 2);
    CHECK(hinges(1000.1_mm) == 3);
    CHECK(hinges(1700_mm) == 3);
    CHECK(hinges(1700.1_mm) == 4);
    CHECK(hinges(2200_mm) == 4);
    CHECK(hinges(2200.1_mm) == 5);
    CHECK(hinges(2400_mm) == 5);
    CHECK(hinges(2400.1_mm) == 6);
    CHECK(hinges(2600_mm) == 6);
    CHECK(hinges(2600.1_mm) == 7);
    CHECK(hinges(2800_mm) == 7);
    CHECK_FALSE(hinges(2800.1_mm));
}

TEST_CASE("Hinges: the larger of mass and height, one more for each 100 mm over 600", "[rules]") {
    CHECK(hinges_needed(book(), 13, 1500_mm, 600_mm) == 4);
    CHECK(hinges_needed(book(), 5, 2300_mm, 600_mm) == 5);
    CHECK(hinges_needed(book(), 5, 900_mm, 600_mm) == 2);
    CHECK(hinges_needed(book(), 5, 900_mm, 600.1_mm) == 3);
    CHECK(hinges_needed(book(), 5, 900_mm, 700_mm) == 3);
    CHECK(hinges_needed(book(), 5, 900_mm, 700.1_mm) == 4);
}

TEST_CASE("A door gets as many cups and arms as the table says", "[rules]") {
    // 600 × 1917 × 19 mm at 650 kg/m³ weighs 14.2 kg: four by mass and by height.
    const Build four = build(book(), door("left", {"bays/0/width=565"}));
    // Its edges, bevelled by 1 mm, are 5 cubic centimetres less.
    CHECK(only(four, PartKind::door).mass == Approx((0.6 * 1.917 * 0.019 - 5.07e-6) * 650));
    CHECK(count(four, PartKind::hinge_cup) == 4);
    CHECK(count(four, PartKind::hinge_arm) == 4);
    CHECK(count(build(book(), door("pair")), PartKind::hinge_cup) == 8);
}

TEST_CASE("door.hinges: 25 mm chipboard of 600 by 2400 weighs 23 kg and may not hang", "[rules]") {
    const Limit limit{"door.hinges", "bays/0/fronts/0", "bays/0/height",
                      door("left", {"bays/0/width=565", "thickness/fronts=25"})};
    // 0.6 × 0.025 × 640 = 9.6 kg a metre, less 2 mm² of bevels, so 22 kg are 2292.06 mm, and the plinth and
    // reveals 83.
    const Finding f = check_limit(limit, {"2300", "2375"}, "2375.1");
    CHECK(std::get<double>(f.limit) == 22);
    CHECK(repairs_of(f) == Strings{"set_thickness", "make_pair", "remove_front"});
    const Finding heavy = refused("door.hinges", limit.where, with(limit.design, {"bays/0/height=2483"}));
    CHECK(std::get<double>(heavy.measured) == Approx(23.0361));
}

TEST_CASE("front.overlap: fronts may meet at a shelf, not cover one opening twice", "[rules]") {
    Design design = with(bare_bay(), {"bays/0/openings/0/split=500", "bays/0/openings/1/split=1000",
                                      "bays/0/fronts/add=left:0:0", "bays/0/fronts/add=right:1:2"});
    const Limit limit{"front.overlap", "bays/0/fronts/1", "bays/0/fronts/0/to", design};
    CHECK(repairs_of(check_limit(limit, {"0"}, "1")) == Strings{"remove_front", "remove_front"});
    design.bays[0].fronts[0].to = 2;
    refused("front.overlap", "bays/0/fronts/1", design);
    std::swap(design.bays[0].fronts[0], design.bays[0].fronts[1]);
    refused("front.overlap", "bays/0/fronts/1", design);
}

TEST_CASE("front.without_drawer: a drawer front hangs on a drawer", "[rules]") {
    const Limit limit{"front.without_drawer", "bays/0/fronts/0", "bays/0/openings/0/interior",
                      with(bare_bay(), {"bays/0/openings/0/split=300", "bays/0/fronts/add=drawer:0:0"})};
    CHECK(repairs_of(check_limit(limit, {"drawers:1", "drawers:2"}, "empty")) ==
          Strings{"add_drawer", "open_here"});
    CHECK(repairs_of(check_limit(limit, {"drawers"}, "rail")) == Strings{"add_drawer", "open_here"});
}

TEST_CASE("front.without_drawer: a front over several openings needs a drawer in each", "[rules]") {
    const Design tall = with(bare_bay(), {"bays/0/openings/0/split=300", "bays/0/openings/1/split=600",
                                          "bays/0/openings/1/interior=drawers", "bays/0/fronts=drawer"});
    refused("front.without_drawer", "bays/0/fronts/0", tall);
}
