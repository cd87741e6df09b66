// Corners and open ends: derived sizes, parts that stand clear of each other, fronts that open.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/outline.h"
#include "model/build/plan.h"
#include "model/design/mirror.h"
#include "model/mesh/triangulate.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A convex piece of a part in the world: its points, and the directions that can tell it from another.
struct Piece {
    std::vector<glm::dvec3> points;
    std::vector<glm::dvec3> normals, edges;
};

/// A part's outline in the plane of its extrusion, cut into triangles; a box is two of them.
std::vector<std::vector<glm::dvec2>> triangles_of(const Build& build, const Part& part) {
    const auto [u, v] = plane_axes(part.extrusion);
    std::vector<glm::dvec2> polygon;
    if (part.shape == ShapeKind::prism) {
        for (const OutlinePoint& p : outline_of(build, part))
            polygon.emplace_back(p.u.metres(), p.v.metres());
    } else {
        const double wide = part.size.along(u).metres(), deep = part.size.along(v).metres();
        polygon = {{0, 0}, {wide, 0}, {wide, deep}, {0, deep}};
    }
    std::vector<std::vector<glm::dvec2>> pieces;
    for (const auto& [a, b, c] : triangulate(polygon)) pieces.push_back({polygon[a], polygon[b], polygon[c]});
    return pieces;
}

Piece piece(const Part& part, const std::vector<glm::dvec2>& triangle, const glm::dmat4& matrix) {
    const int e = static_cast<int>(part.extrusion), u = (e + 1) % 3, v = (e + 2) % 3;
    const glm::dvec3 origin{part.origin.x.metres(), part.origin.y.metres(), part.origin.z.metres()};
    Piece out;
    for (const double height : {0.0, part.size.along(part.extrusion).metres()})
        for (const glm::dvec2& corner : triangle) {
            glm::dvec3 at = origin;
            at[u] += corner.x, at[v] += corner.y, at[e] += height;
            out.points.emplace_back(matrix * glm::dvec4(at, 1));
        }
    const glm::dvec3 along = glm::normalize(out.points[3] - out.points[0]);
    out.normals.push_back(along);
    out.edges.push_back(along);
    for (std::size_t i = 0; i < 3; ++i) {
        const glm::dvec3 side = glm::normalize(out.points[(i + 1) % 3] - out.points[i]);
        out.edges.push_back(side);
        out.normals.push_back(glm::cross(side, along));
    }
    return out;
}

double shared_along(const Piece& a, const Piece& b, const glm::dvec3& axis) {
    const auto [a_least, a_most] =
        std::ranges::minmax(a.points, {}, [&](auto p) { return glm::dot(p, axis); });
    const auto [b_least, b_most] =
        std::ranges::minmax(b.points, {}, [&](auto p) { return glm::dot(p, axis); });
    return std::min(glm::dot(a_most, axis), glm::dot(b_most, axis)) -
           std::max(glm::dot(a_least, axis), glm::dot(b_least, axis));
}

/// Further into each other than 0.05 mm, by separating axes.
bool meet(const Piece& a, const Piece& b) {
    constexpr double kTouch = 5e-5;
    std::vector<glm::dvec3> axes = a.normals;
    axes.insert(axes.end(), b.normals.begin(), b.normals.end());
    for (const glm::dvec3& p : a.edges)
        for (const glm::dvec3& q : b.edges)
            if (const glm::dvec3 axis = glm::cross(p, q); glm::length(axis) > 1e-6)
                axes.push_back(glm::normalize(axis));
    return std::ranges::all_of(axes,
                               [&](const glm::dvec3& axis) { return shared_along(a, b, axis) > kTouch; });
}

bool counts(const Part& part) {
    return part.kind != PartKind::hinge_cup && part.kind != PartKind::hinge_arm;
}

std::vector<std::vector<Piece>> pieces_of(const Build& build, std::span<const double> open) {
    std::vector<std::vector<Piece>> all;
    for (const Part& part : build.parts) {
        const glm::dmat4 matrix = part_matrix(build, part, open);
        all.emplace_back();
        for (const auto& triangle : triangles_of(build, part))
            all.back().push_back(piece(part, triangle, matrix));
    }
    return all;
}

/// Names of two parts in one place, neither moved with the other; empty where there are none.
std::string clash(const Build& build, std::span<const double> open) {
    const auto pieces = pieces_of(build, open);
    for (std::size_t a = 0; a < pieces.size(); ++a)
        for (std::size_t b = a + 1; b < pieces.size(); ++b) {
            const Part &one = build.parts[a], &other = build.parts[b];
            if (!counts(one) || !counts(other) ||
                (one.opener >= 0 && one.opener == other.opener && !open.empty()))
                continue;
            for (const Piece& p : pieces[a])
                for (const Piece& q : pieces[b])
                    if (meet(p, q)) return name_of(one) + " " + name_of(other);
        }
    return {};
}

