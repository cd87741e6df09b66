#pragma once
// What doors are made of that hang on hinges at an upright edge, alone or on each other.

#include <string_view>
#include <vector>

#include "model/build/builder.h"
#include "model/build/handle.h"

namespace maatkast {

/// A leaf on its way to become parts, in the axes of the builder's frame.
struct HingedLeaf {
    BayBuilder& bay;
    std::int32_t front;
    FrontField field;
    HingeSide side;
    std::string_view suffix;  ///< of the names of its parts
    std::int32_t opener;
    Length back, face;  ///< z of the panel

    PartName name(std::string_view stem) const {
        PartName name = bay.name("front", front);
        name += suffix;
        name += stem;
        return name;
    }
    bool left() const { return side == HingeSide::left; }
    /// Hung on an outermost upright of the whole.
    bool at_end() const {
        return left() ? bay.index == 0
                      : bay.index + 1 == static_cast<std::int32_t>(bay.builder.design.bays.size());
    }
    FreeEdge free_edge() const { return left() ? FreeEdge::right : FreeEdge::left; }
};

/// In the plane of the bay's fronts, as yet on no opener.
HingedLeaf leaf_in(BayBuilder& bay, std::int32_t front, const FrontField& field, HingeSide side,
                   std::string_view suffix);

/// The axis lies in the outer front corner: a leaf that turns about it never passes its own edge, so three
/// millimetres between neighbours are enough, as with real concealed hinges.
Opener opener_of(const HingedLeaf& leaf, Angle limit);

/// Adds its boards; returns their mass in kg.
double add_face(const HingedLeaf& leaf, LeafKind kind);

/// As many as it needs to carry `mass` kg; the most there are where the book's table ends below it.
int hinges_of(const HingedLeaf& leaf, double mass);

/// y of their middles: even between the outermost, then moved off the boards that stand in the way of a
/// hinge's arm, as far as the cup stays within the door.
std::vector<Length> hinge_heights(const HingedLeaf& leaf, int count);

/// A cup in its back, near the edge it hangs on; and as many as asked for with their arms on the upright.
void add_cup(const HingedLeaf& leaf, int number, Length y, std::uint16_t article);
void add_hinges(const HingedLeaf& leaf, int count, std::uint16_t arm_article);

/// Its handle by its free edge. A bolt of push to open stands in the edge of the board over the opening, near
/// that edge.
HandlePlace handle_place(const HingedLeaf& leaf);

}  // namespace maatkast
