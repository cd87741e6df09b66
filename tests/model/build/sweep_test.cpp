// Sweeps against looking at every step: the same first contact, found by the tests' own clipping.
#include "model/build/sweep.h"

#include <cmath>
#include <numbers>
#include <random>

#include <catch2/catch.hpp>

#include "model/build/swept.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kGrid = 1e-4;
constexpr SweepSteps kSteps{.touch = kGrid, .step = 0.01};

bool is_hinge(const Part& part) {
    return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
}

/// A build whose doors open to 170° and whose drawers come out half as far again: many of them meet.
Build unruly(const Build& build) {
    Build out = build;
    for (Opener& opener : out.openers) {
        opener.limit = Angle::of_degrees(170);
        opener.travel = opener.travel * 3 / 2;
    }
    return out;
}

/// All parts as they stand closed, and whether those of an opener overlap them at a share of its way.
class Standing {
  public:
    explicit Standing(const Build& build) : build_(build) {
        for (const Part& part : build.parts) closed_.push_back(convex_solids(build, part));
    }

    bool meets(std::int32_t opener, double share) const {
        std::vector<double> open(build_.openers.size());
        open[static_cast<std::size_t>(opener)] = share;
        for (const Part& moved : build_.parts) {
            if (moved.opener != opener || is_hinge(moved)) continue;
            const auto solids = convex_solids(build_, moved, open);
            for (std::size_t i = 0; i < closed_.size(); ++i)
                if (const Part& other = build_.parts[i];
                    other.opener != opener && !is_hinge(other) && overlap(solids, closed_[i], kGrid))
                    return true;
        }
        return false;
    }

  private:
    const Build& build_;
    std::vector<std::vector<Convex>> closed_;
};

Part box_part(Length3 origin, Length3 size, std::int32_t opener = -1, std::int32_t frame = -1) {
    Part part;
    part.origin = origin;
    part.size = size;
    part.opener = opener;
    part.frame = frame;
    return part;
}

/// A leaf of 600 by 19 hinged at its left front corner.
Build leaf(int degrees = 105) {
    Build build;
    build.openers.push_back({.kind = OpenerKind::hinge,
                             .axis = Axis::y,
                             .sign = -1,
                             .bay = 0,
                             .front = 0,
                             .pivot = {0_mm, 0_mm, 19_mm},
                             .limit = Angle::of_degrees(degrees)});
    build.parts.push_back(box_part({0_mm, 0_mm, 0_mm}, {600_mm, 700_mm, 19_mm}, 0));
    return build;
}

std::optional<Contact> first(const Build& build) {
    return Sweeps(build, kSteps).alone(0);
}

}  // namespace

TEST_CASE("A leaf meets a post in its way at the angle that its distance says", "[sweep]") {
    // The leaf's outer face turns about the pivot: it reaches the post's near corner at r from the pivot when
    // the angle's tangent is the corner's height over its distance.
    Build build = leaf();
    build.parts.push_back(box_part({300_mm, 0_mm, 319_mm}, {50_mm, 900_mm, 50_mm}));
    const auto contact = first(build);
    REQUIRE(contact);
    CHECK(contact->moved == 0);
    CHECK(contact->met == 1);
    // The face is the ray from the pivot; of the post's corners (350, 300 before the pivot) comes first.
    CHECK(contact->open * 105 == Approx(std::atan2(300.0, 350.0) * 180 / std::numbers::pi).margin(0.05));
}

TEST_CASE("A leaf passes what stands beyond its reach, and behind its face", "[sweep]") {
    Build beyond = leaf();
    beyond.parts.push_back(box_part({430_mm, 0_mm, 455_mm}, {50_mm, 900_mm, 50_mm}));  // 611.6 from the pivot
    CHECK_FALSE(first(beyond));
    Build behind = leaf();
    behind.parts.push_back(box_part({-100_mm, -50_mm, -21_mm}, {900_mm, 900_mm, 19_mm}));
    behind.parts.push_back(box_part({603_mm, 0_mm, 0_mm}, {600_mm, 700_mm, 19_mm}));
    CHECK_FALSE(first(behind));
    Build above = leaf();
    above.parts.push_back(box_part({-100_mm, 700_mm, 0_mm}, {900_mm, 30_mm, 900_mm}));
    CHECK_FALSE(first(above));
}

