#pragma once
// Parts: what a cabinet is made of. Everything that anybody sees (picture, model file, price, parts list,
// weight, findings) is read off these values.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/base/units.h"

namespace maatkast {

/// A name of at most 39 characters from A-Za-z0-9_, held in place: building thousands of parts allocates
/// none. Longer names are cut; the generator's names stay below 32.
class PartName {
  public:
    PartName() = default;
    PartName(std::string_view text) { *this += text; }  // NOLINT: a name is a text
    std::string_view view() const { return {text_.data(), size_}; }
    PartName& operator+=(std::string_view text);
    PartName& operator+=(int number);
    bool operator==(const PartName& other) const { return view() == other.view(); }

  private:
    std::array<char, 39> text_{};
    std::uint8_t size_ = 0;
};

enum class PartKind : std::uint8_t {
    upright,
    bottom,
    top,
    shelf,
    back,
    plinth,
    door,
    drawer_front,
    drawer_side,
    drawer_end,
    drawer_bottom,
    runner,
    handle,
    foot,
    leg,
    hinge_cup,
    hinge_arm,
    rail,
    rail_bracket,
    filler,
    cladding,
    worktop,
    cornice,
    brace,
    wall_rail,
    toe_rail,
    divider,
    shelf_pin,
    rail_carrier,
    led_profile,
    led_strip,
    led_driver,
    frame_stile,
    frame_rail,
    panel,
    glass,
    push_catch,
    flap_lift,
    flap_stay,
    hinge_plate,
    track,
    slide_grip,
    wall_bracket,
    batten
};
std::string_view name_of(PartKind kind);

/// How a part's solid is described. A board is a box with bevelled edges; a prism is an outline extruded
/// along an axis, its edges bevelled alike; a model is a hardware mesh (an index into Book::models) scaled to
/// the part's size.
enum class ShapeKind : std::uint8_t { board, prism, model };

/// A corner of an outline in the plane across its extrusion: u and v are y and z for an extrusion along x, z
/// and x along y, x and y along z (so that u × v points along it). Measured from the part's origin. smooth: a
/// point of a curve, not a corner.
struct OutlinePoint {
    Length u, v;
    bool smooth = false;
    bool operator==(const OutlinePoint&) const = default;
};

/// The two axes of an outline's plane, u then v.
constexpr std::array<Axis, 2> plane_axes(Axis extrusion) {
    const auto next = [](Axis axis) { return static_cast<Axis>((static_cast<int>(axis) + 1) % 3); };
    return {next(extrusion), next(next(extrusion))};
}

/// Where a run, a diagonal front or a slanted shelf stands: a point p of it is at
/// origin + Ry(yaw)·Rx(pitch)·p, right-handed turns about y and x. Exact at multiples of 90°.
struct Frame {
    Length3 origin;
    Angle yaw, pitch;
    bool operator==(const Frame&) const = default;
};

/// Which edges of a board are banded: the two ends across the length, the two sides along it.
struct EdgeBanding {
    bool front = false, back = false, first_end = false, second_end = false;
    bool operator==(const EdgeBanding&) const = default;
};

/// One part. Origin, size, axes and outline are in the axes of its frame, closed; without a frame those are
/// the world's.
struct Part {
    PartName name;  ///< stable and unique in a build: `bay0_shelf1`
    PartKind kind = PartKind::shelf;
    ShapeKind shape = ShapeKind::board;
    Axis length_axis = Axis::x;  ///< the board's length; the grain runs along it
    Axis thickness_axis = Axis::y;
    EdgeBanding edges;
    std::uint16_t finish = 0;   ///< index into Book::finishes
    std::uint16_t article = 0;  ///< index into Book::articles
    std::uint16_t model = 0;    ///< index into Book::models, where shape is model
    std::int16_t turn = 0;      ///< of a model about its own z axis, in quarter turns
    std::int32_t bay = -1;      ///< index into Design::bays, -1 for parts of the run
    std::int32_t opening = -1;  ///< index into Bay::openings, -1 where it belongs to none
    std::int32_t opener = -1;   ///< index into Build::openers, -1 where it stands still
    std::int32_t frame = -1;    ///< index into Build::frames, -1 for the world
    Axis extrusion = Axis::y;   ///< of a prism
    std::uint16_t corners = 0;  ///< of a prism: so many points of Build::outlines, anticlockwise about
    std::uint32_t outline = 0;  ///< the extrusion, from this one on
    std::uint32_t veneer = 0;   ///< the leaf of veneer that its face is cut from; 0: a piece of its own
    std::int32_t grain_u = 0;  ///< where in that leaf its box begins, along and across the grain, tenths of a
    std::int32_t grain_v = 0;  ///< millimetre
    Length banded;             ///< of a prism: how much of its edge is banded (boards: see `edges`)
    Length oversize;           ///< left wider by so much when cut, to be fitted on site
    Length3 origin;            ///< least corner
    Length3 size;              ///< all positive; of a prism: the box around it
    double mass = 0;           ///< kg
    bool operator==(const Part&) const = default;
};

/// Cut from a board of a finish, of whatever outline; else it is a fitting.
constexpr bool is_board(const Part& part) {
    return part.shape != ShapeKind::model;
}

enum class OpenerKind : std::uint8_t { hinge, slide };

/// A group of parts that moves together. A hinge turns about a vertical or horizontal axis through `pivot`; a
/// slide moves along `axis` from its closed position. `limit` and `travel` are what the book allows. All in
/// the axes of its frame, as its parts, which have the same frame. One with a parent hangs on that opener and
/// moves with it (the second leaf of a folding door), opened by the parent's share: a chain opens as one. A
/// parent stands before its children; its frame may be another one (round a corner).
/// A chain may go in two steps: for `lead` percent of the way a hinge turns `before` the other way, or waits
/// where that is none; then it goes on to its limit.
struct Opener {
    PartName name;
    OpenerKind kind = OpenerKind::hinge;
    Axis axis = Axis::y;
    std::int8_t sign = 1;  ///< direction of turning or sliding about/along the axis, right-handed
    std::int32_t bay = -1;
    std::int32_t front = -1;    ///< index into Bay::fronts, -1 for an inner drawer
    std::int32_t sliding = -1;  ///< index into Design::sliding, -1 for everything else
    std::int32_t frame = -1;
    std::int32_t parent = -1;
    Length3 pivot;
    Angle limit;
    Angle before;
    std::int32_t lead = 0;
    Length travel;
    bool operator==(const Opener&) const = default;
};

/// A leaf or drawer front as one thing, of however many boards it is made.
enum class LeafKind : std::uint8_t { door, drawer, flap_up, flap_down, folding, pullout, sliding };
struct Leaf {
    LeafKind kind = LeafKind::door;
    std::int32_t bay = -1;     ///< of a sliding leaf: the first behind it
    std::int32_t front = -1;   ///< index into Bay::fronts; of a sliding leaf: into Design::sliding
    std::int32_t opener = -1;  ///< -1 where it hangs on nothing
    std::uint16_t finish = 0;  ///< index into Book::finishes
    Length3 origin, size;      ///< in the axes of its opener's frame, closed
    double mass = 0;           ///< kg, without fittings
    std::int32_t milled = -1;  ///< article of the grip that is milled into its edge, -1 where there is none
    std::uint32_t first_part = 0, parts = 0;  ///< its boards in Build::parts
    bool operator==(const Leaf&) const = default;
};

}  // namespace maatkast
