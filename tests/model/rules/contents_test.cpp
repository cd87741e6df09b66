// contents.clear_height, contents.depth, shelf.span by what stands on the shelf, drawer.load
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const std::string kLower = "bays/0/openings/0/contents", kUpper = "bays/0/openings/1/contents";

/// Records below a shelf at 350 that is 25 thick, in a bay deep enough for them.
Design records(const Strings& edits = {}) {
    return with(with(bare_bay(), {"depth=400", "thickness/shelves=25", "bays/0/openings/0/split=350",
                                  "bays/0/openings/0/contents=lp"}),
                edits);
}

const std::string kTop = "bays/0/openings/0/top";

}  // namespace

TEST_CASE("contents.clear_height: a shelf of 25 at 350 leaves 325, too low for records", "[rules]") {
    const Finding f = refused("contents.clear_height", kLower, records());
    CHECK(measured(f) == 325_mm);
    CHECK(limit_of(f) == 330_mm);
    CHECK(f.severity == Severity::blocked);
    CHECK(repairs_of(f) == Strings{"move_shelf", "set_thickness", "glass_shelf", "other_contents"});
    CHECK(f.repairs.at(0).edits.at(0).text() == kTop + "=400");
    CHECK(f.repairs.at(1).edits.at(0).value == "19");  // 331; 16 would bend more
    CHECK(allows("contents.clear_height", records({"thickness/shelves=19"})));
}

TEST_CASE("contents.clear_height: 330 is enough, a tenth less is not", "[rules]") {
    const Limit limit{"contents.clear_height", kLower, kTop,
                      records({"bays/0/openings/0/shelf=fixed", kTop + "=400"})};
    const Finding f = check_limit(limit, {"356", "355"}, "354.9");
    // A fixed shelf goes up by just what is missing.
    CHECK(f.repairs.at(0).edits.at(0).value == "355");
}

TEST_CASE("contents.clear_height: under the top panel the shelf below goes down", "[rules]") {
    const Design upper = with(bare_bay(), {"depth=400", "bays/0/openings/0/split=1600", kUpper + "=lp"});
    const Finding f = refused("contents.clear_height", kUpper, upper);  // 1882 − 1600
    CHECK(measured(f) == 282_mm);
    CHECK(repairs_of(f) == Strings{"move_shelf", "other_contents"});
    CHECK(f.repairs.at(0).edits.at(0).text() == kTop + "=1550");
}

TEST_CASE("contents.clear_height: light, boxes, half rails and leaning boards take their own", "[rules]") {
    const Strings bare{"thickness/shelves=19", kTop + "=350"};
    CHECK(allows("contents.clear_height", records(bare)));  // 331
    const Finding lit =
        refused("contents.clear_height", kLower, records({bare[0], bare[1], "bays/0/openings/0/led=true"}));
    CHECK(measured(lit) == 331_mm - 8.4_mm);
    const Finding box = refused("contents.clear_height", kLower,
                                records({bare[0], bare[1], "bays/0/openings/0/interior=drawers:1"}));
    CHECK(measured(box) == 331_mm - (14_mm + 13_mm + 8_mm + 6_mm));
    const Design half =
        with(bare_bay(), {"depth=605", "bays/0/openings/0/interior=rail_double", kLower + "=short_hanging"});
    CHECK(measured(refused("contents.clear_height", kLower, half)) == 941_mm);
    const Finding leaning = refused("contents.clear_height", kLower,
                                    records({bare[0], bare[1], "bays/0/openings/0/shelf=slanted"}));
    CHECK(measured(leaning) < 331_mm - 100_mm);
}

TEST_CASE("contents.clear_height: between two slanted shelves shoes find the height of the step", "[rules]") {
    const Strings shoes{"thickness/shelves=16",
                        "bays/0/openings/0/split=350",
                        "bays/0/openings/1/split=550",
                        "bays/0/openings/0/shelf=slanted",
                        "bays/0/openings/1/shelf=slanted",
                        kUpper + "=shoes"};
    const Design rack = with(with(bare_bay(), {"depth=400"}), shoes);
    CHECK(allows("contents.clear_height", rack));  // 200 − 16/cos 20° = 182.9
    const Finding f = refused("contents.clear_height", kUpper, with(rack, {"thickness/shelves=19"}));
    CHECK(measured(f) == 200_mm - 20.3_mm);
}

TEST_CASE("contents.depth: records need 330 between back and front", "[rules]") {
    const Limit open{"contents.depth", kLower, "bays/0/depth", records({kTop + "=400"})};
    const Finding f = check_limit(open, {"335", "334.1"}, "334");
    CHECK(limit_of(f) == 330_mm);
    CHECK(repairs_of(f) == Strings{"set_size", "other_contents"});
}

TEST_CASE("contents.depth: a recessed or slanted shelf is less deep than its bay", "[rules]") {
    const Design on = with(bare_bay(), {"depth=380", "bays/0/openings/0/split=400", kUpper + "=lp"});
    CHECK(allows("contents.depth", on));
    const Finding f = refused("contents.depth", kUpper, with(on, {"bays/0/openings/0/shelf=recessed"}));
    CHECK(measured(f) == 380_mm - 4.1_mm - 60_mm);
    CHECK(repairs_of(f) == Strings{"loose_shelf", "set_size", "other_contents"});
    refused("contents.depth", kUpper, with(on, {"bays/0/openings/0/shelf=slanted", "depth=350"}));
}

TEST_CASE("shelf.span: records on the shelf, not below it, shorten its span", "[rules]") {
    const Design wide = with(bare_bay(), {"depth=400", "bays/0/openings/0/split=400", "bays/0/width=800"});
    CHECK(allows("shelf.span", wide));
    CHECK(allows("shelf.span", with(wide, {kLower + "=lp"})));  // they stand on the bottom panel
    const Finding f = refused("shelf.span", "bays/0/width", with(wide, {kUpper + "=lp"}));
    CHECK(limit_of(f) == 573_mm);  // 819·(65/190)^(1/3)
    CHECK(repairs_of(f) == Strings{"set_shelf_finish", "add_divider", "set_size", "split_bay"});
    // What hangs or lies in drawers does not load the shelf.
    CHECK(allows("shelf.span", with(wide, {"depth=605", kUpper + "=lp", "bays/0/openings/1/interior=rail"})));
    CHECK(allows("shelf.span", with(wide, {kUpper + "=lp", "bays/0/openings/1/interior=drawers:1"})));
}

TEST_CASE("drawer.load: runners end at 65 kg, the drawer included", "[rules]") {
    const Limit limit{"drawer.load", kLower, "bays/0/width",
                      with(bare_bay(), {"depth=605", "bays/0/openings/0/split=400",
                                        "bays/0/openings/0/interior=drawers:1", kLower + "=crockery"})};
    // 150 kg/m² on 0.5 m of depth: 75 kg a metre of width, and the box.
    const Finding f = check_limit(limit, {"600", "750"}, "850");
    CHECK(std::get<double>(f.limit) == 65);
    CHECK(std::get<double>(f.measured) > 65);
    CHECK(repairs_of(f) == Strings{"other_contents", "no_drawers"});
    CHECK(allows("drawer.load", with(limit.design, {"bays/0/width=950", kLower + "=none"})));
}
