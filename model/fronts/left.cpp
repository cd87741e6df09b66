#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {

extern const FrontKind left;
const FrontKind left{.id = "left", .build = [](BayBuilder& bay, std::int32_t front) {
                         const FrontField field =
                             bay.field(bay.bay().fronts[static_cast<std::size_t>(front)]);
                         build_leaf(bay, front, field, HingeSide::left, "");
                     }};

}  // namespace maatkast::fronts
