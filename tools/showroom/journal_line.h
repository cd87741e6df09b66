#pragma once
// How a line of a journal is made; shared by writing and reading.

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace maatkast::show {

inline constexpr std::string_view kJournalFormat = "maatkast-journal";
inline constexpr std::uint64_t kSumStart = 0xcbf29ce484222325U;
inline constexpr std::size_t kSumDigits = 16;

inline std::string sum_digits(std::uint64_t sum) {
    return fmt::format("{:016x}", sum);
}

/// FNV-1a, as in design_hash.
inline std::uint64_t text_sum(std::string_view text, std::uint64_t sum = kSumStart) {
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return sum;
}

/// Over the sum of the line before and this line.
inline std::uint64_t journal_sum(std::uint64_t before, std::string_view json) {
    return text_sum(json, text_sum(sum_digits(before)));
}

}  // namespace maatkast::show
