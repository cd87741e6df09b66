// slope.low, slope.cut, slope.front, slope.door, slope.opener
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Design sloped(const Strings& edits) {
    Strings all{"depth=400", "room/slope=left", "room/slope/low=1200", "room/slope/angle=45"};
    all.insert(all.end(), edits.begin(), edits.end());
    return with(bare_bay(), all);
}

const Strings kDoor{"bays/0/fronts/add=right:0:0"};

}  // namespace

TEST_CASE("slope.low: 200 mm clear under the lowest point", "[rules]") {
    // Clear: low + 19 across the upright - 29 √2 - 99 under the floor of the bay.
    const Limit limit{"slope.low", "bays/0/height", "room/slope/low", sloped({})};
    CHECK(measured(check_limit(limit, {"400", "321.1"}, "320.9")) < 200_mm);
    const Design two = with(sloped({"room/slope/low=300"}), {"bays/0/insert"});
    CHECK(refused("slope.low", "bays/0/height", two).repairs.empty());  // the next one comes to stand there
    const Design last = with(two, {"room/slope=right"});
    CHECK(refused("slope.low", "bays/1/height", last).repairs.empty());
    // Unless that one is so low that nothing of it is cut.
    for (const auto& [end, other] : {std::pair("0", "1"), std::pair("1", "0")}) {
        const Design low = with(two, {end == std::string("1") ? "room/slope=right" : "room/slope=left",
                                      "bays/" + std::string(other) + "/height=250"});
        const std::string where = "bays/" + std::string(end) + "/height";
        const Build built = build(book(), low);
        const Finding* found = find(built, "slope.low", where);
        INFO(where);
        REQUIRE(found);
        CHECK(repairs_of(*found) == Strings{"remove_bay"});
        CHECK(allows("slope.low", apply(book(), low, found->repairs[0].edits).value()));
    }
}

TEST_CASE("slope.shelf: a shelf lies under the lowest point of a cut top", "[rules]") {
    // Clear at the low end: 1200 + 19 - 29 √2 - 99 = 1078.9; 50 of it stay over the shelf.
    const Design design = sloped({"bays/0/openings/0/split=950"});
    CHECK(allows("slope.shelf", design));
    const Finding f =
        refused("slope.shelf", "bays/0/openings/0/top", with(design, {"bays/0/openings/0/top=1100"}));
    CHECK(repairs_of(f) == Strings{"move_shelf", "remove_shelf"});
    CHECK(f.repairs[0].edits[0].value == "1000");
    CHECK(allows("shelf.grid", with(design, {"bays/0/openings/0/top=1100"})));
}

TEST_CASE("slope.cut: corners, tracks, lights and worktops stay below a slope", "[rules]") {
    CHECK(allows("slope.cut", sloped({})));
    refused("slope.cut", "sliding/0", sloped({"bays/0/width=1100", "sliding/add=0-0"}));
    refused("slope.cut", "bays/0/openings/0/led", sloped({"bays/0/openings/0/led=true"}));
    refused("slope.cut", "worktop", sloped({"worktop=white"}));
    const Design corner = with(sloped({"bays/0/insert"}),
                               {"corner/add=corner_diagonal", "room/slope=right", "room/slope/low=1500"});
    const auto bent = std::ranges::find(corner.bays, BayShape::corner_diagonal, &Bay::shape);
    const std::string path = "bays/" + std::to_string(bent - corner.bays.begin()) + "/height";
    CHECK(repairs_of(refused("slope.cut", path, corner)) == Strings{"set_size", "remove_bay"});
}

TEST_CASE("slope.front: what is framed or holds a drawer is not cut", "[rules]") {
    const Design door = with(sloped(kDoor), {"bays/0/fronts/0/kind=right"});
    CHECK(allows("slope.front", door));
    const Finding framed =
        refused("slope.front", "bays/0/fronts/0", with(door, {"bays/0/fronts/0/style=glass_clear"}));
    CHECK(repairs_of(framed) == Strings{"make_slab", "set_size", "remove_front"});
    refused("slope.front", "bays/0/fronts/0", with(door, {"bays/0/fronts/0/kind=flap_up"}));
    CHECK(allows("slope.front", with(door, {"bays/0/fronts/0/kind=flap_up", "room/slope=none"})));
    // Nor do lifts stand under a top that slopes to the wall.
    refused("slope.front", "bays/0/fronts/0",
            with(door, {"bays/0/fronts/0/kind=flap_up", "room/slope=back", "room/slope/low=1700"}));
}

TEST_CASE("slope.door: a door does not end in a point", "[rules]") {
    const Design door = with(sloped(kDoor), {"bays/0/fronts/0/kind=right"});
    CHECK(allows("slope.door", door));
    refused("slope.door", "bays/0/fronts/0", with(door, {"room/slope/low=150"}));
}

TEST_CASE("slope.opener: a door hangs on its high side", "[rules]") {
    const Design door = with(sloped(kDoor), {"bays/0/fronts/0/kind=right"});
    CHECK(allows("slope.opener", door));
    const Strings repairs{"other_side", "remove_front"};
    CHECK(repairs_of(refused("slope.opener", "bays/0/fronts/0", with(door, {"bays/0/fronts/0/kind=left"}))) ==
          repairs);
    const Strings single{"make_single", "remove_front"};
    CHECK(repairs_of(refused("slope.opener", "bays/0/fronts/0", with(door, {"bays/0/fronts/0/kind=pair"}))) ==
          single);
    CHECK(allows("slope.opener", with(door, {"bays/0/fronts/0/kind=left", "room/slope=right"})));
    CHECK(allows("slope.opener", with(door, {"bays/0/fronts/0/kind=left", "room/slope=back"})));
}
