// The exploded view: at the end there is air between all parts, and nothing went through anything.
#include "tools/scene/explode.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/swept.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/model/build/overlap.h"
#include "tests/tools/designs.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr std::uint64_t kSeed = 20261129;
constexpr std::size_t kRandom = random_count(150);

/// Calls for each example and for random designs.
template <class See>
void each_build(See see) {
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path().filename());
        see(build_parts(book(), read_design(book(), read_file(entry.path().string()).value()).value()));
    }
    for (std::size_t i = 0; i < kRandom; ++i) {
        INFO("random " << i);
        see(build_parts(book(), random_design(book(), kSeed, i)));
    }
}

bool is_wooden(const Part& part) {
    return is_board(part) && part.kind != PartKind::runner;
}

/// A part with its solids where they stand when the view is exploded so far.
struct Standing {
    std::vector<Convex> solids;
    glm::dvec3 least{1e9}, most{-1e9};
};

Standing standing(const Build& build, std::size_t part, const glm::dvec3& by) {
    Standing out{convex_solids(build, build.parts[part]), {}, {}};
    out.least = glm::dvec3(1e9), out.most = glm::dvec3(-1e9);
    for (Convex& solid : out.solids) {
        for (Polygon& face : solid.faces)
            for (glm::dvec3& point : face) point += by;
        solid = convex(solid.faces);
        out.least = glm::min(out.least, solid.least);
        out.most = glm::max(out.most, solid.most);
    }
    return out;
}

constexpr double kShared = 1e-4;  // metres

/// As a panel in the groove of its frame, or boards that meet in a mitre.
bool boxes_overlap_closed(const Build& build, std::size_t a, std::size_t b) {
    return meet(world_bounds(build, build.parts[a]), world_bounds(build, build.parts[b]), 1e-6);
}

/// Names of two parts that share space, among those that are looked at; on the way only of two whose boxes
/// stood apart.
template <class Which>
std::string overlapping(const Build& build, const scene::Explosion& parts, double share, Which which) {
    std::vector<Standing> all;
    std::vector<std::size_t> number;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        if (!which(build.parts[i])) continue;
        all.push_back(standing(build, i, parts.shift(i, share)));
        number.push_back(i);
    }
    for (std::size_t a = 0; a < all.size(); ++a)
        for (std::size_t b = a + 1; b < all.size(); ++b) {
            const glm::dvec3 both = glm::min(all[a].most, all[b].most) - glm::max(all[a].least, all[b].least);
            if (std::min({both.x, both.y, both.z}) < kShared) continue;
            if (overlap(all[a].solids, all[b].solids, kShared) &&
                (share == 1 || !boxes_overlap_closed(build, number[a], number[b])))
                return std::string(build.parts[number[a]].name.view()) + " " +
                       std::string(build.parts[number[b]].name.view());
        }
    return "";
}

/// Names of two boxes along the world's axes with less than 15 mm between them.
std::string touching(const Build& build, const scene::Explosion& parts) {
    constexpr double kAir = 0.015;
    std::vector<maatkast::Bounds> boxes;
    std::vector<std::size_t> number;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const Part& part = build.parts[i];
        const auto upright = [](const Frame& frame) {
            return frame.pitch == Angle{} && frame.yaw.hundredths % 9000 == 0;
        };
        if (part.shape == ShapeKind::prism) continue;
        if (part.frame >= 0 && !upright(build.frames[static_cast<std::size_t>(part.frame)])) continue;
        const maatkast::Bounds box = world_bounds(build, part);
        const glm::dvec3 by(parts.shift(i, 1));
        boxes.push_back({box.least + by - kAir / 2, box.most + by + kAir / 2});
        number.push_back(i);
    }
    for (std::size_t a = 0; a < boxes.size(); ++a)
        for (std::size_t b = a + 1; b < boxes.size(); ++b)
            if (maatkast::meet(boxes[a], boxes[b], 0))
                return std::string(build.parts[number[a]].name.view()) + " " +
                       std::string(build.parts[number[b]].name.view());
    return "";
}

