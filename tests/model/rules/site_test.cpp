// stability.racking, stability.tip_over, site.tilt_up, site.ceiling
#include <cmath>

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Bays beside each other without wall fixing: `|` has a back, `o` none.
Design backs(std::string_view row) {
    Design design = with(bare_bay(), {"wall_fixing=false"});
    design.bays.assign(row.size(), design.bays[0]);
    for (std::size_t i = 0; i < row.size(); ++i)
        design.bays[i].back = row[i] == '|' ? Back::panel : Back::none;
    return design;
}

/// Mass × height of the centre of mass, kg·m, from the boards' own sizes.
double moment(const Build& build) {
    double sum = 0;
    for (const Part& part : build.parts)
        sum += part.mass * (part.origin.y.metres() + part.size.y.metres() / 2);
    return sum;
}

}  // namespace

TEST_CASE("stability.racking: a back squares its bay and the one beside it", "[rules]") {
    for (const char* row : {"|", "|o", "o|", "o|o", "|o|", "||"}) {
        INFO(row);
        CHECK(allows("stability.racking", backs(row)));
    }
    const Strings both{"fix_to_wall", "add_back"};
    CHECK(repairs_of(refused("stability.racking", "bays/0/back", backs("o"))) == both);
    CHECK(repairs_of(refused("stability.racking", "bays/1/back", backs("oo"))) == both);
    CHECK(repairs_of(refused("stability.racking", "bays/2/back", backs("|oo|"))) == both);
    CHECK(allows("stability.racking", with(backs("ooo"), {"wall_fixing=true"})));
}

TEST_CASE("stability.tip_over: free-standing and over 600 high is refused", "[rules]") {
    const Limit limit{"stability.tip_over", "wall_fixing", "height",
                      with(bare_bay(), {"wall_fixing=false", "bays/0/width=1200", "depth=600"})};
    const Finding f = check_limit(limit, {"590", "600"}, "600.1");
    CHECK(repairs_of(f) == Strings{"fix_to_wall"});
}

TEST_CASE("stability.tip_over: only where centre of mass times mass exceeds 6 kg·m", "[rules]") {
    const Design low = with(bare_bay(), {"wall_fixing=false", "height=650", "depth=600"});
    int refusals = 0;
    for (int width = 250; width <= 1200; width += 10) {
        const Design design = with(low, {"bays/0/width=" + std::to_string(width)});
        const Build built = build(book(), design);
        const bool refusal = find(built, "stability.tip_over") != nullptr;
        CHECK(refusal == (moment(built) > 6));
        refusals += refusal;
    }
    CHECK(refusals > 10);
    CHECK(refusals < 86);
}

TEST_CASE("site.tilt_up: 2390 by 605 needs 2465 to stand up", "[rules]") {
    const Limit limit{"site.tilt_up", "height", "room/ceiling",
                      with(bare_bay(), {"height=2390", "depth=605"})};
    const Finding f = check_limit(limit, {"2470", "2465.4"}, "2465.3");
    CHECK(std::floor(measured(f).mm()) == 2465);
    CHECK(repairs_of(f) == Strings{"build_standing", "set_size"});
    refused("site.tilt_up", "height", with(limit.design, {"room/ceiling=2400"}));
    refused("site.tilt_up", "height", with(limit.design, {"room/ceiling=2450"}));
    CHECK(allows("site.tilt_up", with(limit.design, {"room/ceiling=2450", "assembly=standing"})));
}

TEST_CASE("site.tilt_up: 2400 and 700 are exactly 2500", "[rules]") {
    const Limit limit{"site.tilt_up", "height", "room/ceiling",
                      with(bare_bay(), {"height=2400", "depth=700"})};
    CHECK(measured(check_limit(limit, {"2500"}, "2499.9")) == 2500_mm);
}

TEST_CASE("site.tilt_up: the highest bay and the deepest one count", "[rules]") {
    const Design run = with(bare_bay(), {"height=2400", "bays/0/insert", "bays/1/height=1000",
                                         "bays/1/depth=700", "room/ceiling=2499.9"});
    refused("site.tilt_up", "height", run);
}

TEST_CASE("site.ceiling: 10 mm stay free above the highest bay", "[rules]") {
    const Limit limit{"site.ceiling", "height", "height", with(bare_bay(), {"room/ceiling=2410"})};
    const Finding f = check_limit(limit, {"2390", "2400"}, "2400.1");
    CHECK(limit_of(f) == 2400_mm);
    CHECK(repairs_of(f) == Strings{"set_size"});
    CHECK(with(bare_bay(), {"room/ceiling=1000"}).room.ceiling == 1000_mm);
    CHECK_FALSE(apply(book(), bare_bay(), parse_edit("room/ceiling=999")));  // nobody stands there
}
