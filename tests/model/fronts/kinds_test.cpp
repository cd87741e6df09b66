// The kinds of front: how they hang, how far they open, and that nothing is in their way.
#include <algorithm>

#include <catch2/catch.hpp>

#include "model/build/builder.h"
#include "model/build/motion.h"
#include "tests/model/build/placed.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kTouch = 1e-4;  // metres

/// A bay of 600 wide and 605 deep with three openings: 80 to 480, 1300 and the top.
Design three_openings(const Strings& edits = {}) {
    return with(
        with(bare_bay(), {"depth=605", "bays/0/openings/0/split=400", "bays/0/openings/1/split=1200"}),
        edits);
}

std::size_t count(const Build& build, PartKind kind) {
    return static_cast<std::size_t>(std::ranges::count(build.parts, kind, &Part::kind));
}

const Opener& only_opener(const Build& build) {
    REQUIRE(build.openers.size() == 1);
    return build.openers[0];
}

/// The corner of a part that lies furthest along its closed axes, moved.
glm::dvec3 moved(const Build& build, const Leaf& leaf, Length3 at, double open) {
    const std::vector<double> shares(build.openers.size(), open);
    return opener_matrix(build, leaf.opener, shares) *
           glm::dvec4(at.x.metres(), at.y.metres(), at.z.metres(), 1);
}

/// True where nothing that moves meets anything else on its way; hinges fold through their own boxes.
bool opens_freely(const Build& build) {
    const auto hinge = [](const Part& part) {
        return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
    };
    for (int step = 0; step <= 40; ++step) {
        const std::vector<double> open(build.openers.size(), step / 40.0);
        std::vector<Placed> boxes;
        for (const Part& part : build.parts) boxes.push_back(placed(build, part, open));
        for (std::size_t a = 0; a < boxes.size(); ++a)
            for (std::size_t b = a + 1; b < boxes.size(); ++b) {
                const Part &one = build.parts[a], &other = build.parts[b];
                if (one.opener == other.opener || hinge(one) || hinge(other)) continue;
                INFO(step << " " << one.name.view() << " " << other.name.view());
                CHECK_FALSE(meet(boxes[a], boxes[b], kTouch));
                if (meet(boxes[a], boxes[b], kTouch)) return false;
            }
    }
    return true;
}

}  // namespace

TEST_CASE("A flap over the top opening lifts beyond level, its lower edge comes forward and up", "[fronts]") {
    const Build built = build(book(), three_openings({"bays/0/openings/2/front=flap_up"}));
    const Opener& opener = only_opener(built);
    CHECK(opener.kind == OpenerKind::hinge);
    CHECK(opener.axis == Axis::x);
    CHECK(opener.limit == Angle::of_degrees(100));
    const Leaf& leaf = built.leaves.at(0);
    CHECK(leaf.kind == LeafKind::flap_up);
    const glm::dvec3 edge = moved(built, leaf, leaf.origin + Length3{{}, {}, leaf.size.z}, 1);
    const double height = leaf.size.y.metres(), turn = 100 * 3.14159265358979 / 180;
    CHECK(edge.y == Approx(opener.pivot.y.metres() - height * std::cos(turn)));
    CHECK(edge.z == Approx(opener.pivot.z.metres() + height * std::sin(turn)));
    CHECK(count(built, PartKind::flap_lift) == 2);
    CHECK(count(built, PartKind::hinge_cup) == 2);
    CHECK(opens_freely(built));
}

TEST_CASE("A flap under another front stays below its axis with its handle", "[fronts]") {
    const Build built =
        build(book(), three_openings({"bays/0/openings/1/front=flap_up", "bays/0/openings/2/front=left"}));
    const auto flap = std::ranges::find(built.leaves, LeafKind::flap_up, &Leaf::kind);
    REQUIRE(flap != built.leaves.end());
    const Opener& opener = built.openers[static_cast<std::size_t>(flap->opener)];
    CHECK(opener.limit < Angle::of_degrees(90));
    for (const Part& part : built.parts)
        if (part.kind == PartKind::handle && part.opener == flap->opener) {
            const std::vector<double> open(built.openers.size(), 1);
            CHECK(placed(built, part, open).most.y <= opener.pivot.y.metres());
        }
    CHECK(opens_freely(built));
}

