#pragma once
// Where openers meet something on their way.
//
// Three sieves, each finer than the one before: a grid in plan knows the boxes of all parts; the box around
// all that an opener passes is compared with the parts nearby, in the opener's own axes; only what is left is
// swept in steps. The second proves most openers free: a leaf that turns about its outer front corner never
// comes behind its own back, so its box ends before the carcase.

#include <optional>
#include <span>
#include <vector>

#include "model/build/plan_grid.h"

namespace maatkast {

/// Lengths that a sweep is made with, metres.
struct SweepSteps {
    double touch = 0;  ///< parts that reach no further into each other only touch
    double step = 0;   ///< no corner moves further between two looks
};

/// As the rule opener.clash of the book says.
SweepSteps sweep_steps(const Book& book);

/// Where an opener first meets something: its share of the way, and the two parts.
struct Contact {
    double open = 0;
    std::int32_t moved = -1, met = -1;  ///< indices into Build::parts
};

/// Looks at the openers of one build, which must outlive it. Openers that hang on each other are a chain,
/// numbered by the one on which all of it hangs; it opens as one, each opener by the same share. Hinges are
/// left out: cup and arm fold through each other's boxes, as they are made to.
class Sweeps {
  public:
    Sweeps(const Build& build, SweepSteps steps);

    std::span<const std::int32_t> chains() const { return chains_; }
    /// -1 for a part that stands still.
    std::int32_t chain_of(const Part& part) const { return part.opener < 0 ? -1 : root(part.opener); }
    /// A part of the chain, -1 where it moves none.
    std::int32_t first_part(std::int32_t chain) const;
    /// Drawers, trays and rails behind a front of their bay, or behind sliding leaves, can only be reached
    /// when that stands open.
    bool is_behind(std::int32_t inner, std::int32_t front) const;

    /// The box in the world around all that a chain passes; only chains have one.
    const Bounds& around(std::int32_t chain) const { return around_[static_cast<std::size_t>(chain)]; }

    /// The first thing in the way of a chain that opens while all others are closed, except the fronts that
    /// it is behind: those stand open, and sliding leaves are out of the way (they can stand in more than one
    /// way; the rule sliding.access sees to it). A slide is exact to 0.1 mm, a hinge misses less than a
    /// corner reaches between two steps.
    std::optional<Contact> alone(std::int32_t chain);
    /// The same with only one other chain there, fully open.
    std::optional<Contact> beside(std::int32_t chain, std::int32_t other);
    /// Replaces `into` by the other chains whose open boxes meet the box of all that this one passes.
    void neighbours(std::int32_t chain, std::vector<std::int32_t>& into);

  private:
    struct Mover {
        std::int32_t part = -1;
        Bounds swept;  ///< in the axes of its frame
    };
    /// A piece of a part: in the world where it is in the way, closed in its frame where it moves.
    struct PartPiece {
        std::int32_t part = -1;
        Piece piece;
    };

    const Opener& opener(std::int32_t number) const {
        return build_.openers[static_cast<std::size_t>(number)];
    }
    const Part& part(std::int32_t number) const { return build_.parts[static_cast<std::size_t>(number)]; }
    const Bounds& box(std::int32_t number) const { return boxes_[static_cast<std::size_t>(number)]; }
    const glm::dmat4& frame(const Part& part) const {
        return frames_[static_cast<std::size_t>(part.frame + 1)];
    }
    Bounds in_world(const Bounds& box, const Part& of) const;
    std::int32_t root(std::int32_t number) const { return root_[static_cast<std::size_t>(number)]; }
    bool is_lone(std::int32_t chain) const { return next_[static_cast<std::size_t>(chain)] < 0; }
    std::span<const Mover> movers(std::int32_t chain) const;

    void find_chains();
    void find_movers();
    Bounds swept(std::int32_t chain, std::int32_t number);
    Bounds sampled(std::int32_t chain, std::int32_t number);
    void open_chain(std::int32_t chain, double share);
    void make_closed_grid();
    void make_open_grid();

    bool reaches(std::int32_t chain, std::int32_t number) const;
    bool reaches(std::int32_t chain, const Piece& other) const;
    void add_closed(std::int32_t chain, std::int32_t number);
    void add_open(std::int32_t chain, std::int32_t other);
    std::optional<Contact> first_contact(std::int32_t chain);
    std::optional<Contact> contact_of_slide(std::int32_t chain);
    std::optional<Contact> contact_of_turn(std::int32_t chain);
    std::optional<Contact> contact_at(std::int32_t chain, double share);
    std::optional<Contact> slid_into(const Opener& slide, double share) const;
    std::optional<Contact> met_by(const PartPiece& moved, double share) const;

    const Build& build_;
    SweepSteps steps_;
    std::vector<glm::dmat4> frames_;  ///< the world's first
    std::vector<std::int32_t> root_, chains_;
    std::vector<std::int32_t> next_;    ///< by opener: another one of its chain, -1 at the end
    std::vector<std::uint32_t> first_;  ///< by opener: where the movers of its chain begin; one more
    std::vector<Mover> movers_;
    std::vector<Bounds> around_;         ///< by opener: all that its chain passes, in the world
    std::vector<Bounds> boxes_;          ///< of each part, closed, in its frame
    std::vector<Bounds> closed_, open_;  ///< in the world: of each part, closed; of each chain, open
    std::optional<PlanGrid> closed_grid_, open_grid_;
    std::vector<double> shares_;  ///< by opener
    // Of the chain that is being looked at:
    std::vector<std::int32_t> near_, opened_;
    std::vector<PartPiece> in_the_way_, moving_;
};

}  // namespace maatkast
