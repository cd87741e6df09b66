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
#include "tests/model/build/oriented.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kTouch = 1e-4;  // metres; a tenth of a millimetre, the grid that everything is built on

/// A part's box after turning about a vertical axis or sliding: a rectangle seen from above, and its heights.
struct Prism {
    std::array<std::array<double, 2>, 4> corners;  ///< x and z, in order around
    double bottom = 0, top = 0;
};

/// Right-handed about +Y: x' = x·cos + z·sin, z' = z·cos − x·sin.
std::array<double, 2> turned(const Opener& opener, double x, double z, double open) {
    if (opener.kind == OpenerKind::slide) return {x, z + opener.travel.metres() * open};
    const double angle = opener.sign * opener.limit.degrees() * open * std::numbers::pi / 180;
    const double dx = x - opener.pivot.x.metres(), dz = z - opener.pivot.z.metres();
    return {opener.pivot.x.metres() + dx * std::cos(angle) + dz * std::sin(angle),
            opener.pivot.z.metres() + dz * std::cos(angle) - dx * std::sin(angle)};
}

/// What leans stands still: the upright box around it.
Prism around(const Oriented& box) {
    const double x = reach(box, {1, 0, 0}), y = reach(box, {0, 1, 0}), z = reach(box, {0, 0, 1});
    const glm::dvec3 at = box.middle;
    return {{{{at.x - x, at.z - z}, {at.x + x, at.z - z}, {at.x + x, at.z + z}, {at.x - x, at.z + z}}},
            at.y - y,
            at.y + y};
}

Prism prism(const Build& build, const Part& part, double open) {
    if (part.frame >= 0) return around(oriented(build, part));
    const Length3 far = part.origin + part.size;
    const double x[] = {part.origin.x.metres(), far.x.metres()},
                 z[] = {part.origin.z.metres(), far.z.metres()};
    Prism out{
        {{{x[0], z[0]}, {x[1], z[0]}, {x[1], z[1]}, {x[0], z[1]}}}, part.origin.y.metres(), far.y.metres()};
    if (part.opener < 0) return out;
    const Opener& opener = build.openers[static_cast<std::size_t>(part.opener)];
    for (auto& corner : out.corners) corner = turned(opener, corner[0], corner[1], open);
    return out;
}

/// Separating axes: two convex shapes are apart where one of their edges' normals tells them apart.
bool apart_along(const Prism& a, const Prism& b, double nx, double nz) {
    const auto reach = [&](const Prism& p) {
        std::array range{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
        for (const auto& [x, z] : p.corners) {
            range[0] = std::min(range[0], x * nx + z * nz);
            range[1] = std::max(range[1], x * nx + z * nz);
        }
        return range;
    };
    const auto [a_least, a_most] = reach(a);
    const auto [b_least, b_most] = reach(b);
    return std::min(a_most, b_most) - std::max(a_least, b_least) <= kTouch;
}

bool meet(const Prism& a, const Prism& b) {
    if (std::min(a.top, b.top) - std::max(a.bottom, b.bottom) <= kTouch) return false;
    for (const Prism* p : {&a, &b})
        for (const int side : {0, 1}) {
            const auto &from = p->corners[static_cast<std::size_t>(side)],
                       &to = p->corners[static_cast<std::size_t>(side) + 1];
            const double dx = to[0] - from[0], dz = to[1] - from[1], length = std::hypot(dx, dz);
            if (apart_along(a, b, dz / length, -dx / length)) return false;
        }
    return true;
}

/// Hinges are left out: cup and arm fold through each other's boxes, as they are made to.
bool counts(const Part& part) {
    return part.kind != PartKind::hinge_cup && part.kind != PartKind::hinge_arm;
}

/// How far each opener is open.
using Open = std::vector<double>;

std::vector<Prism> stand(const Build& build, const Open& open) {
    std::vector<Prism> prisms;
    for (const Part& part : build.parts)
        prisms.push_back(
            prism(build, part, part.opener < 0 ? 0 : open[static_cast<std::size_t>(part.opener)]));
    return prisms;
}

/// Names of the first two parts that are in one place, one of them moved by `opener` (any: -1).
std::optional<std::string> clash(const Build& build, const Open& open, std::int32_t opener) {
    const std::vector<Prism> prisms = stand(build, open);
    for (std::size_t a = 0; a < prisms.size(); ++a) {
        const Part& moved = build.parts[a];
        if (moved.opener < 0 || (opener >= 0 && moved.opener != opener) || !counts(moved)) continue;
        for (std::size_t b = 0; b < prisms.size(); ++b) {
            const Part& other = build.parts[b];
            if (other.opener != moved.opener && counts(other) && meet(prisms[a], prisms[b]))
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
            if (built.openers[o].kind == OpenerKind::slide && built.openers[o].front < 0) continue;
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
