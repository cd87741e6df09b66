// Kneeholes: what is left out where someone sits, and how what stands beside it ends.
#include <algorithm>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/design/mirror.h"
#include "model/machining/drilling.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Three bays of 600 under a worktop, 760 high and 600 deep on a plinth of 80, the middle one a kneehole;
/// what is edited before it becomes one comes first.
Design desk(const Strings& before = {}, const Strings& edits = {}) {
    const Design bays =
        with(bare_bay(), {"height=760", "depth=600", "bays/0/insert", "bays/0/insert", "worktop=oak"});
    return with(with(bays, before), [&] {
        Strings all{"bays/1/kneehole=true"};
        all.insert(all.end(), edits.begin(), edits.end());
        return all;
    }());
}

/// The whole of one bay left to the knees, and the only one.
Design table(const Strings& edits = {}) {
    return with(with(bare_bay(), {"height=760", "depth=600", "bays/0/kneehole=true"}), edits);
}

const Part* part(const Build& build, std::string_view name) {
    const auto found =
        std::ranges::find_if(build.parts, [&](const Part& p) { return p.name.view() == name; });
    return found == build.parts.end() ? nullptr : &*found;
}

const Part& part_named(const Build& build, std::string_view name) {
    INFO(name);
    const Part* found = part(build, name);
    REQUIRE(found);
    return *found;
}

Length far(const Part& part, Axis axis) {
    return part.origin.along(axis) + part.size.along(axis);
}

std::size_t count(const Build& build, PartKind kind) {
    return static_cast<std::size_t>(std::ranges::count(build.parts, kind, &Part::kind));
}

/// Names of two parts in one place, or with faces in one plane over each other; empty where there are none.
std::string clash(const Build& build) {
    std::string found;
    each_touching(build, [&](std::size_t a, std::size_t b) {
        const Part &one = build.parts[a], &other = build.parts[b];
        const auto hinge = [](const Part& p) {
            return p.kind == PartKind::hinge_cup || p.kind == PartKind::hinge_arm;
        };
        if (hinge(one) || hinge(other) || !found.empty()) return;
        if (parts_overlap(build, one, other) ||
            (is_board(one) && is_board(other) && faces_coincide(build, one, other)))
            found = name_of(one) + " " + name_of(other);
    });
    return found;
}

bool blocked(const Build& build) {
    return !sellable(build);
}

}  // namespace

TEST_CASE("A kneehole has no bottom, and shelves stay where they were", "[kneehole]") {
    const Strings shelf{"bays/1/openings/0/split=600", "bays/0/openings/0/split=600"};
    const Build closed = build_parts(book(), with(desk(shelf), {"bays/1/kneehole=false"}));
    const Build open = build_parts(book(), desk(shelf));
    CHECK(part(closed, "bay1_bottom"));
    CHECK_FALSE(part(open, "bay1_bottom"));
    CHECK(part(open, "bay0_bottom"));
    CHECK(part_named(open, "bay1_shelf0").origin == part_named(closed, "bay1_shelf0").origin);
    CHECK(part_named(open, "bay1_top").origin == part_named(closed, "bay1_top").origin);
    CHECK(part_named(open, "bay1_back").origin == part_named(closed, "bay1_back").origin);
    const Layout layout = make_layout(book(), desk(shelf));
    CHECK(layout.opening(1, 0).bottom == 0_mm);
    CHECK(layout.opening(1, 0).top == 99_mm + 600_mm - 19_mm);
    CHECK(layout.opening(1, 1).bottom == 99_mm + 600_mm);
    CHECK(layout.opening(0, 0).bottom == 99_mm);
    CHECK(clash(open) == "");
}

