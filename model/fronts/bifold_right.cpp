#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {

extern const FrontKind bifold_right;
const FrontKind bifold_right{
    .id = "bifold_right", .leaves = 2, .folds = true, .build = [](BayBuilder& bay, std::int32_t front) {
        build_folding(bay, front, HingeSide::right);
    }};

}  // namespace maatkast::fronts
