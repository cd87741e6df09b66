#pragma once
// A build that is kept while its design is edited: what an edit leaves alone is not made again.

#include "model/build/layout.h"
#include "model/build/opener_findings.h"
#include "model/build/swept.h"

namespace maatkast {

/// Holds a design and its build, which after every update is the same, bit for bit, as `build` makes. A
/// change inside bays (openings and fronts, as long as no line of the run moves) costs as much as those bays,
/// not as the run; any other change is built whole. The book must outlive it.
class Rebuild {
  public:
    Rebuild(const Book& book, Design design);

    const Design& design() const { return design_; }
    const Build& build() const { return build_; }

    Rebuilt update(Design next);

  private:
    using Numbers = std::vector<std::size_t>;

    void rebuild();
    void rebuild(const Numbers& bays);
    void renew_clashes(const std::vector<Section>& before, std::span<const Bounds> changed);
    void forget_clashes(const std::vector<Section>& before, const Numbers& sections);

    const Book* book_;
    Design design_;
    Layout layout_;
    Build build_;
    Clashes clashes_;
    std::vector<Bounds> reach_;  ///< by section: around its parts and all that its openers pass, in the world
    std::vector<Bounds> run_boxes_;
};

}  // namespace maatkast
