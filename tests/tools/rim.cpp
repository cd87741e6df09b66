// Outlines of what the cursor is on: the silhouette, where parts stand now, fainter where they are hidden.
#include "tools/scene/rim.h"

#include <catch2/catch.hpp>

#include "model/build/motion.h"
#include "model/propose/propose.h"
#include "tests/tools/designs.h"
#include "tools/showroom/picking.h"

using namespace maatkast;
using namespace maatkast::test;
using scene::RimLine;

namespace {

struct Cabinet {
    Build build = build_parts(book(), with(new_design(book(), {1219_mm, 2000_mm, 605_mm, 2}).value(),
                                           {"bays/0/fronts=left", "bays/1/fronts=none"}));
    MeshSet meshes = make_meshes(hardware(), build);
    render::View view = render::make_view({{1.5F, 1.6F, 5}, {0, 1, 0.3F}, {0, 1, 0}, 30}, {1280, 720});

    int part(PartKind kind) const {
        for (std::size_t i = 0; i < build.parts.size(); ++i)
            if (build.parts[i].kind == kind) return static_cast<int>(i);
        FAIL("no such part");
        return -1;
    }
};

float length_of(const std::vector<RimLine>& lines, RimLine::Kind kind, bool hidden) {
    float sum = 0;
    for (const RimLine& line : lines)
        if (line.kind == kind && line.hidden == hidden) sum += glm::length(line.at[1] - line.at[0]);
    return sum;
}

}  // namespace

TEST_CASE("the outline of a door is its silhouette, and follows it when it opens", "[rim]") {
    const Cabinet at;
    const int door = at.part(PartKind::door);
    const std::vector<int> parts = scene::parts_with(at.build, door);
    REQUIRE(parts == std::vector{door});
    for (const double share : {0.0, 0.4, 1.0}) {
        const std::vector<double> open(at.build.openers.size(), share);
        const Part& part = at.build.parts[static_cast<std::size_t>(door)];
        const auto expected =
            show::silhouette(show::box_of(part), glm::mat4(part_matrix(at.build, part, open)), at.view);
        const auto lines = scene::rim_of(at.build, at.meshes, parts, open, at.view, {});
        float round = 0;
        for (std::size_t i = 0; i < expected.size(); ++i)
            round += glm::length(expected[i] - expected[(i + 1) % expected.size()]);
        CHECK(length_of(lines, RimLine::Kind::rim, false) == Approx(round).epsilon(0.002));
        for (const RimLine& line : lines) {
            if (line.kind != RimLine::Kind::rim) continue;
            const bool corner = std::ranges::any_of(
                expected, [&](const glm::vec2& c) { return glm::length(c - line.at[0]) < 0.5F; });
            CHECK(corner);
        }
    }
}

TEST_CASE("what stands behind a closed door is hidden, and seen once it is open", "[rim]") {
    const Cabinet at;
    int shelf = -1;
    for (std::size_t i = 0; i < at.build.parts.size(); ++i)
        if (at.build.parts[i].kind == PartKind::bottom && at.build.parts[i].bay == 0)
            shelf = static_cast<int>(i);
    REQUIRE(shelf >= 0);
    const std::vector<int> parts{shelf};
    const std::vector<double> closed(at.build.openers.size(), 0.0), open(at.build.openers.size(), 1.0);
    const auto rim = [&](const std::vector<double>& shares) {
        return scene::rim_of(at.build, at.meshes, parts, shares, at.view,
                             scene::opaque_blocks(at.build, shares, parts));
    };
    const float behind = length_of(rim(closed), RimLine::Kind::rim, true);
    CHECK(behind > 200);
    CHECK(length_of(rim(closed), RimLine::Kind::rim, false) < 0.1F * behind);
    CHECK(length_of(rim(open), RimLine::Kind::rim, false) > 150);
}

TEST_CASE("the outline of a round thing holds all of its vertices", "[rim]") {
    const Cabinet at;
    const int handle = at.part(PartKind::handle);
    const auto points = scene::points_of(at.build, at.meshes, handle, {});
    const scene::Hull hull = scene::hull_of(points, at.view);
    REQUIRE(hull.pixels.size() >= 4);
    for (const glm::dvec3& point : points) {
        const glm::vec2 seen = *render::project(at.view, glm::vec3(point));
        for (std::size_t i = 0; i < hull.pixels.size(); ++i) {
            const glm::vec2 a = hull.pixels[i], b = hull.pixels[(i + 1) % hull.pixels.size()];
            const float beside = (b.x - a.x) * (seen.y - a.y) - (b.y - a.y) * (seen.x - a.x);
            CHECK(beside > -0.01F * glm::length(b - a));
        }
    }
}

TEST_CASE("the edges of a board inside its outline are those of two faces that are seen", "[rim]") {
    const Cabinet at;
    const std::vector<int> parts{at.part(PartKind::door)};
    // From the right and above: the face with its top and right side, three edges meet in one corner.
    const auto lines =
        scene::rim_of(at.build, at.meshes, parts, {},
                      render::make_view({{3, 4, 5}, {0, 1, 0}, {0, 1, 0}, 30}, {1280, 720}), {});
    CHECK(std::ranges::count_if(lines, [](const RimLine& l) { return l.kind == RimLine::Kind::edge; }) == 3);
}
