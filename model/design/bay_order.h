#pragma once
// Bays come, go, move and turn into corners. What is said elsewhere about them by number (sliding leaves, the
// main run, obstacles before a wall) follows, so that a design stays one. Indices must be those of bays.

#include "model/design/design.h"

namespace maatkast {

/// A copy after the bay itself, straight where that is a corner. Leaves that slide before it slide before
/// both.
void insert_copy(Design& design, std::size_t bay);

/// Without a corner its two walls become one. May leave no bay at all.
void take_out(Design& design, std::size_t bay);

/// Leaves that slide before both places stay as they are; before this bay only, they go along.
void move_to(Design& design, std::size_t from, std::size_t to);

/// A corner parts its run in two; the longer part remains the main run. One made straight joins them.
void reshape(Design& design, std::size_t bay, BayShape shape);

/// An end that does not stand at an end any more becomes straight, and nobody sits at a corner or an end;
/// sliding leaves keep the first stretch of bays that is left to them, and go where there is none.
void settle(Design& design);

}  // namespace maatkast
