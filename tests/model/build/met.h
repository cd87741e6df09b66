#pragma once
// What meets as openers stand, looked at part by part.

#include <string>
#include <vector>

#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/build/placed.h"

namespace maatkast::test {

inline constexpr double kShared = 2e-4;  // metres

inline bool folds(const Part& part) {
    return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
}

/// The opener on which all hangs that moves with a part, -1 where it stands still.
inline std::int32_t chain_of(const Build& build, const Part& part) {
    std::int32_t at = part.opener;
    while (at >= 0 && build.openers[static_cast<std::size_t>(at)].parent >= 0)
        at = build.openers[static_cast<std::size_t>(at)].parent;
    return at;
}

inline bool share_a_place(const Build& build, const Part& a, const Part& b, const std::vector<double>& open) {
    if (a.shape != ShapeKind::prism && b.shape != ShapeKind::prism) return true;  // their boxes do
    return overlap(convex_solids(build, a, open), convex_solids(build, b, open), kShared);
}

/// Names of two parts that meet, at least one of them on an opener, as openers stand; hinges apart, which
/// fold through each other.
inline std::string met(const Build& build, const std::vector<double>& open) {
    std::vector<Placed> boxes;
    for (const Part& part : build.parts) boxes.push_back(placed(build, part, open));
    for (std::size_t a = 0; a < boxes.size(); ++a) {
        const Part& moved = build.parts[a];
        if (moved.opener < 0 || folds(moved)) continue;
        for (std::size_t b = 0; b < boxes.size(); ++b) {
            const Part& other = build.parts[b];
            if ((other.opener >= 0 && b < a) || folds(other) ||
                chain_of(build, moved) == chain_of(build, other))
                continue;
            if (meet(boxes[a], boxes[b], kShared) && share_a_place(build, moved, other, open))
                return name_of(moved) + " " + name_of(other);
        }
    }
    return "";
}

}  // namespace maatkast::test
