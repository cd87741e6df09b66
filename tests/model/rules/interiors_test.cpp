// drawer.height, drawer.width, drawer.runner, drawer.behind_door, drawer.reach, tray.width, divider.width,
// rail.depth, rail.height, rail.double_height, rail.pullout_depth, rail.pullout_width, rail.reach
#include <algorithm>

#include "model/build/builder.h"
#include "model/build/rule.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Two openings, the lower one 300 less a shelf of 19 high, with this in it.
Design filled(const std::string& interior, const Strings& edits = {}) {
    return with(with(bare_bay(), {"bays/0/openings/0/split=300", "bays/0/openings/0/interior=" + interior}),
                edits);
}

const Part& part(const Build& build, std::string_view name) {
    const auto found =
        std::ranges::find_if(build.parts, [name](const Part& p) { return p.name.view() == name; });
    INFO(name);
    REQUIRE(found != build.parts.end());
    return *found;
}

const std::string kDrawers = "bays/0/openings/0/interior";

}  // namespace

TEST_CASE("drawer.height: the lowest side of 54 with 14 under and 6 over needs 74", "[rules]") {
    const Limit one{"drawer.height", kDrawers, "bays/0/openings/0/top", filled("drawers:1")};
    const Finding f = check_limit(one, {"94", "93"}, "92.9");
    CHECK(limit_of(f) == 74_mm);
    CHECK(repairs_of(f) == Strings{"no_drawers"});
    const Limit two{"drawer.height", kDrawers, "bays/0/openings/0/top", filled("drawers:2")};
    CHECK(repairs_of(check_limit(two, {"168", "167"}, "166.9")) == Strings{"fewer_drawers", "no_drawers"});
    // 281 clear: three at 93, not four at 70.
    const Limit stack{"drawer.height", kDrawers, kDrawers, filled("drawers:1")};
    CHECK(check_limit(stack, {"drawers:3"}, "drawers:4").repairs.at(0).edits.at(0).value == "drawers:3");
}

TEST_CASE("drawer.width: a box is 150 to 1200 wide, ten less than its opening", "[rules]") {
    // Inner width = opening − 42, and two sides of 16.
    const Limit limit{"drawer.width", kDrawers, "bays/0/width", filled("drawers")};
    check_limit(limit, {"161", "160"}, "159.9");
    check_limit(limit, {"1209", "1210"}, "1210.1");
}

TEST_CASE("drawer.width: behind a door a box gives way to its hinges on both sides", "[rules]") {
    const Limit limit{"drawer.width", kDrawers, "bays/0/width", filled("drawers", {"bays/0/fronts=left"})};
    const Length least = 160_mm + book().construction.inner_drawer_spacer * 2;
    check_limit(limit, {edit_value(least + 1_mm), edit_value(least)}, edit_value(least - 0.1_mm));
}

TEST_CASE("drawer.runner: the shortest runner is 250 and needs 3 behind it", "[rules]") {
    // Back 4 and its joint, air 2 and a front of 19: 253 + 25.1.
    const Limit front{"drawer.runner", kDrawers, "bays/0/depth",
                      filled("drawers", {"bays/0/fronts/add=drawer:0:0"})};
    CHECK(limit_of(check_limit(front, {"279", "278.1"}, "278")) == 253_mm);
    // Without a front it stands 25 back from the carcase's edge.
    const Limit inner{"drawer.runner", kDrawers, "bays/0/depth", filled("drawers")};
    CHECK(repairs_of(check_limit(inner, {"283", "282.1"}, "282")) == Strings{"set_size", "no_drawers"});
}

TEST_CASE("drawer.runner: a corner gets its depth from what stands beside it", "[rules]") {
    const auto in = [](const std::string& shape) {
        return with(bare_bay(), {"depth=250", "corner/add=" + shape, "bays/1/openings/0/interior=drawers:1"});
    };
    for (const std::string shape : {"corner_blind_left", "corner_blind_right"}) {
        const Finding f = refused("drawer.runner", "bays/1/openings/0/interior", in(shape));
        CHECK(repairs_of(f) == Strings{"deepen_beside", "no_drawers"});
    }
    // Others and ends hold none, however deep.
    for (const std::string shape : {"corner_l", "corner_diagonal"})
        CHECK(repairs_of(refused("drawer.runner", "bays/1/openings/0/interior", in(shape))) ==
              Strings{"no_drawers"});
    const Design end = with(bare_bay(), {"depth=250", "bays/0/insert", "bays/1/shape=end_round",
                                         "bays/1/openings/0/interior=drawers:1"});
    CHECK(repairs_of(refused("drawer.runner", "bays/1/openings/0/interior", end)) == Strings{"no_drawers"});
}