TEST_CASE("The plinth ends on both sides of a kneehole, and goes back to the wall there", "[kneehole]") {
    const Build built = build_parts(book(), desk());
    // Uprights of 19 begin at -938, -319, 300 and 919; the plinth ends 2 inside the faces of its own.
    const Part &left = part_named(built, "plinth0"), &right = part_named(built, "plinth1");
    CHECK(left.origin.x == -938_mm + 2_mm);
    CHECK(far(left, Axis::x) == -319_mm + 19_mm - 2_mm);
    CHECK(right.origin.x == 300_mm + 2_mm);
    CHECK(far(right, Axis::x) == 919_mm + 19_mm - 2_mm);
    CHECK_FALSE(part(built, "plinth2"));
    const Part &one = part_named(built, "plinth_return1"), &other = part_named(built, "plinth_return2");
    CHECK(far(one, Axis::x) == far(left, Axis::x));
    CHECK(other.origin.x == right.origin.x);
    for (const Part* at : {&one, &other}) {
        CHECK(at->size.x == 16_mm);
        CHECK(at->origin.y == 0_mm);
        CHECK(far(*at, Axis::y) == 80_mm - 0.1_mm);
        CHECK(at->origin.z == 4.1_mm);
        CHECK(far(*at, Axis::z) == left.origin.z - 0.1_mm);
    }
    CHECK(count(built, PartKind::plinth) == 6);
    CHECK(count(build_parts(book(), with(desk(), {"bays/1/kneehole=false"})), PartKind::plinth) == 3);
    CHECK(clash(built) == "");
}

TEST_CASE("Feet and legs stand away from the knees", "[kneehole]") {
    for (const bool legs : {false, true}) {
        const Build built =
            build_parts(book(), desk({}, legs ? Strings{"base=legs", "base/height=100"} : Strings{}));
        const auto middle = [&](int upright) {
            const Part& at =
                part_named(built, (legs ? "leg" : "foot") + std::to_string(upright) + std::string("_front"));
            return at.origin.x + at.size.x / 2;
        };
        const Length in = legs ? 40_mm : 60_mm;
        CHECK(middle(0) == -938_mm + 9.5_mm + in);
        CHECK(middle(1) == -319_mm + 9.5_mm - in);
        CHECK(middle(2) == 300_mm + 9.5_mm + in);
        CHECK(middle(3) == 919_mm + 9.5_mm - in);
        CHECK(clash(built) == "");
    }
}

TEST_CASE("An upright with knees on every side stands on the floor", "[kneehole]") {
    const Build alone = build(book(), table());
    for (const char* upright : {"upright0", "upright1"}) {
        CHECK(part_named(alone, upright).origin.y == 0_mm);
        CHECK(far(part_named(alone, upright), Axis::y) == 760_mm);
    }
    for (const PartKind kind : {PartKind::plinth, PartKind::foot, PartKind::leg, PartKind::bottom})
        CHECK(count(alone, kind) == 0);
    CHECK(bounds(alone).least.y == 0_mm);
    const Build two = build_parts(book(), desk({}, {"bays/2/kneehole=true"}));
    CHECK(part_named(two, "upright1").origin.y == 80_mm);
    CHECK(part_named(two, "upright2").origin.y == 0_mm);
    CHECK(part_named(two, "upright3").origin.y == 0_mm);
    CHECK_FALSE(part(two, "foot2_front"));
    CHECK_FALSE(part(two, "plinth_end_right"));
    CHECK(part(two, "plinth_return1"));
    CHECK(count(two, PartKind::plinth) == 3);
    CHECK(clash(two) == "");
}

TEST_CASE("A hung kneehole is open below, and its uprights hang", "[kneehole]") {
    const Design hung = table({"base=hung", "base/height=400", "room/wall=masonry"});
    const Build built = build_parts(book(), hung);
    CHECK(part_named(built, "upright0").origin.y == 400_mm);
    CHECK(make_layout(book(), hung).opening(0, 0).bottom == 0_mm);
    CHECK_FALSE(part(built, "bay0_bottom"));
    CHECK(clash(built) == "");
}

