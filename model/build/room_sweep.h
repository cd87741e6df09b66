#pragma once
// What opens, against what the room holds: its sloping ceiling, its walls and its obstacles.

#include <functional>
#include <optional>
#include <string>

#include "model/build/clash.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast {

/// A finding about how far something opens, one for each place in the design.
struct RoomContact {
    std::string where;  ///< its front, its sliding leaves, or its bay
    std::int32_t opener = -1;
    double open = 0;  ///< its share of the way
};

/// Whether a piece in the world, in metres, is where it may not be.
using Forbidden = std::function<bool(const Piece&)>;

/// Openers that come where they may not, with the first of the steps of 1/32 of their way at which they do.
/// `may` is asked first about each part that moves, and spares the steps.
std::vector<RoomContact> room_contacts(
    const Build& build, const Forbidden& forbidden,
    const std::function<bool(const Part&)>& may = [](const Part&) { return true; });
/// The box in the world around all that a part passes which moves with an opener.
Bounds around(const Build& build, const Part& part);

/// The ceiling itself in world axes; nothing where it is flat.
std::optional<SlopeLine> ceiling_of(const Book& book, const Design& design, const Layout& layout);
/// A wall as the half of the world behind it.
struct WallPlane {
    glm::dvec3 into{0};  ///< the room: unit
    double at = 0;       ///< along it, metres

    double behind(const glm::dvec3& point) const { return at - glm::dot(into, point); }
};
/// The wall that a filler reaches at one end; nothing where none does.
std::optional<WallPlane> side_wall(const Book& book, const Design& design, const Layout& layout, Side side);
/// The space that an obstacle takes, in the world.
Piece obstacle_piece(const Layout& layout, const RoomObstacle& obstacle);
/// Some part of the closed cabinet reaches more than a millimetre into the piece.
bool stands_in(const Build& build, const Piece& piece);

/// Hung on the other side, a single door on one side or the other instead of a pair, no front: those after
/// which `holds(design)`.
std::vector<Repair> front_repairs(const RuleContext& context, std::int32_t opener,
                                  const std::function<bool(const Design&)>& holds);

}  // namespace maatkast
