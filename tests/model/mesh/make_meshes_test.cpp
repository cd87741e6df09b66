#include <cstring>
#include <map>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "model/hardware/hardware.h"
#include "model/mesh/board.h"
#include "model/mesh/mesh.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Part board(Length3 size, Axis length = Axis::x, Axis thickness = Axis::y) {
    Part part;
    part.length_axis = length;
    part.thickness_axis = thickness;
    part.size = size;
    return part;
}

/// A board's mesh stands in for a handle: 40 × 20 × 100 mm, closed, UV and all.
HardwareMeshes one_model() {
    HardwareMesh mesh{std::vector<Vertex>(kBoardVertices),
                      {board_indices().begin(), board_indices().end()},
                      {40_mm, 20_mm, 100_mm},
                      42};
    write_board(mesh.size, Axis::z, Axis::y, std::span(mesh.vertices).first<kBoardVertices>());
    return {{mesh}};
}

Part handle(Length3 size, int turn) {
    Part part;
    part.kind = PartKind::handle;
    part.shape = ShapeKind::model;
    part.turn = static_cast<std::int16_t>(turn);
    part.size = size;
    return part;
}

Build random_build(unsigned seed, int parts) {
    std::mt19937 random(seed);
    Build build;
    for (int i = 0; i < parts; ++i) {
        const auto size = Length3{Length{static_cast<std::int32_t>(100 + random() % 40 * 250)},
                                  Length{static_cast<std::int32_t>(30 + random() % 3 * 80)}, 5000_mm};
        if (random() % 5 == 0)
            build.parts.push_back(handle({40_mm, 20_mm, 100_mm}, static_cast<int>(random() % 4)));
        else
            build.parts.push_back(board(size));
    }
    return build;
}

bool same(const MeshSet& a, const MeshSet& b) {
    const auto bytes = [](const auto& x, const auto& y) {
        return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size() * sizeof(x[0])) == 0;
    };
    return bytes(a.vertices, b.vertices) && a.indices == b.indices && bytes(a.meshes, b.meshes) &&
           a.mesh_of == b.mesh_of;
}

Solid solid_of(const MeshSet& set, std::size_t part) {
    return {set.vertices_of(set.mesh_of[part]), set.indices_of(set.mesh_of[part])};
}

}  // namespace

TEST_CASE("Nothing makes nothing") {
    const MeshSet set = make_meshes({}, {});
    CHECK(set.vertices.empty());
    CHECK(set.indices.empty());
    CHECK(set.meshes.empty());
}

TEST_CASE("Equal boards share a mesh, in order of first use, and all boards one index list") {
    Build build;
    build.parts = {board({600_mm, 19_mm, 500_mm}), board({800_mm, 19_mm, 500_mm}),
                   board({600_mm, 19_mm, 500_mm})};
    const MeshSet set = make_meshes({}, build);
    CHECK(set.mesh_of == std::vector<std::uint32_t>{0, 1, 0});
    CHECK(set.meshes.size() == 2);
    CHECK(set.vertices.size() == 2 * kBoardVertices);
    CHECK(set.indices.size() == 3 * kBoardTriangles);
    CHECK(box(solid_of(set, 1))[1].x == 0.4f);
}

TEST_CASE("Another grain or another thickness axis is another mesh") {
    std::set<std::uint64_t> keys;
    Build build;
    for (const Axis length : {Axis::x, Axis::y, Axis::z})
        for (const Axis thickness : {Axis::x, Axis::y, Axis::z})
            if (length != thickness)
                build.parts.push_back(board({500_mm, 500_mm, 500_mm}, length, thickness));
    for (const MeshSpan& mesh : make_meshes({}, build).meshes) keys.insert(mesh.key);
    CHECK(keys.size() == 6);
}

