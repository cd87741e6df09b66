// The folding door before an L: sizes by hand, two leaves at a right angle that stand in one plane when open,
// and nothing in their way.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/build/sweep.h"
#include "model/design/mirror.h"
#include "model/machining/drilling.h"
#include "model/price/price.h"
#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kGrid = 1e-4;  // metres

/// A bay with a door on each wall, between them an L with a folding door over all its height.
Design round_an_l(const std::string& kind, const Strings& edits = {}) {
    Design design = with(bare_bay(), {"depth=560", "bays/0/openings/0/split=1000", "corner/add=corner_l"});
    design = with(design, {"bays/0/fronts=left", "bays/2/fronts=right", "bays/1/fronts=" + kind});
    return with(design, edits);
}

/// The boards of the hung leaf, then of the free one.
std::array<const Leaf*, 2> leaves_of_door(const Build& build) {
    std::vector<const Leaf*> found;
    for (const Leaf& leaf : build.leaves)
        if (leaf.kind == LeafKind::folding) found.push_back(&leaf);
    REQUIRE(found.size() == 2);
    REQUIRE(build.openers[static_cast<std::size_t>(found[1]->opener)].parent == found[0]->opener);
    return {found[0], found[1]};
}

/// Where a leaf's face looks, in plan, when the door is open by a share.
glm::dvec3 facing(const Build& build, const Leaf& leaf, double open) {
    const std::vector<double> shares(build.openers.size(), open);
    return opener_matrix(build, leaf.opener, shares) * glm::dvec4(0, 0, 1, 0);
}

/// The lower left or right corner of a leaf's face, when the door is open by a share.
glm::dvec3 face_corner(const Build& build, const Leaf& leaf, bool right, double open) {
    const std::vector<double> shares(build.openers.size(), open);
    return opener_matrix(build, leaf.opener, shares) *
           glm::dvec4((leaf.origin.x + (right ? leaf.size.x : 0_mm)).metres(), leaf.origin.y.metres(),
                      (leaf.origin.z + leaf.size.z).metres(), 1);
}

double degrees_between(const glm::dvec3& a, const glm::dvec3& b) {
    return std::acos(std::clamp(glm::dot(a, b), -1.0, 1.0)) * 180 / 3.14159265358979;
}

WorldBox box_of(const Build& build, const Leaf& leaf, double share = 0) {
    const std::vector<double> open(build.openers.size(), share);
    WorldBox box;
    for (const Part& part : std::span(build.parts).subspan(leaf.first_part, leaf.parts)) {
        const WorldBox of = world_box(build, part, open);
        box.least = glm::min(box.least, of.least);
        box.most = glm::max(box.most, of.most);
    }
    return box;
}

const Leaf& leaf_of_bay(const Build& build, std::int32_t bay) {
    return *std::ranges::find(build.leaves, bay, &Leaf::bay);
}

bool is_hinge(const Part& part) {
    return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
}

/// Names of two parts that meet while the folding door alone is open by a share; its own leaves are looked at
/// too. Empty where there are none.
std::string met(const Build& build, double share) {
    const std::int32_t root = leaves_of_door(build)[0]->opener;
    std::vector<double> open(build.openers.size());
    open[static_cast<std::size_t>(root)] = share;
    const auto moves = [&](const Part& part) {
        return part.opener >= 0 &&
               (part.opener == root || build.openers[static_cast<std::size_t>(part.opener)].parent == root);
    };
    for (const Part& moving : build.parts) {
        if (!moves(moving) || is_hinge(moving)) continue;
        const auto solids = convex_solids(build, moving, open);
        for (const Part& other : build.parts) {
            if (other.opener == moving.opener || is_hinge(other)) continue;
            if (overlap(solids, convex_solids(build, other, open), kGrid))
                return std::string(moving.name.view()) + " " + std::string(other.name.view());
        }
    }
    return {};
}

std::size_t count(const Build& build, std::string_view article) {
    const std::uint16_t index = book().article(article);
    return static_cast<std::size_t>(std::ranges::count_if(
        build.parts, [index](const Part& part) { return !is_board(part) && part.article == index; }));
}

}  // namespace

