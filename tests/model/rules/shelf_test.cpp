// shelf.grid, shelf.span, shelf.glass_*, shelf.protruding_*, shelf.slanted_*, shelf.shape, led.fixed
#include <cmath>

#include "model/build/layout.h"
#include "model/build/shelf_span.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// One shelf, its upper face this far above the bottom panel.
Design shelf_at(const std::string& top) {
    return with(bare_bay(), {"bays/0/openings/0/split=" + top});
}

/// 5qL⁴/(384EI) of a strip 1 mm wide on two pins, as a fraction of L: the textbook beam, I = bt³/12.
double bend(double span_mm, double thickness_mm, double elastic_modulus, double kg_per_m2) {
    const double q = kg_per_m2 * 9.81 / 1e6, inertia = std::pow(thickness_mm, 3) / 12;
    return 5 * q * std::pow(span_mm, 3) / (384 * elastic_modulus * inertia);
}

int to_tens(Length length) {
    return static_cast<int>(std::lround(length.mm() / 10)) * 10;
}

}  // namespace

TEST_CASE("shelf.grid: a shelf stands on a hole, one every 50 mm", "[rules]") {
    const Limit limit{"shelf.grid", "bays/0/openings/0/top", "bays/0/openings/0/top", shelf_at("350")};
    const Finding f = check_limit(limit, {"300", "350", "400"}, "399.9");
    CHECK(f.repairs.at(0).edits.at(0).text() == "bays/0/openings/0/top=350");
    CHECK(repairs_of(f) == Strings{"move_shelf", "remove_shelf"});
}

TEST_CASE("shelf.grid: not down to the hole that the shelf below stands on", "[rules]") {
    const Design close = with(shelf_at("300"), {"bays/0/openings/1/split=390"});
    CHECK(repairs_of(refused("shelf.grid", "bays/0/openings/1/top", close)) == Strings{"remove_shelf"});
}

TEST_CASE("shelf.grid: between two shelves 50 mm stay clear", "[rules]") {
    const Limit limit{"shelf.grid", "bays/0/openings/1/top", "bays/0/openings/1/top",
                      with(shelf_at("331"), {"bays/0/openings/1/split=400"})};
    const Build at_limit = build(book(), limit.design);  // 331 + 50 + 19
    CHECK_FALSE(find(at_limit, "shelf.grid", limit.where));
    CHECK(repairs_of(refused("shelf.grid", limit.where, with(limit.design, {limit.path + "=399.9"}))) ==
          Strings{"remove_shelf"});
}

TEST_CASE("shelf.grid: 50 mm stay clear under the top panel", "[rules]") {
    // 1800 + 50 over a plinth of 80 and between two panels of 19.
    const Limit limit{"shelf.grid", "bays/0/openings/0/top", "bays/0/height", shelf_at("1800")};
    check_limit(limit, {"1970", "1968"}, "1967.9");
}

TEST_CASE("shelf.grid: a shelf outside its bay or under the one below it is refused", "[rules]") {
    CHECK(repairs_of(refused("shelf.grid", "bays/0/openings/0/top", shelf_at("1900"))) ==
          Strings{"remove_shelf"});
    const Design crossed = with(shelf_at("800"), {"bays/0/openings/1/split=400"});
    refused("shelf.grid", "bays/0/openings/1/top", crossed);
}

TEST_CASE("The longest span is the textbook's: 18 mm chipboard 780 mm, spruce 1480 mm", "[rules]") {
    CHECK(to_tens(longest_span(18_mm, 1600, 65, 200)) == 780);
    CHECK(to_tens(longest_span(18_mm, 11000, 65, 200)) == 1480);
    for (const double modulus : {1600.0, 3000.0, 7000.0, 11000.0})
        for (const double load : {65.0, 100.0, 150.0})
            for (const Length t : {16_mm, 19_mm, 25_mm}) {
                const double span = longest_span(t, modulus, load, 200).mm();
                CHECK(bend(span, t.mm(), modulus, load) <= 1 / 200.0);
                CHECK(bend(span + 1, t.mm(), modulus, load) > 1 / 200.0);
            }
}

TEST_CASE("shelf.span: 19 mm chipboard carries 65 kg/m² over 819 mm", "[rules]") {
    CHECK(bend(819, 19, 1600, 65) <= 1 / 200.0);
    CHECK(bend(820, 19, 1600, 65) > 1 / 200.0);
    const Limit limit{"shelf.span", "bays/0/width", "bays/0/width", shelf_at("800")};
    const Finding f = check_limit(limit, {"818", "819"}, "820");
    CHECK(repairs_of(f) == Strings{"set_thickness", "set_shelf_finish", "add_divider", "glass_shelf",
                                   "set_size", "split_bay"});
    CHECK(f.repairs.back().edits.size() == 3);
    CHECK(overall_size(book(), with(limit.design, {"bays/0/width=820"})).x ==
          overall_size(
              book(), apply(book(), with(limit.design, {"bays/0/width=820"}), f.repairs.back().edits).value())
              .x);
    CHECK(limit_of(f) == 819_mm);
}

