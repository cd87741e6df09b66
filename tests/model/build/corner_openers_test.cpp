// Round the corner: parts of several frames and outlines neither share a place nor a plane, and their openers
// meet where looking at many steps finds it.
#include <algorithm>

#include <catch2/catch.hpp>

#include "model/build/sweep.h"
#include "tests/model/build/overlap.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kGrid = 1e-4;

struct CornerDesign {
    std::string name;
    Build build;
};

/// A rounded end and a bay on one wall, a corner, a bay on the next; every kind of corner and of front, deep
/// and shallow, with handles and without, and all of it mirrored.
const std::vector<CornerDesign>& corner_designs() {
    static const std::vector<CornerDesign> all = [] {
        std::vector<CornerDesign> made;
        for (const std::string shape :
             {"corner_l", "corner_diagonal", "corner_blind_left", "corner_blind_right"})
            for (const std::string front : {"left", "right", "pair", "drawer", "none"})
                for (const std::string depth : {"600", "350"})
                    for (const std::string handle : {"bar", "none"}) {
                        Design design = with(
                            bare_bay(), {"depth=" + depth, "handle=" + handle, "bays/0/openings/0/split=700",
                                         "bays/0/openings/0/interior=drawers:2", "bays/0/insert",
                                         "corner/add=" + shape, "bays/0/shape=end_round"});
                        for (const std::string bay : {"bays/1", "bays/3"})
                            design = with(design, {front == "drawer" ? bay + "/openings/0/front=drawer"
                                                                     : bay + "/fronts=" + front});
                        design =
                            with(design, {"bays/2/fronts=" + std::string(front == "none" ? "none" : "left")});
                        for (const bool mirrored : {false, true}) {
                            if (mirrored) design = with(design, {"mirror"});
                            made.push_back({shape + " " + front + " " + depth + " " + handle +
                                                (mirrored ? " mirrored" : ""),
                                            build(book(), design)});
                        }
                    }
        return made;
    }();
    return all;
}

bool is_hinge(const Part& part) {
    return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
}

std::string names(const Part& a, const Part& b) {
    return std::string(a.name.view()) + " " + std::string(b.name.view());
}

/// The parts that move with one opener (-1: that stand still), as they stand at its share of the way.
std::vector<std::vector<Convex>> moved(const Build& build, std::int32_t opener, double share) {
    std::vector<double> open(build.openers.size());
    if (opener >= 0) open[static_cast<std::size_t>(opener)] = share;
    std::vector<std::vector<Convex>> solids;
    for (const Part& part : build.parts)
        if (part.opener == opener && !is_hinge(part)) solids.push_back(convex_solids(build, part, open));
    return solids;
}

bool meet(const std::vector<std::vector<Convex>>& a, const std::vector<std::vector<Convex>>& b) {
    return std::ranges::any_of(a, [&](const auto& one) {
        return std::ranges::any_of(b, [&](const auto& other) { return overlap(one, other, kGrid); });
    });
}

}  // namespace

TEST_CASE("No two parts round a corner are in one place, no two boards have faces in one plane", "[corner]") {
    for (const CornerDesign& design : corner_designs())
        each_touching(design.build, [&](std::size_t a, std::size_t b) {
            const Part &one = design.build.parts[a], &other = design.build.parts[b];
            if (one.kind == PartKind::hinge_cup || other.kind == PartKind::hinge_cup) return;  // a hollow box
            INFO(design.name << ": " << names(one, other));
            CHECK_FALSE(parts_overlap(design.build, one, other));
            if (is_board(one) && is_board(other)) CHECK_FALSE(faces_coincide(design.build, one, other));
        });
}

TEST_CASE("Fronts round a corner open alone: a look at every step finds nothing", "[corner]") {
    for (const CornerDesign& design : corner_designs()) {
        const Build& build = design.build;
        Sweeps sweeps(build, sweep_steps(book()));
        std::vector<std::vector<std::vector<Convex>>> closed;
        for (std::size_t o = 0; o < build.openers.size(); ++o)
            closed.push_back(moved(build, static_cast<std::int32_t>(o), 0));
        closed.push_back(moved(build, -1, 0));
        for (const std::int32_t chain : sweeps.chains()) {
            if (build.openers[static_cast<std::size_t>(chain)].front < 0) continue;  // waits for its door
            INFO(design.name << ": " << build.openers[static_cast<std::size_t>(chain)].name.view());
            CHECK_FALSE(sweeps.alone(chain));
            for (const double share : {0.02, 0.1, 0.25, 0.5, 0.75, 1.0}) {
                const auto moving = moved(build, chain, share);
                for (std::size_t o = 0; o < closed.size(); ++o)
                    if (static_cast<std::int32_t>(o) != chain) CHECK_FALSE(meet(moving, closed[o]));
            }
        }
    }
}

TEST_CASE("Two openers round a corner meet where a look at every step finds it", "[corner]") {
    std::size_t met = 0, free = 0;
    for (const CornerDesign& design : corner_designs()) {
        const Build& build = design.build;
        Sweeps sweeps(build, sweep_steps(book()));
        std::vector<std::int32_t> near;
        for (const std::int32_t chain : sweeps.chains()) {
            sweeps.neighbours(chain, near);
            for (const std::int32_t other : sweeps.chains()) {
                if (other == chain || sweeps.is_behind(chain, other) || sweeps.is_behind(other, chain))
                    continue;
                INFO(design.name << ": " << build.openers[static_cast<std::size_t>(chain)].name.view() << " "
                                 << build.openers[static_cast<std::size_t>(other)].name.view());
                const auto contact = sweeps.beside(chain, other);
                CHECK((!contact || std::ranges::find(near, other) != near.end()));
                const auto standing = moved(build, other, 1);
                if (contact) CHECK(meet(moved(build, chain, std::min(1.0, contact->open + 3e-3)), standing));
                const double last = contact ? contact->open - 3e-3 : 1;
                for (const double share : {0.25, 0.5, 0.75, 1.0})
                    if (last > 0) CHECK_FALSE(meet(moved(build, chain, share * last), standing));
                contact ? ++met : ++free;
            }
        }
    }
    CHECK(met > 100);
    CHECK(free > 100);
}
