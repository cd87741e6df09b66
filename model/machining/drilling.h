#pragma once
// The holes that the workshop drills, read off the parts: what hangs on a board says where it is drilled.

#include <vector>

#include "model/build/clash.h"

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

/// Every row of every part, in the order of the parts. From each shelf pin its column goes on by the pitch
/// over the clear height between the boards that are fixed to the upright; hinge arms and runners have their
/// screws in the upright or divider beside them, cups their hole in the door. A pin's hole that would meet a
/// screw is left out, unless that pin carries a shelf; where both faces are drilled, neither reaches beyond
/// its half. Runners of drawers behind doors are screwed to their spacers, not to the upright. What stands in
/// a frame that is turned by other than quarters against the upright beside it, as slanted shelves, is not
/// drilled for. Cost grows as the parts.
std::vector<HoleRow> drilling(const Book& book, const Build& build);

/// Uprights, and the dividers that stand like them within a bay: what other parts are fixed to.
bool is_drilled(const Part& part);
/// In the world: beyond this box a part drills no holes in anything.
Bounds drilled_by(const Book& book, const Build& build, const Part& part);

/// All holes of these rows.
std::int64_t hole_count(const std::vector<HoleRow>& rows);

}  // namespace maatkast
