#include "model/build/levels.h"

#include "model/build/outline.h"

namespace maatkast {

void build_plinth_along(BayBuilder& bay, std::span<const PlanPoint> path) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    if (b.design.base.kind != BaseKind::plinth) return;
    int number = 0;
    for (auto& outline : mitred_path(path, c.plinth_thickness, c.joint_clearance)) {
        const Length visible = outline_length(outline) / 2;
        const Axis along = main_direction(path, static_cast<std::size_t>(number));
        b.add(BoardSpec{.name = bay.name("plinth", number++),
                        .kind = PartKind::plinth,
                        .finish = b.finish.carcase,
                        .thickness = c.plinth_thickness,
                        .most = {{}, b.layout.base - c.joint_clearance, {}},
                        .length_axis = along,
                        .thickness_axis = along == Axis::x ? Axis::z : Axis::x,
                        .bay = bay.index,
                        .outline = std::move(outline),
                        .extrusion = Axis::y,
                        .banded = visible});
    }
}

}  // namespace maatkast
