#pragma once
// The colours of what fills a cabinet: eight muted ones that go with oak and with white, mixed into schemes.
// They are one small picture. A mesh says a slot by its UV, an instance a scheme by its offset, so that one
// mesh is shown in every colour.

#include <cstdint>
#include <span>

#include <glm/glm.hpp>

namespace maatkast::scene {

inline constexpr std::uint32_t kSlots = 16, kSchemes = 16;

/// Slots 0..9 change with the scheme, these do not.
enum class Dye : std::uint8_t { paper = 10, wood, steel, leaf, stem, dark };

/// The tones of one colour, 0..7 as in the palette; light and dark ones in turn.
constexpr std::uint32_t tonal(std::uint32_t color) {
    return color % 8;
}
/// Mostly light neutrals with two of the colours, 0..7.
constexpr std::uint32_t mixed(std::uint32_t number) {
    return 8 + number % 8;
}

/// UV of a slot in a mesh, and what an instance adds to it for a scheme: the middle of a pixel of the
/// picture, for a material whose texture repeats once a unit.
constexpr glm::vec2 uv_of(std::uint32_t slot) {
    return {(static_cast<float>(slot) + 0.5F) / kSlots, 0.5F / kSchemes};
}
constexpr glm::vec2 uv_of(Dye dye) {
    return uv_of(static_cast<std::uint32_t>(dye));
}
constexpr glm::vec2 offset_of(std::uint32_t scheme) {
    return {0, static_cast<float>(scheme) / kSchemes};
}

/// kSlots × kSchemes pixels RGBA, sRGB-encoded; the same bytes for the life of the program.
std::span<const std::uint8_t> palette_picture();

}  // namespace maatkast::scene
