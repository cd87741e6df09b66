// Under a sloping ceiling: heights, areas and volumes by arithmetic, and what must hold under any slope.
#include "model/build/slope.h"

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/outline.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// One straight bay, clear width 600, 2000 high, 400 deep, boards of 19 mm, with these edits.
Design bay_under(const Strings& edits) {
    Strings all{"depth=400"};
    all.insert(all.end(), edits.begin(), edits.end());
    return with(bare_bay(), all);
}

const Part& part_of(const Build& build, std::string_view name) {
    const auto found =
        std::ranges::find_if(build.parts, [&](const Part& part) { return part.name.view() == name; });
    INFO(name);
    REQUIRE(found != build.parts.end());
    return *found;
}

/// Tenths of a millimetre, of the highest point at one end of an outline's u.
Length height_at(const Build& build, const Part& part, bool right) {
    Length highest{};
    for (const OutlinePoint& point : outline_of(build, part))
        if (point.u == (right ? part.size.x : Length{})) highest = std::max(highest, point.v);
    return part.origin.y + highest;
}

/// Every corner of every board, in metres in the world.
template <class Look>
void each_corner(const Build& build, Look look) {
    for (const Part& part : build.parts) {
        if (!is_board(part)) continue;
        for (const Convex& solid : convex_solids(build, part))
            for (const Polygon& face : solid.faces)
                for (const glm::dvec3& point : face) look(part, point);
    }
}

}  // namespace

TEST_CASE("A slope is h0 + (h1 - h0) x / W, and two of low, high and angle give the third", "[slope]") {
    const Slope both{Slope::Side::left, 1000_mm, 3000_mm, {}};
    const SlopeLine line = room_slope(both, -1000_mm, 1000_mm, 500_mm);
    CHECK(line.height(-1000_mm) == Approx(1000));
    CHECK(line.height(0_mm) == Approx(2000));
    CHECK(line.height(500_mm) == Approx(2500));
    const Slope from_low{Slope::Side::left, 1000_mm, {}, Angle::of_degrees(45)},
        from_high{Slope::Side::left, {}, 3000_mm, Angle::of_degrees(45)};
    for (const Slope& slope : {from_low, from_high})
        CHECK(room_slope(slope, -1000_mm, 1000_mm, 500_mm).height(250_mm) == Approx(2250));
    const Slope right{Slope::Side::right, 1000_mm, {}, Angle::of_degrees(30)};
    CHECK(room_slope(right, -1000_mm, 1000_mm, 500_mm).height(-1000_mm) ==
          Approx(1000 + 2000 / std::numbers::sqrt3));
    const Slope back{Slope::Side::back, 1200_mm, 1700_mm, {}};
    const SlopeLine out = room_slope(back, -1000_mm, 1000_mm, 500_mm);
    CHECK(out.axis == Axis::z);
    CHECK(out.height(100_mm) == Approx(1300));
}

TEST_CASE("Lowered by a clearance a slope is that much lower square to itself", "[slope]") {
    const SlopeLine line{Axis::x, 1, {}, 1000, std::tan(std::numbers::pi / 3)};
    CHECK(line.lowered(10_mm).height(0_mm) == Approx(1000 - 20));  // 10 / cos 60°
    CHECK(line.upright(19_mm) == Approx(38));
}

TEST_CASE("A slope keeps its heights in the axes of every run", "[slope]") {
    const SlopeLine line{Axis::x, -1, 700_mm, 900, 0.5};
    for (int quarters = -3; quarters <= 3; ++quarters) {
        const Frame frame{{123_mm, {}, -456_mm}, Angle::of_degrees(90 * quarters), {}};
        for (const SlopeLine& world : {line, SlopeLine{Axis::z, 1, 50_mm, 900, 0.5}}) {
            const SlopeLine local = in_frame(world, frame);
            const Length3 at{200_mm, {}, 300_mm};
            const glm::dvec4 there = frame_matrix(frame) * glm::dvec4(0.2, 0, 0.3, 1);
            const Length along = Length::nearest_mm((world.axis == Axis::x ? there.x : there.z) * 1000);
            CHECK(local.height(at.along(local.axis)) == Approx(world.height(along)));
        }
    }
}

