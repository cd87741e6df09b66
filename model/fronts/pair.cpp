#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {

extern const FrontKind pair;
const FrontKind pair{.id = "pair", .leaves = 2, .build = [](BayBuilder& bay, std::int32_t front) {
                         const FrontField field =
                             bay.field(bay.bay().fronts[static_cast<std::size_t>(front)]);
                         const Length gap = bay.builder.book.construction.front_gap;
                         const Length leaf = (field.right - field.left - gap) / 2;
                         build_leaf(bay, front, {field.left, field.left + leaf, field.bottom, field.top},
                                    HingeSide::left, "_left");
                         build_leaf(bay, front, {field.right - leaf, field.right, field.bottom, field.top},
                                    HingeSide::right, "_right");
                     }};

}  // namespace maatkast::fronts
