#include "model/price/price.h"

#include "model/design/design.h"
#include "model/machining/drilling.h"
#include "model/price/amounts.h"

namespace maatkast {

Price price(const Book& book, const Build& build) {
    Amounts amounts = amounts_of(book, build, build.parts, build.leaves);
    add_holes(book, hole_count(drilling(book, build)), amounts);
    return priced(book, amounts);
}

std::optional<Cents> price_change(const Book& book, const Design& design, std::span<const Edit> edits) {
    const auto changed = apply(book, design, edits);
    if (!changed) return std::nullopt;
    return price(book, build_parts(book, *changed)).total - price(book, build_parts(book, design)).total;
}

}  // namespace maatkast
