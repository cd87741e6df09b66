// site.skirting, site.obstacle, site.obstacle_opener, site.wall
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// An obstacle of a box: x, y, width, height, depth.
Design with_obstacle(const Design& design, const std::string& kind, const std::array<int, 5>& box) {
    const std::string path = "room/obstacles/0/";
    return with(design,
                {"room/obstacles/add=" + kind, path + "x=" + std::to_string(box[0]),
                 path + "y=" + std::to_string(box[1]), path + "width=" + std::to_string(box[2]),
                 path + "height=" + std::to_string(box[3]), path + "depth=" + std::to_string(box[4])});
}

}  // namespace

TEST_CASE("site.skirting: as high as the base, or as thin as the back", "[rules]") {
    const Limit limit{"site.skirting", "room/skirting", "room/skirting",
                      with(bare_bay(), {"room/skirting=60", "room/skirting/depth=15"})};
    CHECK(repairs_of(check_limit(limit, {"60", "80"}, "80.1")) == Strings{"set_size"});
    CHECK(allows("site.skirting", with(bare_bay(), {"room/skirting=120", "room/skirting/depth=4"})));
    CHECK(refused("site.skirting", "room/skirting", with(bare_bay(), {"room/skirting=151"})).repairs.empty());
}

TEST_CASE("site.obstacle: what the cabinet stands in", "[rules]") {
    // The bay is 638 wide and 2000 high; x counts from its left end.
    CHECK(allows("site.obstacle", with_obstacle(bare_bay(), "window", {640, 900, 1200, 1300, 100})));
    const Finding window = refused("site.obstacle", "room/obstacles/0",
                                   with_obstacle(bare_bay(), "window", {500, 900, 1200, 1300, 100}));
    CHECK(window.severity == Severity::blocked);
    CHECK(repairs_of(window) == Strings{"set_size", "set_size"});  // under it, beside it
    const Finding radiator = refused("site.obstacle", "room/obstacles/0",
                                     with_obstacle(bare_bay(), "radiator", {100, 100, 300, 600, 120}));
    CHECK(radiator.repairs.empty());
    const Design two = with(bare_bay(), {"bays/0/insert"});  // 19 + 2 x (600 + 19) = 1257
    const Finding beside = refused("site.obstacle", "room/obstacles/0",
                                   with_obstacle(two, "radiator", {640, 100, 300, 600, 120}));
    CHECK(repairs_of(beside) == Strings{"remove_bay", "set_size"});
    const Finding bed = refused("site.obstacle", "room/obstacles/0",
                                with_obstacle(bare_bay(), "bed", {0, 0, 1600, 500, 2000}));
    CHECK(repairs_of(bed) == Strings{"move_away"});
    CHECK(refused("site.obstacle", "room/obstacles/0",
                  with_obstacle(bare_bay(), "socket", {100, 300, 80, 80, 50}))
              .severity == Severity::advised);
}

TEST_CASE("site.obstacle_opener: a leaf of 600 beside and before what stands there", "[rules]") {
    const Design door = with(bare_bay(), {"bays/0/fronts/add=right:0:0"});
    CHECK(allows("site.obstacle_opener", with_obstacle(door, "bed", {-2000, 0, 1600, 500, 2000})));
    // To the right of the hinges: the leaf of a last bay opens to 105° and swings over it.
    const Finding f = refused("site.obstacle_opener", "bays/0/fronts/0",
                              with_obstacle(door, "bed", {640, 0, 1600, 500, 2000}));
    CHECK(f.severity == Severity::advised);  // it opens past 88°
    CHECK(repairs_of(f) == Strings{"other_side", "remove_front"});
}

TEST_CASE("site.wall: which plugs come along", "[rules]") {
    const Design unknown = with(bare_bay(), {"room/wall=unknown", "wall_fixing=true"});
    CHECK(repairs_of(refused("site.wall", "room/wall", unknown)) == Strings{"wall_is", "wall_is", "wall_is"});
    CHECK(allows("site.wall", with(unknown, {"wall_fixing=false"})));
    CHECK(allows("site.wall", with(unknown, {"room/wall=concrete"})));
}
