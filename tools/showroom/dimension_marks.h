#pragma once
// How dimensions look: thin lines with a pale edge that is seen on any ground, numbers on small plates.

#include <span>

#include "tools/scene/dimension_places.h"
#include "tools/showroom/fonts.h"

namespace maatkast::show {

/// The letters that numbers of dimensions are set in. The fonts must outlive it.
scene::DimensionStyle dimension_style(const Fonts& fonts, float scale, char decimal);

void draw_dimensions(ImDrawList& list, std::span<const scene::PlacedDimension> placed, const Fonts& fonts,
                     float scale);

/// An anti-aliased line through points, over a wider pale one. Closed: from the last to the first.
struct LineLook {
    ImU32 color = 0, edge = 0;
    float width = 1, edge_width = 0;  ///< pixels; no edge where 0
};
void draw_line(ImDrawList& list, std::span<const glm::vec2> points, bool closed, const LineLook& look);

}  // namespace maatkast::show
