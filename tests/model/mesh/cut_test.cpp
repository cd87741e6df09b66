// Meshes cut by a plane: two closed halves, and nothing lost.
#include "model/mesh/cut.h"

#include <random>

#include <catch2/catch.hpp>

#include "model/mesh/board.h"
#include "model/mesh/triangulate.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Solid solid(const HalfMesh& half) {
    return {half.vertices, half.indices};
}

Solid cap_of(const HalfMesh& half) {
    return {half.vertices, std::span(half.indices).subspan(half.cap)};
}

/// A square tube along z, 0.2 m wide outside and 0.1 m inside, 1 m long, around the origin.
struct Tube {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;

    Tube() {
        for (const float z : {-0.5F, 0.5F})
            for (const float half : {0.1F, 0.05F})
                for (const auto& [x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}})
                    vertices.push_back(
                        {{half * static_cast<float>(x), half * static_cast<float>(y), z}, {0, 0, 1}, {0, 0}});
        for (std::uint32_t i = 0; i < 4; ++i) {
            const std::uint32_t next = (i + 1) % 4;
            quad(i, next, 8 + next, 8 + i);            // outside
            quad(4 + next, 4 + i, 12 + i, 12 + next);  // inside
            quad(8 + i, 8 + next, 12 + next, 12 + i);  // front end
            quad(next, i, 4 + i, 4 + next);            // back end
        }
    }
    void quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        indices.insert(indices.end(), {a, b, c, a, c, d});
    }
};

void expect_halves(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices,
                   const glm::dvec3& normal, double at) {
    const Halves halves = cut_mesh(vertices, indices, normal, at);
    INFO(normal.x << " " << normal.y << " " << normal.z << " at " << at);
    CHECK(std::abs(halves.at - at) <= 3e-4);
    CHECK(wrong_edges(solid(halves.below)) == 0);
    CHECK(wrong_edges(solid(halves.above)) == 0);
    CHECK(volume(solid(halves.below)) + volume(solid(halves.above)) ==
          Approx(volume({vertices, indices})).margin(1e-6).epsilon(0));
    for (const Vertex& v : halves.below.vertices)
        CHECK(glm::dot(normal, glm::dvec3(v.position)) <= halves.at + 1e-6);
    for (const Vertex& v : halves.above.vertices)
        CHECK(glm::dot(normal, glm::dvec3(v.position)) >= halves.at - 1e-6);
    const Solid below = cap_of(halves.below), above = cap_of(halves.above);
    CHECK(below.triangles() == above.triangles());
    for (std::size_t t = 0; t < below.triangles(); ++t) CHECK(glm::dot(below.cross(t), normal) >= -1e-9);
}

}  // namespace

TEST_CASE("A board cut in the middle: half of it, and a cap of its cross section", "[cut]") {
    const Length3 size{1000_mm, 20_mm, 400_mm};
    std::vector<Vertex> vertices(kBoardVertices);
    write_board(size, Axis::x, Axis::y, std::span<Vertex, kBoardVertices>(vertices));
    const Halves halves = cut_mesh(vertices, board_indices(), {1, 0, 0}, 0);
    CHECK(halves.at == 0);
    CHECK(volume(solid(halves.below)) == Approx(board_volume(size) / 2).epsilon(1e-6));
    const double bevel = board_bevel(size), section = 0.02 * 0.4 - 2 * bevel * bevel;
    CHECK(area(cap_of(halves.below)) == Approx(section).epsilon(1e-6));
    CHECK(area(cap_of(halves.above)) == Approx(section).epsilon(1e-6));
}

TEST_CASE("A tube cut across has a hole in its cap; cut along it has two caps", "[cut]") {
    const Tube tube;
    REQUIRE(wrong_edges({tube.vertices, tube.indices}) == 0);
    REQUIRE(volume({tube.vertices, tube.indices}) == Approx(0.03).epsilon(1e-6));
    const Halves across = cut_mesh(tube.vertices, tube.indices, {0, 0, 1}, 0.2);
    CHECK(area(cap_of(across.below)) == Approx(0.03).epsilon(1e-6));
    CHECK(volume(solid(across.above)) == Approx(0.03 * 0.3).epsilon(1e-6));
    const Halves along = cut_mesh(tube.vertices, tube.indices, {1, 0, 0}, 0.01);
    CHECK(area(cap_of(along.below)) == Approx(2 * 0.05).epsilon(1e-6));
    expect_halves(tube.vertices, tube.indices, glm::normalize(glm::dvec3(1, 2, 3)), 0.03);
}

TEST_CASE("A plane in a face gives way; one that misses leaves the mesh whole", "[cut]") {
    const Tube tube;
    const Halves face = cut_mesh(tube.vertices, tube.indices, {0, 0, 1}, 0.5);
    CHECK(face.at != 0.5);
    expect_halves(tube.vertices, tube.indices, {0, 0, 1}, 0.5);
    expect_halves(tube.vertices, tube.indices, {1, 0, 0}, 0.05F);
    const Halves beside = cut_mesh(tube.vertices, tube.indices, {0, 0, 1}, 0.6);
    CHECK(beside.above.indices.empty());
    CHECK(volume(solid(beside.below)) == Approx(0.03).epsilon(1e-6));
    CHECK(cap_of(beside.below).triangles() == 0);
}

TEST_CASE("Every mesh of random designs is cut into two closed halves that together are the whole", "[cut]") {
    std::mt19937 random(7);
    const auto share = [&] { return std::uniform_real_distribution<double>(-0.5, 0.5)(random); };
    for (std::uint64_t i = 0; i < 40; ++i) {
        const MeshSet set =
            make_meshes(shop_hardware(), build_parts(shop_book(), random_design(shop_book(), 11, i)));
        for (std::uint32_t m = 0; m < set.meshes.size(); ++m) {
            const auto vertices = set.vertices_of(m);
            const auto indices = set.indices_of(m);
            if (wrong_edges({vertices, indices})) continue;
            const auto box = test::box({vertices, indices});
            for (int axis = 0; axis < 3; ++axis) {
                glm::dvec3 normal(0);
                normal[axis] = 1;
                const double least = box[0][axis], most = box[1][axis];
                expect_halves(vertices, indices, normal, (least + most) / 2 + (most - least) * share());
                expect_halves(vertices, indices, normal, most);
            }
            const glm::dvec3 askew = glm::normalize(glm::dvec3(share(), share(), share()) + 0.1);
            expect_halves(vertices, indices, askew, 0.1 * share());
        }
    }
}

TEST_CASE("A square with two holes is covered but for the holes", "[cut]") {
    const std::vector<glm::dvec2> points{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {1, 1}, {1, 4}, {4, 4}, {4, 1},
                                         {5, 5}, {5, 9},  {9, 9},   {9, 5},  {6, 6}, {8, 6}, {8, 8}, {6, 8}};
    // The last one is an island in a hole.
    const std::vector<std::vector<std::uint32_t>> loops{
        {0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}, {12, 13, 14, 15}};
    double covered = 0;
    for (const auto& [a, b, c] : triangulate_loops(points, loops)) {
        const glm::dvec2 u = points[b] - points[a], v = points[c] - points[a];
        const double twice = u.x * v.y - u.y * v.x;
        CHECK(twice > 0);
        covered += twice / 2;
        const glm::dvec2 middle = (points[a] + points[b] + points[c]) / 3.0;
        CHECK_FALSE((middle.x > 1 && middle.x < 4 && middle.y > 1 && middle.y < 4));
    }
    CHECK(covered == Approx(100 - 9 - 16 + 4));
}
