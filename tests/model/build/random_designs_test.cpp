// What must hold of every cabinet that may be sold, looked at on thousands of random ones.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/build/outline.h"
#include "model/mesh/board.h"
#include "model/mesh/prism.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr std::string_view kNameCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

constexpr std::array<std::string_view, 7> kShelves{"loose",   "fixed", "protruding", "recessed",
                                                   "slanted", "glass", "stack"};

constexpr std::array<std::string_view, 3> kSlopes{"slope left", "slope right", "slope back"};

/// Calls for each part of each cabinet; the message of a failure names both.
template <class Look>
void each_part(Look look) {
    for (const Cabinet& cabinet : cabinets())
        for (const Part& part : cabinet.build.parts) {
            INFO(cabinet.design.name << " " << name_of(part));
            look(cabinet, part);
        }
}

/// Calls for each two parts of each cabinet whose boxes touch or overlap.
template <class Look>
void each_contact(Look look) {
    for (const Cabinet& cabinet : cabinets())
        each_touching(cabinet.build, [&](std::size_t a, std::size_t b) {
            const auto& parts = cabinet.build.parts;
            INFO(cabinet.design.name << " " << name_of(parts[a]) << " " << name_of(parts[b]));
            look(cabinet, parts[a], parts[b]);
        });
}

bool protrudes(const Opening& opening) {
    return opening.top && opening.shelf == ShelfKind::protruding;
}

/// Where the front of the bay ends: the fronts and protruding shelves, or the carcase that stands behind
/// their plane.
Length reach(const Design& design, const Bay& bay) {
    // A cap or a worktop reaches out before them, as far as the bay is deep.
    if (design.worktop || design.cornice) return bay.depth;
    const bool any = std::ranges::any_of(design.bays, [](const Bay& b) { return !b.fronts.empty(); });
    if (!any || !bay.fronts.empty() || std::ranges::any_of(bay.openings, protrudes)) return bay.depth;
    if (sliding_before(design, static_cast<std::size_t>(&bay - design.bays.data()))) return bay.depth;
    return bay.depth - design.thickness.fronts - shop_book().construction.front_offset;
}

/// Cladding, fillers and the strip up to the ceiling stand in the plane of fronts, or 5 mm behind it, whether
/// or not there are fronts in their bays.
Length reach_of_panels(const Design& design) {
    const Length out = design.worktop   ? design.worktop->overhang
                       : design.cornice ? design.cornice->overhang
                                        : 0_mm;
    Length reach;
    const auto take_in = [&](const Bay& bay, Length behind) {
        reach = std::max(reach, bay.depth - out - behind);
    };
    const auto at_end = [&](const End& end, const Bay& bay) {
        if (end.cladding) take_in(bay, 0_mm);
        if (end.filler > 0_mm) take_in(bay, 5_mm);
    };
    at_end(design.left_end, design.bays.front());
    at_end(design.right_end, design.bays.back());
    for (const Bay& bay : design.bays)
        if (design.top_filler > 0_mm && bay.height == total_height(design)) take_in(bay, 5_mm);
    return reach;
}

/// The lower track of sliding leaves, 12 mm, lies level with the floor of the carcase on a board of its own.
Length bearers_below(const Design& design) {
    return design.sliding.empty() ? 0_mm : 12_mm + 2 * 0.1_mm;
}

/// m³ of its mesh, whose edges are chamfered.
double bevelled_volume(const Build& build, const Part& part) {
    return part.shape == ShapeKind::prism ? prism_volume(outline_of(build, part), part.size, part.extrusion)
                                          : board_volume(part.size);
}

/// The board that a part must be cut from: of its thickness; a top that slopes is as thick as its section's
/// area over its longest side, to a tenth.
const BoardOffer& board_of(const Build& build, const Part& part) {
    const Finish& finish = shop_book().finishes[part.finish];
    if (const BoardOffer* offer = finish.board(part.size.along(part.thickness_axis))) return *offer;
    REQUIRE(part.kind == PartKind::top);
    const auto outline = outline_of(build, part);
    double longest = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
        longest = std::max(longest, std::hypot((a.u - b.u).metres(), (a.v - b.v).metres()));
    }
    const double thickness = outline_area(outline) / longest;
    const auto found = std::ranges::find_if(
        finish.boards, [&](const BoardOffer& offer) { return offer.article == part.article; });
    REQUIRE(found != finish.boards.end());
    // A mitre takes a triangle off the longest side, at most 0.3 thicknesses long and as thick.
    CHECK(thickness == Approx(found->thickness.metres()).epsilon(0.15));
    return *found;
}

double density_of(const Build& build, const Part& part) {
    return shop_book().materials[board_of(build, part).material].density;
}

