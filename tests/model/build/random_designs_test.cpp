// What must hold of every cabinet that may be sold, looked at on thousands of random ones.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/mesh/board.h"
#include "model/mesh/prism.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/oriented.h"
#include "tests/model/build/overlap.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr std::string_view kNameCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

constexpr std::array<std::string_view, 7> kShelves{"loose",   "fixed", "protruding", "recessed",
                                                   "slanted", "glass", "stack"};

/// Calls for each part of each cabinet; the message of a failure names both.
template <class Look>
void each_part(Look look) {
    for (const Cabinet& cabinet : cabinets())
        for (const Part& part : cabinet.build.parts) {
            INFO(cabinet.design.name << " " << name_of(part));
            look(cabinet, part);
        }
}

/// Calls for each two parts of each cabinet whose boxes touch or overlap; those that lean have a test of
/// their own.
template <class Look>
void each_contact(Look look) {
    for (const Cabinet& cabinet : cabinets()) {
        const auto& parts = cabinet.build.parts;
        for (std::size_t a = 0; a < parts.size(); ++a)
            for (std::size_t b = a + 1; b < parts.size(); ++b)
                if (parts[a].frame < 0 && parts[b].frame < 0 &&
                    std::ranges::all_of(
                        kAxes, [&](Axis axis) { return shared(parts[a], parts[b], axis) >= Length{}; })) {
                    INFO(cabinet.design.name << " " << name_of(parts[a]) << " " << name_of(parts[b]));
                    look(cabinet, a, b);
                }
    }
}

bool protrudes(const Opening& opening) {
    return opening.top && opening.shelf == ShelfKind::protruding;
}

/// Where the front of the bay ends: the fronts and protruding shelves, or the carcase that stands behind
/// their plane.
Length reach(const Design& design, const Bay& bay) {
    const bool any = std::ranges::any_of(design.bays, [](const Bay& b) { return !b.fronts.empty(); });
    if (!any || !bay.fronts.empty() || std::ranges::any_of(bay.openings, protrudes)) return bay.depth;
    return bay.depth - design.thickness.fronts - shop_book().construction.front_offset;
}

/// kg, from the book's density for the board that the part must be cut from, or the maker's mass.
double mass_from_the_book(const Build& build, const Part& part) {
    if (!is_board(part) || part.kind == PartKind::runner) {
        const Article& article = shop_book().articles[part.article];
        return article.mass * (article.unit == Article::Unit::metre ? part.size.x.metres() : 1);
    }
    const BoardOffer* offer = shop_book().finishes[part.finish].board(part.size.along(part.thickness_axis));
    REQUIRE(offer);  // cut from a board that is sold
    CHECK(part.article == offer->article);
    const double cubic_metres = part.shape == ShapeKind::prism
                                    ? prism_volume(outline_of(build, part), part.size, part.extrusion)
                                    : board_volume(part.size);
    return cubic_metres * shop_book().materials[offer->material].density;
}

double density_of(const Part& part) {
    const BoardOffer* offer = shop_book().finishes[part.finish].board(part.size.along(part.thickness_axis));
    REQUIRE(offer);
    return shop_book().materials[offer->material].density;
}

}  // namespace

TEST_CASE("Random designs may be sold, differ, and show all that the shop makes", "[random]") {
    std::set<std::string_view> seen;
    std::set<std::string> hashes;
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        CHECK(sellable(cabinet.build));
        for (const Bay& bay : cabinet.design.bays) {
            for (const Front& front : bay.fronts) seen.insert(front.kind->id);
            for (const Opening& opening : bay.openings) {
                seen.insert(opening.interior.kind->id);
                if (opening.top) seen.insert(kShelves.at(static_cast<std::size_t>(opening.shelf)));
                if (opening.contents) seen.insert("contents");
                if (opening.led) seen.insert("light");
            }
        }
        seen.insert(cabinet.design.base.kind == BaseKind::legs ? "legs" : "plinth");
        hashes.insert(std::to_string(cabinet.build.mass));
    }
    CHECK(seen.size() == front_kinds().size() + interior_kinds().size() + kShelves.size() + 4);
    CHECK(hashes.size() > kCabinets * 9 / 10);
}

TEST_CASE("Every part of a random design has a size, and a name of its own", "[random]") {
    each_part([](const Cabinet&, const Part& part) {
        CHECK(std::ranges::all_of(kAxes, [&](Axis axis) { return part.size.along(axis) > Length{}; }));
        CHECK_FALSE(part.name.view().empty());
        CHECK(part.name.view().find_first_not_of(kNameCharacters) == std::string_view::npos);
    });
    for (const Cabinet& cabinet : cabinets()) {
        std::set<std::string_view> names;
        for (const Part& part : cabinet.build.parts) names.insert(part.name.view());
        CHECK(names.size() == cabinet.build.parts.size());
    }
}

TEST_CASE("A random design stands from floor and wall exactly as wide, high and deep as it says",
          "[random]") {
    for (const Cabinet& cabinet : cabinets()) {
        const Design& design = cabinet.design;
        INFO(design.name);
        const Box boards = carcase_bounds(cabinet.build), all = bounds(cabinet.build);
        CHECK(boards.most.x - boards.least.x == overall_size(shop_book(), design).x);
        CHECK(std::abs((boards.most.x + boards.least.x).tenths) <= 1);  // in the middle, to half a tenth
        CHECK(boards.most.y == total_height(design));
        CHECK(all.least.y == 0_mm);
        CHECK(boards.least.z == 0_mm);
        Length deepest;
        for (const Bay& bay : design.bays) deepest = std::max(deepest, reach(design, bay));
        CHECK(boards.most.z == deepest);
    }
}