TEST_CASE("Under 45° a bay's back and door are trapezoids, its top is square to the slope", "[slope]") {
    // From 1200 at the left end: 638 further, at the right end, 1838; less than the bay's 2000.
    const Design design = bay_under(
        {"room/slope=left", "room/slope/low=1200", "room/slope/angle=45", "bays/0/fronts/add=right:0:0"});
    const Build built = build(shop_book(), design);
    const double clear = 10 * std::numbers::sqrt2;  // 10 mm square to it, measured upright
    const Part &back = part_of(built, "bay0_back"), &door = part_of(built, "bay0_front0_door");
    for (const Part* part : {&back, &door}) {
        CHECK(part->shape == ShapeKind::prism);
        const double x = part->origin.x.mm() + 319, width = part->size.x.mm();  // from the left end
        // The door's inner corner comes 19 mm downhill when it opens.
        const double gap = part == &back ? std::numbers::sqrt2 : (1.5 + 3.5) * std::numbers::sqrt2;
        const double left = 1200 + x - clear - gap, right = left + width;
        CHECK(height_at(built, *part, false).mm() == Approx(left).margin(0.11));
        CHECK(height_at(built, *part, true).mm() == Approx(right).margin(0.11));
        const double area = ((left + right) / 2 - part->origin.y.mm()) * width / 1e6;
        CHECK(outline_area(outline_of(built, *part)) == Approx(area).epsilon(3e-4));
    }
    const Part& top = part_of(built, "bay0_top");
    // A parallelogram over 599.8, as high as 19 mm are upright at 45°.
    CHECK(outline_area(outline_of(built, top)) * 1e6 ==
          Approx(599.8 * 19 * std::numbers::sqrt2).epsilon(0.002));
    CHECK(part_of(built, "upright0").origin.y + part_of(built, "upright0").size.y ==
          Length::nearest_mm(std::floor((1200 + 19 - clear) * 10) / 10));
}

TEST_CASE("A top goes on flat where the slope passes its height", "[slope]") {
    const Design design = bay_under({"room/slope=right", "room/slope/low=1700", "room/slope/angle=45"});
    const Build built = build(shop_book(), design);
    const Part &sloping = part_of(built, "bay0_top"), &flat = part_of(built, "bay0_top_flat");
    CHECK(flat.origin.x < sloping.origin.x);
    CHECK(flat.origin.y + flat.size.y == 2000_mm);
    CHECK(flat.size.y == 19_mm);
    // The line less 14.1 is at 2000 at 314.1 from the right end, 319 right of the middle: at 4.9.
    const double meets = 319 - (2000 - 1700 + 10 * std::numbers::sqrt2);
    CHECK((flat.origin.x + flat.size.x).mm() == Approx(meets).margin(0.21));
    CHECK_FALSE(parts_overlap(built, sloping, flat));
    CHECK_FALSE(faces_coincide(built, sloping, flat));
}

TEST_CASE("Under a slope to the wall uprights are pentagons and the back ends below it", "[slope]") {
    const Design design = bay_under({"room/slope=back", "room/slope/low=1700", "room/slope/angle=60"});
    const Build built = build(shop_book(), design);
    const Part& upright = part_of(built, "upright0");
    CHECK(upright.shape == ShapeKind::prism);
    CHECK(upright.corners == 5);
    CHECK(upright.origin.y + upright.size.y == 2000_mm);
    const Part& back = part_of(built, "bay0_back");
    CHECK(back.shape == ShapeKind::board);
    CHECK((back.origin.y + back.size.y).mm() < 1700 - 20);
    // What is lost: over the back zone the line is at 1680 + z tan 60°, and reaches 2000 at z = 184.75.
    const double z0 = upright.origin.z.mm(), z1 = (2000 - 1680) / std::numbers::sqrt3,
                 low = 1680 + z0 * std::numbers::sqrt3;
    const double box = upright.size.y.mm() * upright.size.z.mm();
    CHECK(outline_area(outline_of(built, upright)) * 1e6 ==
          Approx(box - (z1 - z0) * (2000 - low) / 2).epsilon(1e-4));
}

