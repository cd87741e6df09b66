// stack.level, stack.height, stack.span, stack.front
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const std::string kShelf = "bays/0/openings/0/shelf";

Design row_at(const std::string& top, const Strings& edits = {}) {
    return with(with(bare_bay(), {"bays/0/openings/0/split=" + top, kShelf + "=stack"}), edits);
}

}  // namespace

TEST_CASE("stack.level: neighbours are divided at one height, or not so high", "[rules]") {
    const Design level = row_at("800", {"bays/0/insert", "bays/0/insert"});
    CHECK(allows("stack.level", level));
    const Design higher = with(level, {"bays/1/openings/0/top=850"});
    const Finding f = refused("stack.level", "bays/1/openings/0/shelf", higher);
    CHECK(repairs_of(f) == Strings{"stack_all", "fixed_shelf"});
    refused("stack.level", kShelf, higher);
    refused("stack.level", "bays/2/openings/0/shelf", higher);
    const Design undivided = with(level, {"bays/2/openings/0/remove"});
    const Finding split = refused("stack.level", "bays/1/openings/0/shelf", undivided);
    CHECK(split.repairs.at(0).edits.at(0).text() == "bays/2/openings/0/split=800");
    // A shelf above that height stays where it is; one at it becomes the split.
    const Finding over =
        refused("stack.level", "bays/1/openings/0/shelf",
                with(level, {"bays/2/openings/0/shelf=loose", "bays/2/openings/0/top=1000"}));
    CHECK(over.repairs.at(0).edits.at(0).text() == "bays/2/openings/0/split=800");
    const Finding at =
        refused("stack.level", "bays/1/openings/0/shelf", with(level, {"bays/2/openings/0/shelf=loose"}));
    CHECK(at.repairs.at(0).edits.at(0).text() == "bays/2/openings/0/shelf=stack");
    CHECK(allows("stack.level", with(undivided, {"bays/2/height=880"})));
    refused("stack.level", "bays/1/openings/0/shelf", with(undivided, {"bays/2/height=880.1"}));
}

TEST_CASE("stack.height: a row is a cabinet of 350 at least", "[rules]") {
    const Limit lower{"stack.height", kShelf, "bays/0/openings/0/top", row_at("800")};
    const Finding f = check_limit(lower, {"400", "350"}, "349.9");  // the upper one begins at 99 + 350 − 19
    CHECK(repairs_of(f) == Strings{"move_shelf", "fixed_shelf"});
    const Finding high = check_limit(lower, {"1550", "1570"}, "1570.1");
    CHECK(high.repairs.at(0).edits.at(0).value == "1570");
}

TEST_CASE("stack.span: the upper row's bottom carries like a shelf of carcase board", "[rules]") {
    const Limit limit{"stack.span", kShelf, "bays/0/width", row_at("800")};
    const Finding f = check_limit(limit, {"818", "819"}, "820");
    CHECK(repairs_of(f) == Strings{"set_thickness", "set_size", "fixed_shelf"});
    CHECK(f.repairs.at(0).edits.at(0).text() == "thickness/carcase=25");
    refused("stack.span", kShelf, row_at("800", {"bays/0/width=700", "bays/0/openings/1/contents=lp"}));
}

TEST_CASE("stack.front: a front belongs to one row", "[rules]") {
    const Design doors = row_at("800", {"bays/0/openings/0/front=left", "bays/0/openings/1/front=right"});
    CHECK(allows("stack.front", doors));
    const Finding f = refused("stack.front", "bays/0/fronts/0", row_at("800", {"bays/0/fronts=left"}));
    CHECK(repairs_of(f) == Strings{"split_front", "fixed_shelf"});
    CHECK(allows("stack.front",
                 row_at("800", {"bays/0/openings/0/interior=drawers:2",
                                "bays/0/openings/1/interior=drawers:2", "bays/0/fronts/add=drawer:0:1"})));
    Design sliding = row_at("800");
    sliding.sliding.push_back({.first = 0, .last = 0});
    CHECK(repairs_of(refused("stack.front", kShelf, sliding)) == Strings{"fixed_shelf"});
}
