#pragma once
// What the kinds of front and interior build with: a place to put parts, and the geometry of the bay they
// stand in.

#include <optional>
#include <span>
#include <vector>

#include "model/build/build.h"
#include "model/build/layout.h"

namespace maatkast {

/// A board to be made: a box between two corners, in the axes of the builder's current frame. With an outline
/// (in the same axes, anticlockwise about the extrusion) it is a prism; of `least` and `most` only what they
/// say along the extrusion counts then.
struct BoardSpec {
    PartName name;
    PartKind kind = PartKind::shelf;
    std::uint16_t finish = 0;
    Length thickness;  ///< which of the finish's boards it is cut from
    Length3 least, most;
    Axis length_axis = Axis::x, thickness_axis = Axis::y;
    EdgeBanding edges;
    std::int32_t bay = -1, opening = -1, opener = -1;
    std::vector<OutlinePoint> outline;
    Axis extrusion = Axis::y;
    Length banded;             ///< with an outline: how much of its edge is banded
    Length oversize;           ///< see Part
    std::uint32_t veneer = 0;  ///< see Part
    Length grain_u, grain_v;
};

/// kg, of the board that a spec is cut from.
double board_mass(const Book& book, const BoardSpec& spec);

/// A fitting to be placed: the box that its model fills.
struct ModelSpec {
    PartName name;
    PartKind kind = PartKind::foot;
    std::uint16_t model = 0, article = 0;
    Length3 least, most;
    int turn = 0;  ///< quarter turns about z
    std::int32_t bay = -1, opening = -1, opener = -1;
};

/// Finish indices of the design's groups, looked up once.
struct GroupFinishes {
    std::uint16_t carcase = 0, shelves = 0, fronts = 0, drawers = 0, steel = 0, glass = 0;
};

/// Article and model indices of the fittings, looked up once.
struct Fittings {
    std::uint16_t foot_article = 0, leg_article = 0, cup_article = 0, arm_article = 0, runner_article = 0,
                  rail_article = 0, bracket_article = 0;
    std::uint16_t foot = 0, leg = 0, cup = 0, arm = 0, rail = 0, bracket = 0;
    std::uint16_t heavy_runner_article = 0, pin_article = 0, pullout_article = 0, carrier_article = 0,
                  profile_article = 0, strip_article = 0, driver_article = 0;
    std::uint16_t pin = 0, pullout = 0, carrier = 0, profile = 0, strip = 0, driver = 0;
};

/// Collects the parts of one design.
class Builder {
  public:
    Builder(const Book& book_of, const Design& design_of, const Layout& layout_of, Build& into);

    /// Adds a part; one without a positive size in every direction is left out (a finding tells why).
    void add(const BoardSpec& spec);
    void add(const ModelSpec& spec);
    std::int32_t add(const Opener& opener);
    std::uint16_t finish_or(const std::optional<std::string>& exception, std::uint16_t group) const;
    /// The frame that everything added from now on stands in, until the next call; -1: the world.
    void stand_in(std::int32_t frame) { frame_ = frame; }
    void stand_in_run(std::size_t run) { frame_ = layout.runs[run].index; }
    std::int32_t standing_in() const { return frame_; }
    /// A frame inside the current one, tipped forward by `pitch` about its x axis; the current one must not
    /// be tipped itself.
    Frame tipped(Length3 origin, Angle pitch) const;
    std::int32_t add(const Frame& frame);

    const Book& book;
    const Design& design;
    const Layout& layout;
    Build& out;
    GroupFinishes finish;
    Fittings fittings;

  private:
    Part& start(const PartName& name, PartKind kind);

    std::int32_t frame_ = -1;
};

/// A drawer whose box stands, for the front that will hang on it.
struct DrawerSlot {
    std::int32_t opening = 0;
    int index = 0;
    std::int32_t opener = -1;
};

/// A field in the plane of the fronts, world x and y.
struct FrontField {
    Length left, right, bottom, top;
    bool exists() const { return left < right && bottom < top; }
};

/// The bay that a kind is building in.
class BayBuilder {
  public:
    BayBuilder(Builder& builder_of, std::int32_t index_of);
    /// Builds between other lines than the layout's: along the other wall of a corner.
    BayBuilder(Builder& builder_of, std::int32_t index_of, const BayLayout& between)
        : builder(builder_of), index(index_of), at(between) {}

    const Bay& bay() const { return builder.design.bays[static_cast<std::size_t>(index)]; }
    const OpeningLayout& opening(std::int32_t number) const {
        return builder.layout.opening(static_cast<std::size_t>(index), static_cast<std::size_t>(number));
    }
    /// The front before an opening: the first that covers it, nullptr where it is open.
    const Front* front_of(std::int32_t opening) const;
    /// Over all of the front's openings that exist; under a slope only as high as its lowest edge where it
    /// cannot be cut along it.
    FrontField field(const Front& front) const;
    const Front& front(std::int32_t number) const { return bay().fronts[static_cast<std::size_t>(number)]; }
    /// The lowest and the highest of the front's openings that exist; nullopt where none does.
    struct Reach {
        const OpeningLayout *lowest, *highest;
        std::int32_t first, last;  ///< their indices
    };
    std::optional<Reach> reach(const Front& front) const;
    /// The leaf of veneer that runs over all fronts of one finish on one wall; 0 for a finish without grain,
    /// and for a front that is the exception.
    std::uint32_t veneer(const Front& front, std::uint16_t finish) const;
    /// z of the back of closed fronts.
    Length front_back() const { return at.front + builder.layout.front_back; }
    /// `bay3_` and what follows.
    PartName name(std::string_view rest) const;
    PartName name(std::string_view rest, int number) const;

    Builder& builder;
    std::int32_t index;
    const BayLayout& at;
    std::vector<DrawerSlot> drawers;
    Length lit;  ///< of light strip so far
};

/// One hinged leaf: face, hinges and handle on one opener.
enum class HingeSide : std::uint8_t { left, right };
void build_leaf(BayBuilder& bay, std::int32_t front, const FrontField& field, HingeSide side,
                std::string_view suffix);

/// Two leaves that fold: the first hangs on the carcase, the second on the first; before an L at a right
/// angle to each other.
void build_folding(BayBuilder& bay, std::int32_t front, HingeSide side);

/// A flap on its hinges, with the fittings that hold it open.
enum class FlapSide : std::uint8_t { top, bottom };
void build_flap(BayBuilder& bay, std::int32_t front, FlapSide hinged_at);

/// The first lift of the book that holds a flap of this power, height in mm times mass in kg; nullptr where
/// none does.
const Lift* lift_for(const Book& book, double power);

/// The leaf of veneer of a finish on one wall; 0 where it has no grain.
std::uint32_t veneer_of(const Book& book, std::uint32_t run, std::uint16_t finish);

/// How many hinges a door needs by mass, height and width; nothing where the book's table ends below it.
std::optional<int> hinges_needed(const Book& book, double mass, Length height, Length width);

/// The longest runner that fits a carcase of this depth; nothing where none does.
std::optional<Length> runner_length(const Book& book, Length carcase_depth);
/// The highest drawer side that fits a clear height; nothing where none does.
std::optional<Length> drawer_side_height(const Book& book, Length clear);

}  // namespace maatkast