TEST_CASE("A drawer box is built to the runner maker's sizes", "[rules]") {
    const Build built =
        build(book(), filled("drawers", {"bays/0/depth=605", "bays/0/fronts/add=drawer:0:0"}));
    const Part &left = part(built, "bay0_drawer0_0_side_left"),
               &right = part(built, "bay0_drawer0_0_side_right");
    CHECK(right.origin.x - (left.origin.x + left.size.x) == 600_mm - 42_mm);
    CHECK(left.size.x == 16_mm);
    // 605 less front, air and back leaves 579.9: nominal length 550.
    CHECK(left.size.z == 550_mm - 10_mm);
    const Length floor = 80_mm + 19_mm, ceiling = floor + 281_mm;
    CHECK(left.origin.y - floor == 14_mm);
    CHECK(left.size.y == 251_mm);  // the highest side that leaves 6 above it
    CHECK(ceiling - (left.origin.y + left.size.y) >= 6_mm);
}

TEST_CASE("The longest runner and the highest side that fit are taken", "[rules]") {
    CHECK(runner_length(book(), 553_mm) == 550_mm);
    CHECK(runner_length(book(), 552.9_mm) == 500_mm);
    CHECK(runner_length(book(), 253_mm) == 250_mm);
    CHECK_FALSE(runner_length(book(), 252.9_mm));
    CHECK(runner_length(book(), 800_mm) == 600_mm);
    CHECK(drawer_side_height(book(), 74_mm) == 54_mm);
    CHECK_FALSE(drawer_side_height(book(), 73.9_mm));
    CHECK(drawer_side_height(book(), 106_mm) == 86_mm);
    CHECK(drawer_side_height(book(), 105.9_mm) == 54_mm);
}

TEST_CASE("rail.depth: a hanger needs 500 between back and front", "[rules]") {
    const Limit open{"rail.depth", kDrawers, "bays/0/depth", filled("rail")};
    CHECK(limit_of(check_limit(open, {"505", "504.1"}, "504")) == 500_mm);
    const Limit closed{"rail.depth", kDrawers, "bays/0/depth", filled("rail", {"bays/0/fronts=left"})};
    CHECK(repairs_of(check_limit(closed, {"525.1"}, "525")) ==
          Strings{"pullout_rail", "set_size", "no_rail"});
    // Under 295 there is no pull-out rail either; two rails ask the same as one.
    const Design shallow = filled("rail_double", {"bays/0/depth=290"});
    CHECK(repairs_of(refused("rail.depth", kDrawers, shallow)) == Strings{"set_size", "no_rail"});
}

TEST_CASE("rail.height: shirts want 850; whoever knows better may have less", "[rules]") {
    const Limit limit{"rail.height", kDrawers, "bays/0/openings/0/top", filled("rail")};
    const Finding f = check_limit(limit, {"900", "869"}, "868.9");
    CHECK(f.severity == Severity::advised);
    CHECK(limit_of(f) == 850_mm);
    CHECK(repairs_of(f) == Strings{"move_shelf", "no_rail"});
    CHECK(f.repairs.at(0).edits.at(0).value == "900");
}

TEST_CASE("rail.height: under the top panel there is no shelf to move", "[rules]") {
    const Design upper =
        with(bare_bay(), {"bays/0/openings/0/split=1100", "bays/0/openings/1/interior=rail"});
    CHECK(repairs_of(refused("rail.height", "bays/0/openings/1/interior", upper)) == Strings{"no_rail"});
}

TEST_CASE("drawer.behind_door: a drawer clears the leaf that stands open before it", "[rules]") {
    // Beside a deeper bay the leaf hangs 3 mm inside its own; its handle stops it at less than a right angle.
    const Design plain = with(filled("drawers", {"bays/0/insert", "depth=500", "bays/0/fronts=right"}),
                              {"bays/1/openings/0/interior=empty", "bays/0/width=300"});
    CHECK(allows("drawer.behind_door", plain));
    const Design narrow = with(plain, {"bays/1/depth=600"});
    const Finding f = refused("drawer.behind_door", kDrawers, narrow);
    CHECK(repairs_of(f) == Strings{"no_drawers", "remove_front"});
    CHECK(limit_of(f) == book().construction.inner_drawer_spacer);
    CHECK(allows("drawer.behind_door", with(narrow, {"handle=none"})));
}

TEST_CASE("drawer.height: the light over the uppermost drawer takes 8.4 of it; trays are drawers here",
          "[rules]") {
    const Limit lit{"drawer.height", kDrawers, "bays/0/openings/0/top",
                    filled("tray:1", {"bays/0/openings/0/shelf=fixed", "bays/0/openings/0/led=true"})};
    CHECK(repairs_of(check_limit(lit, {"102", "101.4"}, "101.3")) == Strings{"no_tray"});
    const Finding two = refused("drawer.height", kDrawers, filled("tray:4"));
    CHECK(two.repairs.at(0).edits.at(0).value == "tray:3");
}

