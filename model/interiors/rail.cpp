#include "model/build/rail.h"

#include "model/build/kinds.h"

namespace maatkast::interiors {

extern const InteriorKind rail;
const InteriorKind rail{
    .id = "rail", .keeps = Keeps::on_rails, .build = [](BayBuilder& bay, std::int32_t opening) {
        build_rail(bay, opening, "rail", bay.opening(opening).top - bay.builder.book.construction.rail_drop);
    }};

}  // namespace maatkast::interiors