TEST_CASE("Beside knees at the end, cladding and filler reach the floor", "[kneehole]") {
    const Strings ends{"ends/left/cladding=true", "ends/right/filler=50", "base=legs", "base/height=100"};
    const Build built = build_parts(book(), table(ends));
    CHECK(part_named(built, "end_left_cladding").origin.y == 0_mm);
    CHECK(part_named(built, "end_right_filler").origin.y == 0_mm);
    CHECK(part_named(built, "end_right_batten").origin.y == 0_mm);
    CHECK(clash(built) == "");
    const Build closed = build_parts(book(), with(table(ends), {"bays/0/kneehole=false"}));
    CHECK(part_named(closed, "end_left_cladding").origin.y == 100_mm);
    CHECK(part_named(closed, "end_right_filler").origin.y == 100_mm);
    const Build plinth = build_parts(book(), table({"ends/right/filler=50"}));
    CHECK_FALSE(part(plinth, "end_right_plinth"));
    CHECK(part_named(plinth, "end_right_filler").origin.y == 0_mm);
    CHECK(clash(plinth) == "");
}

TEST_CASE("Uprights on the floor are notched round the skirting board", "[kneehole]") {
    const Strings skirting{"room/skirting=70", "room/skirting/depth=15"};
    const Build built = build_parts(book(), table(skirting));
    const Part& upright = part_named(built, "upright0");
    REQUIRE(upright.shape == ShapeKind::prism);
    CHECK(upright.extrusion == Axis::x);
    const auto outline = outline_of(built, upright);
    REQUIRE(outline.size() == 6);
    // A joint over the board and before it; the upright's own back edge stands 4.1 off the wall.
    const auto has = [&](Length up, Length out) {
        return std::ranges::count(outline, OutlinePoint{up, out - upright.origin.z}) == 1;
    };
    CHECK(has(70.1_mm, 15.1_mm));
    CHECK(has(0_mm, 15.1_mm));
    CHECK(has(70.1_mm, 4.1_mm));
    CHECK(part_named(build_parts(book(), table()), "upright0").shape == ShapeKind::board);
    CHECK(part_named(build_parts(book(), desk({}, skirting)), "upright1").shape == ShapeKind::board);
    for (const std::string side : {"left", "right", "back"}) {
        const Build sloped =
            build_parts(book(), table({"room/skirting=70", "room/slope=" + side, "room/slope/low=600"}));
        CHECK(clash(sloped) == "");
        CHECK(outline_of(sloped, part_named(sloped, "upright0")).size() >= 6);
    }
}

TEST_CASE("Beside knees the plinth of a corner or an open end ends under its upright", "[kneehole]") {
    for (const char* shape : {"corner_l", "corner_diagonal", "corner_blind_left", "corner_blind_right"}) {
        INFO(shape);
        const Design corner = with(bare_bay(), {"bays/0/kneehole=true", "corner/add=" + std::string(shape),
                                                "bays/2/kneehole=true", "wall_fixing=true"});
        REQUIRE(corner.bays[2].kneehole);
        CHECK_FALSE(corner.bays[1].kneehole);
        const Build built = build_parts(book(), corner);
        CHECK(clash(built) == "");
        CHECK(part(built, "plinth_return1"));
        CHECK(part(built, "plinth_return2"));
    }
    for (const char* shape : {"end_round", "end_diagonal"}) {
        const Design end =
            with(bare_bay(), {"bays/0/insert", "bays/0/shape=" + std::string(shape), "bays/1/kneehole=true"});
        const Build built = build_parts(book(), end);
        CHECK(clash(built) == "");
        const Part& at = part_named(built, "plinth_return1");
        const Part& upright = part_named(built, "upright1");
        CHECK(far(at, Axis::x) == far(upright, Axis::x) - 2_mm);
        Length reached = -kLongest;
        for (const Part& piece : built.parts)
            if (piece.name.view().starts_with("bay0_plinth"))
                reached = std::max(reached, far(piece, Axis::x));
        CHECK(reached == far(at, Axis::x));
    }
}

