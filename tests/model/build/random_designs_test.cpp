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
#include "model/design/words.h"
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

double longest_side(std::span<const OutlinePoint> outline) {
    double longest = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
        longest = std::max(longest, std::hypot((a.u - b.u).metres(), (a.v - b.v).metres()));
    }
    return longest;
}

/// Whether an outline lies between one of its sides and a line that far from it, as a board on edge does.
bool is_strip(std::span<const OutlinePoint> outline, Length thickness) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
        const double u = (b.u - a.u).mm(), v = (b.v - a.v).mm(), length = std::hypot(u, v);
        double far = 0;
        for (const OutlinePoint& p : outline)
            far = std::max(far, std::abs((p.u - a.u).mm() * v - (p.v - a.v).mm() * u) / length);
        if (std::abs(far - thickness.mm()) < 0.2) return true;
    }
    return false;
}

/// The board that a part must be cut from: of its thickness. One that stands askew in its frame is as thick
/// as the strip that it is seen from above; a top that slopes as its section's area over its longest side.
const BoardOffer& board_of(const Build& build, const Part& part) {
    const Finish& finish = shop_book().finishes[part.finish];
    if (const BoardOffer* offer = finish.board(part.size.along(part.thickness_axis))) return *offer;
    const auto outline = outline_of(build, part);
    REQUIRE_FALSE(outline.empty());
    const auto found = std::ranges::find_if(
        finish.boards, [&](const BoardOffer& offer) { return offer.article == part.article; });
    REQUIRE(found != finish.boards.end());
    if (part.kind == PartKind::top) {
        const double thickness = outline_area(outline) / longest_side(outline);
        // A mitre takes a triangle off the longest side, at most 0.3 thicknesses long and as thick.
        CHECK(thickness == Approx(found->thickness.metres()).epsilon(0.15));
    } else {
        CHECK(is_strip(outline, found->thickness));
    }
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

std::string_view word_of(BayShape shape) {
    return std::ranges::find(kShapeWords, shape, [](const auto& word) { return word.second; })->first;
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

/// Before the front edge of a bay's boards: fronts, sliding leaves or air for them, and the overhang of what
/// lies on the carcases.
Length zone_of_fronts(const Design& design) {
    const bool any = std::ranges::any_of(design.bays, [](const Bay& b) { return !b.fronts.empty(); });
    return any ? design.thickness.fronts + 2_mm : 0_mm;
}
Length before_carcase(const Design& design, std::size_t bay) {
    const Length out = design.worktop   ? design.worktop->overhang
                       : design.cornice ? design.cornice->overhang
                                        : 0_mm;
    return out + (sliding_before(design, bay) ? 90_mm : zone_of_fronts(design));
}

/// Cladding and filler beside the last upright, the cornice's overhang where no wall is.
Length beside(const Design& design, const End& end) {
    const Length clad = end.cladding ? design.thickness.carcase : 0_mm;
    if (end.filler > 0_mm) return clad + end.filler;
    return clad + (end.cladding ? 0.1_mm : 0_mm) + (design.cornice ? design.cornice->overhang : 0_mm);
}

/// The bays beside a corner; the corner itself where none is.
const Bay& beside(const Design& design, std::size_t corner, bool left) {
    const std::size_t there = left ? corner - 1 : corner + 1;
    const bool none = there >= design.bays.size() || is_corner(design.bays[there].shape);
    return design.bays[none ? corner : there];
}

constexpr double kHair = 1e-9;

/// A cabinet that goes round corners, and where its walls are.
struct Bent {
    const Design& design;
    const Build& build;
    Layout layout;
};

const std::vector<Bent>& bent_cabinets() {
    static const std::vector<Bent> all = [] {
        std::vector<Bent> bent;
        for (const Cabinet& cabinet : cabinets())
            if (runs_of(cabinet.design).size() > 1)
                bent.push_back({cabinet.design, cabinet.build, make_layout(shop_book(), cabinet.design)});
        return bent;
    }();
    return all;
}

/// A part's box in the axes of a wall: x along it, z out of it.
WorldBox seen_from(const Bent& bent, std::size_t run, const Part& part) {
    const glm::dmat4 matrix = glm::inverse(frame_matrix(bent.layout.runs[run].frame));
    WorldBox box;
    for (const Convex& solid : convex_solids(bent.build, part))
        for (const Polygon& face : solid.faces)
            for (const glm::dvec3& point : face) {
                const auto there = glm::dvec3(matrix * glm::dvec4(point, 1));
                box.least = glm::min(box.least, there);
                box.most = glm::max(box.most, there);
            }
    return box;
}

/// How much of a wall a corner takes, the neighbour's upright included. A blind one's door stands on the wall
/// to its left or to its right; handles of both neighbours pass each other before its filler.
Length leg(const Bent& bent, const CornerLayout& corner, bool after) {
    const Design& design = bent.design;
    const Bay& bay = design.bays[corner.bay];
    const Length left = beside(design, corner.bay, true).depth,
                 right = beside(design, corner.bay, false).depth;
    const Length other = after ? left : right;
    const bool blind = bay.shape == BayShape::corner_blind_left || bay.shape == BayShape::corner_blind_right;
    if (!blind) return other + (std::max(left, right) >= 450_mm ? 340_mm : 280_mm);
    const bool own = after == (bay.shape == BayShape::corner_blind_right);
    return other + design.thickness.carcase + corner.filler + (own ? bay.width : 0_mm);
}

/// How long a wall's bays are by what they say: from the corner of the walls, or from the free end with what
/// stands beside it, to the other. A corner takes of its wall the depth of the bays on the other one and the
/// opening that a front needs beside them; a blind one its filler, and on the side of its door that and two
/// uprights instead.
Length length_along(const Bent& bent, std::size_t run) {
    const Design& design = bent.design;
    const Length t = design.thickness.carcase;
    Length length = t;
    const Run& bays = bent.layout.runs[run].bays;
    for (std::size_t i = bays.first; i < bays.first + bays.count; ++i)
        length += design.bays[i].width + (is_end(design.bays[i].shape) ? 0_mm : t);
    for (const bool left : {true, false}) {
        const bool open_end = is_end((left ? design.bays.front() : design.bays.back()).shape);
        if (left ? run > 0 : run < bent.layout.corners.size()) {
            const CornerLayout& corner = bent.layout.corners[left ? run - 1 : run];
            length += leg(bent, corner, left) - t;
        } else if (!open_end) {
            length += beside(design, left ? design.left_end : design.right_end);
        }
    }
    return length;
}

/// Bottom and top of a bay, in the axes of its wall.
WorldBox carcase_of(const Bent& bent, std::size_t bay) {
    WorldBox all;
    for (const Part& part : bent.build.parts) {
        if (part.bay != static_cast<std::int32_t>(bay)) continue;
        if (part.kind != PartKind::bottom && part.kind != PartKind::top) continue;
        const WorldBox box = seen_from(bent, bent.layout.bays[bay].run, part);
        all.least = glm::min(all.least, box.least);
        all.most = glm::max(all.most, box.most);
    }
    return all;
}

/// What stands at both ends of one wall, and its boards: those that do not reach further out of it than its
/// deepest bay.
struct Walls {
    double left = -1e9, right = 1e9;  ///< x of the walls beside it
    WorldBox boards;
};
Walls walls_of(const Bent& bent, std::size_t run) {
    Walls walls;
    const auto wall_at = [&](std::size_t other) {
        const glm::dmat4 matrix = glm::inverse(frame_matrix(bent.layout.runs[run].frame)) *
                                  frame_matrix(bent.layout.runs[other].frame);
        return glm::dvec3(matrix * glm::dvec4(0, 0, 0, 1)).x;
    };
    if (run > 0) walls.left = wall_at(run - 1);
    if (run + 1 < bent.layout.runs.size()) walls.right = wall_at(run + 1);
    double deepest = 0;
    for (const Bay& bay : bent.design.bays) deepest = std::max(deepest, bay.depth.metres());
    for (const Part& part : bent.build.parts) {
        if (!is_board(part)) continue;
        const WorldBox box = seen_from(bent, run, part);
        if (box.most.z > deepest + kHair) continue;
        walls.boards.least = glm::min(walls.boards.least, box.least);
        walls.boards.most = glm::max(walls.boards.most, box.most);
    }
    return walls;
}

}  // namespace

TEST_CASE("Random designs may be sold, differ, and show all that the shop makes", "[random]") {
    std::set<std::string_view> seen;
    std::set<std::string> hashes;
    std::size_t bent = 0;
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        CHECK(sellable(cabinet.build));
        bent += !make_layout(shop_book(), cabinet.design).corners.empty();
        for (const Bay& bay : cabinet.design.bays) {
            seen.insert(word_of(bay.shape));
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
    CHECK(seen.size() == front_kinds().size() + interior_kinds().size() + kShelves.size() + 5 + 6 +
                             kSlopes.size() + 2 + kShapeWords.size());
    CHECK(bent > kCabinets * 15 / 100);
    CHECK(bent < kCabinets * 25 / 100);
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
        if (runs_of(design).size() > 1) continue;
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

TEST_CASE("Round corners no part of a random design comes through a wall", "[random]") {
    std::size_t walls = 0;
    for (const Bent& bent : bent_cabinets())
        for (std::size_t run = 0; run < bent.layout.runs.size(); ++run, ++walls)
            for (const Part& part : bent.build.parts) {
                INFO(bent.design.name << " wall " << run << " " << name_of(part));
                REQUIRE(seen_from(bent, run, part).least.z >= -kHair);
            }
    CHECK(walls > kCabinets / 4);
}

TEST_CASE(
    "Round corners each wall of a random design is as long as its bays, from the corner to its free end",
    "[random]") {
    std::size_t ends = 0;
    for (const Bent& bent : bent_cabinets()) {
        const std::size_t last = bent.layout.runs.size() - 1;
        for (const std::size_t run : {std::size_t{0}, last}) {
            INFO(bent.design.name << " wall " << run);
            const Walls walls = walls_of(bent, run);
            const double length =
                (run == 0 ? walls.right - walls.boards.least.x : walls.boards.most.x - walls.left);
            CHECK(length == Approx(length_along(bent, run).metres()).margin(kHair));
            ++ends;
        }
    }
    CHECK(ends > kCabinets / 4);
}

TEST_CASE("Round corners the walls of a random design are as far apart as the bays between them say",
          "[random]") {
    for (const Bent& bent : bent_cabinets()) {
        INFO(bent.design.name);
        for (std::size_t run = 1; run + 1 < bent.layout.runs.size(); ++run) {
            const Walls walls = walls_of(bent, run);
            CHECK(walls.right - walls.left == Approx(length_along(bent, run).metres()).margin(kHair));
        }
        const auto main = static_cast<std::size_t>(bent.design.main_run);
        const Length3 size = overall_size(shop_book(), bent.design);
        CHECK(size.x == length_along(bent, main));
        CHECK(size.y == carcase_bounds(bent.build).most.y);
        Length deepest;
        for (const Bay& bay : bent.design.bays)
            if (!is_corner(bay.shape)) deepest = std::max(deepest, bay.depth);
        for (std::size_t run = 0; run < bent.layout.runs.size(); ++run)
            if (run + 1 == main || run == main + 1) deepest = std::max(deepest, length_along(bent, run));
        CHECK(size.z == deepest);
        // Where a corner has no back its boards begin as far from the wall as backs elsewhere reach.
        const double air = (bent.layout.back_zone + 2_mm).metres();
        const Walls walls = walls_of(bent, main);
        double left = 1e9, right = -1e9;
        for (const Part& part : bent.build.parts) {
            if (!is_board(part)) continue;
            const WorldBox box = seen_from(bent, main, part);
            left = std::min(left, box.least.x);
            right = std::max(right, box.most.x);
        }
        if (main > 0) CHECK(left < walls.left + air);
        if (main + 1 < bent.layout.runs.size()) CHECK(right > walls.right - air);
    }
}

TEST_CASE("Round corners each bay of a random design is as wide, high and deep as it says", "[random]") {
    std::size_t bays = 0;
    for (const Bent& bent : bent_cabinets())
        for (std::size_t i = 0; i < bent.design.bays.size(); ++i) {
            const Bay& bay = bent.design.bays[i];
            if (bay.shape != BayShape::straight || bent.layout.bays[i].lowered) continue;
            INFO(bent.design.name << " bay " << i);
            const WorldBox box = carcase_of(bent, i);
            CHECK(box.most.x - box.least.x == Approx((bay.width - 2 * 0.1_mm).metres()).margin(kHair));
            CHECK(box.most.y == Approx((bay.height - bent.layout.above).metres()).margin(kHair));
            CHECK(box.most.z == Approx((bay.depth - before_carcase(bent.design, i)).metres()).margin(kHair));
            ++bays;
        }
    CHECK(bays > kCabinets / 2);
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
            // A bevel takes the tip off a corner that is sharper than square, and off one that stands askew:
            // 0.71 mm of each of the four of a board at 45°.
            const double tip = part.shape == ShapeKind::prism ? 2.1e-3 : 1e-5;
            CHECK(glm::distance(glm::dvec3(most) - glm::dvec3(least), size) < tip);
            if (is_board(part))
                CHECK(volume(solid) == Approx(bevelled_volume(cabinet.build, part)).epsilon(1e-4));
            else
                CHECK(volume(solid) > 0);
        }
    }
    CHECK(seen.size() > kCabinets / 5);
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
