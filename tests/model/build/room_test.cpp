// The room against the parts: walls beside the cabinet that doors are stopped before, and the skirting board.
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/build/whole.h"
#include "model/design/runs.h"
#include "model/machining/blank.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A wall at an end, in the world: how far a point stands before it, metres.
struct SideWall {
    glm::dvec3 into, on;
    double before(const glm::dvec3& point) const { return glm::dot(into, point - on); }
};

std::optional<SideWall> wall_at(const Design& design, Side side) {
    if (!against_wall(design, side)) return {};
    const Layout layout = make_layout(shop_book(), design);
    const End& end = end_of(design, side);
    const Length beside = end.filler + (end.cladding ? design.thickness.carcase : Length{});
    const bool left = side == Side::left;
    const UprightLayout& upright = left ? layout.uprights.front() : layout.uprights.back();
    const Length x = left ? upright.left - beside : upright.left + design.thickness.carcase + beside;
    const glm::dmat4 frame = frame_matrix(layout.runs[upright.run].frame);
    return SideWall{glm::dmat3(frame) * glm::dvec3(left ? 1 : -1, 0, 0),
                    frame * glm::dvec4(x.metres(), 0, 0, 1)};
}

/// Whether a part is of the run that ends at the wall, or of the next: a third run passes the end of the
/// wall.
bool faces(const Design& design, Side side, const Part& part) {
    const std::size_t run = part.bay < 0 ? 0 : run_of(design, static_cast<std::size_t>(part.bay));
    return part.bay < 0 || (side == Side::left ? run <= 1 : run + 2 >= runs_of(design).size());
}

/// How near anything that opens comes to a wall, all open by one share.
double nearest(const Design& design, const Build& build, Side side, double share) {
    const SideWall wall = wall_at(design, side).value();
    const std::vector<double> open(build.openers.size(), share);
    double least = 1e9;
    for (const Part& part : build.parts)
        if (part.opener >= 0 && faces(design, side, part))
            for (const Convex& solid : convex_solids(build, part, open))
                for (const Polygon& face : solid.faces)
                    for (const glm::dvec3& point : face) least = std::min(least, wall.before(point));
    return least;
}

Convex block(const glm::dvec3& least, const glm::dvec3& most, const glm::dmat4& frame) {
    return convex(drawn_out({{least.z, least.x}, {most.z, least.x}, {most.z, most.x}, {least.z, most.x}},
                            Axis::y, least.y, most.y - least.y, frame));
}

/// The skirting board of every wall that a cabinet stands against.
std::vector<Convex> skirting_of(const Design& design) {
    const Layout layout = make_layout(shop_book(), design);
    const double height = design.room.skirting->height.metres(), depth = design.room.skirting->depth.metres();
    std::vector<Convex> boards;
    for (std::size_t run = 0; run < layout.runs.size(); ++run) {
        const bool last = run + 1 == layout.runs.size();
        const double to = last ? 30 : layout.corners[run].point.metres();
        boards.push_back(block({-30, 0, 0}, {to, height, depth}, frame_matrix(layout.runs[run].frame)));
        if (run == 0) continue;
        // Round its left corner this wall's board ends at the other wall, which bounds it.
        const glm::dmat4 before = frame_matrix(layout.runs[run - 1].frame);
        const double point = layout.corners[run - 1].point.metres();
        boards.back() = block({point - depth, 0, 0}, {point, height, 30}, before);
    }
    return boards;
}

std::vector<std::string> in_skirting(const Design& design, const Build& build) {
    std::vector<std::string> names;
    const std::vector<Convex> boards = skirting_of(design);
    for (const Part& part : build.parts)
        if (part.origin.y < design.room.skirting->height && overlap(convex_solids(build, part), boards))
            names.push_back(name_of(part));
    return names;
}

const Part& named(const Build& build, std::string_view name) {
    const auto found =
        std::ranges::find_if(build.parts, [&](const Part& p) { return p.name.view() == name; });
    INFO(name);
    REQUIRE(found != build.parts.end());
    return *found;
}

/// The name of the leaf that an arm carries, which is that of its opener.
std::string arm_of(const Part& arm) {
    const std::string name = name_of(arm);
    return name.substr(0, name.rfind("_arm"));
}

/// The leaves of which every arm has a stop; one with some arms only is no leaf's name.
std::set<std::string> arms_with_stop(const Build& build) {
    std::set<std::string> with, without;
    for (const Part& part : build.parts)
        if (part.kind == PartKind::hinge_arm)
            (book().articles[part.article].id.ends_with("arm_stop") ? with : without).insert(arm_of(part));
    std::set<std::string> leaves;
    for (const std::string& leaf : with) leaves.insert(without.contains(leaf) ? "half " + leaf : leaf);
    return leaves;
}

