#include <algorithm>

#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {
namespace {

void add_handle(BayBuilder& bay, const PartName& stem, const FrontField& field, std::int32_t opener) {
    Builder& b = bay.builder;
    const Handle* handle = b.book.handle(b.design.handle);
    if (!handle || !handle->visible) return;
    // A quarter turn lays the handle along the front.
    const Length3 model = b.book.models[handle->model].size;
    const Length3 size{model.y, model.x, model.z};
    const Length x = (field.left + field.right) / 2 - size.x / 2,
                 y = (field.bottom + field.top) / 2 - size.y / 2;
    const Length z =
        bay.at.front + b.layout.front_back + b.layout.front_thickness + b.book.construction.joint_clearance;
    PartName name = stem;
    name += "_handle";
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::handle,
                    .model = handle->model,
                    .article = handle->article,
                    .least = {x, y, z},
                    .most = {x + size.x, y + size.y, z + size.z},
                    .turn = 1,
                    .bay = bay.index,
                    .opener = opener});
}

void add_front(BayBuilder& bay, std::int32_t front, const FrontField& field, std::int32_t opening,
               int number) {
    Builder& b = bay.builder;
    const auto slot = std::ranges::find_if(bay.drawers, [&](const DrawerSlot& drawer) {
        return drawer.opening == opening && drawer.index == number;
    });
    const std::int32_t opener = slot == bay.drawers.end() ? -1 : slot->opener;
    if (opener >= 0) b.out.openers[static_cast<std::size_t>(opener)].front = front;
    PartName name = bay.name("front", front);
    name += "_";
    name += opening;
    name += "_";
    name += number;
    const Length back = bay.at.front + b.layout.front_back;
    b.add(BoardSpec{
        .name = name,
        .kind = PartKind::drawer_front,
        .finish = b.finish_or(bay.bay().fronts[static_cast<std::size_t>(front)].finish, b.finish.fronts),
        .thickness = b.layout.front_thickness,
        .least = {field.left, field.bottom, back},
        .most = {field.right, field.top, back + b.layout.front_thickness},
        .length_axis = Axis::x,
        .thickness_axis = Axis::z,
        .edges = {.front = true, .back = true, .first_end = true, .second_end = true},
        .bay = bay.index,
        .opening = opening,
        .opener = opener});
    add_handle(bay, name, field, opener);
}

/// One front a drawer; between two of them the gap lies where the drawers' bands meet.
void build_opening(BayBuilder& bay, std::int32_t front, std::int32_t opening) {
    const OpeningLayout& space = bay.opening(opening);
    const Interior& interior = bay.bay().openings[static_cast<std::size_t>(opening)].interior;
    const Length half_gap = bay.builder.book.construction.front_gap / 2;
    for (int i = 0; i < interior.count; ++i) {
        const Length low =
            i == 0 ? space.front_bottom : space.bottom + space.clear() * i / interior.count + half_gap;
        const Length high = i + 1 == interior.count
                                ? space.front_top
                                : space.bottom + space.clear() * (i + 1) / interior.count - half_gap;
        const FrontField field{bay.at.front_left, bay.at.front_right, low, high};
        if (field.exists()) add_front(bay, front, field, opening, i);
    }
}

}  // namespace

extern const FrontKind drawer;
const FrontKind drawer{
    .id = "drawer", .carries_drawers = true, .build = [](BayBuilder& bay, std::int32_t front) {
        const Front& chosen = bay.bay().fronts[static_cast<std::size_t>(front)];
        for (std::int32_t opening = chosen.from; opening <= chosen.to; ++opening)
            if (bay.opening(opening).exists) build_opening(bay, front, opening);
    }};

}  // namespace maatkast::fronts