TEST_CASE("Leaves before an L: what the leg leaves over the neighbour, less half an upright and a gap",
          "[corner]") {
    // 900 × 900 beside 560: 340 less 9 and 3; 600 × 600 beside 320: 280 less the same. The neighbour's depth
    // counts its fronts, and its front shares the upright with the leaf.
    for (const auto& [depth, leaf] : {std::pair("560", 328_mm), {"320", 268_mm}})
        for (const char* kind : {"bifold_left", "bifold_right"}) {
            const Design design = round_an_l(kind, {std::string("depth=") + depth, "thickness/carcase=18"});
            const Layout layout = make_layout(book(), design);
            const CornerLayout& corner = layout.corners.at(0);
            const Length over = corner.left_leg - corner.right_depth;
            CHECK(corner.left_leg == (depth == std::string("560") ? 900_mm : 600_mm));
            CHECK(leaf == over - 18_mm / 2 - 3_mm);
            const Build built = build(book(), design);
            for (const Leaf* of : leaves_of_door(built)) CHECK(of->size.x == leaf);
        }
    // Unequal depths: each leg follows the other wall's, so that both leaves stay as wide.
    const Build built = build(book(), round_an_l("bifold_left", {"bays/2/depth=400"}));
    for (const Leaf* of : leaves_of_door(built)) CHECK(of->size.x == 340_mm - 9.5_mm - 3_mm);
}

TEST_CASE("Closed leaves stand at a right angle in the planes of their neighbours' fronts", "[corner]") {
    for (const char* kind : {"bifold_left", "bifold_right"})
        for (const char* depth : {"560", "400"}) {
            INFO(kind << " " << depth);
            const Build built = build(book(), round_an_l(kind, {std::string("bays/2/depth=") + depth}));
            const auto [hung, free] = leaves_of_door(built);
            CHECK(degrees_between(facing(built, *hung, 0), facing(built, *free, 0)) == Approx(90));
            const bool left = std::string_view(kind) == "bifold_left";
            const WorldBox along = box_of(built, left ? *hung : *free),
                           across = box_of(built, left ? *free : *hung),
                           first = box_of(built, leaf_of_bay(built, 0)),
                           last = box_of(built, leaf_of_bay(built, 2));
            CHECK(along.most.z == Approx(first.most.z));
            CHECK(along.least.z == Approx(first.least.z));
            CHECK(across.least.x == Approx(last.least.x));
            CHECK(across.most.x == Approx(last.most.x));
            // The book's gap at the uprights; half of it from each face's plane to the other leaf.
            CHECK(along.least.x - first.most.x == Approx(0.003));
            CHECK(last.least.z - across.most.z == Approx(0.003));
            CHECK(across.least.x - along.most.x == Approx(0.0015));
            CHECK(across.least.z - along.most.z == Approx(0.0015));
        }
}

TEST_CASE("The free leaf comes off its neighbour first; then both go, until they stand in one plane",
          "[corner]") {
    for (const char* kind : {"bifold_left", "bifold_right"})
        for (const char* handle : {"none", "bar"}) {
            INFO(kind << " " << handle);
            const Build built = build(book(), round_an_l(kind, {std::string("handle=") + handle}));
            const auto [hung, free] = leaves_of_door(built);
            const auto turned_by = [&](double open) {
                return degrees_between(facing(built, *hung, 0), facing(built, *hung, open));
            };
            const auto between = [&](double open) {
                return degrees_between(facing(built, *hung, open), facing(built, *free, open));
            };
            // 135° from folded to straight: 45 in from the right angle, a quarter of 45 + 135.
            CHECK(turned_by(0.25) == Approx(0).margin(1e-4));
            CHECK(between(0.25) == Approx(135));
            CHECK(between(0.5) == Approx(135 - 45));
            CHECK(between(1) == Approx(0).margin(1e-4));
            // One face goes on where the other ends, a gap of the book's further.
            const bool left = std::string_view(kind) == "bifold_left";
            const glm::dvec3 end = face_corner(built, *hung, left, 1),
                             begin = face_corner(built, *free, !left, 1);
            CHECK(glm::dot(begin - end, facing(built, *hung, 1)) == Approx(0).margin(1e-9));
            CHECK(glm::distance(begin, end) == Approx(0.003));
            // A bar of 10 stands 40 from an edge 3 away, 35 and a joint out; 5 between it and the leaf.
            const double most = std::string_view(handle) == "bar"
                                    ? std::floor(180 - std::atan2(40.1, 38) * 180 / 3.14159265358979)
                                    : 165;
            CHECK(turned_by(1) == Approx(most));
            // Gone from before the opening: both lie beyond the edge they hang on.
            const WorldBox closed = box_of(built, *hung);
            for (const Leaf* leaf : {hung, free}) {
                const WorldBox box = box_of(built, *leaf, 1);
                if (left)
                    CHECK(box.most.x <= closed.least.x + 0.025);
                else
                    CHECK(box.least.z >= closed.most.z - 0.025);
            }
        }
}

