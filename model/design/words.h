#pragma once
// The words that files and edits use for choices, each beside its value.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/design/design.h"

namespace maatkast {

template <class T, std::size_t N>
using Words = std::array<std::pair<std::string_view, T>, N>;

inline constexpr Words<BaseKind, 2> kBaseWords{{{"plinth", BaseKind::plinth}, {"legs", BaseKind::legs}}};
inline constexpr Words<Back, 2> kBackWords{{{"panel", Back::panel}, {"none", Back::none}}};
inline constexpr Words<Assembly, 2> kAssemblyWords{
    {{"lying", Assembly::lying}, {"standing", Assembly::standing}}};
inline constexpr Words<Wall, 4> kWallWords{{{"unknown", Wall::unknown},
                                            {"masonry", Wall::masonry},
                                            {"concrete", Wall::concrete},
                                            {"plasterboard", Wall::plasterboard}}};
inline constexpr Words<bool, 2> kBoolWords{{{"true", true}, {"false", false}}};

template <class T, std::size_t N>
std::optional<T> value_of(const Words<T, N>& words, std::string_view text) {
    for (const auto& [word, value] : words)
        if (word == text) return value;
    return std::nullopt;
}

template <class T, std::size_t N>
std::string word_of(const Words<T, N>& words, T value) {
    for (const auto& [word, known] : words)
        if (known == value) return std::string(word);
    return {};
}

template <class T, std::size_t N>
std::string all_of(const Words<T, N>& words) {
    std::string all;
    for (const auto& [word, value] : words) all += (all.empty() ? "" : ", ") + std::string(word);
    return all;
}

/// The ids of every registered kind, for a message.
std::string all_front_kinds();
std::string all_interior_kinds();

}  // namespace maatkast
