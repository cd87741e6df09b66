// Pieces and separating axes against truths: turned boxes worked out by hand, points thrown at random, and
// the tests' own clipping (overlap.h).
#include "model/build/clash.h"

#include <cmath>
#include <numbers>
#include <random>

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "model/build/outline.h"
#include "model/build/plan_grid.h"
#include "tests/model/build/overlap.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kGrid = 1e-4, kAir = 5e-5;  // metres
constexpr double kDiagonal = std::numbers::sqrt2 / 2;

/// A cube of a metre around `middle`, turned about an axis through it.
Piece cube(glm::dvec3 middle, double degrees = 0, glm::dvec3 axis = {0, 1, 0}) {
    const glm::dmat4 matrix = glm::rotate(glm::translate(glm::dmat4(1), middle), glm::radians(degrees), axis);
    return placed(box_piece({glm::dvec3(-0.5), glm::dvec3(0.5)}), matrix);
}

/// Two cubes, one of them turned, that touch when their middles are `distance` apart along `direction`: no
/// meeting with a hair of air between them nor when they touch, but with 0.05 mm more than the tolerance.
void check_touch(glm::dvec3 direction, double distance, double degrees, glm::dvec3 axis = {0, 1, 0},
                 double other_degrees = 0, glm::dvec3 other_axis = {0, 1, 0}) {
    const auto met = [&](double apart) {
        const Piece one = cube({0, 0, 0}, other_degrees, other_axis);
        const Piece other = cube(direction * apart, degrees, axis);
        CHECK(meet(one, other, kGrid) == meet(other, one, kGrid));
        return meet(one, other, kGrid);
    };
    INFO(degrees << " " << other_degrees);
    CHECK_FALSE(met(distance + kAir));
    CHECK_FALSE(met(distance));
    CHECK_FALSE(met(distance - kGrid + kAir));
    CHECK(met(distance - kGrid - kAir));
    CHECK(met(0));
}

class Dice {
  public:
    explicit Dice(unsigned seed) : random_(seed) {}
    double between(double least, double most) {
        return least + (most - least) * static_cast<double>(random_()) / 4294967295.0;
    }
    int whole(int least, int most) { return static_cast<int>(between(least, most + 0.999)); }
    glm::dvec3 point(double reach) {
        return {between(-reach, reach), between(-reach, reach), between(-reach, reach)};
    }

  private:
    std::mt19937 random_;
};

/// A star around its middle: simple, convex only by chance. In a box of about 300 mm.
std::vector<OutlinePoint> star(Dice& dice, int corners) {
    std::vector<OutlinePoint> outline;
    Length least_u, least_v;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i + dice.between(0.1, 0.9)) / corners,
                     radius = dice.between(40, 150);
        outline.push_back(
            {Length::nearest_mm(radius * std::cos(angle)), Length::nearest_mm(radius * std::sin(angle))});
        least_u = std::min(least_u, outline.back().u);
        least_v = std::min(least_v, outline.back().v);
    }
    for (OutlinePoint& point : outline) point.u -= least_u, point.v -= least_v;
    return outline;
}

void add_part(Build& build, std::vector<OutlinePoint> outline, Axis extrusion, Length height, Length3 origin,
              std::int32_t frame) {
    Part part;
    part.shape = ShapeKind::prism;
    part.extrusion = extrusion;
    part.frame = frame;
    part.origin = origin;
    part.corners = static_cast<std::uint16_t>(outline.size());
    part.outline = static_cast<std::uint32_t>(build.outlines.size());
    Length most_u, most_v;
    for (const OutlinePoint& point : outline)
        most_u = std::max(most_u, point.u), most_v = std::max(most_v, point.v);
    const auto [u, v] = plane_axes(extrusion);
    for (const auto& [axis, size] : {std::pair{u, most_u}, {v, most_v}, {extrusion, height}})
        (axis == Axis::x ? part.size.x : axis == Axis::y ? part.size.y : part.size.z) = size;
    build.outlines.insert(build.outlines.end(), outline.begin(), outline.end());
    build.parts.push_back(part);
}

/// Two prisms of any outline in two frames that stand and lean anyhow, about as far apart as they are large.
Build two_prisms(Dice& dice) {
    Build build;
    for (std::int32_t i = 0; i < 2; ++i) {
        build.frames.push_back(
            {{Length::nearest_mm(dice.between(-150, 150)), Length::nearest_mm(dice.between(-150, 150)),
              Length::nearest_mm(dice.between(-150, 150))},
             {dice.whole(-18000, 18000)},
             {dice.whole(-9000, 9000)}});
        add_part(build, star(dice, dice.whole(3, 14)), static_cast<Axis>(dice.whole(0, 2)),
                 Length::nearest_mm(dice.between(16, 200)), {}, i);
    }
    return build;
}