TEST_CASE("shelf.span: in a corner the longer leg counts, from the upright to the back on the other wall",
          "[rules]") {
    for (const std::string shape : {"corner_l", "corner_diagonal"}) {
        // Beside 506.1 deep bays a leg is 340 more, less an upright and the 8.1 of the backs: 819.
        const Limit limit{"shelf.span", "bays/1/shape", "depth",
                          with(shelf_at("800"), {"corner/add=" + shape})};
        const Finding f = check_limit(limit, {"320", "505", "506.1"}, "506.2");
        CHECK(repairs_of(f) == Strings{"set_thickness", "set_shelf_finish"});
        CHECK(limit_of(f) == 819_mm);
        CHECK(measured(f) == 819.1_mm);
        // The other wall's depth makes a leg longer.
        CHECK(allows("shelf.span", with(limit.design, {"depth=500", "bays/2/depth=500"})));
        const Design deep = with(limit.design, {"depth=500", "bays/2/depth=560"});
        CHECK(measured(refused("shelf.span", "bays/1/shape", deep)) == 560_mm + 340_mm - 19_mm - 8.1_mm);
        // Nothing carries it at the walls: it hangs between the uprights.
        const Design open = with(limit.design, {"depth=320", "bays/1/back=none"});
        const Finding hangs = refused("shelf.span", "bays/1/shape", open);
        CHECK(measured(hangs) == 2 * (320_mm + 280_mm - 19_mm - 4.1_mm));
        CHECK(std::ranges::count(repairs_of(hangs), "add_back") == 1);
        // White at the corner, whatever the others are of: 25 mm are not enough, and only its own shelves
        // differ.
        const Design own = with(limit.design, {"depth=700", "finish/shelves=spruce", "bays/1/finish=white",
                                               "bays/1/openings/1/contents=octavo"});
        const Finding white = refused("shelf.span", "bays/1/shape", own);
        CHECK(repairs_of(white) == Strings{"set_shelf_finish"});
        CHECK(white.repairs.at(0).edits.at(0).path == "bays/1/openings/0/finish");
    }
}

TEST_CASE("shelf.span: where in a corner neither a back nor boards are enough, both at once are", "[rules]") {
    const Design corner = with(shelf_at("800"), {"corner/add=corner_l", "depth=560", "bays/1/back=none"});
    // 560 + 340 - 19 - 4.1, twice: 25 mm of chipboard carry 1078, spruce of 19 1563.
    const Finding stiff = refused("shelf.span", "bays/1/shape", corner);
    CHECK(measured(stiff) == 2 * (560_mm + 340_mm - 19_mm - 4.1_mm));
    CHECK(repairs_of(stiff) ==
          Strings{"back_and_set_thickness", "back_and_set_shelf_finish", "set_shelf_board"});
    // A finish of the bay's own keeps the group's from its shelves.
    const Finding own = refused("shelf.span", "bays/1/shape", with(corner, {"bays/1/finish=white"}));
    CHECK(repairs_of(own) == Strings{"back_and_set_thickness"});
}

TEST_CASE("shelf.span: in a corner something else can be kept on what is too weak for it", "[rules]") {
    const Strings records{"corner/add=corner_l", "depth=400", "bays/1/openings/1/contents=lp"};
    const Design closed = with(shelf_at("800"), records);
    const Finding f = refused("shelf.span", "bays/1/shape", closed);
    CHECK(repairs_of(f) == Strings{"set_thickness", "set_shelf_finish"});
    // 25 mm carry them over 754.
    const Finding own =
        refused("shelf.span", "bays/1/shape", with(closed, {"depth=480", "bays/1/finish=white"}));
    CHECK(repairs_of(own) == Strings{"set_shelf_finish", "other_contents"});
    const Finding open = refused("shelf.span", "bays/1/shape", with(closed, {"bays/1/back=none"}));
    CHECK(repairs_of(open) == Strings{"back_and_set_thickness", "back_and_set_shelf_finish",
                                      "back_and_other_contents", "set_shelf_board"});
    // To drop them costs nothing; whoever repairs it all keeps them all the same.
    CHECK(repair_all(book(), with(closed, {"bays/1/back=none"})).design.bays[1].openings[1].contents == "lp");
}

