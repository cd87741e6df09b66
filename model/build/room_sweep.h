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
    std::string where;  ///< its front, its sliding leaves, or the interior that it is part of
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
/// `obstacle.bed`: a bed.
Key name_of(const RoomObstacle& obstacle);
/// Some part of the closed cabinet reaches more than a millimetre into the piece.
bool stands_in(const Build& build, const Piece& piece);

/// All contacts of one sort in a design.
using FindContacts = std::function<std::vector<RoomContact>(const Design&)>;
/// What helps one of the `had` that `find` finds: hung on the other side, a single door on one side or the
/// other instead of a pair, no front, nothing in the opening. Each is tried: after it nothing is found at its
/// place (unless taking a front away has put the next one there) and fewer in all, so that what stood behind
/// a front does not meet it instead.
std::vector<Repair> contact_repairs(const RuleContext& context, const RoomContact& contact, std::size_t had,
                                    const FindContacts& find);

}  // namespace maatkast