TEST_CASE("No two parts of a random design are in one place", "[random]") {
    const HardwareMeshes& hardware = shop_hardware();
    std::size_t clipped = 0;
    each_contact([&](const Cabinet& cabinet, std::size_t a, std::size_t b) {
        const Part *fitting = &cabinet.build.parts[a], *board = &cabinet.build.parts[b];
        if (!boxes_overlap(*fitting, *board)) return;
        if (is_board(*fitting)) std::swap(fitting, board);
        // A cup's flange lies in the gap between door and carcase, so its box says too much.
        const bool hollow = fitting->kind == PartKind::hinge_cup && is_board(*board);
        REQUIRE(hollow);
        Build alone;
        alone.parts = {*fitting};
        const MeshSet mesh = make_meshes(hardware, alone);
        REQUIRE_FALSE(enters({mesh.vertices_of(0), mesh.indices_of(0)}, *fitting, *board));
        ++clipped;
    });
    CHECK(clipped > 0);
}

TEST_CASE("No two boards of a random design have faces in one plane over each other", "[random]") {
    each_contact([&](const Cabinet& cabinet, std::size_t a, std::size_t b) {
        const Part &one = cabinet.build.parts[a], &other = cabinet.build.parts[b];
        if (is_board(one) && is_board(other)) REQUIRE_FALSE(faces_coincide(one, other));
    });
}

TEST_CASE("No leaning shelf of a random design is where another part is", "[random]") {
    std::size_t leaning = 0;
    for (const Cabinet& cabinet : cabinets()) {
        const auto& parts = cabinet.build.parts;
        for (const Part& part : parts) {
            if (part.frame < 0) continue;
            ++leaning;
            const Oriented here = oriented(cabinet.build, part);
            for (const Part& other : parts) {
                if (&other == &part || other.bay != part.bay) continue;
                INFO(cabinet.design.name << " " << name_of(part) << " " << name_of(other));
                REQUIRE(penetration(here, oriented(cabinet.build, other)) < 1e-6);
            }
        }
    }
    CHECK(leaning > 100);
}

TEST_CASE("Every mesh of a random design is closed, and of its part's size and volume", "[random]") {
    std::set<std::uint64_t> seen;
    for (const Cabinet& cabinet : cabinets()) {
        const MeshSet set = make_meshes(shop_hardware(), cabinet.build);
        for (std::size_t i = 0; i < cabinet.build.parts.size(); ++i) {
            const Part& part = cabinet.build.parts[i];
            const std::uint32_t mesh = set.mesh_of[i];
            if (!seen.insert(set.meshes[mesh].key).second) continue;
            INFO(cabinet.design.name << " " << name_of(part));
            const Solid solid{set.vertices_of(mesh), set.indices_of(mesh)};
            CHECK(wrong_edges(solid) == 0);
            const auto [least, most] = box(solid);
            const glm::dvec3 size{part.size.x.metres(), part.size.y.metres(), part.size.z.metres()};
            CHECK(glm::distance(glm::dvec3(most) - glm::dvec3(least), size) < 1e-5);
            if (is_board(part))
                CHECK(volume(solid) == Approx(board_volume(part.size)).epsilon(1e-4));
            else
                CHECK(volume(solid) > 0);
        }
    }
    CHECK(seen.size() > 1000);
}

TEST_CASE("A random design weighs what its boards and fittings weigh", "[random]") {
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        double mass = 0;
        for (const Part& part : cabinet.build.parts) mass += mass_from_the_book(cabinet.build, part);
        CHECK(cabinet.build.mass == Approx(mass).epsilon(0.001));
    }
}

TEST_CASE("Boards of a random design weigh what their meshes hold, to a thousandth", "[random]") {
    for (std::size_t c = 0; c < cabinets().size(); c += 10) {
        const Build& build = cabinets()[c].build;
        const MeshSet set = make_meshes(shop_hardware(), build);
        double listed = 0, measured = 0;
        for (std::size_t i = 0; i < build.parts.size(); ++i) {
            const Part& part = build.parts[i];
            if (!is_board(part) || part.kind == PartKind::runner) continue;
            INFO(cabinets()[c].design.name << " " << name_of(part));
            const std::uint32_t mesh = set.mesh_of[i];
            const double kg = volume({set.vertices_of(mesh), set.indices_of(mesh)}) * density_of(part);
            REQUIRE(part.mass == Approx(kg).epsilon(0.001));
            listed += part.mass;
            measured += kg;
        }
        CHECK(listed == Approx(measured).epsilon(0.0005));
    }
}

TEST_CASE("The lines of a random design's price are its price", "[random]") {
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        const Price asked = price(shop_book(), cabinet.build);
        Cents sum;
        for (const PriceLine& line : asked.lines) {
            sum += line.total;
            CHECK(std::abs(static_cast<double>(line.total.value) -
                           line.quantity * static_cast<double>(line.unit.value)) <= 0.5 + 1e-6);
        }
        CHECK(asked.total == sum);
        CHECK(asked.total.value > 0);
    }
}
