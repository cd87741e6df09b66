#pragma once
// The generator: one pure function from book and design to parts and findings.

#include <span>
#include <vector>

#include "model/build/finding.h"
#include "model/build/part.h"

namespace maatkast {

struct Book;
struct Design;

/// Everything a design is made of. Indices inside (opener, finish, article, model) refer to this value and
/// the book.
struct Build {
    std::vector<Part> parts;
    std::vector<Opener> openers;
    std::vector<Frame> frames;
    std::vector<OutlinePoint> outlines;  ///< of all prisms, one behind the other
    std::vector<Leaf> leaves;
    std::vector<Finding> findings;
    double mass = 0;  ///< kg, all parts
};

/// Pure: the same book and design give the same build, bit for bit, on every machine and thread. Accepts
/// every Design that read_design accepts; a part that would have no positive size is left out, and a finding
/// says why.
Build build(const Book& book, const Design& design);

/// Only the parts, for whoever needs no findings (the price of a variant).
Build build_parts(const Book& book, const Design& design);

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
