#pragma once
// Where dimensions stand in a picture: lines, ends and numbers in pixels. A pure function of what is
// measured, the camera and the letters.

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "renderer/camera.h"
#include "tools/scene/block.h"
#include "tools/scene/dimensions.h"

namespace maatkast::scene {

struct PixelRect {
    glm::vec2 least{0}, most{0};
    bool meets(const PixelRect& other, float air = 0) const;
    bool holds(glm::vec2 at) const;
};

/// How numbers are set. `measure`: width and height in pixels of a text, bold or not.
struct DimensionStyle {
    float scale = 1;     ///< 1 at 96 dpi
    char decimal = ',';  ///< between millimetres and tenths
    std::function<glm::vec2(std::string_view, bool)> measure;
    std::vector<PixelRect> taken;  ///< of the picture, where no number may stand
};

/// A dimension as it is drawn, pixels from the top left. Its number is missing where there is no room.
struct PlacedDimension {
    std::size_t index = 0;               ///< into the dimensions
    bool strong = false;                 ///< of the whole cabinet
    bool inside = false;                 ///< without extension lines
    std::array<glm::vec2, 2> corners{};  ///< of the cabinet, that it is measured between
    std::array<glm::vec2, 2> ends{};     ///< of its line
    std::array<std::array<glm::vec2, 2>, 2> extensions{};
    std::string text;
    std::optional<PixelRect> label;
};

/// `605`, `447,5`: millimetres.
std::string dimension_text(Length length, char decimal);

/// Chooses a side for each stack, puts its rows before each other, and sets numbers in the middle of their
/// lines. What is too narrow for its number loses it, and a chain goes with most of its numbers. A number
/// that would overlap another, or leave the picture, moves along its line; where that does not help it falls
/// away, with its line where that is of the whole. Numbers of the whole go first; one whose line is short
/// stands beside it. Lines of runs round a corner that the cabinet hides are left out.
std::vector<PlacedDimension> place_dimensions(std::span<const Dimension> dimensions,
                                              std::span<const Block> blocks, const render::View& view,
                                              const DimensionStyle& style);

/// The camera moved back and aside until blocks and dimensions fit into a picture of this size.
render::Camera with_room_for(std::span<const Dimension> dimensions, std::span<const Block> blocks,
                             render::Camera camera, render::Size size, const DimensionStyle& style);

}  // namespace maatkast::scene
