#pragma once
// The price, line by line, read off the parts: boards by the square metre, edges by the metre, hardware by
// the piece, labour by operation.

#include <vector>

#include "model/build/build.h"

namespace maatkast {

struct PriceLine {
    std::uint16_t article = 0;  ///< index into Book::articles
    double quantity = 0;        ///< in the article's unit, at most four decimals
    Cents unit;
    Cents total;  ///< quantity × unit, rounded half up to a cent
    bool operator==(const PriceLine&) const = default;
};

struct Price {
    std::vector<PriceLine> lines;  ///< in the order of the book's articles
    Cents total;                   ///< the sum of the lines, VAT included
    Cents vat;                     ///< the VAT inside the total
    bool operator==(const Price&) const = default;
};

/// Boards by the rectangle they are cut from. Labour: a saw cut for each board; metres banded; holes drilled
/// (model/machining/drilling.h); metres of outline that leave the rectangle; a joint for each board but loose
/// shelves and fronts; a front hung for each door leaf and drawer front. Exact in integers: quantities in ten
/// thousandths of a unit, each line rounded half up to a cent. Pure.
Price price(const Book& book, const Build& build);

/// Total of a design changed by edits minus the total of the design; nothing where the edits do not apply.
std::optional<Cents> price_change(const Book& book, const Design& design, std::span<const Edit> edits);

}  // namespace maatkast