std::vector<Piece> in_the_world(const Build& build, const Part& part) {
    std::vector<Piece> pieces;
    for (const Piece& piece : pieces_of(build, part))
        pieces.push_back(placed(piece, frame_matrix(build, part.frame)));
    return pieces;
}

bool meet(const std::vector<Piece>& a, const std::vector<Piece>& b, double tolerance) {
    return std::ranges::any_of(a, [&](const Piece& one) {
        return std::ranges::any_of(b,
                                   [&](const Piece& other) { return maatkast::meet(one, other, tolerance); });
    });
}

/// Even-odd rule in the outline, and between the caps.
bool holds(const Build& build, const Part& part, glm::dvec3 world) {
    const glm::dvec3 at(glm::inverse(frame_matrix(build, part.frame)) * glm::dvec4(world, 1));
    const auto [u, v] = plane_axes(part.extrusion);
    const double along = at[static_cast<int>(part.extrusion)] - part.origin.along(part.extrusion).metres();
    if (along < 0 || along > part.size.along(part.extrusion).metres()) return false;
    const glm::dvec2 point(at[static_cast<int>(u)], at[static_cast<int>(v)]);
    const auto outline = outline_points(build, part, part.extrusion);
    bool inside = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const glm::dvec2 &a = outline[i], &b = outline[(i + 1) % outline.size()];
        if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}

/// m² of a piece's polygon.
double polygon_area(const Piece& piece) {
    return area_of(
        Polygon(piece.corners.begin(), piece.corners.begin() + static_cast<std::ptrdiff_t>(piece.count)));
}

}  // namespace

TEST_CASE("Boxes side by side meet when they share more than the tolerance", "[clash]") {
    check_touch({1, 0, 0}, 1, 0);
    check_touch({0, 1, 0}, 1, 0);
    check_touch({0, 0, 1}, 1, 0);
}

TEST_CASE("A box turned by 45° reaches half a diagonal", "[clash]") {
    check_touch({1, 0, 0}, 0.5 + kDiagonal, 45);
    check_touch({0, 0, 1}, 0.5 + kDiagonal, 45);
    check_touch({0, 1, 0}, 0.5 + kDiagonal, 45, {1, 0, 0});
    check_touch({1, 0, 0}, 0.5 + kDiagonal, 45, {0, 0, 1});
}

TEST_CASE("A box turned by 30° reaches half of cosine and sine", "[clash]") {
    const double reach = (std::cos(std::numbers::pi / 6) + 0.5) / 2;
    check_touch({1, 0, 0}, 0.5 + reach, 30);
    check_touch({0, 1, 0}, 0.5 + reach, 30, {0, 0, 1});
    check_touch({0, 1, 0}, 0.5 + reach, 30, {1, 0, 0}, 90);
}

TEST_CASE("Edge over edge: only the product of the two tells them apart", "[clash]") {
    // Both stand on an edge, the one along x, the other along z: ridge and keel cross in one point.
    check_touch({0, 1, 0}, 2 * kDiagonal, 45, {0, 0, 1}, 45, {1, 0, 0});
}

TEST_CASE("A box on its tip reaches half the diagonal of space", "[clash]") {
    const glm::dvec3 axis = glm::normalize(glm::dvec3(1, 0, -1));
    const double degrees = std::acos(1 / std::numbers::sqrt3) * 180 / std::numbers::pi;
    check_touch({0, 1, 0}, 0.5 + std::numbers::sqrt3 / 2, degrees, axis);
}

TEST_CASE("Random prisms meet exactly where clipping finds that they overlap", "[clash]") {
    Dice dice(1);
    int met = 0;
    for (int i = 0; i < 4000; ++i) {
        const Build build = two_prisms(dice);
        const bool found =
            meet(in_the_world(build, build.parts[0]), in_the_world(build, build.parts[1]), 1e-9);
        INFO(i);
        REQUIRE(found ==
                overlap(convex_solids(build, build.parts[0]), convex_solids(build, build.parts[1]), 1e-9));
        met += found;
    }
    CHECK(met > 500);
    CHECK(met < 3500);
}

TEST_CASE("Random prisms that hold one point of space meet", "[clash]") {
    Dice dice(2);
    int held = 0;
    for (int i = 0; i < 500; ++i) {
        const Build build = two_prisms(dice);
        const bool found =
            meet(in_the_world(build, build.parts[0]), in_the_world(build, build.parts[1]), 1e-9);
        const WorldBox one = world_box(build, build.parts[0]), other = world_box(build, build.parts[1]);
        const glm::dvec3 least = glm::max(one.least, other.least), most = glm::min(one.most, other.most);
        if (least.x > most.x || least.y > most.y || least.z > most.z) continue;
        for (int throws = 0; throws < 200; ++throws) {
            const glm::dvec3 point(dice.between(least.x, most.x), dice.between(least.y, most.y),
                                   dice.between(least.z, most.z));
            if (!holds(build, build.parts[0], point) || !holds(build, build.parts[1], point)) continue;
            INFO(i);
            REQUIRE(found);
            ++held;
            break;
        }
    }
    CHECK(held > 50);
}