TEST_CASE("A thin rod that the leaf's handle brushes is not stepped over", "[sweep]") {
    // A knob 10 mm wide turns at 560 mm from the pivot; a rod of 1 mm stands where it passes edge on.
    for (int degrees = 10; degrees <= 100; degrees += 3) {
        Build build = leaf();
        build.parts.push_back(box_part({555_mm, 300_mm, 19_mm}, {10_mm, 10_mm, 35_mm}, 0));
        const double at = degrees * std::numbers::pi / 180, radius = 560;
        // On the leaf's outer face the knob stands further round: where it is at this angle, the face is not.
        const double x = radius * std::cos(at) - 30 * std::sin(at),
                     z = radius * std::sin(at) + 30 * std::cos(at);
        build.parts.push_back(
            box_part({Length::nearest_mm(x), 0_mm, Length::nearest_mm(19 + z)}, {1_mm, 900_mm, 1_mm}));
        INFO(degrees);
        REQUIRE(first(build));
        CHECK(first(build)->open * 105 == Approx(degrees).margin(1.5));
    }
}

TEST_CASE("A drawer meets what stands before it at its distance, to a tenth of a millimetre", "[sweep]") {
    for (const int sign : {1, -1}) {
        Build build;
        build.openers.push_back({.kind = OpenerKind::slide,
                                 .axis = Axis::z,
                                 .sign = static_cast<std::int8_t>(sign),
                                 .bay = 0,
                                 .front = 0,
                                 .travel = 500_mm});
        build.parts.push_back(box_part({0_mm, 0_mm, 0_mm}, {600_mm, 200_mm, 500_mm}, 0));
        const Length at = sign > 0 ? 623.4_mm : -128.4_mm;
        build.parts.push_back(box_part({550_mm, 100_mm, at}, {200_mm, 200_mm, 5_mm}));
        const auto contact = first(build);
        REQUIRE(contact);
        CHECK(contact->open * 500 == Approx(123.4).margin(0.25));
        build.parts[1].origin.x = 600_mm;
        CHECK_FALSE(first(build));
    }
}

TEST_CASE("Runs that stand at right angles meet round the corner", "[sweep]") {
    // A drawer of the run on the next wall, whose x is the world's z and whose z runs against the world's x.
    Build build = leaf(90);
    build.frames.push_back({{1000_mm, 0_mm, 0_mm}, Angle::of_degrees(-90), {}});
    build.openers.push_back(
        {.kind = OpenerKind::slide, .axis = Axis::z, .bay = 1, .front = 0, .frame = 0, .travel = 500_mm});
    build.parts.push_back(box_part({300_mm, 0_mm, 0_mm}, {400_mm, 200_mm, 300_mm}, 1, 0));
    Sweeps sweeps(build, kSteps);
    CHECK_FALSE(sweeps.alone(0));
    CHECK_FALSE(sweeps.alone(1));
    const auto leaf_first = sweeps.beside(0, 1), drawer_first = sweeps.beside(1, 0);
    REQUIRE(leaf_first);
    // The open drawer takes x from 200 to 500 and z from 300: the leaf's face meets its far corner first.
    CHECK(leaf_first->open * 90 == Approx(std::atan2(281.0, 500.0) * 180 / std::numbers::pi).margin(0.1));
    CHECK_FALSE(drawer_first);  // the leaf then stands at x 0 to 19
    std::vector<std::int32_t> near;
    sweeps.neighbours(0, near);
    CHECK(near == std::vector<std::int32_t>{1});
}

TEST_CASE("A folding door moves with its parent", "[sweep]") {
    // Two leaves of 300; the second folds back by twice the angle and lies on the first, 3 mm off it.
    Build build = leaf(90);
    build.parts[0].size.x = 300_mm;
    build.openers.push_back({.kind = OpenerKind::hinge,
                             .axis = Axis::y,
                             .sign = 1,
                             .bay = 0,
                             .front = 0,
                             .parent = 0,
                             .pivot = {301.5_mm, 0_mm, -1.5_mm},
                             .limit = Angle::of_degrees(180)});
    build.parts.push_back(box_part({303_mm, 0_mm, 0_mm}, {300_mm, 700_mm, 19_mm}, 1));
    CHECK_FALSE(first(build));
    build.parts.push_back(box_part({300_mm, 0_mm, 100_mm}, {50_mm, 900_mm, 50_mm}));
    REQUIRE(first(build));
    CHECK(Sweeps(build, kSteps).chains().size() == 1);
    build.parts.back().origin.x = 640_mm;
    CHECK_FALSE(first(build));
}

