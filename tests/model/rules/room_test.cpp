// site.skirting, site.skirting_depth, site.obstacle, site.obstacle_opener, site.side_wall, site.wall
#include <cmath>

#include "model/build/layout.h"
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
    // The boards that a hung cabinet hangs on lie against the wall, however much room they take.
    const Design hung = with(
        bare_bay(), {"base=hung", "base/height=100", "height=800", "room/wall=masonry", "room/skirting=100"});
    CHECK(allows("site.skirting", hung));
    CHECK(repairs_of(refused("site.skirting", "room/skirting", with(hung, {"room/skirting=120"}))) ==
          Strings{"set_size"});
}

TEST_CASE("site.skirting_depth: feet stand before the board, on a plinth, on legs and under shallow bays",
          "[rules]") {
    const std::string path = "room/skirting/depth";
    const auto limit = [&](const Strings& edits) {
        Strings all{"room/skirting=60"};
        all.insert(all.end(), edits.begin(), edits.end());
        return Limit{"site.skirting_depth", path, path, with(bare_bay(), all)};
    };
    // 300 deep: a plinth of 16, 40 back, and a foot of 50 with a joint behind it.
    const Finding f = check_limit(limit({}), {"15", "193.9"}, "194");
    CHECK(repairs_of(f) == Strings{"deeper"});
    CHECK(f.repairs.at(0).edits.at(0).text() == "bays/0/depth=305");
    // A leg of 30 and no plinth; doors take 19 and their gap off the depth.
    check_limit(limit({"base=legs", "base/height=100"}), {"269.9"}, "270");
    CHECK(limit_of(refused("site.skirting_depth", path,
                           with(bare_bay(), {"room/skirting=60", path + "=250", "bays/0/fronts=left"}))) <
          193.9_mm - 19_mm);
    // The shallowest bay counts; nothing is deep enough for a board as deep as any cabinet.
    const Finding shallow =
        check_limit(limit({"bays/0/insert", "depth=400", "bays/1/depth=200"}), {"93.9"}, "94");
    CHECK(shallow.repairs.at(0).edits.size() == 1);
    CHECK(shallow.repairs.at(0).edits.at(0).text() == "bays/1/depth=205");
    CHECK(refused("site.skirting_depth", path, limit({path + "=2000"}).design).repairs.empty());
    CHECK(allows("site.skirting_depth",
                 limit({"base=hung", "base/height=100", "height=800", path + "=2000"}).design));
}

TEST_CASE("site.obstacle: what the cabinet stands in", "[rules]") {
    // The bay is 638 wide and 2000 high; x counts from its left end.
    CHECK(allows("site.obstacle", with_obstacle(bare_bay(), "window", {640, 900, 1200, 1300, 100})));
    const Finding window = refused("site.obstacle", "room/obstacles/0",
                                   with_obstacle(bare_bay(), "window", {500, 900, 1200, 1300, 100}));
    CHECK(window.severity == Severity::blocked);
    CHECK(repairs_of(window) == Strings{"set_height", "set_width"});  // under it, beside it
    CHECK(window.text.values.back() == std::pair<std::string, MessageValue>{"what", Key{"obstacle.window"}});
    const Finding radiator = refused("site.obstacle", "room/obstacles/0",
                                     with_obstacle(bare_bay(), "radiator", {100, 100, 300, 600, 120}));
    CHECK(radiator.repairs.empty());
    const Design two = with(bare_bay(), {"bays/0/insert"});  // 19 + 2 x (600 + 19) = 1257
    const Finding beside = refused("site.obstacle", "room/obstacles/0",
                                   with_obstacle(two, "radiator", {640, 100, 300, 600, 120}));
    CHECK(repairs_of(beside) == Strings{"set_width", "begin_beside", "remove_bay_right"});
    const Finding bed = refused("site.obstacle", "room/obstacles/0",
                                with_obstacle(bare_bay(), "bed", {0, 0, 1600, 500, 2000}));
    CHECK(repairs_of(bed) == Strings{"move_away"});
    CHECK(refused("site.obstacle", "room/obstacles/0",
                  with_obstacle(bare_bay(), "socket", {100, 300, 80, 80, 50}))
              .severity == Severity::advised);
}

