#pragma once
// The columns that upright dividers make of an opening.

#include "model/build/builder.h"

namespace maatkast {

/// How many columns stand side by side: one where nothing divides the opening.
int columns_in(const Opening& opening);

/// Clear width of each column, rounded down to a tenth.
Length column_width(Length clear_width, Length divider, int columns);

/// Left and right side of column `number`, from the left, in the axes of the bay.
struct Column {
    Length left, right;
};
Column column_of(const BayBuilder& bay, std::int32_t opening, int number);

}  // namespace maatkast