TEST_CASE("A flap that opens downwards lies level at its lower edge, on stays", "[fronts]") {
    const Build built =
        build(book(), three_openings({"bays/0/openings/0/front=flap_down", "thickness/fronts=25"}));
    const Opener& opener = only_opener(built);
    CHECK(opener.limit == Angle::of_degrees(90));
    const Leaf& leaf = built.leaves.at(0);
    const glm::dvec3 edge = moved(built, leaf, leaf.origin + Length3{{}, leaf.size.y, leaf.size.z}, 1);
    CHECK(edge.y == Approx(opener.pivot.y.metres()));
    CHECK(edge.z == Approx(opener.pivot.z.metres() + leaf.size.y.metres()));
    CHECK(count(built, PartKind::flap_stay) == 2);
    CHECK(count(built, PartKind::flap_lift) == 0);
    CHECK(opens_freely(built));
}

TEST_CASE("Hinges of a flap stand beside dividers, its stays under the pins of the shelf above", "[fronts]") {
    // Two hinges, 100 from the uprights: in line with dividers 100 wide, until they move.
    const Build up = build(
        book(), three_openings({"bays/0/openings/2/front=flap_up", "bays/0/openings/2/interior=divider:5"}));
    const Build down =
        build(book(),
              three_openings({"bays/0/openings/0/front=flap_down", "bays/0/openings/0/interior=divider:5"}));
    const std::vector<double> closed(1, 0);
    for (const Build* built : {&up, &down})
        for (const Part& hinge : built->parts)
            for (const Part& other : built->parts) {
                if (hinge.kind != PartKind::hinge_cup && hinge.kind != PartKind::hinge_arm) continue;
                if (other.kind != PartKind::divider) continue;
                INFO(hinge.name.view() << " " << other.name.view());
                CHECK_FALSE(meet(placed(*built, hinge, closed), placed(*built, other, closed), 5e-5));
            }
    for (const Part& stay : down.parts)
        for (const Part& pin : down.parts)
            if (stay.kind == PartKind::flap_stay && pin.kind == PartKind::shelf_pin)
                CHECK_FALSE(meet(placed(down, stay, closed), placed(down, pin, closed), 5e-5));
    CHECK(count(down, PartKind::shelf_pin) > 0);
    CHECK(count(up, PartKind::divider) == 4);
}

TEST_CASE("Lifts by power: 200 to 1800, 220 to 2215, 2700 to 19300", "[fronts]") {
    const auto lift = [](double power) -> std::string {
        const Lift* found = lift_for(book(), power);
        return found ? book().articles[found->article].id : "";
    };
    CHECK(lift(199.9).empty());
    CHECK(lift(200) == "flap.lift.small");
    CHECK(lift(1800) == "flap.lift.small");
    CHECK(lift(1800.1) == "flap.lift.medium");
    CHECK(lift(2215) == "flap.lift.medium");
    CHECK(lift(2215.1).empty());
    CHECK(lift(2699).empty());
    CHECK(lift(2700) == "flap.lift.large");
    CHECK(lift(19300) == "flap.lift.large");
    CHECK(lift(19300.1).empty());
}