TEST_CASE("shelf.span: at an open end the diagonal counts, from the upright's front to the end of the back",
          "[rules]") {
    for (const std::string shape : {"end_round", "end_diagonal"}) {
        // 300 deep less the 8.1 of the back, and 765.2 wide: 819.0.
        const Limit limit{"shelf.span", "bays/1/width", "bays/1/width",
                          with(shelf_at("800"), {"bays/0/insert", "bays/1/shape=" + shape})};
        const Finding f = check_limit(limit, {"250", "765", "765.2"}, "765.3");
        CHECK(repairs_of(f) == Strings{"set_thickness", "set_shelf_finish", "set_size"});
        CHECK(f.repairs.back().edits.front().text() == "bays/1/width=765");
    }
}

TEST_CASE("shelf.span: crockery halves nothing but a third root, 16 mm is weaker, spruce stronger",
          "[rules]") {
    const Limit kitchen{"shelf.span", "bays/0/width", "bays/0/width",
                        with(shelf_at("800"), {"load=kitchen"})};
    check_limit(kitchen, {"620"}, "621");
    CHECK(bend(620, 19, 1600, 150) <= 1 / 200.0);
    CHECK(bend(621, 19, 1600, 150) > 1 / 200.0);
    const Limit thin{"shelf.span", "bays/0/width", "bays/0/width",
                     with(shelf_at("800"), {"thickness/shelves=16"})};
    check_limit(thin, {"690"}, "691");
    const Limit spruce{"shelf.span", "bays/0/width", "bays/0/width",
                       with(shelf_at("800"), {"finish/shelves=spruce"})};
    check_limit(spruce, {"1200", "1558"}, "1559");
}

TEST_CASE("shelf.span: contents count where they are heavier than the load class, and never lighten it",
          "[rules]") {
    const std::string above = "bays/0/openings/1/contents=";
    const auto limit = [&](const Strings& edits) {
        return Limit{"shelf.span", "bays/0/width", "bays/0/width", with(shelf_at("800"), edits)};
    };
    check_limit(limit({above + "lp"}), {"573"}, "574");  // 190 kg/m²
    CHECK(bend(573, 19, 1600, 190) <= 1 / 200.0);
    CHECK(bend(574, 19, 1600, 190) > 1 / 200.0);
    // Shoes, 20 kg/m², stand on a shelf of 65 or 150; so do folded clothes, 50.
    for (const std::string light : {"shoes", "folded"}) {
        check_limit(limit({above + light}), {"819"}, "820");
        check_limit(limit({above + light, "load=kitchen"}), {"620"}, "621");
    }
    // What stands under the shelf is not on it.
    check_limit(limit({"bays/0/openings/0/contents=lp"}), {"819"}, "820");
}

TEST_CASE("shelf.span: one weak shelf speaks for its bay, and only shelves count", "[rules]") {
    CHECK(allows("shelf.span", with(bare_bay(), {"bays/0/width=1200"})));
    const Design mixed = with(shelf_at("400"), {"finish/shelves=spruce", "bays/0/openings/1/split=800",
                                                "bays/0/openings/0/finish=white", "bays/0/width=900"});
    // An exception at a shelf outlives the group's finish, so another finish is no way out.
    CHECK(repairs_of(refused("shelf.span", "bays/0/width", mixed)) ==
          Strings{"set_thickness", "add_divider", "glass_shelf", "set_size", "split_bay"});
    const Design bay = with(shelf_at("400"), {"bays/0/finish=white", "bays/0/width=900"});
    CHECK(repairs_of(refused("shelf.span", "bays/0/width", bay)) ==
          Strings{"set_thickness", "add_divider", "glass_shelf", "set_size", "split_bay"});
    const Design same = with(shelf_at("400"), {"bays/0/openings/0/finish=white", "bays/0/width=900"});
    CHECK(repairs_of(refused("shelf.span", "bays/0/width", same)) ==
          Strings{"set_thickness", "add_divider", "glass_shelf", "set_size", "split_bay"});
}

TEST_CASE("shelf.grid: a fixed or slanted shelf stands anywhere, but keeps its 50 mm", "[rules]") {
    for (const std::string kind : {"fixed", "slanted"})
        CHECK(allows("shelf.grid", with(shelf_at("333"), {"bays/0/openings/0/shelf=" + kind})));
    refused("shelf.grid", "bays/0/openings/0/top", with(shelf_at("68.9"), {"bays/0/openings/0/shelf=fixed"}));
    refused("shelf.grid", "bays/0/openings/0/top",
            with(shelf_at("333"), {"bays/0/openings/0/shelf=recessed"}));
}

