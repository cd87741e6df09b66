#pragma once
// What a cabinet maker measures on a drawing, read off design and layout: overall sizes, bays, openings, the
// legs of corners, the low end under a slope. No pixels here; dimension_places.h puts them into a picture.

#include <optional>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"

namespace maatkast::scene {

/// overall, leg (of a corner, along one wall) and low (the height at the low end of a slope) say something of
/// the whole; bays and openings stand in chains.
enum class DimensionKind : std::uint8_t { overall, leg, low, bay, opening };

/// One edge of the cabinet along which a dimension may be drawn; which one it is depends on the camera.
struct DimensionSide {
    enum class When : std::uint8_t { always, from_above, from_eye_level };
    int place = 0;              ///< dimensions at equal places share their lines
    glm::dvec3 from{0}, to{0};  ///< corners of the cabinet, world, metres
    glm::dvec3 out{0};          ///< unit, away from the cabinet, square to what is measured
    glm::dvec3 face{0};         ///< outward normal of the face that must be seen; zero: none must
    When when = When::always;
    bool clear = true;    ///< the line stands beyond all of the cabinet, not only beyond this edge
    bool inside = false;  ///< on the edge itself, without extension lines
    double dislike = 0;   ///< metres that its line may stand nearer than another side's and still lose
};

struct Dimension {
    DimensionKind kind = DimensionKind::overall;
    int stack = 0;        ///< those of one stack stand at one place, in rows
    glm::dvec3 along{0};  ///< unit, world: in which it is measured
    std::vector<DimensionSide> sides;
    Length value;      ///< what is shown
    std::string path;  ///< of the edit that changes it (`bays/1/width`); empty where it is derived
    Length more;       ///< an edit of `path` takes `value` + this: shelves count from another line
    bool chain() const { return kind == DimensionKind::bay || kind == DimensionKind::opening; }
};

/// All that can be measured, inner rows of a stack before outer ones. `bay`: the bay whose openings are
/// measured, inside it; nothing: those of the bays at the ends, beside the overall height.
std::vector<Dimension> dimensions(const Book& book, const Design& design,
                                  std::optional<std::size_t> bay = {});

}  // namespace maatkast::scene
