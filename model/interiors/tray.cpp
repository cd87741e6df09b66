#include "model/build/drawer_box.h"
#include "model/build/kinds.h"

namespace maatkast::interiors {
namespace {

/// Low boxes, open at the front down to a lip, that never carry a front.
void build_trays(BayBuilder& bay, std::int32_t opening) {
    const Interior& interior = bay.bay().openings[static_cast<std::size_t>(opening)].interior;
    for (int i = 0; i < interior.count; ++i)
        build_drawer_box(bay, {.opening = opening,
                               .number = i,
                               .stem = "tray",
                               .side_height = bay.builder.book.drawer_side_heights.front(),
                               .front_height = bay.builder.book.construction.tray_lip});
}

}  // namespace

extern const InteriorKind tray;
const InteriorKind tray{.id = "tray", .most = 12, .keeps = Keeps::in_boxes, .build = build_trays};

}  // namespace maatkast::interiors