Design with_skirting(std::vector<std::string> edits) {
    edits.insert(edits.begin(), {"depth=500", "room/skirting=70", "room/skirting/depth=15"});
    return with(bare_bay(), edits);
}

}  // namespace

TEST_CASE("A door beside a wall opens to the last whole degree that leaves 5 mm before it", "[room]") {
    for (const char* side : {"left", "right"})
        for (const char* handle : {"bar", "knob", "none"})
            for (const int filler : {20, 30, 41, 60, 90, 150}) {
                INFO(side << " " << handle << " " << filler);
                const Design design =
                    with(bare_bay(), {"handle=" + std::string(handle), "bays/0/fronts=" + std::string(side),
                                      "ends/" + std::string(side) + "/filler=" + std::to_string(filler)});
                Build built = build(book(), design);
                const Side at = *side == 'l' ? Side::left : Side::right;
                REQUIRE(built.openers.size() == 1);
                CHECK(nearest(design, built, at, 1) > 0.005 - 1e-9);
                CHECK(nearest(design, built, at, 0.97) > 0.005 - 1e-9);
                Angle& limit = built.openers[0].limit;
                if (limit == Angle::of_degrees(105)) continue;
                limit.hundredths += 100;
                CHECK(nearest(design, built, at, 1) < 0.005);
            }
}

TEST_CASE("A wall that stops a door puts a stop in each of its hinges, in the parts list and the price",
          "[room]") {
    const Design doors =
        with(bare_bay(), {"bays/0/insert", "bays/0/fronts=left", "bays/1/fronts=pair", "handle=none"});
    // 635 wide and 316.75: 90° and what the wall leaves, so 120 stop the wide one only.
    for (const auto& [filler, stopped] : {std::pair{"0", std::set<std::string>{}},
                                          {"20", {"bay0_front0", "bay1_front0_right"}},
                                          {"60", {"bay0_front0", "bay1_front0_right"}},
                                          {"120", {"bay0_front0"}}}) {
        INFO(filler);
        const Build built = build(book(), with(doors, {"ends/left/filler=" + std::string(filler),
                                                       "ends/right/filler=" + std::string(filler)}));
        CHECK(arms_with_stop(built) == stopped);
        for (const Opener& opener : built.openers)
            if (opener.name.view() != "bay1_front0_left")  // on the shared upright
                CHECK((opener.limit < Angle::of_degrees(105)) ==
                      stopped.contains(std::string(opener.name.view())));
        // Five hinges for the wide door, four for the leaf of a pair.
        double priced = 0;
        for (const PriceLine& line : price(book(), built).lines)
            if (book().articles[line.article].id == "hinge.arm_stop") priced += line.quantity;
        CHECK(priced == (stopped.empty() ? 0 : stopped.size() == 1 ? 5 : 9));
    }
    // Hung on a shared upright both stay on their own side, but nothing stops them there.
    const Build shared = build(book(), with(doors, {"bays/0/fronts/0/kind=right", "bays/1/fronts=left"}));
    REQUIRE(shared.openers[0].limit < Angle::of_degrees(105));
    CHECK(arms_with_stop(shared).empty());
}

TEST_CASE("In a random design stops are where a leaf would open further without the wall", "[random]") {
    std::size_t walls = 0, stops = 0;
    for (const Cabinet& cabinet : cabinets()) {
        if (!against_wall(cabinet.design, Side::left) && !against_wall(cabinet.design, Side::right)) {
            CHECK(arms_with_stop(cabinet.build).empty());
            continue;
        }
        if (cabinet.design.room.slope) continue;  // under one it would stand elsewhere
        Design freed = cabinet.design;
        freed.left_end.filler = freed.right_end.filler = {};
        const Build free = build_parts(shop_book(), freed);
        REQUIRE(free.openers.size() == cabinet.build.openers.size());
        std::set<std::string> stopped;
        for (std::size_t i = 0; i < free.openers.size(); ++i)
            if (cabinet.build.openers[i].limit != free.openers[i].limit)
                stopped.emplace(free.openers[i].name.view());
        INFO(cabinet.design.name);
        CHECK(arms_with_stop(cabinet.build) == stopped);
        ++walls;
        stops += stopped.size();
    }
    CHECK(walls > kCabinets / 20);
    CHECK(stops > walls / 10);
}

TEST_CASE("A door without a wall beside it opens as far as its hinge", "[room]") {
    for (const char* edit : {"ends/right/filler=40", "ends/left/cladding=true"})
        CHECK(build(book(), with(bare_bay(), {"bays/0/fronts=left", edit})).openers[0].limit ==
              Angle::of_degrees(105));
}

