#pragma once
// Edits at random, possible or not.

#include <array>
#include <iterator>
#include <random>
#include <string>

#include <fmt/format.h>

#include "model/build/kinds.h"
#include "tests/model/build/cabinets.h"

namespace maatkast::test {

/// Anything that the window or the command line might ask, possible here or not.
inline constexpr std::array<std::string_view, 25> kEdits{
    "width={wide}",
    "height={high}",
    "depth={deep}",
    "bays={few}",
    "bays/{bay}/width={wide}",
    "bays/{bay}/depth={deep}.{few}",
    "bays/{bay}/insert",
    "bays/{bay}/remove",
    "bays/{bay}/move={few}",
    "bays/{bay}/locked=true",
    "bays/{bay}/back=none",
    "bays/{bay}/kneehole=true",
    "bays/{bay}/fronts=auto",
    "bays/{bay}/openings/{opening}/split",
    "bays/{bay}/openings/{opening}/remove",
    "bays/{bay}/openings/{opening}/top={high}",
    "bays/{bay}/openings/{opening}/interior={interior}",
    "bays/{bay}/openings/{opening}/interior=drawers:{few}",
    "bays/{bay}/openings/{opening}/front={front}",
    "bays/{bay}/fronts/{opening}/kind={front}",
    "bays/{bay}/fronts/{opening}/finish={finish}",
    "bays/{bay}/fronts/{opening}/remove",
    "finish/carcase={finish}",
    "thickness/shelves={thin}",
    "base=legs"};

inline Edit random_edit(std::mt19937& random) {
    const auto number = [&](unsigned least, unsigned most) {
        return least + static_cast<unsigned>(random()) % (most - least + 1);
    };
    const auto of = [&](const auto& choices) -> const auto& {
        return choices[random() % std::size(choices)];
    };
    const std::string text = fmt::format(
        fmt::runtime(of(kEdits)), fmt::arg("bay", number(0, 4)), fmt::arg("opening", number(0, 4)),
        fmt::arg("few", number(1, 6)), fmt::arg("wide", number(200, 3000)),
        fmt::arg("high", number(50, 2900)), fmt::arg("deep", number(150, 850)),
        fmt::arg("thin", number(10, 30)), fmt::arg("interior", of(interior_kinds())->id),
        fmt::arg("front", of(front_kinds())->id), fmt::arg("finish", of(shop_book().finishes).id));
    return parse_edit(text);
}

}  // namespace maatkast::test