TEST_CASE("An outline is cut into convex polygons that are all of it", "[clash]") {
    Dice dice(3);
    for (int i = 0; i < 500; ++i) {
        Build build;
        add_part(build, star(dice, dice.whole(3, 30)), Axis::y, 19_mm, {}, -1);
        double area = 0;
        for (const Piece& piece : pieces_of(build, build.parts[0])) {
            CHECK(piece.count <= 8);
            for (std::size_t k = 0; k < piece.count; ++k)  // every corner behind every side
                for (std::size_t c = 0; c < piece.count; ++c)
                    CHECK(glm::dot(piece.normals[k], piece.corners[c] - piece.corners[k]) < 1e-9);
            area += polygon_area(piece);
        }
        CHECK(area == Approx(outline_area(build.outlines)).epsilon(1e-9));
    }
}

TEST_CASE("An L is three pieces at most, a rectangle and a hexagon one", "[clash]") {
    const auto pieces = [](std::vector<OutlinePoint> outline) {
        Build build;
        add_part(build, std::move(outline), Axis::y, 19_mm, {}, -1);
        return pieces_of(build, build.parts[0]).size();
    };
    CHECK(pieces({{0_mm, 0_mm},
                  {900_mm, 0_mm},
                  {900_mm, 600_mm},
                  {600_mm, 600_mm},
                  {600_mm, 900_mm},
                  {0_mm, 900_mm}}) <= 3);  // two diagonals at its one re-entrant corner
    CHECK(pieces({{0_mm, 0_mm}, {900_mm, 0_mm}, {900_mm, 600_mm}, {0_mm, 600_mm}}) == 1);
    CHECK(pieces({{0_mm, 100_mm},
                  {100_mm, 0_mm},
                  {200_mm, 0_mm},
                  {300_mm, 100_mm},
                  {200_mm, 200_mm},
                  {100_mm, 200_mm}}) == 1);
    // Corners in one line, as where a board ends against another.
    CHECK(pieces({{0_mm, 0_mm}, {300_mm, 0_mm}, {900_mm, 0_mm}, {900_mm, 600_mm}, {0_mm, 600_mm}}) == 1);
}

TEST_CASE("What a piece passes when it slides is as large as geometry says", "[clash]") {
    Dice dice(4);
    for (int i = 0; i < 300; ++i) {
        Build build;
        const auto extrusion = static_cast<Axis>(dice.whole(0, 2)),
                   along = static_cast<Axis>(dice.whole(0, 2));
        add_part(build, star(dice, dice.whole(3, 8)), extrusion, 19_mm, {100_mm, 200_mm, 300_mm}, -1);
        const double distance = dice.between(-0.5, 0.5);
        for (const Piece& piece : pieces_of(build, build.parts[0])) {
            const Piece drawn = stretched(piece, along, distance);
            const int axis = static_cast<int>(along);
            // A slice across the movement is as long as before and as much longer as it moved.
            const double moved = std::abs(distance);
            if (along == extrusion) {
                CHECK(drawn.height == Approx(piece.height + moved));
                CHECK(polygon_area(drawn) == Approx(polygon_area(piece)));
            } else {
                const int across = 3 - axis - static_cast<int>(extrusion);
                const double width = piece.box.most[across] - piece.box.least[across];
                CHECK(polygon_area(drawn) == Approx(polygon_area(piece) + width * moved));
            }
            CHECK(drawn.box.most[axis] == Approx(piece.box.most[axis] + std::max(0.0, distance)));
            CHECK(drawn.box.least[axis] == Approx(piece.box.least[axis] + std::min(0.0, distance)));
            CHECK(drawn.count <= Piece::kMostCorners);
        }
    }
    const Piece box = box_piece({glm::dvec3(0), glm::dvec3(1, 2, 3)});
    for (const Axis axis : kAxes) CHECK(stretched(box, axis, 0.5).directions == 2);  // a box again
}

