#include "model/design/kneehole.h"

#include <algorithm>

#include "model/build/kinds.h"

namespace maatkast {

bool may_slide_before(const Bay& bay) {
    return bay.shape == BayShape::straight && !bay.kneehole;
}

int openings_for_knees(const Bay& bay) {
    return bay.kneehole ? 1 : 0;
}

void clear_kneehole(Bay& bay) {
    if (!bay.kneehole) return;
    Opening& knees = bay.openings.front();
    knees.interior = {find_interior_kind("empty"), 1, std::nullopt};
    knees.contents.reset();
    if (knees.shelf == ShelfKind::slanted) knees.shelf = ShelfKind::loose;
    std::erase_if(bay.fronts, [](const Front& front) { return front.to == 0; });
    for (Front& front : bay.fronts) front.from = std::max(front.from, 1);
}

}  // namespace maatkast
