#include "model/build/drawer_box.h"
#include "model/build/kinds.h"

namespace maatkast::interiors {
namespace {

void build_drawers(BayBuilder& bay, std::int32_t opening) {
    const Interior& interior = bay.bay().openings[static_cast<std::size_t>(opening)].interior;
    const Front* front = bay.front_of(opening);
    const bool carried = front && front->kind->carries_drawers;
    for (int i = 0; i < interior.count; ++i) {
        const std::int32_t opener =
            build_drawer_box(bay, {.opening = opening, .number = i, .stem = "drawer", .carried = carried});
        if (opener >= 0) bay.drawers.push_back({opening, i, opener});
    }
}

}  // namespace

extern const InteriorKind drawers;
const InteriorKind drawers{.id = "drawers", .most = 12, .keeps = Keeps::in_boxes, .build = build_drawers};

}  // namespace maatkast::interiors
