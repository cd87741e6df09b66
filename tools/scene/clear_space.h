#pragma once
// Where things can stand and hang: the clear spaces of a cabinet, read off its parts.

#include <cstdint>
#include <vector>

#include <glm/glm.hpp>

#include "model/book/book.h"
#include "model/build/clash.h"
#include "model/build/layout.h"

namespace maatkast::scene {

inline constexpr double kThingClearance = 0.002;  ///< metres, to every part but the one that bears a thing

/// A box in axes of its own, x to the right and z to whoever stands before it, in which nothing of the closed
/// cabinet reaches, with kThingClearance all round but at its floor.
struct ClearSpace {
    std::int32_t bay = -1;      ///< -1: on top of the cabinet
    std::int32_t opening = -1;  ///< on top: the number of the board
    std::int32_t place = 0;     ///< which of an opening's: columns between dividers, legs of a corner
    glm::dmat4 frame{1};        ///< to the world, metres; turned about y only
    Bounds box;
    std::int32_t bearer = -1;  ///< index into Build::parts: the board under its floor, or the rail
    bool hangs = false;        ///< from a rail along x, whose top is at `rail`
    glm::dvec3 rail{0};        ///< x: its middle
    bool covered = false, glazed = false;  ///< a front stands before it; one of glass
};

/// What takes a bay's own axes to the world: those of its run, of a diagonal corner those of its front.
glm::dmat4 bay_frame(const Layout& layout, std::size_t bay);

/// Those of openings whose contents do not move, from the left and from the bottom, each with its rails
/// first; then those on top of low cabinets. Cost: each space looks at the boxes of all parts.
std::vector<ClearSpace> clear_spaces(const Design& design, const Layout& layout, const Build& build);

/// The largest rectangle along the axes inside a polygon, of corners on a coarse grid, that stays out of
/// `taken`. Empty (least beyond most) where there is none.
struct PlanRect {
    glm::dvec2 least{1}, most{-1};
    bool empty() const { return least.x >= most.x || least.y >= most.y; }
};
PlanRect largest_rect(std::span<const glm::dvec2> polygon, const PlanRect& taken);

}  // namespace maatkast::scene
