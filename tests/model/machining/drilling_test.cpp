// Holes against a pencil, and what must hold of the holes of thousands of random cabinets.
#include "model/machining/drilling.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/model/build/cabinets.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// The rows on one face of the part of this name.
std::vector<HoleRow> rows_on(const Build& build, std::string_view part, Face face, HoleUse use) {
    std::vector<HoleRow> rows = drilling(book(), build);
    std::erase_if(rows, [&](const HoleRow& row) {
        return build.parts[row.part].name.view() != part || row.face != face || row.use != use;
    });
    return rows;
}

struct Holes {
    Length along, beside, diameter;
};
std::vector<Holes> holes_of(const HoleRow& row) {
    std::vector<Holes> holes;
    for (int i = 0; i < row.count; ++i)
        holes.push_back(row.across ? Holes{row.beside, row.from + row.pitch * i, row.diameter}
                                   : Holes{row.from + row.pitch * i, row.beside, row.diameter});
    return holes;
}

}  // namespace

TEST_CASE("Shelf pins: two columns over the clear height, where its pins stand", "[drilling]") {
    const Build one = build(book(), with(bare_bay(), {"bays/0/openings/0/split=1000"}));
    CHECK(rows_on(one, "upright0", Face::left, HoleUse::pin).empty());
    const auto rows = rows_on(one, "upright0", Face::right, HoleUse::pin);
    REQUIRE(rows.size() == 2);
    // The shelf's underside lies at 99 + 1000 - 19, a joint over its pins of 5: they are at 1077.4; the
    // upright begins at 80.
    for (const HoleRow& row : rows) {
        CHECK(row.from == 47.4_mm);
        CHECK(row.pitch == 50_mm);
        CHECK(row.count == 37);
        CHECK(row.diameter == 5_mm);
        CHECK(row.depth == 12_mm);
        CHECK_FALSE(row.across);
    }
    // Where the pins are: 37 and half a pin from the back, 78 and half a pin from the front, past hinge arms.
    CHECK(rows[0].beside == 39.5_mm);
    CHECK(rows[1].beside == 295.9_mm - 80.5_mm);
    CHECK(rows_on(one, "upright1", Face::left, HoleUse::pin).size() == 2);
    CHECK(rows_on(build(book(), bare_bay()), "upright0", Face::right, HoleUse::pin).empty());
}

TEST_CASE("Holes from both sides of a shared upright stop before its middle", "[drilling]") {
    const Build two = build(book(), with(bare_bay(), {"bays/0/openings/0/split=1000", "bays/0/insert"}));
    Build both = build(book(), with(bare_bay(), {"bays/0/insert", "bays/0/openings/0/split=1000",
                                                 "bays/1/openings/0/split=700"}));
    for (const Face face : {Face::left, Face::right}) {
        const auto rows = rows_on(both, "upright1", face, HoleUse::pin);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].depth == 8.5_mm);
    }
    CHECK(rows_on(both, "upright0", Face::right, HoleUse::pin)[0].depth == 12_mm);
}

TEST_CASE("A door: cups of 35 in its back, two screws a plate in the upright", "[drilling]") {
    const Build door = build(book(), with(bare_bay(), {"bays/0/fronts=left"}));
    const auto cups = rows_on(door, "bay0_front0_door", Face::back, HoleUse::cup);
    REQUIRE(cups.size() == 5);
    for (const HoleRow& cup : cups) {
        CHECK(cup.diameter == 35_mm);
        CHECK(cup.depth == 12_mm);
        CHECK(cup.beside == 22.5_mm);
        CHECK(cup.count == 1);
    }
    CHECK(cups.front().from == 100_mm);
    const auto plates = rows_on(door, "upright0", Face::right, HoleUse::plate);
    REQUIRE(plates.size() == 5);
    CHECK(plates.front().pitch == 32_mm);
    CHECK(plates.front().count == 2);
    // The door begins 1.5 above the upright's foot, and the middle of its first hinge is 100 higher.
    CHECK(plates.front().from == 101.5_mm - 16_mm);
    CHECK(rows_on(door, "upright1", Face::left, HoleUse::plate).empty());
}

TEST_CASE("A door hinged right has its cups on the other side", "[drilling]") {
    const Build door = build(book(), with(bare_bay(), {"bays/0/fronts=right"}));
    const auto cups = rows_on(door, "bay0_front0_door", Face::back, HoleUse::cup);
    REQUIRE(cups.size() == 5);
    CHECK(cups.front().beside == 635_mm - 22.5_mm);
    CHECK(rows_on(door, "upright1", Face::left, HoleUse::plate).size() == 5);
}

