#pragma once
// Sliding leaves: tracks before the carcase of several bays, between boards that frame them, and the leaves
// that run in them.

#include "model/build/builder.h"

namespace maatkast {

/// Where the leaves of one Sliding stand, in the axes of their run.
struct SlidingLayout {
    std::size_t first = 0, last = 0;  ///< bays
    int leaves = 2;
    int tracks = 2;        ///< three leaves run in a track each, so that each reaches every place
    Length left, right;    ///< of the opening that they close, play taken off
    Length bottom, top;    ///< of the leaves
    Length width;          ///< of a leaf: (opening + overlap·(n − 1)) / n
    Length bearer;         ///< y of the underside of the board that bears the lower track
    Length low, high;      ///< y of the upper side of the lower track and of the underside of the upper one
    Length carcase, face;  ///< z of the front edge of the carcase, and of the boards around the leaves

    Length step() const { return (right - left - width) / (leaves - 1); }
    Length left_of(int leaf) const { return left + (right - left - width) * leaf / (leaves - 1); }
    /// True where the leaves can stand so that everything between these two x lies free: each track has room
    /// for all of its leaves beside it.
    bool frees(Length from, Length to) const;
};

/// Nothing where it names bays that are not there.
std::optional<SlidingLayout> sliding_layout(const Book& book, const Design& design, const Layout& layout,
                                            const Sliding& sliding);

/// Adds everything of all of the design's sliding leaves.
void build_sliding(Builder& builder);

}  // namespace maatkast
