#pragma once
// Rows of cabinets that stand on each other: each has uprights, panels and back of its own.

#include <optional>
#include <vector>

#include "model/build/builder.h"

namespace maatkast {

/// y of the underside of the upper row that begins at this opening's shelf; nothing where none does.
std::optional<Length> row_above(const Design& design, const Layout& layout, std::size_t bay,
                                std::size_t opening);
/// Where upper rows begin in a bay, from the bottom.
std::vector<Length> rows_of(const Design& design, const Layout& layout, std::size_t bay);
/// Whether a bay leaves an upright free to be cut at this height: it has a row that begins there, or does not
/// reach so high.
bool may_cut(const Design& design, const Layout& layout, std::size_t bay, Length row);
/// Where the upright to the left of bay `upright` (to the right of the last one) is cut: what both bays
/// beside it allow and one of them asks.
std::vector<Length> cuts_of(const Design& design, const Layout& layout, std::size_t upright);

/// Bottom and top of each piece that a board from `bottom` to `top` is cut into, `gap` apart.
struct RowPiece {
    Length bottom, top;
};
std::vector<RowPiece> row_pieces(Length bottom, Length top, const std::vector<Length>& cuts, Length gap);

}  // namespace maatkast
