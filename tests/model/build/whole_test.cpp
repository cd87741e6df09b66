// Worktop, cornice, panels at the ends, what hangs on the wall, cross braces: sizes that arithmetic gives.
#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/build/outline.h"
#include "model/design/mirror.h"
#include "model/machining/blank.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

std::vector<const Part*> parts_of(const Build& build, PartKind kind) {
    std::vector<const Part*> parts;
    for (const Part& part : build.parts)
        if (part.kind == kind) parts.push_back(&part);
    return parts;
}

const Part& part_named(const Build& build, std::string_view name) {
    const auto found =
        std::ranges::find_if(build.parts, [&](const Part& p) { return p.name.view() == name; });
    INFO(name);
    REQUIRE(found != build.parts.end());
    return *found;
}

Length far(const Part& part, Axis axis) {
    return part.origin.along(axis) + part.size.along(axis);
}

/// Overall 1600 wide, 900 high, 450 deep, doors before two bays.
Design sideboard() {
    Design design = new_design(shop_book(), {1600_mm, 900_mm, 450_mm, 2}).value();
    for (Bay& bay : design.bays) {
        bay.openings = {{std::nullopt, {find_interior_kind("empty"), 1, std::nullopt}, std::nullopt}};
        bay.fronts = {{find_front_kind("pair"), 0, 0, std::nullopt}};
    }
    return design;
}

/// Two bays on each wall and a corner between them.
Design round_a_corner(std::string_view shape, Length left, Length right, bool fronts = true) {
    Design design = with(sideboard(), {"bays/0/fronts=none", "bays/1/fronts=none"});
    for (Bay& bay : design.bays) bay.depth = left;
    design = with(design, {"corner/add=" + std::string(shape)});
    design.bays.push_back(design.bays.back());
    for (std::size_t i = 3; i < design.bays.size(); ++i) design.bays[i].depth = right;
    design.bays[2].width = 450_mm;
    for (Bay& bay : design.bays)
        if (fronts && bay.shape != BayShape::corner_l)
            bay.fronts = {{find_front_kind("left"), 0, 0, std::nullopt}};
    return design;
}

/// Names of two parts in one place, or with faces in one plane over each other; empty where there are none.
std::string clash(const Build& build) {
    std::string found;
    each_touching(build, [&](std::size_t a, std::size_t b) {
        const Part &one = build.parts[a], &other = build.parts[b];
        const auto loose = [](const Part& p) {
            return p.kind == PartKind::hinge_cup || p.kind == PartKind::hinge_arm;
        };
        if (loose(one) || loose(other) || !found.empty()) return;
        if (parts_overlap(build, one, other) ||
            (is_board(one) && is_board(other) && faces_coincide(build, one, other)))
            found = name_of(one) + " " + name_of(other);
    });
    return found;
}

const std::vector<Strings> kTops{
    {}, {"worktop=oak", "worktop/overhang=30"}, {"cornice=90"}, {"top_filler=80"}};
const std::vector<Strings> kEnds{{},
                                 {"ends/left/cladding=true", "ends/right/filler=60"},
                                 {"ends/left/cladding=true", "ends/left/filler=40", "ends/left/scribe=true"}};
const std::vector<Strings> kBases{{}, {"base=legs", "base/height=100"}, {"base=hung", "base/height=200"}};

template <class See>
void each_combination(const Design& design, See see) {
    for (const Strings& top : kTops)
        for (const Strings& ends : kEnds)
            for (const Strings& base : kBases) {
                INFO((top.empty() ? "" : top[0])
                     << " " << (ends.empty() ? "" : ends.back()) << " " << (base.empty() ? "" : base[0]));
                see(with(with(with(design, top), ends), base));
            }
}

}  // namespace

TEST_CASE("A worktop lies inside the height, and reaches out before the fronts inside the depth", "[whole]") {
    const Build built =
        build(shop_book(), with(sideboard(), {"worktop=oak", "worktop/thickness=38", "worktop/overhang=30"}));
    const auto tops = parts_of(built, PartKind::worktop);
    REQUIRE(tops.size() == 1);
    CHECK(tops[0]->size.x == 1600_mm);
    CHECK(tops[0]->size.y == 38_mm);
    CHECK(tops[0]->size.z == 450_mm);
    CHECK(far(*tops[0], Axis::y) == 900_mm);
    for (const Part* upright : parts_of(built, PartKind::upright))
        CHECK(far(*upright, Axis::y) == 900_mm - 38_mm - 0.1_mm);
    for (const Part* door : parts_of(built, PartKind::door)) CHECK(far(*door, Axis::z) == 450_mm - 30_mm);
}

