#pragma once
// A design is what the customer chose, and nothing that can be derived from it: no door sizes, no hinge
// counts. A plain value; only edits (model/design/edit.h) change it.

#include <optional>
#include <string>
#include <vector>

#include "model/base/message.h"
#include "model/base/units.h"

namespace maatkast {

struct FrontKind;
struct InteriorKind;

/// Longest length that a design may hold, so that sums of every bay stay far from overflow.
inline constexpr Length kLongest = 20000_mm;
inline constexpr Length kThickest = 100_mm;  ///< of a board
inline constexpr std::size_t kMostBays = 2000;
inline constexpr std::size_t kMostOpenings = 200;

/// What stands inside an opening. `count`: how many drawers above each other, where the kind counts.
struct Interior {
    const InteriorKind* kind = nullptr;  ///< never null in a design; points to a registered kind
    int count = 1;
    std::optional<std::string> finish;  ///< exception to the group's finish
    bool operator==(const Interior&) const = default;
};

/// The space between two shelves of a bay, listed from the bottom. `top` is the height of the upper face of
/// the shelf that closes it, above the upper face of the bottom panel; the last opening has none: the top
/// panel closes it.
struct Opening {
    std::optional<Length> top;
    Interior interior;
    std::optional<std::string> shelf_finish;
    bool operator==(const Opening&) const = default;
};

/// A front before the openings `from`..`to` (inclusive, from the bottom) of its bay.
struct Front {
    const FrontKind* kind = nullptr;  ///< never null in a design
    int from = 0;
    int to = 0;
    std::optional<std::string> finish;
    bool operator==(const Front&) const = default;
};

enum class Back : std::uint8_t { panel, none };

/// One bay of a run. `width` is the clear width between its two uprights; neighbours share an upright.
/// `height` and `depth` are overall, floor to top and wall to the face of the fronts.
struct Bay {
    Length width, height, depth;
    bool locked = false;  ///< keeps its width when the whole run changes
    Back back = Back::panel;
    std::optional<std::string> finish;  ///< exception for the carcase of this bay
    std::vector<Opening> openings;
    std::vector<Front> fronts;
    bool operator==(const Bay&) const = default;
};

enum class BaseKind : std::uint8_t { plinth, legs };
struct Base {
    BaseKind kind = BaseKind::plinth;
    Length height = 80_mm;
    bool operator==(const Base&) const = default;
};

/// Finish ids of the book, one for each group of parts.
struct Finishes {
    std::string carcase, shelves, fronts, drawers;
    bool operator==(const Finishes&) const = default;
};

/// Board thickness by group.
struct Thicknesses {
    Length carcase, shelves, fronts;
    bool operator==(const Thicknesses&) const = default;
};

enum class Wall : std::uint8_t { unknown, masonry, concrete, plasterboard };
enum class Assembly : std::uint8_t { lying, standing };

struct Room {
    std::optional<Length> ceiling;
    Wall wall = Wall::unknown;
    bool operator==(const Room&) const = default;
};

struct Design {
    std::string name;
    Room room;
    Assembly assembly = Assembly::lying;  ///< built lying and tilted up, or built standing
    bool wall_fixing = false;
    std::string load;    ///< id of a load class of the book
    std::string handle;  ///< id of a handle of the book
    Base base;
    Finishes finish;
    Thicknesses thickness;
    std::optional<std::string> left_end_finish, right_end_finish;
    std::vector<Bay> bays;  ///< left to right, at least one
    bool operator==(const Design&) const = default;
};

/// Overall sizes: the sum of the bays and their uprights, the highest and the deepest bay.
Length total_width(const Design& design);
Length total_height(const Design& design);
Length total_depth(const Design& design);

/// The group a part's finish is chosen by.
enum class FinishGroup : std::uint8_t { carcase, shelves, fronts, drawers };

}  // namespace maatkast