TEST_CASE("Keys are the same in another build, and no two shapes share one") {
    std::map<std::uint64_t, std::array<std::int32_t, 3>> shape_of;
    for (unsigned seed = 0; seed < 40; ++seed) {
        Build build;
        std::mt19937 random(seed);
        for (int i = 0; i < 500; ++i)
            build.parts.push_back(board({Length{static_cast<std::int32_t>(1 + random() % 70)},
                                         Length{static_cast<std::int32_t>(1 + random() % 70)},
                                         Length{static_cast<std::int32_t>(1 + random() % 2000000)}}));
        const MeshSet set = make_meshes({}, build);
        for (std::size_t i = 0; i < build.parts.size(); ++i) {
            const Length3 s = build.parts[i].size;
            const std::array shape{s.x.tenths, s.y.tenths, s.z.tenths};
            REQUIRE(shape_of.try_emplace(set.meshes[set.mesh_of[i]].key, shape).first->second == shape);
        }
    }
    CHECK(shape_of.size() > 19000);
}

TEST_CASE("A model is turned, then stretched to its part, and stays closed") {
    const HardwareMeshes hardware = one_model();
    Build build;
    for (int turn = -1; turn < 5; ++turn) build.parts.push_back(handle({30_mm, 90_mm, 200_mm}, turn));
    const MeshSet set = make_meshes(hardware, build);
    CHECK(set.meshes.size() == 4);
    CHECK(set.indices.size() == 3 * kBoardTriangles);
    CHECK(set.mesh_of[0] == set.mesh_of[4]);  // three quarters forward is one quarter back
    CHECK(set.mesh_of[1] == set.mesh_of[5]);
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const Solid solid = solid_of(set, i);
        REQUIRE(wrong_edges(solid) == 0);
        const auto [least, most] = box(solid);
        REQUIRE(glm::distance(most - least, glm::vec3(0.03f, 0.09f, 0.2f)) < 1e-7f);
        REQUIRE(glm::distance(most + least, glm::vec3(0)) < 1e-7f);
        REQUIRE(volume(solid) > 0);  // a turn mirrors nothing
        for (const Vertex& v : solid.vertices) REQUIRE(glm::length(v.normal) == Approx(1).epsilon(1e-6));
    }
}

TEST_CASE("A quarter turn takes x to y") {
    HardwareMeshes hardware = one_model();
    hardware.meshes[0].vertices[0] = {{0.02f, 0.001f, 0.003f}, {0.6f, 0.8f, 0}, {0, 0}};
    Build build;
    build.parts = {handle({20_mm, 40_mm, 100_mm}, 1)};
    const MeshSet set = make_meshes(hardware, build);
    CHECK(set.vertices[0].position == glm::vec3(-0.001f, 0.02f, 0.003f));
    CHECK(set.vertices[0].normal == glm::vec3(-0.8f, 0.6f, 0));
}

TEST_CASE("Normals of a stretched model stay at right angles to its surface") {
    HardwareMeshes hardware = one_model();
    // A surface along (1, -1, 0), so its normal is (1, 1, 0)/√2. Stretched twice in x it runs along (2, -1,
    // 0).
    const auto half = static_cast<float>(std::sqrt(0.5));
    hardware.meshes[0].vertices[0].normal = {half, half, 0};
    Build build;
    build.parts = {handle({80_mm, 20_mm, 100_mm}, 0)};
    const glm::vec3 normal = make_meshes(hardware, build).vertices[0].normal;
    CHECK(glm::dot(normal, glm::vec3(2, -1, 0)) == Approx(0).margin(1e-6));
    CHECK(normal.x > 0);
}

TEST_CASE("A changed hardware file is a changed key") {
    HardwareMeshes one = one_model(), other = one_model();
    other.meshes[0].content = 43;
    Build build;
    build.parts = {handle({40_mm, 20_mm, 100_mm}, 0)};
    CHECK(make_meshes(one, build).meshes[0].key != make_meshes(other, build).meshes[0].key);
    CHECK(make_meshes(one, build).meshes[0].key == make_meshes(one, build).meshes[0].key);
}

TEST_CASE("The same bytes from every thread") {
    const HardwareMeshes hardware = one_model();
    const Build build = random_build(3, 400);
    const MeshSet expected = make_meshes(hardware, build);
    for (std::size_t threads = 1; threads <= 8; ++threads) {
        std::vector<MeshSet> sets(threads);
        {
            std::vector<std::jthread> workers;
            for (MeshSet& set : sets) workers.emplace_back([&] { set = make_meshes(hardware, build); });
        }
        for (const MeshSet& set : sets) REQUIRE(same(set, expected));
    }
}
