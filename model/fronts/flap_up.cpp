#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {

extern const FrontKind flap_up;
const FrontKind flap_up{.id = "flap_up", .build = [](BayBuilder& bay, std::int32_t front) {
                            build_flap(bay, front, FlapSide::top);
                        }};

}  // namespace maatkast::fronts