TEST_CASE("Runners are screwed on from the front row backwards", "[drilling]") {
    const Build drawer = build(book(), with(bare_bay(), {"depth=605", "bays/0/openings/0/split=600",
                                                         "bays/0/openings/0/interior=drawers:1"}));
    const auto screws = rows_on(drawer, "upright0", Face::right, HoleUse::runner);
    REQUIRE(screws.size() == 1);
    CHECK(screws[0].across);
    CHECK(screws[0].count == 3);
    CHECK(screws[0].pitch == 192_mm);
    const Part& upright = drawer.parts[screws[0].part];
    CHECK(screws[0].from + 2 * 192_mm == upright.size.z - 37_mm);
}

TEST_CASE("A bay that turned the corner is drilled like any other", "[drilling]") {
    const Build straight =
        build(book(), with(bare_bay(), {"bays/0/openings/0/split=1000", "bays/0/fronts=left"}));
    Build turned = straight;
    turned.frames.push_back({{5000_mm, 0_mm, 300_mm}, Angle::of_degrees(-90), {}});
    for (Part& part : turned.parts) part.frame = 0;
    const auto a = drilling(book(), straight), b = drilling(book(), turned);
    REQUIRE(a.size() == b.size());
    CHECK(hole_count(a) == hole_count(b));
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].from == b[i].from);
        CHECK(a[i].beside == b[i].beside);
    }
    // The shelf in the frame, its uprights in the world where it puts them: the corner's neighbours.
    Build mixed = turned;
    for (Part& part : mixed.parts) {
        if (part.kind != PartKind::upright) continue;
        // A quarter turn to the right takes x to z and z to -x.
        const Length3 at = part.origin, size = part.size;
        part.frame = -1;
        part.origin = {5000_mm - (at.z + size.z), at.y, 300_mm + at.x};
        part.size = {size.z, size.y, size.x};
        part.thickness_axis = Axis::z;
    }
    const auto c = drilling(book(), mixed);
    CHECK(hole_count(c) == hole_count(a));
    // Its front looks the other way along the upright's width, so every hole is as far from the other edge.
    for (const HoleUse use : {HoleUse::pin, HoleUse::plate}) {
        std::vector<Length> before, after;
        for (const HoleRow& row : a)
            if (row.use == use) before.push_back(straight.parts[row.part].size.z - row.beside);
        for (const HoleRow& row : c)
            if (row.use == use) after.push_back(row.beside);
        std::ranges::sort(before), std::ranges::sort(after);
        CHECK(before == after);
    }
}

TEST_CASE("Runners that pull out the other way are screwed from their own front", "[drilling]") {
    const Build drawer = build(book(), with(bare_bay(), {"depth=605", "bays/0/openings/0/split=600",
                                                         "bays/0/openings/0/interior=drawers:1"}));
    Build turned = drawer;
    turned.frames.push_back({{}, Angle::of_degrees(180), {}});
    for (Part& part : turned.parts)
        if (part.kind != PartKind::upright) {
            part.frame = static_cast<std::int32_t>(turned.frames.size()) - 1;
            // Half a turn about the vertical through the middle between the uprights' edges.
            const Part& upright = drawer.parts[0];
            part.origin.z += -(upright.origin.z * 2 + upright.size.z);
        }
    const auto screws = rows_on(turned, "upright0", Face::right, HoleUse::runner);
    REQUIRE(screws.size() == 1);
    CHECK(screws[0].count == 3);
    CHECK(screws[0].from == 37_mm);
}

TEST_CASE("An upright cut along a slope is drilled as far as it reaches", "[drilling]") {
    Build build = maatkast::build(book(), with(bare_bay(), {"bays/0/openings/0/split=1000"}));
    const auto whole = hole_count(rows_on(build, "upright0", Face::right, HoleUse::pin));
    Part& upright = build.parts[0];
    REQUIRE(upright.name.view() == "upright0");
    // From full height at the front to 1000 less at the back: u is y, v is z.
    upright.shape = ShapeKind::prism;
    upright.extrusion = Axis::x;
    upright.outline = static_cast<std::uint32_t>(build.outlines.size());
    upright.corners = 4;
    const Length y = upright.size.y, z = upright.size.z;
    for (const OutlinePoint point : {OutlinePoint{{}, {}}, {y - 1000_mm, {}}, {y, z}, {{}, z}})
        build.outlines.push_back(point);
    // u runs up and v out of the wall, anticlockwise about x.
    const auto rows = rows_on(build, "upright0", Face::right, HoleUse::pin);
    REQUIRE(rows.size() == 2);
    // 39.5 of 295.9 from the back the slope is at 920 + 133; 80.5 from the front at 1920 - 272.
    CHECK(rows[0].from + 50_mm * (rows[0].count - 1) < 1053_mm);
    CHECK(rows[0].from + 50_mm * rows[0].count > 1053_mm - 20_mm);
    CHECK(rows[1].from + 50_mm * (rows[1].count - 1) < 1648_mm);
    CHECK(rows[1].from + 50_mm * rows[1].count > 1648_mm - 20_mm);
    CHECK(hole_count(rows) < whole);
}