/// kg, from the book's density for the board that the part must be cut from, or the maker's mass.
double mass_from_the_book(const Build& build, const Part& part) {
    if (!is_board(part) || part.kind == PartKind::runner) {
        const Article& article = shop_book().articles[part.article];
        return article.mass * (article.unit == Article::Unit::metre ? part.size.x.metres() : 1);
    }
    const BoardOffer& offer = board_of(build, part);  // cut from a board that is sold
    CHECK(part.article == offer.article);
    return bevelled_volume(build, part) * shop_book().materials[offer.material].density;
}

/// The box around all boards, each taken to the world by its own corners.
WorldBox boards_in_the_world(const Build& build) {
    WorldBox all;
    for (const Part& part : build.parts) {
        if (!is_board(part)) continue;
        const WorldBox box = world_box(build, part);
        all.least = glm::min(all.least, box.least);
        all.most = glm::max(all.most, box.most);
    }
    return all;
}

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
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
        seen.insert(cabinet.design.base.kind == BaseKind::legs   ? "legs"
                    : cabinet.design.base.kind == BaseKind::hung ? "hung"
                                                                 : "plinth");
        for (const Part& part : cabinet.build.parts)
            for (const PartKind kind : {PartKind::worktop, PartKind::cornice, PartKind::cladding,
                                        PartKind::filler, PartKind::brace, PartKind::wall_rail})
                if (part.kind == kind) seen.insert(name_of(kind));
        if (cabinet.design.room.slope)
            seen.insert(kSlopes.at(static_cast<std::size_t>(cabinet.design.room.slope->side)));
        if (cabinet.design.room.skirting) seen.insert("skirting");
        if (!cabinet.design.room.obstacles.empty()) seen.insert("obstacle");
        hashes.insert(std::to_string(cabinet.build.mass));
    }
    CHECK(seen.size() ==
          front_kinds().size() + interior_kinds().size() + kShelves.size() + 5 + 6 + kSlopes.size() + 2);
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
        CHECK(boards.most.y == overall_size(shop_book(), design).y);
        if (!design.room.slope) CHECK(boards.most.y == total_height(design) + design.top_filler);
        if (design.base.kind == BaseKind::hung)
            CHECK(boards.least.y == design.base.height - bearers_below(design));
        else
            CHECK(all.least.y == 0_mm);
        CHECK(all.least.z == 0_mm);
        Length deepest;
        for (const Bay& bay : design.bays) deepest = std::max(deepest, reach(design, bay));
        deepest = std::max(deepest, reach_of_panels(design));
        CHECK(boards.most.z == deepest);
    }
}

TEST_CASE("The box around a random design holds all its boards, and no tenth of a millimetre more",
          "[random]") {
    constexpr double kTenth = 1e-4, kHair = 1e-9;
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        const Box said = carcase_bounds(cabinet.build);
        const WorldBox seen = boards_in_the_world(cabinet.build);
        for (int axis = 0; axis < 3; ++axis) {
            const double below = seen.least[axis] - metres(said.least)[axis],
                         above = metres(said.most)[axis] - seen.most[axis];
            CHECK(std::min(below, above) >= -kHair);
            CHECK(std::max(below, above) < kTenth);
        }
    }
}

TEST_CASE("No two parts of a random design are in one place", "[random]") {
    const HardwareMeshes& hardware = shop_hardware();
    std::size_t clipped = 0;
    each_contact([&](const Cabinet& cabinet, const Part& one, const Part& other) {
        const Part *fitting = &one, *board = &other;
        if (!parts_overlap(cabinet.build, one, other)) return;
        if (is_board(*fitting)) std::swap(fitting, board);
        // A cup's flange lies in the gap between door and carcase, so its box says too much.
        const bool hollow = fitting->kind == PartKind::hinge_cup && is_board(*board);
        REQUIRE(hollow);
        Build alone;
        alone.parts = {*fitting};
        alone.parts[0].frame = alone.parts[0].opener = -1;
        const MeshSet mesh = make_meshes(hardware, alone);
        REQUIRE_FALSE(enters({mesh.vertices_of(0), mesh.indices_of(0)}, cabinet.build, *fitting, *board));
        ++clipped;
    });
    CHECK(clipped > 0);
}

TEST_CASE("No two boards of a random design have faces in one plane over each other", "[random]") {
    each_contact([](const Cabinet& cabinet, const Part& one, const Part& other) {
        if (is_board(one) && is_board(other)) REQUIRE_FALSE(faces_coincide(cabinet.build, one, other));
    });
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
            // A bevel takes the tip off a corner that is sharper than square.
            const double tip = part.shape == ShapeKind::prism ? 1.5e-3 : 1e-5;
            CHECK(glm::distance(glm::dvec3(most) - glm::dvec3(least), size) < tip);
            if (is_board(part))
                CHECK(volume(solid) == Approx(bevelled_volume(cabinet.build, part)).epsilon(1e-4));
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
            const double kg = volume({set.vertices_of(mesh), set.indices_of(mesh)}) * density_of(build, part);
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
