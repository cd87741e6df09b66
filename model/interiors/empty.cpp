#include "model/build/kinds.h"

namespace maatkast::interiors {

extern const InteriorKind empty;
const InteriorKind empty{.id = "empty", .build = [](BayBuilder&, std::int32_t) {}};

}  // namespace maatkast::interiors