TEST_CASE("The box around what an opener passes is as small as it can be", "[sweep]") {
    std::mt19937 random(7);
    const auto length = [&](int least, int most) {
        return Length{static_cast<std::int32_t>(
            least * 10 + static_cast<int>(random() % static_cast<unsigned>((most - least) * 10)))};
    };
    for (int i = 0; i < 300; ++i) {
        Build build;
        Opener opener{.kind = i % 4 == 0 ? OpenerKind::slide : OpenerKind::hinge,
                      .axis = static_cast<Axis>(random() % 3),
                      .sign = static_cast<std::int8_t>(random() % 2 ? 1 : -1)};
        opener.pivot = {length(-300, 300), length(-300, 300), length(-300, 300)};
        opener.limit = Angle{static_cast<std::int32_t>(random() % 18000)};
        opener.travel = length(0, 600);
        build.openers = {opener};
        build.parts = {box_part({length(-300, 300), length(-300, 300), length(-300, 300)},
                                {length(5, 400), length(5, 400), length(5, 400)}, 0)};
        const Bounds box = swept_box(opener, bounds_of(build.parts[0]));
        Bounds seen;
        for (int step = 0; step <= 2000; ++step) {
            const double open = step / 2000.0;
            const WorldBox at = world_box(build, build.parts[0], std::span(&open, 1));
            seen.take_in({at.least, at.most});
        }
        for (int axis = 0; axis < 3; ++axis) {
            CHECK(box.least[axis] == Approx(seen.least[axis]).margin(1e-5));
            CHECK(box.most[axis] == Approx(seen.most[axis]).margin(1e-5));
        }
    }
}

TEST_CASE("Unruly doors and drawers of random designs: the first contact is where steps find it",
          "[random]") {
    std::size_t met = 0, free = 0;
    for (std::size_t i = 0; i < 250; ++i) {
        const Build built = unruly(cabinets()[i].build);
        const Standing standing(built);
        Sweeps sweeps(built, kSteps);
        for (const std::int32_t chain : sweeps.chains()) {
            const Opener& opener = built.openers[static_cast<std::size_t>(chain)];
            if (opener.front < 0) continue;  // waits for its door
            INFO(cabinets()[i].design.name << " " << opener.name.view());
            const auto contact = sweeps.alone(chain);
            if (contact) CHECK(standing.meets(chain, std::min(1.0, contact->open + 2e-3)));
            const double last = contact ? contact->open - 2e-3 : 1;
            for (const double share : {0.1, 0.25, 0.5, 0.75, 0.9, 1.0})
                if (last > 0) CHECK_FALSE(standing.meets(chain, share * last));
            contact ? ++met : ++free;
        }
    }
    CHECK(met > 40);
    CHECK(free > 50);
}

TEST_CASE("A drawer waits for the door before it, and meets it where that stands in the way", "[sweep]") {
    Build build = leaf(90);
    build.openers.push_back({.kind = OpenerKind::slide, .axis = Axis::z, .bay = 0, .travel = 400_mm});
    build.parts.push_back(box_part({60_mm, 100_mm, -500_mm}, {400_mm, 100_mm, 450_mm}, 1));
    CHECK_FALSE(Sweeps(build, kSteps).alone(1));
    build.openers[0].limit = Angle::of_degrees(60);
    const auto contact = Sweeps(build, kSteps).alone(1);
    REQUIRE(contact);
    // The drawer's left front corner, 60 from the pivot, meets the leaf's back: 19 behind a face at 60°.
    const double back = 19 + 60 * std::tan(std::numbers::pi / 3) - 19 / std::cos(std::numbers::pi / 3);
    CHECK(contact->open * 400 == Approx(50 + back).margin(0.5));
    build.openers[0].limit = Angle::of_degrees(90);
    build.openers[0].bay = 1;  // of another bay: nothing to wait for, it is in the way as it is
    CHECK(Sweeps(build, kSteps).alone(1));
}

TEST_CASE("A drawer behind a leaf that slides aside waits for it, and is held by what stands before it",
          "[sweep]") {
    Build build;
    build.openers.push_back({.kind = OpenerKind::slide, .axis = Axis::x, .travel = 700_mm});
    build.parts.push_back(box_part({0_mm, 0_mm, 0_mm}, {700_mm, 2000_mm, 19_mm}, 0));
    build.openers.push_back({.kind = OpenerKind::slide, .axis = Axis::z, .bay = 0, .travel = 400_mm});
    build.parts.push_back(box_part({50_mm, 100_mm, -500_mm}, {500_mm, 100_mm, 450_mm}, 1));
    CHECK_FALSE(Sweeps(build, kSteps).alone(0));
    CHECK_FALSE(Sweeps(build, kSteps).alone(1));
    build.openers[0].travel = 500_mm;  // how far it must slide for a drawer is for sliding.access to say
    CHECK_FALSE(Sweeps(build, kSteps).alone(1));
    build.parts.push_back(box_part({500_mm, 0_mm, 19_mm}, {200_mm, 2000_mm, 19_mm}, -1));
    REQUIRE(Sweeps(build, kSteps).alone(1));
    CHECK(Sweeps(build, kSteps).alone(1)->open * 400 == Approx(69).margin(0.5));
}

TEST_CASE("No opener of a random design that may be sold meets anything", "[random]") {
    for (const Cabinet& cabinet : cabinets()) {
        Sweeps sweeps(cabinet.build, kSteps);
        for (const std::int32_t chain : sweeps.chains()) {
            INFO(cabinet.design.name);
            REQUIRE_FALSE(sweeps.alone(chain));
        }
    }
}
