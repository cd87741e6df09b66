#pragma once
// The generator: one pure function from book and design to parts and findings.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/build/finding.h"
#include "model/build/part.h"

namespace maatkast {

struct Book;
struct Design;

/// Some that stand one behind the other in a list.
struct Slice {
    std::uint32_t first = 0, count = 0;
    std::uint32_t end() const { return first + count; }
    bool operator==(const Slice&) const = default;
};

/// What is made together, and made again together when a design changes: first the run (its frames, uprights
/// and base), then each bay, last what reaches over several bays. All but the run's frames belongs to one
/// section, and refers to nothing in another.
struct Section {
    Slice parts, openers, frames, outlines, leaves;
    double mass = 0;  ///< kg
    bool operator==(const Section&) const = default;
};
constexpr std::size_t kRunSection = 0;
constexpr std::size_t section_of_bay(std::size_t bay) {
    return bay + 1;
}

/// Everything a design is made of. Indices inside (opener, finish, article, model) refer to this value and
/// the book.
struct Build {
    std::vector<Part> parts;
    std::vector<Opener> openers;
    std::vector<Frame> frames;
    std::vector<OutlinePoint> outlines;  ///< of all prisms, one behind the other
    std::vector<Leaf> leaves;
    std::vector<Section> sections;  ///< two more than bays
    std::vector<Finding> findings;
    double mass = 0;  ///< kg, all sections
    bool operator==(const Build&) const = default;
};

/// The parts, or leaves, of one section.
inline std::span<const Part> parts_of(const Build& build, std::size_t section) {
    const Slice& parts = build.sections[section].parts;
    return std::span(build.parts).subspan(parts.first, parts.count);
}
inline std::span<const Leaf> leaves_of(const Build& build, std::size_t section) {
    const Slice& leaves = build.sections[section].leaves;
    return std::span(build.leaves).subspan(leaves.first, leaves.count);
}

/// Pure: the same book and design give the same build, bit for bit, on every machine and thread. Accepts
/// every Design that read_design accepts; a part that would have no positive size is left out, and a finding
/// says why.
Build build(const Book& book, const Design& design);
/// The same findings, most of those that do not block without repairs: for whoever repairs the others.
Build build_for_repair(const Book& book, const Design& design);
/// Most of all without repairs: for whoever tries a design out.
Build build_without_repairs(const Book& book, const Design& design);

/// Only the parts, for whoever needs no findings (the price of a variant).
Build build_parts(const Book& book, const Design& design);

/// What was made again when a design changed; everything else is as it was, though its numbers may differ.
struct Rebuilt {
    bool all = true;
    std::vector<std::size_t> bays;  ///< ascending; where not all
};

/// True where no finding blocks the sale.
bool sellable(const Build& build);

/// The outline of a prism.
std::span<const OutlinePoint> outline_of(const Build& build, const Part& part);

/// Box around all parts in the world while closed, hardware left out: equals the design's overall size. Parts
/// in frames that are turned by other than quarters are rounded outwards to a tenth of a millimetre.
struct Box {
    Length3 least, most;
};
Box carcase_bounds(const Build& build);
Box bounds(const Build& build);

}  // namespace maatkast
