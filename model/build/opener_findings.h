#pragma once
// What the rules on openers share: which of them meet something, in words of the design, and what would help.

#include <string>
#include <vector>

#include "model/build/rule.h"
#include "model/build/sweep.h"

namespace maatkast {

/// An opener that does not open as far as it wants. One a place: of the drawers behind one front the worst.
struct OpenerClash {
    std::string where;  ///< its front, the interior that it is part of, or its bay
    std::int32_t opener = -1;
    std::int32_t met = -1;   ///< the opener of what it meets; -1: something that stands still
    double open = 0;         ///< its share of the way
    bool by_handle = false;  ///< one of the two parts that meet is a handle
};

/// Every opener that meets something although all others are closed, and every pair of which the one meets
/// the other standing fully open; by opener, then by what it meets.
struct Clashes {
    std::vector<OpenerClash> alone, together;
};
Clashes find_clashes(const Build& build, Sweeps& sweeps, std::span<const std::int32_t> chains);

/// Of those, what there is to say: one a place; of two that meet each other the first.
std::vector<OpenerClash> worst_alone(const Clashes& clashes);
std::vector<OpenerClash> worst_together(const Clashes& clashes);

/// Openers that meet something although all others are closed.
std::vector<OpenerClash> clashes_alone(const Build& build, Sweeps& sweeps);
/// Openers that meet another one that stands fully open; of two that meet each other the first. Leaves that
/// slide past each other and what stands behind a front are left out: the one waits for the other.
std::vector<OpenerClash> clashes_together(const Build& build, Sweeps& sweeps);

/// How far it opens up to a share, rounded down to whole degrees or millimetres.
MessageValue opened(const Opener& opener, double share);

/// The edits that help one of `clashes`, which `find` found; each is tried, smallest change first: hang it
/// the other way round, a handle that stands out less where handles meet, a pair of doors, a narrower bay,
/// nothing there, no front. Where it opens and only waits for another one, the first of them that is no loss:
/// a trial costs a build.
using FindClashes = std::vector<OpenerClash> (*)(const Build& build, Sweeps& sweeps);
std::vector<Repair> repairs_of(const RuleContext& context, const std::vector<OpenerClash>& clashes,
                               const OpenerClash& clash, FindClashes find);

}  // namespace maatkast
