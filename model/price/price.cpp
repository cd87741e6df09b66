#include "model/price/price.h"

#include <cmath>

#include "model/book/book.h"
#include "model/design/design.h"

namespace maatkast {
namespace {

/// What a price line counts, exactly: square tenths of a millimetre, tenths of a millimetre, or pieces.
using Amount = std::int64_t;

/// The axis that is neither the board's length nor its thickness.
Axis across(const Part& part) {
    for (const Axis axis : {Axis::x, Axis::y})
        if (axis != part.length_axis && axis != part.thickness_axis) return axis;
    return Axis::z;
}

void add_edges(const Part& part, const Finish& finish, std::vector<Amount>& amounts) {
    const Amount length = part.size.along(part.length_axis).tenths,
                 width = part.size.along(across(part)).tenths;
    amounts[finish.edge_article] += length * (part.edges.front + part.edges.back) +
                                    width * (part.edges.first_end + part.edges.second_end);
}

void add_board(const Book& book, const Part& part, std::vector<Amount>& amounts) {
    if (part.kind == PartKind::runner) {
        ++amounts[part.article];
        return;
    }
    amounts[part.article] +=
        static_cast<Amount>(part.size.along(part.length_axis).tenths) * part.size.along(across(part)).tenths;
    add_edges(part, book.finishes[part.finish], amounts);
}

/// A piece, or as long as it is cut.
void add_fitting(const Book& book, const Part& part, std::vector<Amount>& amounts) {
    const bool cut = book.articles[part.article].unit == Article::Unit::metre;
    amounts[part.article] += cut ? part.size.along(part.length_axis).tenths : 1;
}

/// Rounded to four decimals, as it is printed and charged.
double quantity_of(Article::Unit unit, Amount amount) {
    const double exact = unit == Article::Unit::square_metre ? static_cast<double>(amount) / 1e8
                         : unit == Article::Unit::metre      ? static_cast<double>(amount) / 1e4
                                                             : static_cast<double>(amount);
    return std::round(exact * 1e4) / 1e4;
}

}  // namespace

Price price(const Book& book, const Build& build) {
    std::vector<Amount> amounts(book.articles.size());
    for (const Part& part : build.parts) {
        if (is_board(part))
            add_board(book, part, amounts);
        else
            add_fitting(book, part, amounts);
    }
    Price price;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const Article& article = book.articles[i];
        if (amounts[i] == 0 || article.price == Cents{}) continue;
        PriceLine line{
            static_cast<std::uint16_t>(i), quantity_of(article.unit, amounts[i]), article.price, {}};
        line.total = {static_cast<std::int64_t>(
            std::floor(line.quantity * static_cast<double>(line.unit.value) + 0.5))};
        price.total += line.total;
        price.lines.push_back(line);
    }
    const std::int64_t rate = 100 + book.vat_percent;
    price.vat = {(price.total.value * book.vat_percent * 2 + rate) / (rate * 2)};
    return price;
}

std::optional<Cents> price_change(const Book& book, const Design& design, std::span<const Edit> edits) {
    const auto changed = apply(book, design, edits);
    if (!changed) return std::nullopt;
    return price(book, build_parts(book, *changed)).total - price(book, build_parts(book, design)).total;
}

}  // namespace maatkast