TEST_CASE("A worktop stops at a higher bay and covers the upright of a lower one", "[whole]") {
    const Design design = with(sideboard(), {"worktop=oak", "bays/1/height=1200"});
    const Build built = build(shop_book(), design);
    const auto tops = parts_of(built, PartKind::worktop);
    REQUIRE(tops.size() == 2);
    const Part& upright = part_named(built, "upright1");
    CHECK(far(*tops[0], Axis::x) == upright.origin.x - 0.1_mm);
    CHECK(tops[1]->origin.x == upright.origin.x);
    CHECK(far(*tops[1], Axis::y) == 1200_mm);
    CHECK(far(upright, Axis::y) == 1200_mm - 25.1_mm);
}

TEST_CASE("A worktop longer than a sheet is joined over an upright", "[whole]") {
    Design design = with(sideboard(), {"worktop=oak", "bays=6", "width=4000"});
    const Build built = build(shop_book(), design);
    const auto tops = parts_of(built, PartKind::worktop);
    REQUIRE(tops.size() == 2);
    Length length = 0.1_mm;
    for (const Part* top : tops) {
        CHECK(top->size.x <= 2750_mm);
        length += top->size.x;
    }
    CHECK(length == 4000_mm);
    const Length joint = far(*tops[0], Axis::x);
    CHECK(std::ranges::any_of(parts_of(built, PartKind::upright), [&](const Part* upright) {
        return upright->origin.x < joint && joint < far(*upright, Axis::x);
    }));
    CHECK(find(built, "worktop.joint"));
}

TEST_CASE("A worktop before a diagonal corner is joined where its front is straight", "[whole]") {
    const Design design = with(
        round_a_corner("corner_diagonal", 450_mm, 450_mm),
        {"worktop=oak", "bays/1/width=1000", "bays/3/width=1000", "bays/0/width=1150", "bays/4/width=1150"});
    const Build built = build(shop_book(), design);
    CHECK(parts_of(built, PartKind::worktop).size() == 4);
    CHECK(clash(built) == "");
}

TEST_CASE("Round a corner a worktop is mitred and covers what the bays take", "[whole]") {
    for (const std::string_view shape :
         {"corner_l", "corner_diagonal", "corner_blind_left", "corner_blind_right"})
        for (const auto& [left, right] : {std::pair{450_mm, 450_mm}, {600_mm, 350_mm}}) {
            Design design = with(round_a_corner(shape, left, right), {"worktop=oak"});
            design.bays.erase(design.bays.begin() + 4);
            design.bays.erase(design.bays.begin());
            INFO(shape << " " << left.mm() << " " << right.mm());
            const Layout layout = make_layout(shop_book(), design);
            const Build built = build(shop_book(), design);
            double area = 0;
            for (const Part* top : parts_of(built, PartKind::worktop))
                area += solid_volume(built, *top) / top->size.y.metres();
            // Two rectangles that share the square of the corner, and the triangle that a diagonal adds.
            const CornerLayout& corner = layout.corners[0];
            const double along = (corner.left_leg + design.bays[0].width + 19_mm).metres(),
                         other = (corner.right_leg + design.bays[2].width + 19_mm).metres();
            double whole = along * left.metres() + (other - left.metres()) * right.metres();
            if (shape == "corner_diagonal") {
                // The carcase's triangle side, longer by what the front's distance d makes of it: d (2 - √2).
                const double d = 0.021 + 0.02;
                const double side = (corner.left_leg - 19_mm - right).metres() + d * (std::sqrt(2) - 1);
                whole += side * side / 2;
            }
            CHECK(area == Approx(whole).epsilon(5e-4));
            CHECK(clash(built) == "");
        }
}

TEST_CASE("A cornice is mitred round both free ends at 45 degrees", "[whole]") {
    const Build built =
        build(shop_book(), with(sideboard(), {"cornice=90", "cornice/overhang=30", "width=1600"}));
    const auto boards = parts_of(built, PartKind::cornice);
    REQUIRE(boards.size() == 6);
    // Cap: 30 before the fronts, 21 of fronts, 19 of frieze, 20 behind it; front piece 1600 long, 90 wide,
    // less the corners that its mitres cut off, and the gap of a joint at both.
    const Part& front = part_named(built, "cornice_cap1");
    CHECK(front.size.x == 1600_mm - 0.2_mm);
    CHECK(front.size.z == 90_mm);
    const auto outline = outline_of(built, front);
    CHECK(outline_area(outline) == Approx(0.0900 * (1.5998 - 0.09)).epsilon(1e-4));
    CHECK(far(front, Axis::y) == 900_mm);
    const Part& frieze = part_named(built, "cornice_frieze1");
    CHECK(frieze.size.x == 1600_mm - 60_mm - 0.2_mm);
    CHECK(frieze.origin.y == 900_mm - 90_mm);
    CHECK(far(frieze, Axis::z) == 450_mm - 30_mm - 21_mm);
    CHECK(overall_size(shop_book(), with(sideboard(), {"cornice=90"})).x == 1660_mm);
}

