#pragma once
// Which bay of one design is which of another.

#include <optional>
#include <vector>

#include "model/design/design.h"

namespace maatkast {

/// A bay of each, or one that only one of the two has.
struct BayPair {
    std::optional<std::size_t> from, to;
    bool operator==(const BayPair&) const = default;
};

/// All bays of both from left to right, paired so that as little as possible differs (an edit distance,
/// Wagner and Fischer 1974); at least one of them has its counterpart. Both designs have bays.
std::vector<BayPair> bay_pairs(const Design& from, const Design& to);

}  // namespace maatkast