TEST_CASE("No hole of a random cabinet leaves its board, meets another or one from the other side",
          "[drilling][random]") {
    std::int64_t seen = 0;
    for (std::size_t c = 0; c < cabinets().size(); ++c) {
        const Build& build = cabinets()[c].build;
        const auto rows = drilling(book(), build);
        seen += hole_count(rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Part& part = build.parts[rows[i].part];
            INFO(cabinets()[c].design.name << " " << name_of(part) << " " << name_of(rows[i].use));
            const Length thickness = part.size.along(part.thickness_axis);
            const Length width =
                part.size.x + part.size.y + part.size.z - thickness - part.size.along(part.length_axis);
            for (const Holes& hole : holes_of(rows[i])) {
                REQUIRE(hole.along >= hole.diameter / 2);
                REQUIRE(hole.along <= part.size.along(part.length_axis) - hole.diameter / 2);
                REQUIRE(hole.beside >= hole.diameter / 2);
                REQUIRE(hole.beside <= width - hole.diameter / 2);
            }
            REQUIRE(rows[i].depth < thickness);
            for (std::size_t k = i + 1; k < rows.size() && rows[k].part == rows[i].part; ++k) {
                if (rows[k].face != rows[i].face) {
                    REQUIRE(rows[k].depth + rows[i].depth < thickness);
                    continue;
                }
                for (const Holes& a : holes_of(rows[i]))
                    for (const Holes& b : holes_of(rows[k]))
                        REQUIRE(std::hypot((a.along - b.along).mm(), (a.beside - b.beside).mm()) >=
                                (a.diameter + b.diameter).mm() / 2);
            }
        }
    }
    CHECK(seen > 250 * static_cast<std::int64_t>(kCabinets));
}

TEST_CASE("Every pin of a random cabinet has its hole", "[drilling][random]") {
    std::size_t pins = 0;
    for (std::size_t c = 0; c < cabinets().size(); ++c) {
        const Build& build = cabinets()[c].build;
        const auto rows = drilling(book(), build);
        for (const Part& pin : build.parts) {
            if (pin.kind != PartKind::shelf_pin) continue;
            INFO(cabinets()[c].design.name << " " << name_of(pin));
            int holes = 0;
            for (const HoleRow& row : rows) {
                const Part& upright = build.parts[row.part];
                if (row.use != HoleUse::pin || upright.frame != pin.frame) continue;
                const bool right = row.face == Face::right;
                const Length face = upright.origin.x + (right ? upright.size.x : Length{});
                const Length gap = right ? pin.origin.x - face : face - (pin.origin.x + pin.size.x);
                if (gap < Length{} || gap > 1_mm) continue;
                for (const Holes& hole : holes_of(row))
                    holes += upright.origin.y + hole.along == pin.origin.y + pin.size.y / 2 &&
                             upright.origin.z + hole.beside == pin.origin.z + pin.size.z / 2;
            }
            REQUIRE(holes == 1);
            ++pins;
        }
    }
    CHECK(pins > kCabinets / 5);
}

TEST_CASE("Next to a screw an idle pin's hole is left out, one that carries a shelf is not", "[drilling]") {
    Build close = build(book(), with(bare_bay(), {"depth=605", "bays/0/openings/0/split=600",
                                                  "bays/0/openings/0/interior=drawers:1"}));
    const auto part = [&](std::string_view name) {
        return std::ranges::find_if(close.parts, [&](const Part& p) { return p.name.view() == name; });
    };
    const auto screws = rows_on(close, "upright0", Face::right, HoleUse::runner);
    REQUIRE(screws.size() == 1);
    // A pin on the line of the hindmost screw: 50 under it one of its column, which must make room.
    const auto pin = part("bay0_shelf0_pin_left_back"), runner = part("bay0_drawer0_0_runner_left");
    REQUIRE(pin != close.parts.end());
    REQUIRE(runner != close.parts.end());
    const Part upright = *part("upright0");
    pin->origin.z = upright.origin.z + screws[0].from - pin->size.z / 2;
    const Length carrying = pin->origin.y + pin->size.y / 2;
    const auto holes_at = [&](Length height, Length above) {
        runner->origin.y = height + above - runner->size.y / 2;
        int count = 0;
        for (const HoleRow& row : rows_on(close, "upright0", Face::right, HoleUse::pin))
            for (const Holes& hole : holes_of(row))
                count += hole.beside == screws[0].from && upright.origin.y + hole.along == height;
        return count;
    };
    CHECK(holes_at(carrying, 6_mm) == 1);
    CHECK(holes_at(carrying - 50_mm, 6_mm) == 0);
    CHECK(holes_at(carrying - 50_mm, 8_mm) == 1);
}