TEST_CASE("shelf.span: dividers carry a shelf where they stand in line down to the bottom", "[rules]") {
    const Design wide = with(shelf_at("400"), {"bays/0/width=1200"});
    refused("shelf.span", "bays/0/width", wide);
    CHECK(allows("shelf.span", with(wide, {"bays/0/openings/0/interior=divider:2"})));
    // Two above each other: the upper needs the lower under it.
    const Design two = with(wide, {"bays/0/openings/1/split=800"});
    refused("shelf.span", "bays/0/width", with(two, {"bays/0/openings/1/interior=divider:2"}));
    refused("shelf.span", "bays/0/width", with(two, {"bays/0/openings/0/interior=divider:2"}));
    CHECK(allows("shelf.span", with(two, {"bays/0/openings/0/interior=divider:2",
                                          "bays/0/openings/1/interior=divider:2"})));
    refused("shelf.span", "bays/0/width",
            with(two, {"bays/0/openings/0/interior=divider:2", "bays/0/openings/1/interior=divider:3"}));
}

TEST_CASE("shelf.glass_span: a pane of 8 goes up to 900, under more load to less", "[rules]") {
    const std::string path = "bays/0/openings/0/shelf";
    const Limit limit{"shelf.glass_span", path, "bays/0/width", with(shelf_at("800"), {path + "=glass"})};
    const Finding f = check_limit(limit, {"600", "601", "900"}, "901");
    CHECK(limit_of(f) == 900_mm);
    CHECK(repairs_of(f) == Strings{"loose_shelf", "set_size"});
    const Limit heavy{"shelf.glass_span", path, "bays/0/width", with(limit.design, {"load=en16121"})};
    const Length most = limit_of(check_limit(heavy, {"836"}, "837"));
    CHECK(bend(most.mm(), 8, 70000, 100) <= 1 / 400.0);
    CHECK(bend(most.mm() + 1, 8, 70000, 100) > 1 / 400.0);
    CHECK(allows("shelf.span", with(limit.design, {"bays/0/width=900"})));
    CHECK(allows("shelf.glass_span",
                 with(limit.design, {"bays/0/width=1200", "bays/0/openings/0/interior=divider:2"})));
}

TEST_CASE("shelf.glass_load: glass carries 100 kg/m², no crockery and no records", "[rules]") {
    const std::string path = "bays/0/openings/0/shelf";
    const Design glass = with(shelf_at("800"), {path + "=glass"});
    CHECK(allows("shelf.glass_load", with(glass, {"load=en16121"})));
    CHECK(repairs_of(refused("shelf.glass_load", path, with(glass, {"load=kitchen"}))) ==
          Strings{"loose_shelf"});
    const Finding f = refused("shelf.glass_load", path, with(glass, {"bays/0/openings/1/contents=lp"}));
    CHECK(std::get<double>(f.measured) == 190);
    CHECK(repairs_of(f) == Strings{"loose_shelf", "other_contents"});
    CHECK(allows("shelf.glass_load", with(glass, {"bays/0/openings/0/contents=lp"})));
    // Shoes there do not make a kitchen's shelf light, and taking them away would not either.
    const Strings shoes{"load=kitchen", "bays/0/openings/1/contents=shoes"};
    CHECK(repairs_of(refused("shelf.glass_load", path, with(glass, shoes))) == Strings{"loose_shelf"});
}

TEST_CASE("shelf.protruding_front: no front ends at a protruding shelf", "[rules]") {
    const std::string path = "bays/0/openings/0/shelf";
    const Design two = with(shelf_at("800"), {path + "=protruding", "bays/0/openings/1/split=1200"});
    CHECK(allows("shelf.protruding_front", two));
    CHECK(allows("shelf.protruding_front", with(two, {"bays/0/openings/2/front=left"})));
    for (const std::string front : {"left:0:0", "left:1:2", "left:0:2"}) {
        const Finding f = refused("shelf.protruding_front", path, with(two, {"bays/0/fronts/add=" + front}));
        CHECK(repairs_of(f) == Strings{"loose_shelf", "open_here"});
    }
    Design sliding = two;
    sliding.sliding.push_back({.first = 0, .last = 0});
    CHECK(repairs_of(refused("shelf.protruding_front", path, sliding)) == Strings{"loose_shelf"});
}