TEST_CASE("Beside a bay that is a little higher, much higher, or deeper a cornice ends clear of the other's",
          "[whole]") {
    for (const char* size :
         {"bays/1/height=910", "bays/1/height=920", "bays/1/height=950", "bays/1/height=1100",
          "bays/1/depth=500", "bays/0/height=910", "bays/0/depth=600"})
        for (const char* cornice : {"cornice=90", "cornice=40"}) {
            INFO(size << " " << cornice);
            CHECK(clash(build(shop_book(), with(sideboard(), {cornice, size}))) == "");
        }
}

TEST_CASE("Cladding, filler and scribe stand beside the upright", "[whole]") {
    const Design design = with(sideboard(), {"ends/left/cladding=true", "ends/left/filler=60",
                                             "ends/left/scribe=true", "width=1600"});
    const Build built = build(shop_book(), design);
    const Part &cladding = part_named(built, "end_left_cladding"),
               &filler = part_named(built, "end_left_filler"), &upright = part_named(built, "upright0");
    CHECK(far(cladding, Axis::x) == upright.origin.x - 0.1_mm);
    CHECK(cladding.size == Length3{19_mm, 900_mm, 450_mm});
    CHECK(far(filler, Axis::x) == cladding.origin.x - 0.1_mm);
    CHECK(filler.size.x == 60_mm - 0.2_mm);  // less its joint and the cladding's
    CHECK(far(filler, Axis::z) == 450_mm - 5_mm);
    CHECK(filler.origin.x == -800_mm);
    CHECK(blank_of(shop_book(), built, filler).width == 75_mm - 0.2_mm);
    CHECK(clash(built) == "");
}

TEST_CASE("The strip up to the ceiling stands on top of the height", "[whole]") {
    const Design design = with(sideboard(), {"room/ceiling=1000", "top_filler=100"});
    const Build built = build(shop_book(), design);
    CHECK(carcase_bounds(built).most.y == 1000_mm);
    CHECK(overall_size(shop_book(), design).y == 1000_mm);
    CHECK(total_height(design) == 900_mm);
}

TEST_CASE("A hung cabinet stands on nothing and hangs on a rail as long as its bays", "[whole]") {
    const Design design = with(sideboard(), {"base=hung", "base/height=400", "room/wall=masonry"});
    const Build built = build(shop_book(), design);
    CHECK(bounds(built).least.y == 400_mm);
    for (const PartKind kind : {PartKind::foot, PartKind::leg, PartKind::plinth, PartKind::wall_bracket})
        CHECK(parts_of(built, kind).empty());
    const auto rails = parts_of(built, PartKind::wall_rail);
    REQUIRE(rails.size() == 1);
    CHECK(rails[0]->size.x == 1600_mm - 2 * (19_mm + 0.1_mm));
    CHECK(rails[0]->origin.z == 0_mm);
    CHECK(parts_of(built, PartKind::batten).size() == 2);
}

TEST_CASE("The bars of a brace cross behind their bay, between the middles of its uprights", "[whole]") {
    for (const char* height : {"500", "900", "2000"}) {
        const Design design = with(sideboard(), {"bays/0/fronts=none", "bays/1/fronts=none",
                                                 "bays/0/back=brace", "height=" + std::string(height)});
        const Build built = build(shop_book(), design);
        const auto bars = parts_of(built, PartKind::brace);
        REQUIRE(bars.size() == 2);
        CHECK(bars[0]->size.z == bars[1]->size.z);
        CHECK(clash(built) == "");
        const Part &left = part_named(built, "upright0"), &right = part_named(built, "upright1");
        for (const Part* bar : bars) {
            const WorldBox box = world_box(built, *bar);
            CHECK(box.least.x >= (left.origin.x + 9.5_mm).metres());
            CHECK(box.most.x <= (right.origin.x + 9.5_mm).metres());
            CHECK(box.least.x + box.most.x ==
                  Approx((left.origin.x + far(right, Axis::x)).metres()).margin(1e-4));
            CHECK(box.least.z >= -1e-9);
            CHECK(box.most.z <= left.origin.z.metres());
        }
        CHECK_FALSE(find(built, "stability.racking"));
    }
}

