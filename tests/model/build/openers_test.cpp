// Doors and drawers really open: what moves meets nothing on its way, nor when all stands open at once.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/model/build/cabinets.h"
#include "tests/model/build/placed.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kTouch = 1e-4;  // metres; a tenth of a millimetre, the grid that everything is built on

/// Hinges are left out: cup and arm fold through each other's boxes, as they are made to.
bool counts(const Part& part) {
    return part.kind != PartKind::hinge_cup && part.kind != PartKind::hinge_arm;
}

std::int32_t root_of(const Build& build, std::int32_t opener) {
    while (opener >= 0 && build.openers[static_cast<std::size_t>(opener)].parent >= 0)
        opener = build.openers[static_cast<std::size_t>(opener)].parent;
    return opener;
}

/// Before anything behind sliding leaves comes out they are pushed aside; sliding.access sees to that.
bool aside(const Build& build, const Part& leaf, const Part& behind, const std::vector<double>& open) {
    if (leaf.opener < 0 || behind.opener < 0) return false;
    return build.openers[static_cast<std::size_t>(leaf.opener)].sliding >= 0 &&
           build.openers[static_cast<std::size_t>(behind.opener)].sliding < 0 &&
           open[static_cast<std::size_t>(behind.opener)] > 0;
}

/// How far each opener is open.
using Open = std::vector<double>;

std::vector<Placed> stand(const Build& build, const Open& open) {
    std::vector<Placed> boxes;
    for (const Part& part : build.parts) boxes.push_back(placed(build, part, open));
    return boxes;
}

/// Names of the first two parts that are in one place, one of them moved by `opener` (any: -1).
std::optional<std::string> clash(const Build& build, const Open& open, std::int32_t opener) {
    const std::vector<Placed> boxes = stand(build, open);
    for (std::size_t a = 0; a < boxes.size(); ++a) {
        const Part& moved = build.parts[a];
        if (moved.opener < 0 || (opener >= 0 && root_of(build, moved.opener) != opener) || !counts(moved))
            continue;
        for (std::size_t b = 0; b < boxes.size(); ++b) {
            const Part& other = build.parts[b];
            if (aside(build, moved, other, open) || aside(build, other, moved, open)) continue;
            if (other.opener != moved.opener && counts(other) && meet(boxes[a], boxes[b], kTouch))
                return name_of(moved) + " " + name_of(other);
        }
    }
    return std::nullopt;
}

constexpr std::size_t kOpened = 1000;

}  // namespace

TEST_CASE("A door or drawer front of a random design that opens alone meets nothing", "[random]") {
    for (std::size_t i = 0; i < kOpened; ++i) {
        const Build& built = cabinets()[i].build;
        for (std::size_t o = 0; o < built.openers.size(); ++o) {
            const Opener& opener = built.openers[o];
            if (opener.parent >= 0) continue;
            if (opener.kind == OpenerKind::slide && opener.front < 0 && opener.sliding < 0) continue;
            for (const double part : {0.02, 0.1, 0.25, 0.5, 0.75, 1.0}) {
                Open open(built.openers.size());
                open[o] = part;
                const auto met = clash(built, open, static_cast<std::int32_t>(o));
                INFO(cabinets()[i].design.name << " " << part << " " << met.value_or(""));
                REQUIRE_FALSE(met);
            }
        }
    }
}

TEST_CASE("A drawer of a random design runs out between open doors", "[random]") {
    for (std::size_t i = 0; i < kOpened; ++i) {
        const Build& built = cabinets()[i].build;
        Open doors(built.openers.size());
        for (std::size_t o = 0; o < doors.size(); ++o)
            doors[o] = built.openers[o].kind == OpenerKind::hinge ? 1 : 0;
        for (std::size_t o = 0; o < doors.size(); ++o) {
            if (built.openers[o].kind != OpenerKind::slide) continue;
            for (const double part : {0.05, 0.25, 0.5, 1.0}) {
                Open open = doors;
                open[o] = part;
                const auto met = clash(built, open, static_cast<std::int32_t>(o));
                INFO(cabinets()[i].design.name << " " << part << " " << met.value_or(""));
                REQUIRE_FALSE(met);
            }
        }
    }
}

TEST_CASE("All doors and drawers of a random design can stand open at once", "[random]") {
    for (std::size_t i = 0; i < kOpened; ++i) {
        const Build& built = cabinets()[i].build;
        const auto met = clash(built, Open(built.openers.size(), 1.0), -1);
        INFO(cabinets()[i].design.name << " " << met.value_or(""));
        REQUIRE_FALSE(met);
    }
}
