#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {

extern const FrontKind bifold_left;
const FrontKind bifold_left{
    .id = "bifold_left", .leaves = 2, .folds = true, .build = [](BayBuilder& bay, std::int32_t front) {
        build_folding(bay, front, HingeSide::left);
    }};

}  // namespace maatkast::fronts
