#pragma once
// Bays and openings come, go and change places; everything else keeps its contents. As edits, for buttons,
// keys and the menu alike.

#include <optional>

#include "tools/showroom/app.h"

namespace maatkast::show {

enum class Rearrange : std::uint8_t {
    bay_before,  ///< an empty bay to the left, as wide as this one
    bay_after,
    bay_left,  ///< changes places with its neighbour
    bay_right,
    bay_copy,
    bay_remove,
    opening_above,  ///< an empty opening in its upper half
    opening_below,
    opening_up,  ///< changes places with what is above: an opening, or all that are behind one front
    opening_down,
    opening_copy,   ///< the same once more, in its upper half
    opening_remove  ///< with what stands in it; its neighbour gets the room
};

/// The edits, empty where it cannot be done; and where the thing itself is afterwards (a removed one: what
/// took its place).
struct Rearranged {
    std::vector<Edit> edits;
    Selection now;
};
Rearranged rearranged(const Book& book, const Design& design, const Selection& at, Rearrange how);

/// Done with what is chosen, as one undo step; the choice follows it.
void rearrange(App& app, Rearrange how);
/// Keys: delete, insert, Ctrl+D, shift and an arrow.
void rearranging_keys(App& app);

}  // namespace maatkast::show
