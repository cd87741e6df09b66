#pragma once
// Designs as files: JSON with format and version, read with limits, written canonically.

#include <string>
#include <string_view>

#include "model/base/message.h"
#include "model/design/design.h"

namespace maatkast {

struct Book;

inline constexpr std::string_view kDesignFormat = "maatkast-design";
inline constexpr int kDesignVersion = 2;

/// Every reason why the text is no design, each with its JSON pointer and the remedy. Version 1 is read for
/// ever, a newer one refused unharmed. Finishes, handles, kinds and load classes must be known to the book.
OrProblems<Design> read_design(const Book& book, std::string_view text);

/// Canonical: one design, one text. `write_design(read_design(t))` is byte-identical for every text written
/// here.
std::string write_design(const Design& design);

/// 64 bits of the canonical text, as 16 hexadecimal digits.
std::string design_hash(const Design& design);

}  // namespace maatkast
