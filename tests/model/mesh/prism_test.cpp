#include "model/mesh/prism.h"

#include <cmath>
#include <numbers>
#include <vector>

#include <catch2/catch.hpp>

#include "model/build/outline.h"
#include "model/mesh/board.h"
#include "model/mesh/triangulate.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

using Outline = std::vector<OutlinePoint>;

const Outline kRectangle{{0_mm, 0_mm}, {600_mm, 0_mm}, {600_mm, 500_mm}, {0_mm, 500_mm}};
const Outline kTrapezoid{{0_mm, 0_mm}, {600_mm, 0_mm}, {600_mm, 2200_mm}, {0_mm, 1500_mm}};
const Outline kLetterL{{0_mm, 0_mm},     {900_mm, 0_mm},   {900_mm, 560_mm},
                       {560_mm, 560_mm}, {560_mm, 900_mm}, {0_mm, 900_mm}};

Outline quarter_round(Length radius, int steps) {
    Outline out{{0_mm, 0_mm}};
    for (int i = 0; i <= steps; ++i) {
        const double angle = i * std::numbers::pi / 2 / steps;
        out.push_back({Length::nearest_mm(radius.mm() * std::cos(angle)),
                       Length::nearest_mm(radius.mm() * std::sin(angle)), i > 0 && i < steps});
    }
    return out;
}

Length3 size_of(const Outline& outline, Axis extrusion, Length height) {
    Length u, v;
    for (const OutlinePoint& point : outline) u = std::max(u, point.u), v = std::max(v, point.v);
    return extrusion == Axis::x   ? Length3{height, u, v}
           : extrusion == Axis::y ? Length3{v, height, u}
                                  : Length3{u, v, height};
}

const std::vector<Outline> kOutlines{kRectangle, kTrapezoid, kLetterL, quarter_round(400_mm, 16)};

}  // namespace

TEST_CASE("A prism is closed, fills its box, and has the volume that its areas say") {
    for (const Outline& outline : kOutlines)
        for (const Axis extrusion : {Axis::x, Axis::y, Axis::z})
            for (const Axis length : {Axis::x, Axis::y, Axis::z}) {
                const Length3 size = size_of(outline, extrusion, 19_mm);
                const PrismMesh mesh = make_prism(outline, size, extrusion, length);
                const Solid solid{mesh.vertices, mesh.indices};
                CHECK(wrong_edges(solid) == 0);
                CHECK(volume(solid) == Approx(prism_volume(outline, size, extrusion)).epsilon(1e-5));
                // The bevels take next to nothing: one part in a hundred.
                CHECK(volume(solid) == Approx(outline_area(outline) * 0.019).epsilon(0.01));
                const auto [least, most] = box(solid);
                CHECK(glm::distance(most - least,
                                    glm::vec3(size.x.metres(), size.y.metres(), size.z.metres())) < 1e-6f);
                CHECK(glm::length(most + least) < 1e-6f);
            }
}

TEST_CASE("A rectangular prism is a board, but for the tips of its corners") {
    const Length3 size = size_of(kRectangle, Axis::y, 19_mm);
    // Where three chamfers meet a board keeps a tip of a few tenths of a cubic millimetre more.
    CHECK(std::abs(prism_volume(kRectangle, size, Axis::y) - board_volume(size)) < 8 * 1e-9);
}

TEST_CASE("No face of a prism shows its texture mirrored, and faces keep the size of the wood") {
    for (const Outline& outline : kOutlines)
        for (const Axis length : {Axis::x, Axis::y, Axis::z}) {
            const PrismMesh mesh = make_prism(outline, size_of(outline, Axis::y, 19_mm), Axis::y, length);
            const Solid solid{mesh.vertices, mesh.indices};
            for (std::size_t t = 0; t < solid.triangles(); ++t) CHECK(solid.uv_cross(t) > 0);
            CHECK(uv_area(solid) == Approx(area(solid)).epsilon(2e-3));
        }
}

TEST_CASE("Normals are of length 1 and on the side of their triangle") {
    for (const Outline& outline : kOutlines) {
        const PrismMesh mesh = make_prism(outline, size_of(outline, Axis::z, 25_mm), Axis::z, Axis::y);
        const Solid solid{mesh.vertices, mesh.indices};
        for (std::size_t t = 0; t < solid.triangles(); ++t)
            for (std::size_t i = 0; i < 3; ++i) {
                const glm::dvec3 normal = solid.corner(t, i).normal;
                CHECK(glm::length(normal) == Approx(1).epsilon(1e-6));
                CHECK(glm::dot(normal, solid.cross(t)) > -1e-12);
            }
    }
}

TEST_CASE("Ears are clipped to triangles that cover the polygon once") {
    for (const Outline& outline : kOutlines) {
        std::vector<glm::dvec2> polygon;
        for (const OutlinePoint& point : outline) polygon.emplace_back(point.u.metres(), point.v.metres());
        const auto triangles = triangulate(polygon);
        CHECK(triangles.size() == polygon.size() - 2);
        double sum = 0;
        for (const auto& [a, b, c] : triangles) {
            const glm::dvec2 ab = polygon[b] - polygon[a], ac = polygon[c] - polygon[a];
            CHECK(ab.x * ac.y - ab.y * ac.x > 0);
            sum += (ab.x * ac.y - ab.y * ac.x) / 2;
        }
        CHECK(sum == Approx(outline_area(outline)));
    }
}