TEST_CASE("Nothing that opens in a random design comes into the wall beside it", "[random]") {
    int walls = 0;
    for (const Cabinet& cabinet : cabinets())
        for (const Side side : {Side::left, Side::right}) {
            if (!wall_at(cabinet.design, side)) continue;
            INFO(cabinet.design.name);
            for (const double share : {0.0, 0.3, 0.5, 0.7, 0.85, 1.0})
                if (!find(cabinet.build, "site.side_wall"))
                    REQUIRE(nearest(cabinet.design, cabinet.build, side, share) > -0.001);
            ++walls;
        }
    CHECK(walls > static_cast<int>(kCabinets / 10));
}

TEST_CASE("A plinth's returns begin at the skirting board", "[room]") {
    const Build bare = build(book(), with(bare_bay(), {"depth=500"}));
    const Build built = build(book(), with_skirting({}));
    for (const char* name : {"plinth_end_left", "plinth_end_right"}) {
        const Part &whole = named(bare, name), &shorter = named(built, name);
        CHECK(whole.origin.z == 4.1_mm);
        CHECK(shorter.origin.z == 15.1_mm);
        CHECK(shorter.origin.z + shorter.size.z == whole.origin.z + whole.size.z);
    }
    for (const Design& design : {with_skirting({"base=legs", "base/height=100"}),
                                 with_skirting({"base=hung", "base/height=300", "depth=400"})})
        for (const Part& part : build(book(), design).parts) {
            Design none = design;
            none.room.skirting.reset();
            CHECK(named(build(book(), none), part.name.view()).origin == part.origin);
        }
}

TEST_CASE("Before a skirting board of any depth nothing is left out, or a finding says so", "[room]") {
    for (const char* base : {"plinth", "legs"})
        for (const char* fronts : {"none", "left"}) {
            int stood = 0, refused = 0;
            for (int depth = 5; depth <= 600; depth += 5) {
                INFO(base << " " << fronts << " " << depth);
                const Design design = with_skirting(
                    {"base=" + std::string(base), "base/height=100", "bays/0/fronts=" + std::string(fronts),
                     "ends/left/cladding=true", "bays/0/insert", "bays/1/shape=end_round", "depth=300",
                     "room/skirting/depth=" + std::to_string(depth)});
                Design none = design;
                none.room.skirting.reset();
                const Build built = build(book(), design);
                if (find(built, "site.skirting_depth")) {
                    ++refused;
                    continue;
                }
                ++stood;
                CHECK(in_skirting(design, built).empty());
                std::set<std::string> missing, there;
                for (const Part& part : built.parts) there.insert(name_of(part));
                for (const Part& part : build(book(), none).parts)
                    if (!there.contains(name_of(part))) missing.insert(name_of(part));
                // Two feet behind each other become one in the middle.
                std::erase_if(missing, [](const std::string& name) { return name.ends_with("_front"); });
                CHECK(missing == std::set<std::string>{});
            }
            CHECK(stood > 20);
            CHECK(refused > 20);
        }
}

TEST_CASE("Cladding is cut out round the skirting board, in its lower back corner", "[room]") {
    const Design design = with_skirting({"ends/left/cladding=true"});
    const Build built = build(book(), design);
    const Part& panel = named(built, "end_left_cladding");
    REQUIRE(panel.shape == ShapeKind::prism);
    CHECK(panel.origin == Length3{panel.origin.x, 0_mm, 0_mm});
    CHECK(panel.size.y == 2000_mm);
    CHECK(panel.size.z == 500_mm);
    // 2000 by 500 less 70.1 by 15.1.
    const double area = 2000 * 500 - 70.1 * 15.1;
    double twice = 0;
    const auto outline = outline_of(built, panel);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
        twice += a.u.mm() * b.v.mm() - b.u.mm() * a.v.mm();
    }
    CHECK(twice / 2 == Approx(area));
    CHECK(in_skirting(design, built).empty());
    const Design sloped = with(design, {"room/slope=back", "room/slope/low=1500", "assembly=standing"});
    const Build cut = build(book(), sloped);
    CHECK(outline_of(cut, named(cut, "end_left_cladding")).size() >= 6);
    CHECK(in_skirting(sloped, cut).empty());
}

TEST_CASE("No part of a random design stands in a skirting board, or a finding says so", "[random]") {
    int low = 0, high = 0;
    for (std::size_t i = 0; i < cabinets().size(); i += 2) {
        Design design = cabinets()[i].design;
        if (!design.room.skirting)
            design.room.skirting = {Length::of_mm(50 + static_cast<int>(i % 61)),
                                    Length::of_mm(9 + static_cast<int>(i % 14))};
        const Build built = build(shop_book(), design);
        const bool said = find(built, "site.skirting");
        INFO(design.name << " " << design.room.skirting->height.mm() << " "
                         << design.room.skirting->depth.mm());
        if (!said) CHECK(in_skirting(design, built) == std::vector<std::string>{});
        said ? ++high : ++low;
    }
    CHECK(low > static_cast<int>(kCabinets / 10));
    CHECK(high > static_cast<int>(kCabinets / 100));
}
