// Doors and drawers really open: what moves meets nothing on its way, nor when all stands open at once. What
// faces each other round a corner may, where a finding says so.
#include <algorithm>
#include <optional>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

constexpr double kGrid = 1e-4;  // metres; a tenth of a millimetre, the grid that everything is built on

/// Hinges are left out: cup and arm fold through each other's boxes, as they are made to.
bool counts(const Part& part) {
    return part.kind != PartKind::hinge_cup && part.kind != PartKind::hinge_arm;
}

/// How far each opener is open.
using Open = std::vector<double>;

/// The opener that all of a chain hangs on; -1 where nothing moves.
std::int32_t root_of(const Build& build, std::int32_t opener) {
    while (opener >= 0 && build.openers[static_cast<std::size_t>(opener)].parent >= 0)
        opener = build.openers[static_cast<std::size_t>(opener)].parent;
    return opener;
}

void open_chain(const Build& build, std::int32_t root, double share, Open& open) {
    for (std::size_t o = 0; o < open.size(); ++o)
        if (root_of(build, static_cast<std::int32_t>(o)) == root) open[o] = share;
}

/// Before anything behind sliding leaves comes out they are pushed aside; sliding.access sees to that.
bool aside(const Build& build, std::int32_t leaf, std::int32_t behind, const Open& open) {
    if (leaf < 0 || behind < 0) return false;
    return build.openers[static_cast<std::size_t>(leaf)].sliding >= 0 &&
           build.openers[static_cast<std::size_t>(behind)].sliding < 0 &&
           open[static_cast<std::size_t>(behind)] > 0;
}

/// Parts as they stand, what moves against all that does not move with it.
class Standing {
  public:
    explicit Standing(const Build& build) : build_(build) {
        for (const Part& part : build.parts) {
            closed_.push_back(convex_solids(build, part));
            chains_.push_back(root_of(build, part.opener));
        }
    }

    /// Names of the first two parts that are in one place, one of them moved by `root` (any: -1).
    std::optional<std::string> clash(const Open& open, std::int32_t root) {
        move(open);
        for (std::size_t a = 0; a < chains_.size(); ++a) {
            if (chains_[a] < 0 || (root >= 0 && chains_[a] != root) || !counts(build_.parts[a])) continue;
            for (std::size_t b = 0; b < chains_.size(); ++b) {
                if (aside(build_, chains_[a], chains_[b], open) ||
                    aside(build_, chains_[b], chains_[a], open))
                    continue;
                if (chains_[b] != chains_[a] && counts(build_.parts[b]) && overlap(at(a), at(b), kGrid))
                    return name_of(build_.parts[a]) + " " + name_of(build_.parts[b]);
            }
        }
        return std::nullopt;
    }

  private:
    const std::vector<Convex>& at(std::size_t part) const {
        return moved_[part].empty() ? closed_[part] : moved_[part];
    }

    /// Only what is not closed is worked out anew.
    void move(const Open& open) {
        moved_.assign(closed_.size(), {});
        for (std::size_t i = 0; i < closed_.size(); ++i)
            if (chains_[i] >= 0 && open[static_cast<std::size_t>(chains_[i])] > 0)
                moved_[i] = convex_solids(build_, build_.parts[i], open);
    }

    const Build& build_;
    std::vector<std::vector<Convex>> closed_, moved_;
    std::vector<std::int32_t> chains_;
};

/// What two openers do to each other round a corner is said in a finding.
bool is_said(const Build& build) {
    return std::ranges::any_of(build.findings,
                               [](const Finding& finding) { return finding.rule == "opener.together"; });
}

constexpr std::size_t kOpened = kCabinets / 5;

}  // namespace

TEST_CASE("A door or drawer front of a random design that opens alone meets nothing", "[random]") {
    for (std::size_t i = 0; i < kOpened; ++i) {
        const Build& built = cabinets()[i].build;
        Standing standing(built);
        for (std::size_t o = 0; o < built.openers.size(); ++o) {
            const Opener& opener = built.openers[o];
            if (opener.parent >= 0) continue;
            if (opener.kind == OpenerKind::slide && opener.front < 0 && opener.sliding < 0) continue;
            for (const double part : {0.02, 0.1, 0.25, 0.5, 0.75, 1.0}) {
                Open open(built.openers.size());
                open_chain(built, static_cast<std::int32_t>(o), part, open);
                const auto met = standing.clash(open, static_cast<std::int32_t>(o));
                INFO(cabinets()[i].design.name << " " << part << " " << met.value_or(""));
                REQUIRE_FALSE(met);
            }
        }
    }
}

TEST_CASE("A drawer of a random design runs out between open doors", "[random]") {
    for (std::size_t i = 0; i < kOpened; ++i) {
        const Build& built = cabinets()[i].build;
        Standing standing(built);
        Open doors(built.openers.size());
        for (std::size_t o = 0; o < doors.size(); ++o)
            doors[o] = built.openers[o].kind == OpenerKind::hinge ? 1 : 0;
        for (std::size_t o = 0; o < doors.size(); ++o) {
            if (built.openers[o].kind != OpenerKind::slide) continue;
            for (const double part : {0.05, 0.25, 0.5, 1.0}) {
                Open open = doors;
                open[o] = part;
                const auto met = standing.clash(open, static_cast<std::int32_t>(o));
                INFO(cabinets()[i].design.name << " " << part << " " << met.value_or(""));
                REQUIRE((!met || is_said(built)));
            }
        }
    }
}

TEST_CASE("All doors and drawers of a random design can stand open at once", "[random]") {
    for (std::size_t i = 0; i < kOpened; ++i) {
        const Build& built = cabinets()[i].build;
        const auto met = Standing(built).clash(Open(built.openers.size(), 1.0), -1);
        INFO(cabinets()[i].design.name << " " << met.value_or(""));
        REQUIRE((!met || is_said(built)));
    }
}
