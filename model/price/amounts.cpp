#include "model/price/amounts.h"

#include <utility>

#include "model/book/book.h"
#include "model/build/outline.h"
#include "model/machining/blank.h"

namespace maatkast {
namespace {

/// A front made of one board: nothing is joined to it.
bool is_slab(const Part& part) {
    return part.kind == PartKind::door || part.kind == PartKind::drawer_front;
}

Amount banded(const Part& part) {
    if (part.shape == ShapeKind::prism) return part.banded.tenths;
    const Amount length = part.size.along(part.length_axis).tenths,
                 width = part.size.along(width_axis(part)).tenths;
    return length * (part.edges.front + part.edges.back) +
           width * (part.edges.first_end + part.edges.second_end);
}

/// Counts what the parts are made of and what is done to them, article by article.
class Count {
  public:
    Count(const Book& book, const Build& build)
        : book_(book),
          build_(build),
          saw_(book.article("labour.saw")),
          edge_(book.article("labour.edge")),
          outline_(book.article("labour.outline")),
          assemble_(book.article("labour.assemble")),
          mount_(book.article("labour.mount_front")),
          amounts_(book.articles.size()) {}

    Amounts all(std::span<const Part> parts, std::span<const Leaf> leaves) {
        for (const Part& part : parts) {
            if (is_board(part) && part.kind != PartKind::runner)
                add_board(part);
            else
                add_fitting(part);
        }
        for (const Leaf& leaf : leaves) add_leaf(leaf);
        return std::move(amounts_);
    }

  private:
    /// A piece, or as long as it is cut.
    void add_fitting(const Part& part) {
        const bool cut = book_.articles[part.article].unit == Article::Unit::metre;
        amounts_[part.article] += cut ? part.size.along(part.length_axis).tenths : 1;
    }

    void add_board(const Part& part) {
        const Finish& finish = book_.finishes[part.finish];
        const Blank blank = blank_of(book_, build_, part);
        amounts_[part.article] += Amount{blank.length.tenths} * blank.width.tenths;
        amounts_[finish.edge_article] += banded(part);
        if (finish.choice) add_cuts(part, blank, finish);
        if (!is_slab(part) && part.kind != PartKind::shelf) ++amounts_[assemble_];
    }

    /// Glass is no choice of finish: it comes cut to size.
    void add_cuts(const Part& part, const Blank& blank, const Finish& finish) {
        ++amounts_[saw_];
        // A wood whose edges cost nothing is not banded.
        if (finish.edge_per_metre > Cents{}) amounts_[edge_] += banded(part);
        if (blank.askew)  // mitred at both ends
            amounts_[outline_] += Amount{2} * blank.width.tenths;
        else if (part.shape == ShapeKind::prism)
            amounts_[outline_] += shaped_cut(outline_of(build_, part), part).tenths;
    }

    /// Of however many boards a leaf is made, it is hung and set by hand once.
    void add_leaf(const Leaf& leaf) {
        ++amounts_[mount_];
        if (leaf.milled >= 0) ++amounts_[static_cast<std::size_t>(leaf.milled)];
    }

    const Book& book_;
    const Build& build_;
    std::uint16_t saw_, edge_, outline_, assemble_, mount_;
    Amounts amounts_;
};

constexpr Amount kParts = 10'000;  // a quantity is charged and printed in ten thousandths of its unit

/// Rounded half up.
Amount ten_thousandths(Article::Unit unit, Amount amount) {
    constexpr Amount kSquare = 100'000'000 / kParts;  // square tenths of a millimetre
    switch (unit) {
        case Article::Unit::square_metre:
            return (amount + kSquare / 2) / kSquare;
        case Article::Unit::metre:
            return amount;
        case Article::Unit::piece:
            break;
    }
    return amount * kParts;
}

}  // namespace

Amounts amounts_of(const Book& book, const Build& build, std::span<const Part> parts,
                   std::span<const Leaf> leaves) {
    return Count(book, build).all(parts, leaves);
}

void add_holes(const Book& book, Amount holes, Amounts& to) {
    to[book.article("labour.drill")] += holes;
}

Price priced(const Book& book, const Amounts& amounts) {
    Price price;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const Article& article = book.articles[i];
        if (amounts[i] == 0 || article.price == Cents{}) continue;
        const Amount quantity = ten_thousandths(article.unit, amounts[i]);
        const PriceLine line{static_cast<std::uint16_t>(i),
                             static_cast<double>(quantity) / static_cast<double>(kParts),
                             article.price,
                             {(quantity * article.price.value + kParts / 2) / kParts}};
        price.total += line.total;
        price.lines.push_back(line);
    }
    const std::int64_t rate = 100 + book.vat_percent;
    price.vat = {(price.total.value * book.vat_percent * 2 + rate) / (rate * 2)};
    return price;
}

}  // namespace maatkast