TEST_CASE("A folding door: the second leaf hangs on the first and folds back to back with it", "[fronts]") {
    for (const char* kind : {"bifold_left", "bifold_right"}) {
        const bool left = std::string_view(kind) == "bifold_left";
        const Build built =
            build(book(), with(bare_bay(), {"bays/0/width=900", std::string("bays/0/fronts=") + kind}));
        REQUIRE(built.openers.size() == 2);
        CHECK(built.openers[1].parent == 0);
        REQUIRE(built.leaves.size() == 2);
        // 900 and 35 of both overlays, less 3 between the leaves.
        CHECK(built.leaves[0].size.x == 466_mm);
        CHECK(built.leaves[1].size.x == 466_mm);
        // The second goes by the share of the first, whatever is said of its own.
        const std::vector<double> open{1, 0};
        double least = 1, most = -1, deep = 0;
        for (const Part& part : built.parts) {
            if (part.opener < 0 || part.kind == PartKind::handle) continue;
            const Placed box = placed(built, part, open);
            least = std::min(least, box.least.x);
            most = std::max(most, box.most.x);
            deep = std::max(deep, box.most.z);
        }
        // Both stand beside the opening: within a fifth of its width, as far out as one leaf is wide.
        CHECK(most - least < 0.1);
        CHECK((left ? most < -0.35 : least > 0.35));
        CHECK(deep == Approx(0.3 + 0.466).margin(0.03));
        CHECK(count(built, PartKind::hinge_plate) > 0);
        CHECK(count(built, PartKind::hinge_plate) % 2 == 0);
        CHECK(opens_freely(built));
    }
}

TEST_CASE("Hinges of a folding door carry both leaves", "[fronts]") {
    const Build built = build(book(), with(bare_bay(), {"bays/0/width=900", "bays/0/fronts=bifold_left"}));
    const double mass = built.leaves[0].mass + built.leaves[1].mass;
    CHECK(count(built, PartKind::hinge_cup) ==
          static_cast<std::size_t>(hinges_needed(book(), mass, 1917_mm, 466_mm).value_or(6)));
    CHECK(mass > 17);  // or the test could not tell them from one leaf's
}

TEST_CASE("A folding door passes its neighbours, both ways and at the least width", "[fronts]") {
    Design design = with(bare_bay(), {"bays/0/insert", "bays/1/insert", "bays/1/width=480"});
    for (const char* kind : {"bifold_left", "bifold_right"})
        for (const char* thickness : {"16", "25"}) {
            const Build built = build(
                book(), with(design, {"bays/0/fronts=right", std::string("bays/1/fronts=") + kind,
                                      "bays/2/fronts=left", std::string("thickness/fronts=") + thickness}));
            CHECK(opens_freely(built));
        }
}

TEST_CASE("A tall pull-out brings its trays along, over the whole length of its runner", "[fronts]") {
    const Design design = with(bare_bay(), {"depth=605", "bays/0/width=300", "bays/0/fronts=pullout"});
    const Build built = build(book(), design);
    const Opener& opener = only_opener(built);
    CHECK(opener.kind == OpenerKind::slide);
    CHECK(opener.axis == Axis::z);
    CHECK(opener.travel == 540_mm);  // 550 of 579.9, less 10
    CHECK(count(built, PartKind::drawer_end) == 2);
    // 1862 clear, less 14 and 6, in trays of 350 and what is left: five.
    CHECK(count(built, PartKind::drawer_bottom) == 5);
    CHECK(count(built, PartKind::drawer_side) == 10);
    CHECK(count(built, PartKind::runner) == 2);
    for (const Part& part : built.parts)
        if (part.opener >= 0 && part.kind != PartKind::door && part.kind != PartKind::handle) {
            CHECK(part.origin.x >= -150_mm + 5_mm);
            CHECK(part.origin.x + part.size.x <= 150_mm - 5_mm);
        }
    CHECK(opens_freely(built));
}

TEST_CASE("A pull-out before several openings has a frame in each, on one front", "[fronts]") {
    const Build built = build(book(), three_openings({"bays/0/width=400", "bays/0/fronts=pullout"}));
    CHECK(built.openers.size() == 1);
    CHECK(built.leaves.size() == 1);
    CHECK(count(built, PartKind::drawer_end) == 6);
    CHECK(opens_freely(built));
}

TEST_CASE("A pull-out in a carcase too shallow for a runner is left out, and a finding says so", "[fronts]") {
    const Build built = build(book(), with(bare_bay(), {"depth=250", "bays/0/fronts=pullout"}));
    CHECK(built.leaves.empty());
    CHECK(find(built, "pullout.runner"));
}
