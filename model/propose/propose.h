#pragma once
// Designs that are made rather than drawn: a sensible one from a few sizes, and random valid ones for tests.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/book/book.h"
#include "model/build/finding.h"
#include "model/design/design.h"

namespace maatkast {

struct NewDesign {
    Length width, height, depth;
    int bays = 0;  ///< 0: as many as keep every door single and every shelf stiff
};

/// What a conversation begins with, before anything is said.
inline constexpr NewDesign kFirstDesign{2400_mm, 2390_mm, 600_mm};

/// A wardrobe for deep cabinets, a bookcase for shallow ones, low ones with drawers. Sizes are rounded down
/// to the book's steps; the result has no finding that blocks. Problems where the sizes allow no cabinet at
/// all.
OrProblems<Design> new_design(const Book& book, const NewDesign& wish);

/// What every random design has when it is asked for, whatever else it is made of.
inline constexpr std::array<std::string_view, 4> kRandomGroups{"corner", "slope", "sliding", "kneehole"};
bool is_random_group(std::string_view word);

/// The same seed and index give the same design, on every machine; every one is sellable. `kinds` limits the
/// kinds of interior and front by id, and by the words of a file the shapes of corners and open ends, which
/// every design has then where it can; without any, all occur, and one design in five goes round corners.
/// A group among them (kRandomGroups) limits nothing.
Design random_design(const Book& book, std::uint64_t seed, std::uint64_t index,
                     const std::vector<std::string>& kinds = {});

/// Takes the repair that leaves least to repair, of those the one that gives up least of what was asked for,
/// and of those the cheapest, until nothing blocks; goes back where that leads nowhere. What was taken is
/// returned in order. Looks at no more than `steps` designs.
struct Repaired {
    Design design;
    struct Step {
        Finding finding;
        Repair repair;
        Cents change;
    };
    std::vector<Step> steps;
    /// A wish that no repair could grant, and the findings that stand against each way out of it.
    struct Excluded {
        Finding finding;
        std::vector<Finding> against;
    };
    std::vector<Excluded> left;
};
Repaired repair_all(const Book& book, const Design& design, int steps = 200);

}  // namespace maatkast
