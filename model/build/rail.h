#pragma once

#include "model/build/builder.h"

namespace maatkast {

/// A rail across an opening, its upper side at this height, and its two brackets; nothing where it would hang
/// lower than the opening. Named `stem` and the opening.
void build_rail(BayBuilder& bay, std::int32_t opening, std::string_view stem, Length top);

/// How deep a frontal pull-out rail may be: its carrier hangs under the board over the opening, set back from
/// the carcase's front and behind the light.
Length pullout_room(const Book& book, const Layout& layout, const BayLayout& at, const Opening& opening);
/// The longest frontal pull-out rail for that; nothing where none is so short.
std::optional<Length> pullout_length(const Book& book, Length room);

}  // namespace maatkast