render::Scene scene_of(const Build& build) {
    render::Scene scene;
    scene.revision = 7;
    scene.instances.resize(build.parts.size() + 3);  // and a room
    scene.strips.resize(
        static_cast<std::size_t>(std::ranges::count(build.parts, PartKind::led_strip, &Part::kind)));
    return scene;
}

}  // namespace

TEST_CASE("Together the scene is the same, revision and all", "[explode]") {
    const Build built = build_parts(book(), new_design(book(), {2476_mm, 2400_mm, 605_mm, 3}).value());
    render::Scene scene = scene_of(built);
    scene::explode(scene, built, scene::explosion(built), 0);
    CHECK(scene.revision == 7);
    for (const render::Instance& instance : scene.instances) CHECK(instance.transform == glm::mat4(1));
    const scene::Explosion parts = scene::explosion(built);
    for (std::size_t i = 0; i < built.parts.size(); ++i) CHECK(parts.shift(i, 0) == glm::vec3(0));
}

TEST_CASE("Apart no two parts share any space, every part is there, none below the floor", "[explode]") {
    each_build([](const Build& built) {
        const scene::Explosion parts = scene::explosion(built);
        REQUIRE(parts.out.size() == built.parts.size());
        REQUIRE(parts.apart.size() == built.parts.size());
        CHECK(overlapping(built, parts, 1, [](const Part&) { return true; }) == "");
        CHECK(touching(built, parts) == "");
        render::Scene scene = scene_of(built);
        scene::explode(scene, built, parts, 1);
        CHECK(scene.revision != 7);
        double lowest = 1, lowest_closed = 1;
        for (std::size_t i = 0; i < built.parts.size(); ++i) {
            CHECK(glm::vec3(scene.instances[i].transform[3]) == parts.shift(i, 1));
            const double closed = world_bounds(built, built.parts[i]).least.y;
            lowest_closed = std::min(lowest_closed, closed);
            lowest = std::min(lowest, closed + parts.shift(i, 1).y);
        }
        CHECK(lowest >= lowest_closed - 1e-5);
        for (std::size_t i = built.parts.size(); i < scene.instances.size(); ++i)
            CHECK(scene.instances[i].transform == glm::mat4(1));
    });
}

TEST_CASE("On the way no board on a straight wall goes through another one", "[explode]") {
    std::size_t straight = 0;
    each_build([&](const Build& built) {
        const scene::Explosion parts = scene::explosion(built);
        // Round a corner fronts cross each other's way.
        const auto turned = [](const Frame& frame) { return frame.yaw != Angle{}; };
        if (std::ranges::any_of(built.frames, turned)) return;
        ++straight;
        for (const double share : {0.1, 0.25, 0.4, 0.55, 0.7, 0.85}) {
            INFO(share);
            CHECK(overlapping(built, parts, share, is_wooden) == "");
        }
    });
    CHECK(straight > random_count(60));
}

TEST_CASE("Drawers stand before the carcase when all is out, and fronts before them", "[explode]") {
    const Design design =
        with(new_design(book(), {1219_mm, 2000_mm, 605_mm, 2}).value(),
             {"bays/0/fronts=left", "bays/0/openings/0/split=400", "bays/0/openings/0/interior=drawers:2"});
    const Build built = build_parts(book(), design);
    const scene::Explosion parts = scene::explosion(built);
    double carcase = -1, drawers = 1e9, drawer_front = -1, door = 1e9;
    for (std::size_t i = 0; i < built.parts.size(); ++i) {
        const Part& part = built.parts[i];
        const double back = world_bounds(built, part).least.z + parts.shift(i, parts.turn).z;
        const double front = world_bounds(built, part).most.z + parts.shift(i, parts.turn).z;
        if (part.kind == PartKind::upright) carcase = std::max(carcase, front);
        if (part.kind == PartKind::drawer_side) drawers = std::min(drawers, back);
        if (part.kind == PartKind::drawer_side) drawer_front = std::max(drawer_front, front);
        if (part.kind == PartKind::door && part.bay == 0) door = std::min(door, back);
    }
    REQUIRE(drawers < 1e9);
    REQUIRE(door < 1e9);
    CHECK(drawers >= carcase - 1e-6);
    CHECK(door > drawer_front);
}
