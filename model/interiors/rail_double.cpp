#include "model/build/kinds.h"
#include "model/build/rail.h"

namespace maatkast::interiors {

/// For shirts and jackets one above the other: each rail hangs under the upper end of its half.
extern const InteriorKind rail_double;
const InteriorKind rail_double{
    .id = "rail_double", .keeps = Keeps::on_rails, .build = [](BayBuilder& bay, std::int32_t opening) {
        const OpeningLayout& space = bay.opening(opening);
        const Length drop = bay.builder.book.construction.rail_drop;
        build_rail(bay, opening, "rail", space.top - drop);
        build_rail(bay, opening, "rail_low", space.bottom + space.clear() / 2 - drop);
    }};

}  // namespace maatkast::interiors
