#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {

extern const FrontKind flap_down;
const FrontKind flap_down{.id = "flap_down", .build = [](BayBuilder& bay, std::int32_t front) {
                              build_flap(bay, front, FlapSide::bottom);
                          }};

}  // namespace maatkast::fronts