/// Two bays, the corner, two bays; doors everywhere, before an L one that folds.
Design round_a_corner(std::string_view shape, Length left, Length right, bool fronts) {
    Design design = new_design(shop_book(), {1257_mm, 2000_mm, 560_mm, 2}).value();
    for (Bay& bay : design.bays) {
        bay.openings = {{400_mm, {find_interior_kind("empty"), 1, std::nullopt}, std::nullopt},
                        {std::nullopt, {find_interior_kind("empty"), 1, std::nullopt}, std::nullopt}};
        bay.fronts.clear();
        if (fronts) bay.fronts = {{find_front_kind("left"), 0, 1, std::nullopt}};
        bay.depth = left;
    }
    design = with(design, {"corner/add=" + std::string(shape)});
    design.bays.push_back(design.bays.back());
    for (std::size_t i = 3; i < design.bays.size(); ++i) design.bays[i].depth = right;
    design.bays[2].width = 450_mm;
    if (shape == "corner_l")
        for (Front& front : design.bays[2].fronts) front.kind = find_front_kind("bifold_left");
    return design;
}

constexpr std::array<std::string_view, 4> kCorners{"corner_l", "corner_diagonal", "corner_blind_left",
                                                   "corner_blind_right"};

}  // namespace

TEST_CASE("A corner is as large as its neighbours make it", "[corner]") {
    // The trade's usual ones: 900 beside 560 deep, 600 beside 320.
    for (const auto& [depth, leg] : {std::pair{560_mm, 900_mm}, {320_mm, 600_mm}}) {
        const Layout layout = make_layout(shop_book(), round_a_corner("corner_diagonal", depth, depth, true));
        REQUIRE(layout.corners.size() == 1);
        CHECK(layout.corners[0].left_leg == leg);
        CHECK(layout.corners[0].right_leg == leg);
    }
    // Each leg follows the other wall's depth; the next run starts behind the blind corner's filler.
    const Layout layout = make_layout(shop_book(), round_a_corner("corner_blind_left", 560_mm, 400_mm, true));
    const CornerLayout& blind = layout.corners[0];
    CHECK(blind.right_leg == 560_mm + blind.filler + 19_mm);
    CHECK(blind.left_leg == 400_mm + blind.filler + 450_mm + 19_mm);
}

TEST_CASE("No two parts round a corner are in one place, closed or open one by one", "[corner]") {
    for (const std::string_view shape : kCorners)
        for (const auto& [left, right] : {std::pair{560_mm, 560_mm}, {600_mm, 350_mm}, {320_mm, 320_mm}})
            for (const bool fronts : {false, true})
                for (const int main : {0, 1}) {
                    Design design = round_a_corner(shape, left, right, fronts);
                    design.main_run = main;
                    const Build built = build(shop_book(), design);
                    INFO(shape << " " << left.mm() << " " << right.mm() << " fronts " << fronts);
                    CHECK(clash(built, {}) == "");
                    std::vector<double> open(built.openers.size());
                    for (std::size_t o = 0; o < open.size() && main == 0; ++o)
                        for (const double share : {0.1, 0.5, 1.0}) {
                            open.assign(open.size(), 0);
                            open[o] = share;
                            INFO(std::string(built.openers[o].name.view()) << " " << share);
                            CHECK(clash(built, open) == "");
                        }
                }
}

TEST_CASE("The whole stands against its walls, as large as it says", "[corner]") {
    for (const std::string_view shape : kCorners)
        for (const int main : {0, 1}) {
            Design design = round_a_corner(shape, 560_mm, 560_mm, true);
            design.main_run = main;
            INFO(shape << " " << main);
            const Length3 size = overall_size(shop_book(), design);
            const Box box = carcase_bounds(build(shop_book(), design));
            CHECK(box.most.x - box.least.x <= size.x);
            CHECK(size.x - (box.most.x - box.least.x) < 5_mm);  // a plinth's or a back's gap to the wall
            CHECK(box.most.y == size.y);
            CHECK(box.least.z >= 0_mm);
            CHECK(box.most.z == size.z);
        }
}

TEST_CASE("A mirrored corner costs and weighs the same", "[corner]") {
    for (const std::string_view shape : kCorners) {
        INFO(shape);
        const Design design = with(round_a_corner(shape, 600_mm, 350_mm, true), {"bays/1/width=611"});
        const Build one = build(shop_book(), design),
                    other = build(shop_book(), mirrored(shop_book(), design));
        CHECK(one.parts.size() == other.parts.size());
        CHECK(price(shop_book(), one).total == price(shop_book(), other).total);
        CHECK(one.mass == Approx(other.mass).epsilon(1e-12));
    }
}

