#pragma once
// The price, line by line, read off the parts: boards by the square metre, edges by the metre, hardware by
// the piece.

#include <vector>

#include "model/build/build.h"

namespace maatkast {

struct PriceLine {
    std::uint16_t article = 0;  ///< index into Book::articles
    double quantity = 0;        ///< in the article's unit, at most four decimals
    Cents unit;
    Cents total;  ///< quantity × unit, rounded half up to a cent
};

struct Price {
    std::vector<PriceLine> lines;  ///< in the order of the book's articles
    Cents total;                   ///< the sum of the lines, VAT included
    Cents vat;                     ///< the VAT inside the total
};

Price price(const Book& book, const Build& build);

/// Total of a design changed by edits minus the total of the design; nothing where the edits do not apply.
std::optional<Cents> price_change(const Book& book, const Design& design, std::span<const Edit> edits);

}  // namespace maatkast