TEST_CASE("shelf.protruding_plane: without any front nothing stands out", "[rules]") {
    const std::string path = "bays/0/openings/0/shelf";
    const Design open = with(shelf_at("800"), {path + "=protruding"});
    CHECK(refused("shelf.protruding_plane", path, open).severity == Severity::noted);
    CHECK(allows("shelf.protruding_plane", with(open, {"bays/0/insert", "bays/1/fronts=left"})));
}

TEST_CASE("shelf.slanted_clear: 50 stay clear below its front end", "[rules]") {
    const std::string path = "bays/0/openings/0/shelf";
    const Limit limit{"shelf.slanted_clear", path, "bays/0/openings/0/top",
                      with(shelf_at("800"), {"depth=400", path + "=slanted"})};
    // 330 of board, a joint and a toe rail of 19 lean by 20°: 119.4, and 17.9 of the board's thickness.
    const Finding f = check_limit(limit, {"188", "187.3"}, "187.2");
    CHECK(repairs_of(f) == Strings{"move_shelf", "loose_shelf", "remove_shelf"});
    CHECK(f.repairs.at(0).edits.at(0).value == "187.3");
}

TEST_CASE("shelf.slanted_clear: nothing stands, hangs or runs under or upright on a board that leans",
          "[rules]") {
    const Design shoes = with(shelf_at("800"), {"depth=605", "bays/0/openings/0/shelf=slanted"});
    for (const std::string kind : {"drawers:2", "tray:1", "rail", "divider:2"}) {
        const Finding f = refused("shelf.slanted_clear", "bays/0/openings/0/interior",
                                  with(shoes, {"bays/0/openings/0/interior=" + kind}));
        CHECK(repairs_of(f) == Strings{"loose_shelf", "leave_empty"});
    }
    refused("shelf.slanted_clear", "bays/0/openings/1/interior",
            with(shoes, {"bays/0/openings/1/interior=divider:2"}));
    CHECK(allows("shelf.slanted_clear", with(shoes, {"bays/0/openings/1/interior=rail"})));
}

TEST_CASE("shelf.slanted_depth: shoes need 200 of board, and doors take their hinges' room", "[rules]") {
    const std::string path = "bays/0/openings/0/shelf";
    const Limit limit{"shelf.slanted_depth", path, "bays/0/depth",
                      with(shelf_at("800"), {path + "=slanted"})};
    const Finding f = check_limit(limit, {"240", "233"}, "231");
    CHECK(repairs_of(f) == Strings{"loose_shelf", "set_size"});
    refused("shelf.slanted_depth", path, with(limit.design, {"bays/0/fronts=left"}));
}

TEST_CASE("led.fixed: a strip wants a board that stays; under one that leans there is none", "[rules]") {
    const std::string led = "bays/0/openings/0/led";
    const Design lit = with(shelf_at("800"), {led + "=true", "bays/0/openings/1/led=true"});
    const Finding loose = refused("led.fixed", led, lit);
    CHECK(loose.severity == Severity::noted);
    CHECK(repairs_of(loose) == Strings{"fixed_shelf", "no_light"});
    CHECK(allows("led.fixed", with(lit, {"bays/0/openings/0/shelf=fixed"})));
    CHECK(repairs_of(refused("led.fixed", led, with(lit, {"bays/0/openings/0/shelf=glass"}))) ==
          Strings{"no_light"});
    CHECK(refused("led.fixed", led, with(lit, {"bays/0/openings/0/shelf=slanted"})).severity ==
          Severity::blocked);
}

TEST_CASE("shelf.shape: corners and open ends have plain shelves, and nothing between them", "[rules]") {
    const std::string at = "bays/1/openings/0";
    const Design end = with(shelf_at("800"), {"bays/0/insert", "bays/1/shape=end_round"});
    CHECK(allows("shelf.shape", end));
    CHECK(allows("shelf.shape", with(end, {at + "/shelf=fixed"})));
    for (const std::string kind : {"glass", "slanted", "recessed", "protruding", "stack"})
        CHECK(repairs_of(refused("shelf.shape", at + "/shelf", with(end, {at + "/shelf=" + kind}))) ==
              Strings{"loose_shelf"});
    refused("shelf.shape", at + "/led", with(end, {at + "/led=true"}));
    refused("shelf.shape", at + "/interior", with(end, {at + "/interior=rail"}));
    // What is built there is the plain shelf, of the group's board.
    const Design glass = with(end, {at + "/shelf=glass"});
    CHECK(make_layout(book(), glass).opening(1, 0).clear() == 781_mm);
    const Design blind = with(end, {"bays/1/shape=straight", "bays/1/shape=corner_blind_right"});
    CHECK(allows("shelf.shape", with(blind, {at + "/interior=divider:2"})));
}