TEST_CASE("drawer.reach: above 1400 nobody looks into a drawer", "[rules]") {
    const Limit limit{"drawer.reach", kDrawers, "bays/0/openings/0/top",
                      with(filled("drawers:4"), {"bays/0/openings/0/shelf=fixed"})};
    const Finding f = check_limit(limit, {"1300", "1320"}, "1320.1");  // 99 + 1320 − 19
    CHECK(f.severity == Severity::advised);
    CHECK(repairs_of(f) == Strings{"move_shelf", "no_drawers"});
    const Design whole = with(bare_bay(), {"bays/0/openings/0/interior=drawers:4"});
    CHECK(repairs_of(refused("drawer.reach", kDrawers, whole)) == Strings{"add_shelf", "no_drawers"});
    const Design high = with(bare_bay(), {"bays/0/openings/0/split=1500", "bays/0/openings/1/interior=tray"});
    CHECK(repairs_of(refused("drawer.reach", "bays/0/openings/1/interior", high)) == Strings{"no_drawers"});
}

TEST_CASE("tray.width: a tray is 150 to 900 wide", "[rules]") {
    const Limit limit{"tray.width", kDrawers, "bays/0/width", filled("tray")};
    check_limit(limit, {"161", "160"}, "159.9");
    const Finding f = check_limit(limit, {"909", "910"}, "910.1");
    CHECK(repairs_of(f) == Strings{"set_size", "no_tray"});
    CHECK(allows("drawer.width", with(limit.design, {"bays/0/width=1100"})));
}

TEST_CASE("divider.width: columns stay 150 wide", "[rules]") {
    const Limit limit{"divider.width", kDrawers, "bays/0/width", filled("divider:3")};
    const Finding f = check_limit(limit, {"489", "488"}, "487.9");
    CHECK(repairs_of(f) == Strings{"fewer_columns", "no_divider"});
    CHECK(f.repairs.at(0).edits.at(0).value == "divider:2");
    CHECK(repairs_of(refused("divider.width", kDrawers, filled("divider:2", {"bays/0/width=310"}))) ==
          Strings{"no_divider"});
}

TEST_CASE("rail.double_height: each of two rails wants 1000", "[rules]") {
    const Limit limit{"rail.double_height", kDrawers, "bays/0/openings/0/top",
                      filled("rail_double", {"height=2700", "bays/0/openings/0/shelf=fixed"})};
    const Finding f = check_limit(limit, {"2100", "2019"}, "2018.9");
    CHECK(f.severity == Severity::advised);
    CHECK(limit_of(f) == 1000_mm);
    CHECK(repairs_of(f) == Strings{"move_shelf", "single_rail", "no_rail"});
}

TEST_CASE("rail.pullout_depth: the shortest needs 295, and from 500 a plain rail holds more", "[rules]") {
    const Limit limit{"rail.pullout_depth", kDrawers, "bays/0/depth", filled("rail_pullout")};
    CHECK(repairs_of(check_limit(limit, {"300", "299.1"}, "299")) == Strings{"set_size", "no_rail"});
    const Finding deep = check_limit(limit, {"504"}, "504.1");
    CHECK(deep.severity == Severity::advised);
    CHECK(repairs_of(deep) == Strings{"single_rail", "no_rail"});
}

TEST_CASE("rail.pullout_width: a hanger along the wall wants 500", "[rules]") {
    const Limit limit{"rail.pullout_width", kDrawers, "bays/0/width",
                      filled("rail_pullout", {"bays/0/depth=400"})};
    const Finding f = check_limit(limit, {"501", "500"}, "499.9");
    CHECK(repairs_of(f) == Strings{"set_size", "no_rail"});
}

TEST_CASE("rail.reach: a rail above 2000 is out of reach", "[rules]") {
    const Limit limit{"rail.reach", kDrawers, "bays/0/openings/0/top",
                      filled("rail", {"height=2700", "depth=605", "bays/0/openings/0/shelf=fixed"})};
    const Finding f = check_limit(limit, {"1900", "1970"}, "1970.1");  // 99 + 1970 − 19 − 50
    CHECK(f.severity == Severity::advised);
    CHECK(repairs_of(f) == Strings{"move_shelf", "no_rail"});
    const Design top = with(bare_bay(), {"height=2700", "depth=605", "bays/0/openings/0/interior=rail"});
    CHECK(repairs_of(refused("rail.reach", kDrawers, top)) == Strings{"add_shelf", "no_rail"});
}
