#pragma once
// Whether what hangs on two openers meets while both of them move, each in its turn.

#include <vector>

#include "model/build/open_all.h"
#include "model/build/sweep.h"

namespace maatkast {

/// Looks at chains of openers, by the numbers that `Sweeps` gives them, at every centimetre of their ways.
/// Build and sweeps must outlive it.
class OpenPaths {
  public:
    OpenPaths(const Build& build, const Sweeps& sweeps, SweepSteps steps);

    /// At some moment while everything opens the two share a place.
    bool meet(std::int32_t a, Turn turn_of_a, std::int32_t b, Turn turn_of_b);
    /// The box around what the chain moves, closed, in the axes of each part's frame: how large it is there.
    glm::dvec3 size(std::int32_t chain) const;

  private:
    /// A piece of a part, closed in its frame.
    struct Moving {
        std::int32_t part = -1;
        Piece piece;
        Bounds passed;  ///< in the world, around all that it passes where it hangs on one opener
    };
    struct Chain {
        std::vector<std::int32_t> openers;
        std::vector<Moving> pieces;
        double path = 0;  ///< metres that no point of it travels further than
    };

    void add(const Part& part, std::int32_t number);
    /// Those of its pieces that may come to where the other one passes.
    std::vector<const Moving*> near(std::int32_t chain, std::int32_t other) const;
    void place(std::int32_t chain, const std::vector<const Moving*>& pieces, double share,
               std::vector<Piece>& into);

    const Build& build_;
    const Sweeps& sweeps_;
    SweepSteps steps_;
    std::vector<Chain> chains_;  ///< by opener; only those on which a chain hangs have anything
    std::vector<double> shares_;
};

}  // namespace maatkast
