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
inline constexpr std::size_t kMostObstacles = 100;  ///< of a room
inline constexpr int kMostCorners = 2;
inline constexpr int kFewestLeaves = 2, kMostLeaves = 4;  ///< of sliding leaves before the same bays
inline constexpr Angle kFlattest = Angle::of_degrees(1), kSteepest = Angle::of_degrees(80);  ///< of a ceiling

/// What stands inside an opening. `count`: how many drawers above each other, where the kind counts.
struct Interior {
    const InteriorKind* kind = nullptr;  ///< never null in a design; points to a registered kind
    int count = 1;
    std::optional<std::string> finish;  ///< exception to the group's finish
    bool operator==(const Interior&) const = default;
};

/// How the shelf that closes an opening from above is made. loose: on pins in the hole grid. fixed: dowelled,
/// at any height. protruding: stands out before the carcase. recessed: leaves air behind fronts. slanted:
/// leans forward, for shoes. glass: toughened, on pins. stack: the run is divided here into a lower and an
/// upper row, with a top and a bottom panel instead of a shelf.
enum class ShelfKind : std::uint8_t { loose, fixed, protruding, recessed, slanted, glass, stack };

/// The space between two shelves of a bay, listed from the bottom. `top` is the height of the upper face of
/// the shelf that closes it, above the upper face of the bottom panel (in a kneehole: above where that would
/// be); the last opening has none: the top panel closes it.
struct Opening {
    std::optional<Length> top;
    Interior interior;
    std::optional<std::string> shelf_finish;
    ShelfKind shelf = ShelfKind::loose;
    bool led = false;                     ///< a light strip under the board that closes it
    std::optional<std::string> contents;  ///< id of what is kept here (Book::contents): LPs, books, shoes
    bool operator==(const Opening&) const = default;
};

/// How the leaves and drawer fronts of a front are made up.
enum class FrontStyle : std::uint8_t { slab, panelled, glass_clear, glass_frosted };

/// A front before the openings `from`..`to` (inclusive, from the bottom) of its bay.
struct Front {
    const FrontKind* kind = nullptr;  ///< never null in a design
    int from = 0;
    int to = 0;
    std::optional<std::string> finish;
    FrontStyle style = FrontStyle::slab;
    std::optional<std::string> handle;  ///< exception to the design's handle
    bool own_grain = false;             ///< not cut from the leaf of veneer that runs over its neighbours
    bool operator==(const Front&) const = default;
};

/// Sliding leaves before the whole height of the bays `first`..`last` (inclusive, on one wall).
struct Sliding {
    int first = 0, last = 0;
    int leaves = 2;  ///< 2 to 4
    FrontStyle style = FrontStyle::slab;
    std::optional<std::string> finish;
    std::vector<std::optional<std::string>> leaf_finishes = {};  ///< exceptions, by leaf; those behind: none
    bool operator==(const Sliding&) const = default;

    const std::optional<std::string>& finish_of(int leaf) const {
        const auto i = static_cast<std::size_t>(leaf);
        return i < leaf_finishes.size() && leaf_finishes[i] ? leaf_finishes[i] : finish;
    }
};

enum class Back : std::uint8_t { panel, brace, none };

/// How a bay stands in its run. A corner turns the run by 90°: the bays before it stand on one wall, those
/// after it on the next wall to the right. Its legs along both walls are derived from its neighbours. Blind:
/// its door stands on the wall to the left or to the right of the corner. An end is an open bay without an
/// outer upright, the first or the last of all.
enum class BayShape : std::uint8_t {
    straight,
    corner_l,
    corner_diagonal,
    corner_blind_left,
    corner_blind_right,
    end_round,
    end_diagonal
};

/// One bay of a run. `width` is the clear width between its two uprights; neighbours share an upright.
/// `height` and `depth` are overall, floor to top and wall to the face of the fronts. A corner derives its
/// depth, and its width too unless it is blind: there `width` is that of the part that can be reached.
///
/// A kneehole is a straight bay to sit at: without bottom panel and plinth, so that its lowest opening
/// reaches down to the floor of the room. Nothing stands in that opening or before it.
struct Bay {
    BayShape shape = BayShape::straight;
    Length width, height, depth;
    bool locked = false;  ///< keeps its width when the whole run changes
    Back back = Back::panel;
    bool kneehole = false;
    std::optional<std::string> finish;  ///< exception for the carcase of this bay
    std::vector<Opening> openings;
    std::vector<Front> fronts;
    bool operator==(const Bay&) const = default;
};

enum class BaseKind : std::uint8_t { plinth, legs, hung };
/// `height`: of the carcase's underside above the floor.
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

/// A ceiling that slopes: low at this side of the cabinet (its left end, its right end, or the wall behind
/// it), high at the other. Exactly two of low, high and angle are given; the third follows.
struct Slope {
    enum class Side : std::uint8_t { left, right, back } side = Side::left;
    std::optional<Length> low, high;
    std::optional<Angle> angle;
    bool operator==(const Slope&) const = default;
};

/// What stands or hangs in the room and counts in the rules. `run` 0.. is the wall it belongs to, in the
/// order of the bays; x from the left end of that wall's bays (negative: beside them), y above the floor, z
/// out of the wall.
struct RoomObstacle {
    enum class Kind : std::uint8_t { window, door, socket, radiator, bed } kind = Kind::socket;
    int run = 0;
    Length x, y, width, height, depth;
    bool operator==(const RoomObstacle&) const = default;
};

struct Skirting {
    Length height, depth;
    bool operator==(const Skirting&) const = default;
};

struct Room {
    std::optional<Length> ceiling;
    Wall wall = Wall::unknown;
    std::optional<Slope> slope;
    std::optional<Skirting> skirting;
    std::vector<RoomObstacle> obstacles;
    bool operator==(const Room&) const = default;
};

/// One end of the whole cabinet: a cladding panel over its upright, and a filler to the wall beside it.
struct End {
    std::optional<std::string> finish;
    bool cladding = false;
    Length filler;        ///< zero: none
    bool scribe = false;  ///< the filler is left wider, to be fitted to a crooked wall
    bool operator==(const End&) const = default;
};

/// On top of the cabinet, inside its height.
struct Worktop {
    Length thickness, overhang;  ///< overhang: before the fronts, inside the depth
    std::string finish;
    bool operator==(const Worktop&) const = default;
};
struct Cornice {
    Length height, overhang;
    bool operator==(const Cornice&) const = default;
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
    End left_end, right_end;
    std::optional<Worktop> worktop;
    std::optional<Cornice> cornice;
    Length top_filler;      ///< from the top to the ceiling; zero: none
    int main_run = 0;       ///< which wall is the one behind, where corners make several
    std::vector<Bay> bays;  ///< left to right, at least one
    std::vector<Sliding> sliding;
    bool operator==(const Design&) const = default;
};

/// Of the highest and of the deepest bay. The width follows from the book: overall_size in build/layout.h.
Length total_height(const Design& design);
Length total_depth(const Design& design);

/// The group a part's finish is chosen by.
enum class FinishGroup : std::uint8_t { carcase, shelves, fronts, drawers };

}  // namespace maatkast