TEST_CASE("site.obstacle: at the left the cabinet begins beside it, and the rest of the room stays",
          "[rules]") {
    const Design four = with(bare_bay(), {"bays/0/insert", "bays/0/insert", "bays/0/insert",
                                          "room/obstacles/add=window", "room/obstacles/0/x=3000"});
    const Design design = with(four, {"room/obstacles/add=radiator", "room/obstacles/1/x=0",
                                      "room/obstacles/1/width=1000", "ends/left/filler=40"});
    const Finding f = refused("site.obstacle", "room/obstacles/1", design);
    CHECK(repairs_of(f) == Strings{"begin_beside", "remove_bays_left"});
    CHECK(std::get<std::int64_t>(f.repairs.at(1).text.values.at(0).second) == 2);
    // Two bays of 619 and no wall beside the third.
    const Design fewer = apply(book(), design, f.repairs.at(1).edits).value();
    CHECK(fewer.bays.size() == 2);
    CHECK(fewer.left_end.filler == Length{});
    CHECK(fewer.room.obstacles[0].x == 3000_mm - 1238_mm);
    CHECK(fewer.room.obstacles[1].x == Length{} - 1238_mm);
    const Design beside = apply(book(), design, f.repairs.at(0).edits).value();
    CHECK(beside.room.obstacles[0].x == 2000_mm);
    CHECK(overall_size(book(), beside).x <= overall_size(book(), four).x - 1000_mm);
    // Seen in a mirror it ends beside it.
    const Design right =
        with(four, {"room/obstacles/add=radiator", "room/obstacles/1/x=1495", "room/obstacles/1/width=1000"});
    CHECK(repairs_of(refused("site.obstacle", "room/obstacles/1", right)) ==
          Strings{"set_width", "remove_bays_right"});
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

namespace {

/// A diagonal corner with a door, the first of all, and how far its left upright must stand off the wall
/// beside it for a leaf that turns `reach` times its own diagonal towards it.
struct Nook {
    Design design;
    double filler_for(double reach) const {
        const Layout layout = make_layout(book(), design);
        const Build built = build(book(), design);
        const Leaf& leaf = built.leaves.front();
        const Opener& opener = built.openers[static_cast<std::size_t>(leaf.opener)];
        const Frame& frame = built.frames[static_cast<std::size_t>(opener.frame)];
        const double x = (opener.pivot.x.mm() + opener.pivot.z.mm() * (frame.yaw.hundredths < 0 ? -1 : 1)) /
                         std::sqrt(2.0);
        const double pivot = frame.origin.x.mm() + x;
        return std::hypot(leaf.size.x.mm(), leaf.size.z.mm()) * reach -
               (pivot - layout.uprights.front().left.mm());
    }
    Design with_filler(double mm) const {
        return with(design, {"ends/left/filler=" + std::to_string(static_cast<int>(std::ceil(mm)))});
    }
};

Nook nook(const std::string& hinge) {
    Design design = with(
        bare_bay(), {"corner/add=corner_diagonal", "bays/0/remove", "handle=none", "bays/0/fronts=" + hinge});
    for (Opening& opening : design.bays[0].openings) opening.interior.kind = find_interior_kind("empty");
    return {with(design, {"ends/left/filler=20"})};
}

}  // namespace

TEST_CASE("site.side_wall: a leaf at 45° to the wall passes it at its whole diagonal", "[rules]") {
    const Nook right = nook("right");
    const double need = right.filler_for(1);
    REQUIRE(need > 25);
    REQUIRE(need < 150);
    CHECK(allows("site.side_wall", right.with_filler(need)));
    CHECK(allows("site.side_wall", right.with_filler(need + 20)));
    const Finding f = refused("site.side_wall", "bays/0/fronts/0", right.with_filler(need - 5));
    CHECK(f.severity == Severity::blocked);
    const Strings repairs = repairs_of(f);
    CHECK(std::ranges::find(repairs, "set_size") != repairs.end());
    CHECK(std::ranges::find(repairs, "remove_front") != repairs.end());
}

TEST_CASE("site.side_wall: a leaf that comes past 88 of 105 degrees is open enough", "[rules]") {
    // Hinged at the wall's side it stands at 105 − 45 degrees to the plane through its axis: sin 60° of its
    // length behind that. At 88.2° it is sin 43.2°.
    const Nook left = nook("left");
    CHECK(allows("site.side_wall", left.with_filler(left.filler_for(std::sin(60.5 * M_PI / 180)))));
    CHECK(refused("site.side_wall", "bays/0/fronts/0", left.with_filler(left.filler_for(0.78))).severity ==
          Severity::advised);
    CHECK(refused("site.side_wall", "bays/0/fronts/0", left.with_filler(left.filler_for(0.6))).severity ==
          Severity::blocked);
}

TEST_CASE("site.side_wall: what stands round a corner faces the wall beside it", "[rules]") {
    // From the fronts round the corner to the wall there are 280 of its leg, an upright and the filler: less
    // than a door of 600, more than one of 370 beside 150 of filler.
    const Design corner = with(bare_bay(), {"corner/add=corner_l", "bays/0/remove", "bays/1/fronts=left"});
    for (const char* end : {"ends/left/filler=40", "ends/left/filler=150"})
        CHECK(refused("site.side_wall", "bays/1/fronts/0", with(corner, {end})).severity ==
              Severity::blocked);
    CHECK(allows("site.side_wall", corner));
    CHECK(allows("site.side_wall", with(corner, {"ends/right/filler=40"})));
    CHECK(allows("site.side_wall", with(corner, {"ends/left/filler=150", "bays/1/width=350"})));
}

TEST_CASE("site.side_wall: what slides out towards the wall without a front leaves its opening", "[rules]") {
    // Two drawers and a tray in the bay round a corner, with the wall 280 before them.
    const Design corner =
        with(bare_bay(), {"corner/add=corner_l", "bays/0/remove", "depth=600", "ends/left/filler=40",
                          "bays/1/openings/0/split=600", "bays/1/openings/0/interior=drawers:2",
                          "bays/1/openings/1/interior=tray:1"});
    for (const char* opening : {"0", "1"}) {
        const std::string where = "bays/1/openings/" + std::string(opening) + "/interior";
        CHECK(repairs_of(refused("site.side_wall", where, corner)) == Strings{"leave_empty"});
    }
    // Without its front the drawer goes no further.
    const Design fronts =
        with(corner, {"bays/1/openings/0/front=drawer", "bays/1/openings/1/interior=empty"});
    CHECK(repairs_of(refused("site.side_wall", "bays/1/fronts/0", fronts)) == Strings{"no_drawers"});
}

TEST_CASE("site.side_wall, filler.door: one finding about a door beside a wall", "[rules]") {
    for (const char* filler : {"20", "30", "40", "60"}) {
        const Design beside =
            with(bare_bay(), {"bays/0/fronts=left", "ends/left/filler=" + std::string(filler)});
        CHECK(allows("site.side_wall", beside));
        CHECK(allows("filler.door", beside) == (beside.left_end.filler >= 40_mm));
    }
}

TEST_CASE("site.wall: which plugs come along", "[rules]") {
    const Design unknown = with(bare_bay(), {"room/wall=unknown", "wall_fixing=true"});
    CHECK(repairs_of(refused("site.wall", "room/wall", unknown)) == Strings{"wall_is", "wall_is", "wall_is"});
    CHECK(allows("site.wall", with(unknown, {"wall_fixing=false"})));
    CHECK(allows("site.wall", with(unknown, {"room/wall=concrete"})));
}