TEST_CASE("A folding door before an L meets nothing on its way: not its leaves, its neighbours nor a handle",
          "[corner]") {
    for (const char* kind : {"bifold_left", "bifold_right"})
        for (const char* depth : {"560", "320"})
            for (const Handle& handle : book().handles)
                for (const char* style : {"slab", "panelled"}) {
                    const Build built =
                        build(book(), round_an_l(kind, {std::string("depth=") + depth, "handle=" + handle.id,
                                                        "bays/1/fronts/0/style=" + std::string(style),
                                                        "thickness/fronts=19"}));
                    INFO(kind << " " << depth << " " << handle.id << " " << style);
                    CHECK_FALSE(find(built, "opener.clash"));
                    CHECK_FALSE(find(built, "whole.not_made"));
                    for (const double share : {0.0, 0.05, 0.1, 0.25, 0.3, 0.5, 0.75, 0.9, 1.0}) {
                        INFO(share);
                        CHECK(met(built, share) == "");
                    }
                }
}

TEST_CASE("No part of a folding door before an L shares a place or a plane with another", "[corner]") {
    for (const char* kind : {"bifold_left", "bifold_right"})
        for (const char* carcase : {"16", "25"}) {
            const Build built = build(
                book(),
                round_an_l(kind, {std::string("thickness/carcase=") + carcase, "bays/1/openings/0/split=500",
                                  "bays/1/fronts=none", std::string("bays/1/fronts/add=") + kind + ":0:0",
                                  std::string("bays/1/fronts/add=") + kind + ":1:1"}));
            CHECK(std::ranges::count(built.leaves, LeafKind::folding, &Leaf::kind) == 4);
            each_touching(built, [&](std::size_t a, std::size_t b) {
                const Part &one = built.parts[a], &other = built.parts[b];
                if (one.kind == PartKind::hinge_cup || other.kind == PartKind::hinge_cup) return;
                INFO(kind << ": " << one.name.view() << " " << other.name.view());
                CHECK_FALSE(parts_overlap(built, one, other));
                if (is_board(one) && is_board(other)) CHECK_FALSE(faces_coincide(built, one, other));
            });
        }
}

TEST_CASE("What would not pass is found: a leaf that does not come off its neighbour first", "[corner]") {
    Build built = build(book(), round_an_l("bifold_left"));
    const auto [hung, free] = leaves_of_door(built);
    for (const Leaf* leaf : {hung, free}) {
        Opener& opener = built.openers[static_cast<std::size_t>(leaf->opener)];
        opener.before = {};
        opener.lead = 0;
    }
    CHECK(met(built, 0.1) != "");
    Sweeps sweeps(built, sweep_steps(book()));
    CHECK(sweeps.alone(hung->opener));
}

TEST_CASE("Hinges before an L: of 165° for both leaves, of 135° for the second, priced as such", "[corner]") {
    const Build built = build(book(), round_an_l("bifold_left"));
    const auto [hung, free] = leaves_of_door(built);
    // 1917 high: four by height; 19 mm chipboard of 650: 327.5 × 1917 weighs 7.75 kg, two of them 15.5: four.
    CHECK(hung->mass == Approx(0.3275 * 1.917 * 0.019 * 650).epsilon(1e-3));
    CHECK(count(built, "hinge.wide_arm") == 4);
    CHECK(count(built, "hinge.corner_cup") == 4);
    CHECK(count(built, "hinge.corner_plate") == 4);
    CHECK(count(built, "hinge.plate") == 0);
    const auto quantity = [&](std::string_view article) {
        for (const PriceLine& line : price(book(), built).lines)
            if (line.article == book().article(article)) return line.quantity;
        return 0.0;
    };
    CHECK(quantity("hinge.wide_arm") == 4);
    CHECK(quantity("hinge.corner_cup") == 4);
    CHECK(quantity("labour.mount_front") == 4);  // a door on each wall, two leaves
    // All at one height on both leaves, and clear of bottom, shelf and top.
    std::set<std::int32_t> cups, plates;
    for (const Part& part : built.parts) {
        if (part.opener == free->opener && part.kind == PartKind::hinge_cup)
            cups.insert((part.origin.y + part.size.y / 2).tenths);
        if (part.opener == hung->opener && part.kind == PartKind::hinge_plate)
            plates.insert((part.origin.y + part.size.y / 2).tenths);
    }
    CHECK(cups == plates);
    CHECK(cups.size() == 4);
    for (const Leaf* leaf : {hung, free}) {
        std::int64_t holes = 0;
        for (const HoleRow& row : drilling(book(), built))
            if (row.use == HoleUse::cup && row.part == leaf->first_part) holes += row.count;
        CHECK(holes == 4);
    }
}

