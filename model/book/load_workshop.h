#pragma once
// What the workshop does to boards: holes and labour.

#include <functional>

#include "model/base/json.h"
#include "model/book/book.h"

namespace maatkast {

/// Reads page, grade and source of an entry.
using ReadSource = std::function<Source(const JsonReader&)>;

/// The hole patterns; a missing, unknown or absurd one is noted.
Machining read_machining(const JsonReader& root, const ReadSource& source);

/// Labour as articles, one for each operation that the price counts; a missing or unknown one is noted.
std::vector<Article> read_labour(const JsonReader& root, const ReadSource& source);

}  // namespace maatkast
