#pragma once
// What corners and open ends share: boards of one plan above each other, and a plinth along a path.

#include <span>

#include "model/build/builder.h"
#include "model/build/plan.h"

namespace maatkast {

/// How a board of the plan is held: dowelled between the uprights as bottom and top are, or loose as a shelf.
enum class LevelFit : std::uint8_t { dowelled, loose };

/// Calls `add(spec, fit)` for bottom, top and each shelf that exists, from the spec's `least.y` to its
/// `most.y`; the plan - outline or box, and what is banded of it - is left to `add`.
template <class Add>
void for_each_level(const BayBuilder& bay, Add add) {
    const Builder& b = bay.builder;
    const Length t = b.layout.carcase_thickness;
    const std::uint16_t carcase = b.finish_or(bay.bay().finish, b.finish.carcase);
    const auto level = [&](PartName name, PartKind kind, std::uint16_t finish, Length bottom,
                           Length thickness) {
        BoardSpec spec{
            .name = name, .kind = kind, .finish = finish, .thickness = thickness, .bay = bay.index};
        spec.least.y = bottom;
        spec.most.y = bottom + thickness;
        return spec;
    };
    add(level(bay.name("bottom"), PartKind::bottom, carcase, b.layout.base, t), LevelFit::dowelled);
    add(level(bay.name("top"), PartKind::top, carcase, bay.at.ceiling, t), LevelFit::dowelled);
    const auto& openings = bay.bay().openings;
    const std::uint16_t shelves = b.finish_or(bay.bay().finish, b.finish.shelves);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(openings.size()); ++i) {
        const Opening& opening = openings[static_cast<std::size_t>(i)];
        if (!opening.top || !bay.opening(i).exists) continue;
        BoardSpec spec =
            level(bay.name("shelf", i), PartKind::shelf, b.finish_or(opening.shelf_finish, shelves),
                  bay.at.floor + *opening.top - b.layout.shelf_thickness, b.layout.shelf_thickness);
        spec.opening = i;
        add(std::move(spec), LevelFit::loose);
    }
}

/// The plinth's boards along a path (see mitred_path), named `bayN_plinth0` on; none where the cabinet has no
/// plinth.
void build_plinth_along(BayBuilder& bay, std::span<const PlanPoint> path);

}  // namespace maatkast