TEST_CASE("A shallow corner stands on one foot in its middle, a deep one on two", "[corner]") {
    const auto feet = [](Length depth) {
        const Build built = build(shop_book(), round_a_corner("corner_l", depth, depth, false));
        return std::ranges::count_if(
            built.parts, [](const Part& part) { return part.kind == PartKind::foot && part.bay == 2; });
    };
    CHECK(feet(250_mm) == 1);
    CHECK(feet(560_mm) == 2);
}

TEST_CASE("A cornice before a diagonal corner ends on the diagonal where no straight piece fits beside it",
          "[corner]") {
    for (const Strings& edits : {Strings{"bays/1/height=2200"},
                                 {"bays/3/height=2200"},
                                 {"bays/1/height=2200", "bays/3/height=2200"},
                                 {"bays/0/remove", "bays/0/remove"}})
        for (const char* cornice : {"cornice=81", "top_filler=60"}) {
            Design design = with(round_a_corner("corner_diagonal", 325_mm, 325_mm, true), edits);
            design = with(design, {cornice});
            if (design.cornice) design = with(design, {"cornice/overhang=60"});
            INFO(edits.front() << " " << cornice);
            const Build built = build(shop_book(), design);
            CHECK(clash(built, {}) == "");
            for (const Part& part : built.parts)
                if (part.shape == ShapeKind::prism) {
                    INFO(name_of(part));
                    CHECK(outline_area(outline_of(built, part)) > 1e-5);
                    CHECK(part.mass > 0);
                }
        }
}

TEST_CASE("A U has two corners and three walls", "[corner]") {
    Design design = round_a_corner("corner_diagonal", 560_mm, 560_mm, true);
    design = with(design, {"corner/add=corner_blind_left", "main_run=1"});
    const Build built = build(shop_book(), design);
    CHECK(built.frames.size() >= 2);
    CHECK(clash(built, {}) == "");
}

TEST_CASE("Doors round a corner are clear of everything, whatever they are made of and opened by",
          "[corner]") {
    for (const std::string_view shape : {"corner_diagonal", "corner_blind_left", "corner_blind_right"})
        for (const FrontStyle style : {FrontStyle::slab, FrontStyle::panelled, FrontStyle::glass_clear})
            for (const Handle& handle : shop_book().handles) {
                Design design = round_a_corner(shape, 560_mm, 560_mm, true);
                design.handle = handle.id;
                for (Bay& bay : design.bays)
                    for (Front& front : bay.fronts) front.style = style;
                INFO(shape << " " << static_cast<int>(style) << " " << handle.id);
                CHECK(clash(build(shop_book(), design), {}) == "");
            }
}

TEST_CASE("Sliding leaves beside a corner are clear of it, on either wall", "[corner]") {
    for (const std::string_view shape : kCorners)
        for (const auto& [first, last] : {std::pair(0, 1), std::pair(3, 4)}) {
            Design design = round_a_corner(shape, 560_mm, 560_mm, true);
            for (int i = first; i <= last; ++i) design.bays[static_cast<std::size_t>(i)].fronts.clear();
            design.sliding = {{first, last, 2, FrontStyle::panelled, std::nullopt}};
            const Build built = build(shop_book(), design);
            INFO(shape << " " << first);
            CHECK(clash(built, {}) == "");
            CHECK(std::ranges::count(built.leaves, LeafKind::sliding, &Leaf::kind) == 2);
        }
}

TEST_CASE("Open ends are clear of everything, and as wide as they say", "[corner]") {
    for (const std::string_view shape : {"end_round", "end_diagonal"}) {
        Design design = round_a_corner("corner_l", 560_mm, 560_mm, true);
        design = with(design, {"bays/0/fronts=none", "bays/4/fronts=none",
                               "bays/0/shape=" + std::string(shape), "bays/4/shape=" + std::string(shape)});
        INFO(shape);
        CHECK(clash(build(shop_book(), design), {}) == "");
    }
}

TEST_CASE("A mitred path keeps its thickness and its boards clear of each other", "[corner]") {
    const std::vector<PlanPoint> path{{0_mm, 500_mm}, {600_mm, 500_mm}, {600_mm, 1200_mm}};
    const auto boards = mitred_path(path, 16_mm, 0.1_mm);
    REQUIRE(boards.size() == 2);
    // Each board is as long outside as its piece less the gap, and longer inside by the mitre: 45° of 16 mm.
    CHECK(outline_area(boards[0]) == Approx((0.5999 + 0.016 / 2) * 0.016).epsilon(1e-4));
    CHECK(outline_area(boards[1]) == Approx((0.6999 + 0.016 / 2) * 0.016).epsilon(1e-4));
}