TEST_CASE("What spans a bay stays under the lowest point of its top", "[slope]") {
    const Design design = bay_under({"room/slope=left", "room/slope/low=1200", "room/slope/angle=45"});
    const Layout layout = make_layout(shop_book(), design);
    const double under = 1200 + 19 - 29 * std::numbers::sqrt2;  // clearance and board, upright
    CHECK(layout.bays[0].ceiling.mm() == Approx(under).margin(0.21));
    CHECK(layout.openings[0].top == layout.bays[0].ceiling);
    CHECK(refused("rail.height", "bays/0/openings/0/interior",
                  with(design, {"room/slope/low=900", "bays/0/openings/0/interior=rail"}))
              .measured ==
          MessageValue(make_layout(shop_book(), with(design, {"room/slope/low=900"})).openings[0].clear()));
}

TEST_CASE("A shelf over the lowest point of a top that slopes to the wall is shallower", "[slope]") {
    const Design design = bay_under(
        {"room/slope=back", "room/slope/low=1300", "room/slope/angle=45", "bays/0/openings/0/split=1300"});
    const Build built = build(shop_book(), design);
    CHECK(find(built, "slope.shelf") == nullptr);
    const Part& shelf = part_of(built, "bay0_shelf0");
    // Its upper face is at 99 + 1300; the underside of the top at 1300 + z less 10 and 19 square to it.
    const double back = 1399 - 1300 + 29 * std::numbers::sqrt2;
    CHECK(shelf.origin.z.mm() == Approx(back).margin(0.61));
    const Design rail = with(design, {"bays/0/openings/0/interior=rail"});
    CHECK(repairs_of(refused("slope.shelf", "bays/0/openings/0/interior", rail)) == Strings{"empty_opening"});
    refused("slope.shelf", "bays/0/openings/0/top", with(design, {"bays/0/openings/0/top=1650"}));
}

TEST_CASE("No board of any cabinet comes nearer to its ceiling than the book says", "[slope][random]") {
    std::size_t under = 0;
    for (const Cabinet& cabinet : cabinets()) {
        if (!cabinet.design.room.slope) continue;
        INFO(cabinet.design.name);
        const Length3 size = overall_size(shop_book(), cabinet.design);
        const Length left = -size.x / 2;  // the main wall's bays stand in the middle
        const SlopeLine ceiling =
            room_slope(*cabinet.design.room.slope, left, left + size.x, total_depth(cabinet.design));
        each_corner(cabinet.build, [&](const Part& part, const glm::dvec3& point) {
            const double along = (ceiling.axis == Axis::x ? point.x : point.z) * 1000;
            const double height = ceiling.low + ceiling.tangent * ceiling.sign * (along - ceiling.zero.mm());
            const double free = (height - point.y * 1000) / std::hypot(1.0, ceiling.tangent);
            INFO(name_of(part) << " " << free);
            REQUIRE(free > 10 - 0.12);
        });
        under += std::ranges::any_of(cabinet.build.parts,
                                     [](const Part& part) { return part.shape == ShapeKind::prism; });
    }
    CHECK(under > kCabinets / 100);
}

TEST_CASE("A slope that passes over the cabinet changes nothing", "[slope]") {
    const Build bare = build(shop_book(), bay_under({}));
    for (const std::string side : {"left", "right", "back"}) {
        const Build built = build(shop_book(), bay_under({"room/slope=" + side, "room/slope/low=2100"}));
        REQUIRE(built.parts.size() == bare.parts.size());
        CHECK(built.mass == bare.mass);
        for (std::size_t i = 0; i < bare.parts.size(); ++i) {
            CHECK(built.parts[i].size == bare.parts[i].size);
            CHECK(built.parts[i].shape == bare.parts[i].shape);
        }
    }
}
