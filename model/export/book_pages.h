#pragma once
// What stands on each page of the printed book: every entry of the data by the page that it names.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "model/export/book_html.h"

namespace maatkast {

/// One page of the book.
struct BookPage {
    std::string title;  ///< text, of the first entry that has one
    std::string html;
};
using BookPages = std::map<int, BookPage>;

/// Where a chapter begins, and the key of its name.
struct BookChapter {
    int page;
    const char* key;
};
std::span<const BookChapter> book_chapters();
const BookChapter& chapter_of(int page);

/// Every entry of the book's data, every kind with its picture, the price list and the examples.
BookPages make_book_pages(const BookInput& input);

/// An `<img>` with its bytes inside; empty where there is no such picture.
std::string picture_html(const BookInput& input, std::string_view id, std::string_view css);

}  // namespace maatkast