TEST_CASE("The grid names every box that is near, once", "[clash]") {
    Dice dice(5);
    for (const std::size_t count : {0u, 1u, 7u, 400u}) {
        std::vector<Bounds> boxes;
        for (std::size_t i = 0; i < count; ++i) {
            const glm::dvec3 least = dice.point(4);
            boxes.push_back(i % 9 == 8 ? Bounds{} : Bounds{least, least + glm::abs(dice.point(1.5))});
        }
        PlanGrid grid(boxes);
        std::vector<std::int32_t> near;
        for (int query = 0; query < 50; ++query) {
            const glm::dvec3 least = dice.point(5);
            const Bounds box{least, least + glm::abs(dice.point(1))};
            grid.near(box, near);
            std::ranges::sort(near);
            CHECK(std::ranges::adjacent_find(near) == near.end());
            for (std::size_t i = 0; i < count; ++i)
                if (maatkast::meet(box, boxes[i], 0))
                    CHECK(std::ranges::binary_search(near, static_cast<std::int32_t>(i)));
        }
    }
}

TEST_CASE("The tests see faces in one plane over each other, whatever the frame and the outline", "[clash]") {
    // An L lies on the floor of the world; a rectangle stands in a frame turned by 90° and one by 45°.
    const std::vector<OutlinePoint> ell{{0_mm, 0_mm},     {0_mm, 0_mm + 900_mm}, {600_mm, 900_mm},
                                        {600_mm, 600_mm}, {900_mm, 600_mm},      {900_mm, 0_mm}};
    const auto coincides = [&](Length3 origin, Angle yaw, Length3 at, Length3 size) {
        Build build;
        build.frames.push_back({origin, yaw, {}});
        add_part(build, {ell.rbegin(), ell.rend()}, Axis::y, 19_mm, {}, -1);
        Part box;
        box.origin = at;
        box.size = size;
        box.frame = 0;
        build.parts.push_back(box);
        const bool found = faces_coincide(build, build.parts[0], build.parts[1]);
        CHECK(found == faces_coincide(build, build.parts[1], build.parts[0]));
        return found;
    };
    const Length3 size{100_mm, 300_mm, 50_mm};
    // On its upper face, on the lower one from below, and a hair off.
    CHECK(coincides({300_mm, 19_mm, 300_mm}, Angle::of_degrees(45), {}, size));
    CHECK(coincides({300_mm, -300_mm, 300_mm}, Angle::of_degrees(45), {}, size));
    CHECK_FALSE(coincides({300_mm, 19.1_mm, 300_mm}, Angle::of_degrees(45), {}, size));
    // In the notch, which its box holds and it does not.
    CHECK_FALSE(coincides({750_mm, 19_mm, 750_mm}, Angle::of_degrees(-45), {}, {50_mm, 300_mm, 50_mm}));
    // Its end, x = 900, against a box turned by a quarter: z of the frame is x of the world.
    CHECK(coincides({900_mm, 0_mm, 400_mm}, Angle::of_degrees(90), {}, size));
    CHECK_FALSE(coincides({900.1_mm, 0_mm, 400_mm}, Angle::of_degrees(90), {}, size));
    CHECK_FALSE(coincides({900_mm, 0_mm, 800_mm}, Angle::of_degrees(90), {}, size));  // beside the end
    CHECK_FALSE(coincides({900_mm, 0_mm, 700_mm}, Angle::of_degrees(90), {}, size));  // edge to edge with it
}

TEST_CASE("The tests see parts in one place, whatever the frame and the outline", "[clash]") {
    const auto overlaps = [](Length3 origin, Angle yaw, Angle pitch) {
        Build build;
        build.frames.push_back({origin, yaw, pitch});
        add_part(build,
                 {{0_mm, 0_mm},
                  {900_mm, 0_mm},
                  {900_mm, 600_mm},
                  {600_mm, 600_mm},
                  {600_mm, 900_mm},
                  {0_mm, 900_mm}},
                 Axis::y, 19_mm, {}, -1);
        Part box;
        box.size = {100_mm, 300_mm, 50_mm};
        box.frame = 0;
        build.parts.push_back(box);
        return parts_overlap(build, build.parts[0], build.parts[1]);
    };
    CHECK(overlaps({300_mm, 10_mm, 300_mm}, Angle::of_degrees(45), {}));
    CHECK_FALSE(overlaps({300_mm, 19_mm, 300_mm}, Angle::of_degrees(45), {}));
    CHECK_FALSE(overlaps({700_mm, 0_mm, 700_mm}, {}, {}));  // in the notch
    CHECK(overlaps({599_mm, 0_mm, 700_mm}, {}, {}));        // a millimetre out of it
    CHECK_FALSE(overlaps({600_mm, 0_mm, 700_mm}, {}, {}));  // against its side
    CHECK(
        overlaps({300_mm, 24_mm, 300_mm}, {}, Angle::of_degrees(15)));  // leans with its foot 5 in the board
    CHECK_FALSE(overlaps({300_mm, 33_mm, 300_mm}, {}, Angle::of_degrees(15)));
    CHECK(overlaps({300_mm, -10_mm, 300_mm}, {}, {}));  // through it, larger on both sides
}
