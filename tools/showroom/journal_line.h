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

/// FNV-1a over the sum of the line before and this line.
inline std::uint64_t journal_sum(std::uint64_t before, std::string_view json) {
    constexpr std::uint64_t kPrime = 0x100000001b3U;
    std::uint64_t sum = kSumStart;
    for (int byte = 0; byte < 8; ++byte) sum = (sum ^ (before >> (8 * byte) & 0xff)) * kPrime;
    for (const char c : json) sum = (sum ^ static_cast<unsigned char>(c)) * kPrime;
    return sum;
}

inline std::string sum_digits(std::uint64_t sum) {
    return fmt::format("{:016x}", sum);
}

}  // namespace maatkast::show