TEST_CASE("However top, ends and base are combined, the cabinet is of the sizes asked, and clear of itself",
          "[whole]") {
    each_combination(sideboard(), [](const Design& wish) {
        const Design design = with(wish, {"width=1700"});
        const Build built = build(shop_book(), design);
        const Box box = carcase_bounds(built);
        CHECK(box.most.x - box.least.x == 1700_mm);
        CHECK(box.most.y == 900_mm + design.top_filler);
        CHECK(box.most.z == 450_mm);
        CHECK(clash(built) == "");
    });
}

TEST_CASE("Round every corner, whatever stands on top and at the ends, nothing is in one place", "[whole]") {
    for (const std::string_view shape :
         {"corner_l", "corner_diagonal", "corner_blind_left", "corner_blind_right"})
        for (const auto& [left, right] : {std::pair{450_mm, 450_mm}, {450_mm, 320_mm}})
            for (const char* main : {"0", "1"})
                each_combination(with(round_a_corner(shape, left, right), {"main_run=" + std::string(main)}),
                                 [&](const Design& design) {
                                     INFO(shape << " " << left.mm() << " " << right.mm() << " " << main);
                                     CHECK(clash(build(shop_book(), design)) == "");
                                 });
}

TEST_CASE("The mirrored whole has the mirrored parts and the same price", "[whole]") {
    const auto check = [](const Design& design) {
        const Build one = build(shop_book(), design),
                    other = build(shop_book(), mirrored(shop_book(), design));
        CHECK(one.parts.size() == other.parts.size());
        CHECK(price(shop_book(), one).total == price(shop_book(), other).total);
        CHECK(one.mass == Approx(other.mass).epsilon(1e-12));
        for (const PartKind kind :
             {PartKind::worktop, PartKind::cornice, PartKind::filler, PartKind::cladding})
            CHECK(parts_of(one, kind).size() == parts_of(other, kind).size());
    };
    each_combination(with(sideboard(), {"bays/1/height=1100"}), check);
    each_combination(round_a_corner("corner_diagonal", 450_mm, 450_mm), check);
    each_combination(round_a_corner("corner_blind_left", 450_mm, 320_mm), check);
}

TEST_CASE("Beside a higher bay an open end has a worktop of its own, without a step", "[whole]") {
    for (const std::string shape : {"end_round", "end_diagonal"}) {
        const Design design = with(sideboard(), {"bays/1/fronts=none", "bays/1/shape=" + shape, "worktop=oak",
                                                 "bays/1/width=400", "bays/0/height=1100"});
        const Build built = build(shop_book(), design);
        const Part& end = part_named(built, "worktop1");
        INFO(shape);
        CHECK(end.size.x == 399.9_mm);  // a joint beside the upright
        const auto outline = outline_of(built, end);
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
            CHECK(std::hypot((a.u - b.u).mm(), (a.v - b.v).mm()) > 1);
        }
    }
}

TEST_CASE("Open ends carry the worktop over their own curve", "[whole]") {
    for (const std::string shape : {"end_round", "end_diagonal"}) {
        const Design design = with(
            sideboard(), {"bays/1/fronts=none", "bays/1/shape=" + shape, "worktop=oak", "bays/1/width=400"});
        const Build built = build(shop_book(), design);
        INFO(shape);
        CHECK(parts_of(built, PartKind::worktop).size() == 1);
        CHECK(carcase_bounds(built).most.x - carcase_bounds(built).least.x ==
              overall_size(shop_book(), design).x);
        CHECK(clash(built) == "");
    }
}

TEST_CASE("A worktop of a random design lies on boards all along, so that it spans nothing", "[random]") {
    int seen = 0;
    for (const Cabinet& cabinet : cabinets())
        for (const Part* at : parts_of(cabinet.build, PartKind::worktop)) {
            const Part& top = *at;
            if (top.shape != ShapeKind::board) continue;
            INFO(cabinet.design.name << " " << name_of(top));
            std::vector<std::pair<Length, Length>> under;
            for (const Part& part : cabinet.build.parts)
                if (part.frame == top.frame && far(part, Axis::y) == top.origin.y - 0.1_mm &&
                    (part.kind == PartKind::top || part.kind == PartKind::upright) &&
                    shared(part, top, Axis::x) > Length{} && part.size.z * 2 > top.size.z)
                    under.push_back({part.origin.x, far(part, Axis::x)});
            REQUIRE_FALSE(under.empty());
            std::ranges::sort(under);
            CHECK(under.front().first - top.origin.x < 200_mm);  // cladding and filler
            CHECK(far(top, Axis::x) - under.back().second < 200_mm);
            for (std::size_t i = 1; i < under.size(); ++i)
                CHECK(under[i].first - under[i - 1].second <= 0.1_mm);
            ++seen;
        }
    CHECK(seen > static_cast<int>(kCabinets / 20));
}
