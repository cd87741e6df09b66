// Bays come, go, move and turn into corners; what names them by number follows.
#include "model/design/bay_order.h"

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/design/contradictions.h"
#include "model/design/runs.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Six bays 600 wide, told apart by their depth; leaves slide before 1 to 3, a socket stands before bay 4.
Design row() {
    Design design = bare_bay();
    design.bays.resize(6, design.bays[0]);
    for (std::size_t i = 0; i < 6; ++i) design.bays[i].depth += 10_mm * static_cast<int>(i);
    design.sliding = {{1, 3, 2, FrontStyle::slab, std::nullopt}};
    design.room.obstacles = {{RoomObstacle::Kind::socket, 0, 2600_mm, 300_mm, 80_mm, 80_mm, 50_mm}};
    return design;
}

std::string sliding_after(const Strings& edits, const Design& design = row()) {
    std::string text;
    const Design changed = with(design, edits);
    for (const Sliding& sliding : changed.sliding)
        text += std::to_string(sliding.first) + "-" + std::to_string(sliding.last) + " ";
    CHECK(contradictions(changed).empty());
    return text;
}

/// Run and place of the socket.
std::pair<int, Length> socket(const Design& design) {
    return {design.room.obstacles[0].run, design.room.obstacles[0].x};
}

}  // namespace

TEST_CASE("Sliding leaves stay before their bays", "[bay_order]") {
    CHECK(sliding_after({"bays/0/remove"}) == "0-2 ");
    CHECK(sliding_after({"bays/1/remove"}) == "1-2 ");
    CHECK(sliding_after({"bays/3/remove"}) == "1-2 ");
    CHECK(sliding_after({"bays/4/remove"}) == "1-3 ");
    CHECK(sliding_after({"bays/3/remove", "bays/2/remove", "bays/1/remove"}).empty());
    CHECK(sliding_after({"bays/0/insert"}) == "2-4 ");
    CHECK(sliding_after({"bays/1/insert"}) == "1-4 ");
    CHECK(sliding_after({"bays/3/duplicate"}) == "1-4 ");
    CHECK(sliding_after({"bays/4/insert"}) == "1-3 ");
    CHECK(sliding_after({"bays=3"}) == "1-2 ");
    CHECK(sliding_after({"bays=1"}).empty());
    CHECK(sliding_after({"fronts=left"}).empty());
}

TEST_CASE("Sliding leaves and bays that move", "[bay_order]") {
    CHECK(sliding_after({"bays/2/move=2"}) == "1-3 ");
    CHECK(sliding_after({"bays/1/move=3"}) == "1-3 ");
    CHECK(sliding_after({"bays/0/move=5"}) == "0-2 ");
    CHECK(sliding_after({"bays/5/move=0"}) == "2-4 ");
    CHECK(sliding_after({"bays/5/move=2"}) == "1-4 ");
    CHECK(sliding_after({"bays/2/move=5"}) == "1-2 ");
    CHECK(sliding_after({"bays/0/move=1"}) == "0-3 ");
    CHECK(sliding_after({"bays/3/move=0", "bays/3/move=0"}) == "3-3 ");
    // The only bay that they slide before takes them along.
    CHECK(sliding_after({"bays/3/move=0", "bays/3/move=0", "bays/3/move=0"}) == "0-0 ");
}

TEST_CASE("A bay with leaves of its own that moves in among others loses them", "[bay_order]") {
    const Design two = with(row(), {"sliding/add=5-5"});
    CHECK(sliding_after({"bays/5/move=2"}, two) == "1-4 ");
    CHECK(sliding_after({"bays/5/move=4"}, two) == "1-3 4-4 ");
    CHECK(sliding_after({"bays/5/move=0"}, two) == "0-0 2-4 ");
}

TEST_CASE("A corner or an end cuts what slid before it", "[bay_order]") {
    CHECK(sliding_after({"bays/3/shape=corner_l"}) == "1-2 ");
    CHECK(sliding_after({"bays/2/shape=corner_l"}) == "1-1 ");
    CHECK(sliding_after({"bays/1/shape=corner_l"}) == "2-3 ");
    CHECK(sliding_after({"bays/5/shape=corner_l", "bays/5/move=2"}) == "1-1 ");
    CHECK(sliding_after({"sliding/add=0-5", "bays/0/shape=end_round"}) == "1-5 ");
}

