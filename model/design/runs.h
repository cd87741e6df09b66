#pragma once
// Runs: the bays along one wall. A corner ends one run and begins the next.

#include <vector>

#include "model/design/design.h"

namespace maatkast {

bool is_corner(BayShape shape);
bool is_end(BayShape shape);

/// Straight and end bays side by side on one wall: `count` bays from `first` on.
struct Run {
    std::size_t first = 0, count = 0;
    bool operator==(const Run&) const = default;
};

/// The runs from left to right, always one more than there are corners. A corner belongs to no run, so a run
/// between two corners, or beside one at the very end, may be empty; its `first` is where it would begin.
std::vector<Run> runs_of(const Design& design);

/// The run that the bay stands in, as an index into runs_of; of a corner: the run before it.
std::size_t run_of(const Design& design, std::size_t bay);

/// From the outer face of its first upright to that of its last; an end has no outer upright. Of an empty
/// run: one upright.
Length run_length(const Design& design, const Run& run);

/// True where an end may stand: first or last of all, beside another bay.
bool may_be_end(const Design& design, std::size_t bay);

}  // namespace maatkast