TEST_CASE("A drawer front over knees hides the edge of the board it hangs over", "[kneehole]") {
    const Design design = desk({}, {"height=900", "bays/1/openings/0/split=650",
                                    "bays/1/openings/1/interior=drawers:1", "bays/1/fronts=drawer"});
    const Build built = build(book(), design);
    REQUIRE(design.bays[1].fronts.size() == 1);
    CHECK(design.bays[1].fronts[0].from == 1);
    const Part& shelf = part_named(built, "bay1_shelf0");
    const Layout layout = make_layout(book(), design);
    CHECK(layout.opening(1, 1).front_bottom == shelf.origin.y + 1.5_mm);
    CHECK(clash(built) == "");
    CHECK_FALSE(blocked(build(book(), with(design, {"room/wall=masonry"}))));
    // Over a row of its own it stays half a gap away from the middle, as everywhere.
    const Layout rows =
        make_layout(book(), with(design, {"bays/1/fronts=none", "bays/1/openings/0/shelf=stack"}));
    const OpeningLayout lower = rows.opening(1, 0), upper = rows.opening(1, 1);
    CHECK(upper.front_bottom > lower.top + 1.5_mm);
}

TEST_CASE("Light over knees has its driver under the same board", "[kneehole]") {
    const Build built = build_parts(book(), desk({}, {"bays/1/openings/0/led=true"}));
    const Part &driver = part_named(built, "bay1_driver0"), &top = part_named(built, "bay1_top");
    CHECK(far(driver, Axis::y) == top.origin.y - 0.1_mm);
    CHECK(clash(built) == "");
}

TEST_CASE("A kneehole is fixed to the wall like other bays", "[kneehole]") {
    const Build built = build_parts(book(), table({"wall_fixing=true"}));
    CHECK(count(built, PartKind::wall_bracket) == 2);
    const Part &left = part_named(built, "bay0_wall_bracket_left"), &top = part_named(built, "bay0_top");
    CHECK(far(left, Axis::y) == top.origin.y - 0.1_mm);
    CHECK(clash(built) == "");
}

TEST_CASE("No holes for pins are drilled beside the knees", "[kneehole]") {
    const Strings shelves{"bays/1/openings/0/split=600"};
    const auto lowest = [](const Build& built) {
        Length low = kLongest;
        for (const HoleRow& row : drilling(book(), built))
            if (row.use == HoleUse::pin) low = std::min(low, built.parts[row.part].origin.y + row.from);
        return low;
    };
    const Build open = build_parts(book(), desk(shelves));
    Length pins = kLongest;
    for (const Part& part : open.parts)
        if (part.kind == PartKind::shelf_pin) pins = std::min(pins, part.origin.y + part.size.y / 2);
    CHECK(lowest(open) == pins);
    CHECK(lowest(build_parts(book(), with(desk(shelves), {"bays/1/kneehole=false"}))) < 200_mm);
}

TEST_CASE("A mirrored desk costs as much and has as many parts", "[kneehole]") {
    const Design design = desk({}, {"bays/2/kneehole=true", "bays/2/width=700", "ends/right/filler=50"});
    const Build built = build_parts(book(), design), mirror = build_parts(book(), mirrored(book(), design));
    CHECK(mirrored(book(), design).bays[0].kneehole);
    CHECK(built.parts.size() == mirror.parts.size());
    CHECK(price(book(), built).total == price(book(), mirror).total);
}

TEST_CASE("A random design in twenty has a kneehole", "[kneehole][random]") {
    std::size_t some = 0, at_end = 0;
    for (const Cabinet& cabinet : cabinets()) {
        some += std::ranges::any_of(cabinet.design.bays, &Bay::kneehole);
        at_end += cabinet.design.bays.front().kneehole;
    }
    CHECK(some > kCabinets / 20);
    CHECK(at_end > kCabinets / 100);
}
