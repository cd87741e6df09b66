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

inline constexpr Words<BaseKind, 3> kBaseWords{
    {{"plinth", BaseKind::plinth}, {"legs", BaseKind::legs}, {"hung", BaseKind::hung}}};
inline constexpr Words<Back, 3> kBackWords{
    {{"panel", Back::panel}, {"brace", Back::brace}, {"none", Back::none}}};
inline constexpr Words<BayShape, 7> kShapeWords{{{"straight", BayShape::straight},
                                                 {"corner_l", BayShape::corner_l},
                                                 {"corner_diagonal", BayShape::corner_diagonal},
                                                 {"corner_blind_left", BayShape::corner_blind_left},
                                                 {"corner_blind_right", BayShape::corner_blind_right},
                                                 {"end_round", BayShape::end_round},
                                                 {"end_diagonal", BayShape::end_diagonal}}};
inline constexpr Words<ShelfKind, 7> kShelfWords{{{"loose", ShelfKind::loose},
                                                  {"fixed", ShelfKind::fixed},
                                                  {"protruding", ShelfKind::protruding},
                                                  {"recessed", ShelfKind::recessed},
                                                  {"slanted", ShelfKind::slanted},
                                                  {"glass", ShelfKind::glass},
                                                  {"stack", ShelfKind::stack}}};
inline constexpr Words<FrontStyle, 4> kStyleWords{{{"slab", FrontStyle::slab},
                                                   {"panelled", FrontStyle::panelled},
                                                   {"glass_clear", FrontStyle::glass_clear},
                                                   {"glass_frosted", FrontStyle::glass_frosted}}};
inline constexpr Words<Assembly, 2> kAssemblyWords{
    {{"lying", Assembly::lying}, {"standing", Assembly::standing}}};
inline constexpr Words<Wall, 4> kWallWords{{{"unknown", Wall::unknown},
                                            {"masonry", Wall::masonry},
                                            {"concrete", Wall::concrete},
                                            {"plasterboard", Wall::plasterboard}}};
inline constexpr Words<Slope::Side, 3> kSlopeWords{
    {{"left", Slope::Side::left}, {"right", Slope::Side::right}, {"back", Slope::Side::back}}};
inline constexpr Words<RoomObstacle::Kind, 5> kObstacleWords{{{"window", RoomObstacle::Kind::window},
                                                              {"door", RoomObstacle::Kind::door},
                                                              {"socket", RoomObstacle::Kind::socket},
                                                              {"radiator", RoomObstacle::Kind::radiator},
                                                              {"bed", RoomObstacle::Kind::bed}}};
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
