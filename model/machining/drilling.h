#pragma once
// The holes that the workshop drills, read off the parts: what hangs on a board says where it is drilled.

#include <vector>

#include "model/build/build.h"

namespace maatkast {

/// A face of a part in the axes of its frame: left and right across x, bottom and top across y, back and
/// front across z.
enum class Face : std::uint8_t { left, right, bottom, top, back, front };
std::string_view name_of(Face face);

/// What a row of holes is for: shelf pins, screws of a mounting plate, hinge cups, screws of a runner.
enum class HoleUse : std::uint8_t { pin, plate, cup, runner };
std::string_view name_of(HoleUse use);

/// Holes in a line, square to a face. Measured on the part as it is listed: along its length from its first
/// end and across its width from its first side (the least corner of its box).
struct HoleRow {
    std::uint32_t part = 0;  ///< index into Build::parts
    Face face = Face::left;
    HoleUse use = HoleUse::pin;
    bool across = false;  ///< the row runs across the width; else along the length
    int count = 1;
    Length from;    ///< along the row, to the middle of the first hole
    Length pitch;   ///< from hole to hole; zero where there is one
    Length beside;  ///< at right angles to the row
    Length diameter, depth;
};

/// Every row of every part, in the order of the parts. Shelves that lie loose between two uprights get their
/// grid of pins over the whole clear height; hinge arms and runners their screws in the upright beside them;
/// cups their hole in the door. A pin that would meet a screw's hole is left out, unless a shelf lies on it;
/// where both faces of an upright are drilled, neither reaches beyond its half. Runners of drawers behind
/// doors are screwed to their spacers, not to the upright. Parts in frames that are turned by other than
/// quarters against the upright beside them, as slanted shelves, get none. Cost: uprights times parts.
std::vector<HoleRow> drilling(const Book& book, const Build& build);

/// All holes of these rows.
std::int64_t hole_count(const std::vector<HoleRow>& rows);

}  // namespace maatkast