TEST_CASE("A folding door before an L is pulled at the edge that comes off first", "[corner]") {
    for (const char* kind : {"bifold_left", "bifold_right"}) {
        const Build built = build(book(), round_an_l(kind));
        const auto [hung, free] = leaves_of_door(built);
        int handles = 0;
        for (const Part& part : built.parts) {
            if (part.kind != PartKind::handle || part.bay != 1) continue;
            ++handles;
            CHECK(part.opener == free->opener);
            const Length middle = part.origin.x + part.size.x / 2;
            const Length to_left = middle - free->origin.x, to_right = free->origin.x + free->size.x - middle;
            CHECK((std::string_view(kind) == "bifold_left" ? to_right : to_left) == 40_mm);
            CHECK(part.origin.y + part.size.y / 2 == 1050_mm);
        }
        CHECK(handles == 1);
    }
}

TEST_CASE("A folding door in the mirror: the same parts, the same price, hung on the other wall",
          "[corner]") {
    for (const char* depth : {"560", "400"}) {
        const Design design = round_an_l("bifold_left", {std::string("bays/2/depth=") + depth});
        const Design mirror = mirrored(book(), design);
        CHECK(mirror.bays[1].fronts[0].kind->id == "bifold_right");
        const Build one = build(book(), design), other = build(book(), mirror);
        CHECK(price(book(), one).total.value == price(book(), other).total.value);
        CHECK(one.mass == Approx(other.mass));
        const auto hung_and_free = leaves_of_door(one), mirrored_ones = leaves_of_door(other);
        for (std::size_t i = 0; i < 2; ++i)
            for (const double share : {0.0, 0.25, 0.6, 1.0}) {
                const WorldBox here = box_of(one, *hung_and_free[i], share),
                               there = box_of(other, *mirrored_ones[i], share);
                constexpr double kRounded = 2e-4;  // the middle of the whole may lie between two tenths
                CHECK(there.least.x == Approx(-here.most.x).margin(kRounded));
                CHECK(there.most.x == Approx(-here.least.x).margin(kRounded));
                CHECK(there.least.z == Approx(here.least.z).margin(kRounded));
                CHECK(there.most.z == Approx(here.most.z).margin(kRounded));
            }
    }
}

TEST_CASE("Who asks for doors gets one that folds before an L", "[corner]") {
    Design design = with(round_an_l("none"), {"bays/0/fronts=none", "fronts=doors"});
    CHECK(design.bays[0].fronts.at(0).kind->id == "pair");  // 600 and half of both uprights
    CHECK(design.bays[1].fronts.at(0).kind->id == "bifold_left");
    design = with(design, {"bays/1/fronts=none", "bays/1/openings/1/front=doors"});
    CHECK(design.bays[1].fronts.at(0).kind->id == "bifold_left");
    CHECK(sellable(build(book(), with(design, {"room/wall=masonry", "thickness/shelves=25"}))));
}

TEST_CASE("An L at the end of its wall: the leaf covers the upright, and opens as far as its hinge",
          "[corner]") {
    const Design design = with(round_an_l("bifold_left"), {"bays/0/remove"});
    REQUIRE(design.bays[0].shape == BayShape::corner_l);
    const Build built = build(book(), design);
    const auto [hung, free] = leaves_of_door(built);
    CHECK(hung->size.x == 340_mm - 1.5_mm - 1.5_mm);  // all of its leg but a reveal, and half a gap
    CHECK(free->size.x == 340_mm - 9.5_mm - 3_mm);
    CHECK(built.openers[static_cast<std::size_t>(hung->opener)].limit == Angle::of_degrees(165));
    CHECK(met(built, 0.5) == "");
    const Build by_wall = build(book(), with(design, {"ends/left/filler=50"}));
    CHECK(by_wall.openers[static_cast<std::size_t>(leaves_of_door(by_wall)[0]->opener)].limit ==
          Angle::of_degrees(90));
    CHECK(count(built, "hinge.wide_arm_stop") == 0);
    CHECK(count(by_wall, "hinge.wide_arm_stop") == count(built, "hinge.wide_arm"));
    CHECK(count(by_wall, "hinge.wide_arm") == 0);
}

TEST_CASE("A handle on a neighbour's front that the others do not have stops the leaf, and a finding says so",
          "[corner]") {
    const Design design = round_an_l("bifold_left", {"handle=none", "bays/0/fronts/0/handle=bar"});
    const Finding finding = refused("opener.clash", "bays/1/fronts/0", design);
    CHECK(std::get<Angle>(finding.limit) == Angle::of_degrees(165));
    // The handle's upper edge stands 35.1 out and 38 beside the axis: at 137 degrees.
    CHECK(std::get<Angle>(finding.measured).degrees() == Approx(137).margin(1.01));
    CHECK(repairs_of(finding).front() == "other_side");
}
