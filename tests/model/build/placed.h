#pragma once
// Parts as they stand when openers are open, and whether two of them meet: what oriented.h says, after a
// quick look at the upright boxes around them.

#include <algorithm>
#include <span>

#include "tests/model/build/oriented.h"

namespace maatkast::test {

struct Placed {
    Oriented box;
    glm::dvec3 least, most;  ///< of the upright box around it, metres
};

inline Placed placed(const Build& build, const Part& part, std::span<const double> open) {
    const Oriented box = oriented(build, part, open);
    const glm::dvec3 extent{reach(box, {1, 0, 0}), reach(box, {0, 1, 0}), reach(box, {0, 0, 1})};
    return {box, box.middle - extent, box.middle + extent};
}

/// True where they reach into each other by more than `touch` metres.
inline bool meet(const Placed& a, const Placed& b, double touch) {
    for (int i = 0; i < 3; ++i)
        if (std::min(a.most[i], b.most[i]) - std::max(a.least[i], b.least[i]) <= touch) return false;
    return penetration(a.box, b.box) > touch;
}

}  // namespace maatkast::test
