#pragma once
// What of a cabinet can be pulled to another size, and how far the book lets it go.

#include <optional>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "model/book/book.h"
#include "model/build/finding.h"
#include "model/design/design.h"

namespace maatkast::scene {

/// width: of a free end, which on a single wall changes the whole. upright: between two bays, of which one
/// takes what the other gives. low: the low end under a slope.
enum class GripKind : std::uint8_t { width, height, depth, upright, shelf, low };

struct Grip {
    GripKind kind = GripKind::width;
    std::string id;       ///< no two of a design alike
    std::string path;     ///< of the edit that sets it: `width`, `bays/1/width`
    Length size;          ///< what the edit holds now
    Length shown;         ///< what people call this size; an edit takes `shown` + (size − shown)
    Length step;          ///< of the book's grid
    glm::dvec3 at{0};     ///< on the cabinet, world, metres
    glm::dvec3 along{0};  ///< unit: pulled that way it grows, a metre for a metre
    glm::dvec3 fixed{0};  ///< a point of the cabinet that stands still beneath it meanwhile
    std::optional<int> gives_way = std::nullopt;  ///< the bay that an upright is pushed into
};

/// Of the whole, of every upright between straight bays, and of the shelves of one bay. What is locked has
/// none.
std::vector<Grip> grips(const Book& book, const Design& design, std::optional<std::size_t> bay = {});

/// The nearest size on the book's grid.
Length on_grid(const Book& book, const Grip& grip, Length wanted);

/// What sets a grip's size: one edit, or two for an upright. The size need not be allowed.
std::vector<Edit> resized(const Design& design, const Grip& grip, Length size);

/// Where a grip stops, and why: the finding that one step further would make, or what refuses the edit.
struct Stop {
    Length size;
    std::optional<Finding> finding;
    std::optional<Message> refusal;
};
struct GripRange {
    Stop least, most;
};

/// The sizes around the present one that make no blocking finding that is not there now. As if every size
/// between an allowed one and the present one were allowed too; ten to thirty builds of the design.
GripRange range_of(const Book& book, const Design& design, const Grip& grip);

}  // namespace maatkast::scene
