#include <algorithm>

#include "model/build/builder.h"
#include "model/build/face.h"
#include "model/build/handle.h"
#include "model/build/kinds.h"

namespace maatkast::fronts {
namespace {

constexpr Length kRunnerClear = 1_mm;  // beside and above a runner

/// A bolt of push to open hangs under the bottom of the drawer, beside its left runner, behind its front end.
void place_catch(HandlePlace& place, const Builder& b, const Opener& drawer) {
    const Construction& c = b.book.construction;
    const Length3 bolt = b.book.models[b.book.model("push_catch")].size;
    const Length runner = c.drawer_side_thickness + c.runner_width + kRunnerClear * 2;
    const Length high = drawer.pivot.y + c.drawer_bottom_recess - kRunnerClear;
    const Length front = drawer.pivot.z + drawer.travel - c.drawer_side_thickness - c.joint_clearance;
    place.catch_least = {drawer.pivot.x + runner, high - bolt.y, front - bolt.z};
    place.catch_most = place.catch_least + bolt;
}

void add_front(BayBuilder& bay, std::int32_t front, const FrontField& field, std::int32_t opening,
               int number) {
    Builder& b = bay.builder;
    const auto slot = std::ranges::find_if(bay.drawers, [&](const DrawerSlot& drawer) {
        return drawer.opening == opening && drawer.index == number;
    });
    const std::int32_t opener = slot == bay.drawers.end() ? -1 : slot->opener;
    if (opener >= 0) b.out.openers[static_cast<std::size_t>(opener)].front = front;
    const Front& chosen = bay.front(front);
    const Handle* handle = handle_of(b, chosen);
    const FrontField face = less_grip(handle, field, FreeEdge::top);
    const std::uint16_t finish = b.finish_or(chosen.finish, b.finish.fronts);
    const std::uint32_t veneer = bay.veneer(chosen, finish);
    PartName name = bay.name("front", front);
    name += "_";
    name += opening;
    name += "_";
    name += number;
    build_face(b, {.leaf = LeafKind::drawer,
                   .stem = name,
                   .slab = name,
                   .kind = PartKind::drawer_front,
                   .style = chosen.style,
                   .finish = finish,
                   .field = face,
                   .back = bay.front_back(),
                   .thickness = b.layout.front_thickness,
                   // Of one leaf with the doors around it its grain stands upright as theirs.
                   .length_axis = veneer ? Axis::y : Axis::x,
                   .bay = bay.index,
                   .opening = opening,
                   .opener = opener,
                   .front = front,
                   .veneer = veneer});
    HandlePlace place{.stem = name,
                      .field = face,
                      .face = bay.front_back() + b.layout.front_thickness,
                      .edge = FreeEdge::top,
                      .centred = true,
                      .catch_moves = true,
                      .bay = bay.index,
                      .opener = opener};
    if (opener >= 0) place_catch(place, b, b.out.openers[static_cast<std::size_t>(opener)]);
    if (opener >= 0 || !handle || handle->kind != HandleKind::push) add_handle(b, handle, place);
}

/// One front a drawer; between two of them the gap lies where the drawers' bands meet.
void build_opening(BayBuilder& bay, std::int32_t front, std::int32_t opening) {
    const OpeningLayout& space = bay.opening(opening);
    const Interior& interior = bay.bay().openings[static_cast<std::size_t>(opening)].interior;
    const Length half_gap = bay.builder.book.construction.front_gap / 2;
    const FrontField whole = bay.field(bay.front(front));
    for (int i = 0; i < interior.count; ++i) {
        const Length low =
            i == 0 ? space.front_bottom : space.bottom + space.clear() * i / interior.count + half_gap;
        const Length high = i + 1 == interior.count
                                ? std::min(space.front_top, whole.top)
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
