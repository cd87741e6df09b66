// Somebody beside the cabinet.
#include "tools/scene/figure.h"

#include <filesystem>
#include <map>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/design/edit.h"
#include "model/propose/propose.h"
#include "tests/model/build/overlap.h"
#include "tests/tools/designs.h"
#include "tools/commands/load.h"
#include "tools/scene/catalogue.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

std::vector<std::pair<std::string, Design>> designs() {
    std::vector<std::pair<std::string, Design>> all;
    for (const auto& file : std::filesystem::directory_iterator(std::string(MAATKAST_ASSETS) + "/designs"))
        all.emplace_back(file.path().stem().string(),
                         commands::load_design(book(), file.path().string()).value());
    for (std::uint64_t i = 0; i < test::random_count(60); ++i)
        all.emplace_back("random " + std::to_string(i), random_design(book(), 99, i));
    return all;
}

test::WorldBox box_at(const scene::RoomMesh& mesh, const glm::mat4& at) {
    test::WorldBox box;
    for (const render::Vertex& vertex : mesh.vertices) {
        const glm::dvec3 point(glm::dmat4(at) * glm::dvec4(vertex.position, 1));
        box.least = glm::min(box.least, point);
        box.most = glm::max(box.most, point);
    }
    return box;
}

bool apart(const test::WorldBox& a, const test::WorldBox& b) {
    return glm::any(glm::lessThan(a.most, b.least)) || glm::any(glm::lessThan(b.most, a.least));
}

/// All that parts pass, closed and opened in steps.
bool clear_of_all(const Build& build, const test::WorldBox& figure, bool opened) {
    for (const double share : {0.0, 0.2, 0.5, 0.8, 1.0}) {
        if (share > 0 && !opened) break;
        const std::vector<double> open(build.openers.size(), share);
        for (const Part& part : build.parts)
            if (!apart(test::world_box(build, part, open), figure)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a figure is as tall as it is said to be, and stands on the floor", "[figure]") {
    for (const int height : {scene::kShortestFigure, 162, scene::kUsualFigure, scene::kTallestFigure}) {
        const test::WorldBox box = box_at(scene::make_figure(height), glm::mat4(1));
        CHECK(box.most.y == Approx(height / 100.0).margin(1e-4));
        CHECK(box.least.y == Approx(0).margin(1e-6));
        CHECK(box.most.x - box.least.x < 0.36 * height / 100.0);
        CHECK(box.most.x - box.least.x > 0.24 * height / 100.0);
    }
}

TEST_CASE("a figure is one closed body", "[figure]") {
    const scene::RoomMesh mesh = scene::make_figure(scene::kUsualFigure);
    CHECK(mesh.indices.size() / 3 > 4000);
    CHECK(mesh.indices.size() / 3 < 40000);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    double volume = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) ++edges[{mesh.indices[i + k], mesh.indices[i + (k + 1) % 3]}];
        const auto at = [&](std::size_t k) {
            return glm::dvec3(mesh.vertices[mesh.indices[i + k]].position);
        };
        volume += glm::dot(at(0), glm::cross(at(1), at(2))) / 6;
    }
    for (const auto& [edge, count] : edges) {
        // As often each way: closed, even where two sheets touch in one edge.
        const auto back = edges.find({edge.second, edge.first});
        CHECK((back != edges.end() && back->second == count));
    }
    CHECK(volume > 0.04);  // m³: a person of 50 to 100 kg
    CHECK(volume < 0.10);
    CHECK(scene::make_figure(scene::kUsualFigure).key() == mesh.key());
}

TEST_CASE("a figure stands beside the cabinet, clear of it and of what opens", "[figure]") {
    const scene::RoomMesh mesh = scene::make_figure(scene::kUsualFigure);
    int placed = 0, free = 0, all = 0;
    for (const auto& [name, design] : designs()) {
        INFO(name);
        ++all;
        const Build build = build_parts(book(), design);
        const auto at = scene::place_figure(book(), design, build, scene::kUsualFigure);
        if (!at) continue;
        ++placed;
        const test::WorldBox figure = box_at(mesh, *at);
        CHECK(figure.least.z > 0);
        CHECK(clear_of_all(build, figure, false));
        free += clear_of_all(build, figure, true) ? 1 : 0;
        // Never before it: from the front of its own wall none of the cabinet's run is behind the figure.
        const Layout layout = make_layout(book(), design);
        bool beside = false;
        for (const RunLayout* run : {&layout.runs.front(), &layout.runs.back()}) {
            const test::WorldBox own =
                box_at(mesh, glm::mat4(glm::inverse(frame_matrix(run->frame)) * glm::dmat4(*at)));
            const double left = layout.uprights.front().left.metres(),
                         right = layout.uprights.back().left.metres();
            beside = beside || (run == &layout.runs.front() && own.most.x < left) ||
                     (run == &layout.runs.back() && own.least.x > right);
        }
        CHECK(beside);
    }
    CHECK(placed >= all * 3 / 4);
    CHECK(free >= placed * 9 / 10);
}

TEST_CASE("a figure heeds walls, ceilings and what stands in the room", "[figure]") {
    const auto with = [](std::vector<std::string> edits) {
        Design design = new_design(book(), {1200_mm, 2000_mm, 400_mm, 2}).value();
        for (const std::string& edit : edits) {
            const auto changed = apply(book(), design, parse_edit(edit));
            REQUIRE(changed);
            design = *changed;
        }
        return scene::place_figure(book(), design, build_parts(book(), design), 180);
    };
    REQUIRE(with({}));
    CHECK((*with({}))[3].x > 0.6F);
    const auto left = with({"ends/right/filler=40"});
    REQUIRE(left);
    CHECK((*left)[3].x < -0.6F);
    CHECK_FALSE(with({"ends/right/filler=40", "ends/left/filler=40"}));
    const auto beyond = with({"room/obstacles/add=radiator", "room/obstacles/0/x=1250"});
    REQUIRE(beyond);
    CHECK(((*beyond)[3].x < -0.6F || (*beyond)[3].x > (*with({}))[3].x + 0.3F));
    const auto sloped = with({"room/slope=left", "room/slope/low=1300", "room/slope/angle=45"});
    if (sloped) CHECK((*sloped)[3].x > 0.6F);
}
