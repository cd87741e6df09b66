#pragma once
// The system book, printed: one HTML file from the same data that cabinets are built and judged by.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/book/book.h"
#include "model/build/finding.h"
#include "model/design/design.h"

namespace maatkast {

/// A picture by what it shows: `cover`, `swatch.oak`, `front.pair`, `example.wardrobe`.
struct BookPicture {
    std::string id;
    std::string mime;  ///< `image/jpeg`
    std::vector<std::uint8_t> bytes;
};

/// A design that the book shows, by the id of its picture.
struct BookDesign {
    std::string id;
    Design design;
};

struct BookInput {
    const Book& book;
    const Texts& texts;
    std::string style;                  ///< CSS; the file refers to nothing outside itself if this does not
    std::vector<BookDesign> examples;   ///< a page each, at the end
    std::vector<BookPicture> pictures;  ///< missing ones are left out
};

/// One small cabinet for each kind of front, of interior, and each shape of a bay but the straight one: what
/// the pages on kinds show. For pictures of them, their ids are `front.KIND`, `interior.KIND` and
/// `shape.SHAPE`.
std::vector<BookDesign> kind_designs(const Book& book);

/// A bay that a rule of the book has something to say about, and what it says.
struct RuleExample {
    Design design;
    Finding finding;
};
/// From the edits that the rule's entry gives; nothing where it gives none, or they break no rule.
std::optional<RuleExample> rule_example(const Book& book, const std::string& rule);

/// Title, contents and every page of the book by its own number: sizes, boards, fronts, drawers, interiors,
/// fittings, rules with their limits, prices, examples; drawings are made here. Pure: the same input gives
/// the same bytes. What stands in the texts is escaped.
std::string write_book(const BookInput& input);

}  // namespace maatkast
