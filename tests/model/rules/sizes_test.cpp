// bay.range, bay.grid, base.height, board.thickness
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

TEST_CASE("bay.range: a bay is as wide, high and deep as the shop makes it", "[rules]") {
    const Limit width{"bay.range", "bays/0/width", "bays/0/width", bare_bay()};
    CHECK(limit_of(check_limit(width, {"251", "250"}, "249.9")) == 250_mm);
    CHECK(limit_of(check_limit(width, {"1199", "1200"}, "1200.1")) == 1200_mm);
    const Limit depth{"bay.range", "bays/0/depth", "bays/0/depth", bare_bay()};
    check_limit(depth, {"205", "200"}, "199.9");
    check_limit(depth, {"795", "800"}, "800.1");
    // A sheet of 2800 mm, 25 mm trimmed off each end.
    const Limit height{"bay.range", "bays/0/height", "bays/0/height", bare_bay()};
    check_limit(height, {"360", "350"}, "349.9");
    CHECK(limit_of(check_limit(height, {"2740", "2750"}, "2750.1")) == 2800_mm - 2 * 25_mm);
}

TEST_CASE("bay.range: every bay is looked at", "[rules]") {
    const Design three = with(bare_bay(), {"bays/0/insert", "bays/0/insert", "bays/2/depth=900"});
    CHECK(measured(refused("bay.range", "bays/2/depth", three)) == 900_mm);
}

TEST_CASE("bay.grid: a size between two steps is rounded down, never up", "[rules]") {
    const auto rounded = [](const char* path, const Strings& on_step, const char* between) {
        const Finding f = check_limit({"bay.grid", path, path, bare_bay()}, on_step, between);
        return f.repairs.at(0).edits.at(0).value;
    };
    CHECK(rounded("bays/0/width", {"600", "601"}, "600.9") == "600");
    CHECK(rounded("bays/0/height", {"2000", "2010"}, "2009.9") == "2000");
    CHECK(rounded("bays/0/depth", {"600", "605"}, "604.9") == "600");
}

TEST_CASE("bay.grid: a size outside its range is left to bay.range", "[rules]") {
    CHECK(allows("bay.grid", with(bare_bay(), {"bays/0/height=2755"})));
}

TEST_CASE("base.height: a plinth of 50 to 150 in steps of 5, legs of 80 to 200 in steps of 10", "[rules]") {
    const Limit plinth{"base.height", "base/height", "base/height", bare_bay()};
    check_limit(plinth, {"55", "50"}, "45");
    check_limit(plinth, {}, "49.9");
    check_limit(plinth, {"145", "150"}, "155");
    check_limit(plinth, {}, "150.1");
    CHECK(check_limit(plinth, {"80", "85"}, "84.9").repairs.at(0).edits.at(0).value == "80");
    const Limit legs{"base.height", "base/height", "base/height", with(bare_bay(), {"base=legs"})};
    check_limit(legs, {"90", "80"}, "70");
    check_limit(legs, {"190", "200"}, "210");
    CHECK(check_limit(legs, {"100"}, "105").repairs.at(0).edits.at(0).value == "100");
}

TEST_CASE("board.thickness: only boards that the finish is sold in, the nearest is proposed", "[rules]") {
    for (const std::string group : {"carcase", "shelves", "fronts"}) {
        const std::string path = "thickness/" + group;
        const Limit limit{"board.thickness", path, path, bare_bay()};
        CHECK(limit_of(check_limit(limit, {"16", "19", "25"}, "18")) == 19_mm);
        CHECK(limit_of(check_limit(limit, {"16"}, "15.9")) == 16_mm);
        CHECK(limit_of(check_limit(limit, {"25"}, "25.1")) == 25_mm);
        // Sold as 8 mm, but for backs: too thin to screw into.
        CHECK(limit_of(check_limit(limit, {"16"}, "8")) == 16_mm);
    }
}
