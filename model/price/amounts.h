#pragma once
// What a price is made of: how much of each article, exactly.

#include <cstdint>
#include <span>
#include <vector>

#include "model/price/price.h"

namespace maatkast {

/// Square tenths of a millimetre, tenths of a millimetre, or pieces.
using Amount = std::int64_t;
using Amounts = std::vector<Amount>;  ///< by article of the book

/// Of some parts and leaves of a build, without the holes in them.
Amounts amounts_of(const Book& book, const Build& build, std::span<const Part> parts,
                   std::span<const Leaf> leaves);
void add_holes(const Book& book, Amount holes, Amounts& to);

/// The lines of these amounts, and their sum.
Price priced(const Book& book, const Amounts& amounts);

}  // namespace maatkast
