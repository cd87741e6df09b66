#pragma once
// Two designs side by side: what differs, and what each difference costs.

#include <vector>

#include "model/design/edit.h"

namespace maatkast {

/// Taken over alone into the first design. Several lines are one difference: one is not to be had without the
/// others, and they have one price.
struct Difference {
    std::vector<Message> what;  ///< `differs.*`, the first design's value as `from`, the second's as `to`
    std::vector<Edit> edits;
    Cents change;  ///< of the first design's total when this one alone is taken over
};

/// Differences change each other's price (a finish costs more of a larger cabinet): `rest` is what taking
/// all of them adds to the sum of the changes, so that second − first = Σ change + rest, to the cent.
struct Comparison {
    std::vector<Difference> differences;
    Cents first, second, rest;
};

/// What alone would be no design, or breaks a rule that neither of both breaks, is joined with what makes it
/// whole. Names and the locks of bays do not count. Builds each design that it looks at: some milliseconds
/// for each difference. Pure.
Comparison compare(const Book& book, const Design& first, const Design& second);

}  // namespace maatkast