TEST_CASE("New leaves take the place of old ones and of fronts", "[bay_order]") {
    Design design = with(row(), {"bays/4/fronts=left", "bays/5/fronts=left"});
    CHECK(sliding_after({"sliding/add=3-4"}, design) == "3-4 ");
    CHECK(sliding_after({"sliding/add=4-4"}, design) == "1-3 4-4 ");
    CHECK(sliding_after({"sliding/add=0-0"}, design) == "0-0 1-3 ");
    const Design changed = with(design, {"sliding/add=4-4"});
    CHECK(changed.bays[4].fronts.empty());
    CHECK(changed.bays[5].fronts.size() == 1);
    CHECK(changed.sliding[1].leaves == 2);
    CHECK(with(design, {"sliding/add=0-5"}).sliding[0].leaves == 4);
    CHECK(with(changed, {"sliding/0/first=0"}).sliding[0].first == 0);
    CHECK_FALSE(apply(book(), changed, parse_edit("sliding/1/first=3")));
}

TEST_CASE("An end never stays in the middle", "[bay_order]") {
    const Design ends = with(row(), {"bays/0/shape=end_round", "bays/5/shape=end_diagonal"});
    const auto shapes = [&](const Strings& edits) {
        std::string text;
        for (const Bay& bay : with(ends, edits).bays)
            text += is_corner(bay.shape) ? 'c' : is_end(bay.shape) ? 'e' : 's';
        return text;
    };
    CHECK(shapes({}) == "esssse");
    CHECK(shapes({"bays/5/insert"}) == "essssse");
    CHECK(shapes({"bays/0/insert"}) == "essssse");
    CHECK(shapes({"bays/0/move=2"}) == "ssssse");
    CHECK(shapes({"bays/2/move=5"}) == "esssss");
    CHECK(shapes({"bays/0/remove"}) == "sssse");
    CHECK(shapes({"corner/add=corner_l"}) == "essssscs");
    CHECK(shapes({"bays=1"}) == "s");
    CHECK(shapes({"bays/5/shape=corner_l", "bays/5/insert"}) ==
          "essssc"
          "s");
    CHECK(shapes({"bays=8"}) == "esssssse");
}

TEST_CASE("The main run stays the wall it was", "[bay_order]") {
    // Walls of 1, 2 and 1 bays.
    const Design u = with(row(), {"bays/1/shape=corner_l", "bays/4/shape=corner_l", "main_run=1"});
    CHECK(with(u, {"bays/1/remove"}).main_run == 0);
    CHECK(with(u, {"bays/4/remove"}).main_run == 1);
    CHECK(with(u, {"bays/1/shape=straight"}).main_run == 0);
    CHECK(with(u, {"bays/4/shape=straight"}).main_run == 1);
    CHECK(with(u, {"main_run=2", "bays/1/remove"}).main_run == 1);
    CHECK(with(u, {"main_run=2", "bays/4/remove"}).main_run == 1);
    CHECK(with(row(), {"bays/1/shape=corner_l"}).main_run == 1);  // the longer part
    CHECK(with(row(), {"bays/4/shape=corner_l"}).main_run == 0);
    CHECK_FALSE(apply(book(), u, parse_edit("corner/add=corner_l")));
}

TEST_CASE("Width and number of bays are those of the main run", "[bay_order]") {
    const Design u = with(row(), {"bays/1/shape=corner_l", "bays/4/shape=corner_l", "main_run=1"});
    const Design wide = with(u, {"width=2500"});
    CHECK(overall_size(book(), wide).x == 2500_mm);
    CHECK(overall_size(book(), with(row(), {"bays/0/shape=end_round", "width=3000"})).x == 3000_mm);
    CHECK(wide.bays[0] == u.bays[0]);
    CHECK(wide.bays[1] == u.bays[1]);
    CHECK(wide.bays[5] == u.bays[5]);
    const Design more = with(wide, {"bays=4"});
    CHECK(runs_of(more) == std::vector<Run>{{0, 1}, {2, 4}, {7, 1}});
    CHECK(overall_size(book(), more).x == 2500_mm);
    const Design empty = with(u, {"bays/2/remove", "bays/2/remove"});
    CHECK(apply(book(), empty, parse_edit("width=1500")).error()[0].message.key == "edit.empty_run");
    CHECK(apply(book(), empty, parse_edit("bays=2")).error()[0].message.key == "edit.empty_run");
}

TEST_CASE("What stands in the room stays before its bay where a wall is parted or joined", "[bay_order]") {
    const Design parted = with(row(), {"bays/2/shape=corner_l"});
    CHECK(socket(parted) == std::pair(1, 2600_mm - 3 * 619_mm));
    CHECK(socket(with(parted, {"bays/2/shape=straight"})) == std::pair(0, 2600_mm));
    CHECK(socket(with(row(), {"bays/5/shape=corner_l"})) == std::pair(0, 2600_mm));
    // Before bay 4 itself: in the corner, right of the wall's last upright.
    CHECK(socket(with(row(), {"bays/4/shape=corner_l"})) == std::pair(1, 2600_mm - 5 * 619_mm));
    CHECK(socket(with(parted, {"bays/0/shape=corner_l"})).first == 2);
    CHECK(socket(with(parted, {"room/obstacles/0/run=0"})) == std::pair(0, socket(parted).second));
}
