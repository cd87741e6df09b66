#include "model/mesh/board.h"

#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

struct Board {
    Length3 size;
    Axis length_axis, thickness_axis;
    std::array<Vertex, kBoardVertices> vertices;

    Board(Length3 s, Axis length, Axis thickness) : size(s), length_axis(length), thickness_axis(thickness) {
        write_board(size, length, thickness, vertices);
    }
    Solid solid() const { return {vertices, board_indices()}; }
};

constexpr std::array<std::array<Axis, 2>, 6> kAxes{{{Axis::x, Axis::y},
                                                    {Axis::x, Axis::z},
                                                    {Axis::y, Axis::x},
                                                    {Axis::y, Axis::z},
                                                    {Axis::z, Axis::x},
                                                    {Axis::z, Axis::y}}};

/// Boards of every orientation, from 0.1 mm slivers to 20 m planks.
std::vector<Board> random_boards() {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> exponent(0, 5.3);
    const auto length = [&] { return Length{static_cast<std::int32_t>(std::pow(10.0, exponent(random)))}; };
    std::vector<Board> boards;
    for (int i = 0; i < 300; ++i) {
        const auto [l, t] = kAxes[static_cast<std::size_t>(i) % 6];
        boards.emplace_back(Length3{length(), length(), length()}, l, t);
    }
    for (const auto& [l, t] : kAxes) boards.emplace_back(Length3{600_mm, 2000_mm, 19_mm}, l, t);
    return boards;
}

double surface(Length3 s) {
    const double x = s.x.metres(), y = s.y.metres(), z = s.z.metres();
    return 2 * (x * y + y * z + z * x);
}

}  // namespace

TEST_CASE("A board is closed: every edge once in each direction") {
    for (const Board& board : random_boards()) REQUIRE(wrong_edges(board.solid()) == 0);
}

TEST_CASE("A board is a sphere by Euler: 24 points, 66 edges, 44 triangles") {
    const Board board({600_mm, 2000_mm, 19_mm}, Axis::y, Axis::z);
    std::map<std::array<float, 3>, int> points;
    for (const Vertex& v : board.vertices) ++points[{v.position.x, v.position.y, v.position.z}];
    CHECK(points.size() == 24);
    CHECK(board.solid().triangles() == 44);
    CHECK(static_cast<int>(points.size()) - 44 * 3 / 2 + 44 == 2);
}

TEST_CASE("A board's volume is the chamfered box's") {
    for (const Board& board : random_boards())
        REQUIRE(volume(board.solid()) == Approx(board_volume(board.size)).epsilon(2e-6));
    // By hand: a 10 mm cube less 1 mm chamfers, 1000 - 2·30 + 16/3 mm³.
    CHECK(board_volume({10_mm, 10_mm, 10_mm}) == Approx((1000.0 - 60.0 + 16.0 / 3.0) * 1e-9));
}

TEST_CASE("A board fills its box exactly") {
    for (const Board& board : random_boards()) {
        const auto [least, most] = box(board.solid());
        for (int axis = 0; axis < 3; ++axis) {
            const double half = board.size.along(static_cast<Axis>(axis)).metres() / 2;
            REQUIRE(most[axis] == static_cast<float>(half));
            REQUIRE(least[axis] == static_cast<float>(-half));
        }
    }
}

TEST_CASE("The bevel is one millimetre and leaves half of a thin edge flat") {
    CHECK(board_bevel({600_mm, 2000_mm, 19_mm}) == 0.001);
    CHECK(board_bevel({600_mm, 4_mm, 500_mm}) == 0.001);
    CHECK(board_bevel({3_mm, 2000_mm, 600_mm}) == Approx(0.00075));
    CHECK(board_bevel({Length{1}, 2000_mm, 600_mm}) == Approx(0.000025));
}

TEST_CASE("Normals are unit, lie along an axis and face outwards") {
    for (const Board& board : random_boards()) {
        const Solid solid = board.solid();
        for (const Vertex& v : solid.vertices) {
            REQUIRE(glm::length(v.normal) == 1.0f);
            REQUIRE(glm::dot(v.normal, v.position) > 0);
        }
        for (std::size_t t = 0; t < solid.triangles(); ++t) {
            REQUIRE(glm::dot(solid.cross(t), (solid.point(t, 0) + solid.point(t, 1) + solid.point(t, 2))) >
                    0);
            for (std::size_t i = 0; i < 3; ++i)
                REQUIRE(glm::dot(solid.cross(t), glm::dvec3(solid.corner(t, i).normal)) > 0);
        }
    }
}

TEST_CASE("A flat face has one normal, so only the bevels look round") {
    const Board board({600_mm, 2000_mm, 19_mm}, Axis::y, Axis::z);
    const Solid solid = board.solid();
    double flat = 0;
    for (std::size_t t = 0; t < solid.triangles(); ++t)
        if (solid.corner(t, 0).normal == solid.corner(t, 1).normal &&
            solid.corner(t, 0).normal == solid.corner(t, 2).normal)
            flat += glm::length(solid.cross(t)) / 2;
    CHECK(flat == Approx(2 * (0.598 * 1.998 + 0.598 * 0.017 + 1.998 * 0.017)).epsilon(1e-5));
}

TEST_CASE("UV are metres, unstretched and never mirrored") {
    for (const Board& board : random_boards()) {
        const Solid solid = board.solid();
        const double bevel = board_bevel(board.size);
        for (std::size_t t = 0; t < solid.triangles(); ++t) {
            const double face = glm::length(solid.cross(t)), texture = solid.uv_cross(t);
            REQUIRE(texture > 0);
            // The eight corner triangles are the only ones that do not unroll exactly: by 2/√3.
            const bool corner = face < 2 * bevel * bevel;
            REQUIRE(texture == Approx(corner ? face * 2 / std::sqrt(3.0) : face).epsilon(0.01));
        }
    }
}

TEST_CASE("The texture's area is the surface's, and that is the box's but for the bevels") {
    const Board board({600_mm, 2000_mm, 19_mm}, Axis::y, Axis::z);
    CHECK(uv_area(board.solid()) == Approx(area(board.solid())).epsilon(1e-5));
    const double edges = 4 * (0.6 + 2.0 + 0.019);
    CHECK(surface(board.size) - area(board.solid()) ==
          Approx(edges * 0.001 * (2 - std::sqrt(2.0))).epsilon(0.01));
}

TEST_CASE("u runs along the length axis on the four long faces") {
    for (const auto& [l, t] : kAxes) {
        const Board board({600_mm, 2000_mm, 19_mm}, l, t);
        const Solid solid = board.solid();
        for (const Vertex& v : solid.vertices)
            if (std::abs(v.normal[static_cast<int>(l)]) < 0.5f)
                REQUIRE(v.uv.x == Approx(v.position[static_cast<int>(l)]).margin(0.0005));
    }
}
