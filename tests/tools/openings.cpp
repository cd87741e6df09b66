// Doors and drawers in the showroom: what stands behind leaves waits for them.
#include "tools/showroom/openings.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/open_all.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/model/build/met.h"
#include "tests/tools/designs.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Three leaves before three bays; drawers behind the leftmost and the rightmost, more of them to the right.
Build wardrobe() {
    const Design design = new_design(book(), {2476_mm, 2400_mm, 705_mm, 3}).value();
    return build_parts(
        book(), with(design, {"bays/0/fronts=none", "bays/1/fronts=none", "bays/2/fronts=none",
                              "bays/0/openings/0/interior=drawers:1", "bays/1/openings/0/interior=empty",
                              "bays/2/openings/0/interior=drawers:2", "sliding/add=0-2"}));
}

/// Moves on by so many seconds in frames of 1/60.
double play(show::Openings& openings, double from, double seconds) {
    for (double time = from; time < from + seconds; time += 1 / 60.0) openings.advance(time);
    return from + seconds;
}

}  // namespace

TEST_CASE("All opened: leaves first, then the drawers that they bare; the others stay in", "[showroom]") {
    const Build built = wardrobe();
    const std::vector<Turn> turn = turns(built);
    REQUIRE(std::ranges::count(turn, Turn::second) == 2);
    REQUIRE(std::ranges::count(turn, Turn::first) == 2);
    show::Openings openings;
    openings.follow(built);
    openings.advance(0);
    openings.set_all(true);
    for (double time = 0; openings.moving(); time = play(openings, time, 0.05)) {
        REQUIRE(time < 5);
        bool leaf_moves = false, drawer_out = false;
        for (std::size_t i = 0; i < turn.size(); ++i) {
            const double at = openings.now()[i];
            if (turn[i] == Turn::first) leaf_moves = leaf_moves || (at > 0 && at < 1);
            if (turn[i] == Turn::second) drawer_out = drawer_out || at > 0;
            if (turn[i] == Turn::never) CHECK(at == 0);
        }
        CHECK_FALSE((leaf_moves && drawer_out));
    }
    for (std::size_t i = 0; i < turn.size(); ++i) CHECK(openings.now()[i] == open_by(turn[i], 1));
}

TEST_CASE("All closed: drawers first, then the leaves", "[showroom]") {
    const Build built = wardrobe();
    const std::vector<Turn> turn = turns(built);
    show::Openings openings;
    openings.follow(built);
    openings.set_all(true);
    double time = play(openings, 0, 3);
    openings.set_all(false);
    for (int frame = 0; openings.moving(); ++frame) {
        REQUIRE(frame < 100);
        time = play(openings, time, 0.05);
        bool drawer_out = false;
        for (std::size_t i = 0; i < turn.size(); ++i)
            drawer_out = drawer_out || (turn[i] == Turn::second && openings.now()[i] > 0.2);
        for (std::size_t i = 0; drawer_out && i < turn.size(); ++i)
            if (turn[i] == Turn::first) CHECK(openings.now()[i] == 1);
    }
    CHECK_FALSE(openings.any_open());
    CHECK(std::ranges::count(openings.now(), 0.0) == std::ssize(openings.now()));
}

namespace {

/// A door of a bay before drawers, and beside it the same.
Design doors_before_drawers() {
    const Design design = new_design(book(), {1219_mm, 2000_mm, 605_mm, 2}).value();
    Design out = design;
    for (const std::string bay : {"bays/0", "bays/1"})
        out = with(out, {bay + "/fronts=left", bay + "/openings/0/split=400",
                         bay + "/openings/0/interior=drawers:2"});
    return out;
}

void expect_clear(const Build& built, show::Openings& openings, double& time) {
    for (int frame = 0; openings.moving(); ++frame) {
        REQUIRE(frame < 200);
        time = play(openings, time, 0.05);
        REQUIRE(met(built, {openings.now().begin(), openings.now().end()}) == "");
    }
}

}  // namespace

TEST_CASE("One bay opened by hand: its door, then its drawers, whatever another bay does", "[showroom]") {
    const Design design = doors_before_drawers();
    const Build built = build_parts(book(), design);
    show::Openings openings;
    openings.follow(built);
    double time = play(openings, 0, 0.1);
    const std::vector<int> left = show::openers_of(design, built, 0, 0),
                           right = show::openers_of(design, built, 1, 0);
    REQUIRE(left.size() == 3);
    openings.set(left, true);
    expect_clear(built, openings, time);
    for (const int i : left) CHECK(openings.now()[static_cast<std::size_t>(i)] == 1);
    for (const int i : right) CHECK(openings.now()[static_cast<std::size_t>(i)] == 0);
    // One bay closes while the other opens: neither waits for the other, a whole way each and another.
    openings.set(left, false);
    openings.set(right, true);
    const double begun = time;
    expect_clear(built, openings, time);
    CHECK(time - begun < 1.4);
    for (const int i : right) CHECK(openings.now()[static_cast<std::size_t>(i)] == 1);
    CHECK(openings.any_open(right));
    CHECK_FALSE(openings.any_open(left));
}

TEST_CASE("All of an example opened and closed: nothing goes through anything", "[showroom]") {
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path().filename());
        const Build built =
            build_parts(book(), read_design(book(), read_file(entry.path().string()).value()).value());
        show::Openings openings;
        openings.follow(built);
        double time = play(openings, 0, 0.1);
        for (const bool open : {true, false}) {
            openings.set_all(open);
            expect_clear(built, openings, time);
        }
        CHECK(std::ranges::count(openings.now(), 0.0) == std::ssize(openings.now()));
    }
}
