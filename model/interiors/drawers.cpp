#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::interiors {
namespace {

/// The outside of one drawer box.
struct Box {
    Length left, right, bottom, top, back, front;
};

struct Drawer {
    BayBuilder& bay;
    std::int32_t opening;
    PartName name;
    std::uint16_t finish;
    std::int32_t opener;
};

void add_board(const Drawer& drawer, std::string_view stem, PartKind kind, Length thickness, Length3 least,
               Length3 most, Axis length_axis, Axis thickness_axis) {
    PartName name = drawer.name;
    name += stem;
    drawer.bay.builder.add(BoardSpec{.name = name,
                                     .kind = kind,
                                     .finish = drawer.finish,
                                     .thickness = thickness,
                                     .least = least,
                                     .most = most,
                                     .length_axis = length_axis,
                                     .thickness_axis = thickness_axis,
                                     .edges = {.front = kind != PartKind::drawer_bottom},
                                     .bay = drawer.bay.index,
                                     .opening = drawer.opening,
                                     .opener = drawer.opener});
}

void add_box(const Drawer& drawer, const Box& box) {
    const Construction& c = drawer.bay.builder.book.construction;
    const Length t = c.drawer_side_thickness, joint = c.joint_clearance;
    const Length in_left = box.left + t + joint, in_right = box.right - t - joint;
    add_board(drawer, "_side_left", PartKind::drawer_side, t, {box.left, box.bottom, box.back},
              {box.left + t, box.top, box.front}, Axis::z, Axis::x);
    add_board(drawer, "_side_right", PartKind::drawer_side, t, {box.right - t, box.bottom, box.back},
              {box.right, box.top, box.front}, Axis::z, Axis::x);
    add_board(drawer, "_end_back", PartKind::drawer_end, t, {in_left, box.bottom, box.back},
              {in_right, box.top, box.back + t}, Axis::x, Axis::z);
    add_board(drawer, "_end_front", PartKind::drawer_end, t, {in_left, box.bottom, box.front - t},
              {in_right, box.top, box.front}, Axis::x, Axis::z);
    const Length floor = box.bottom + c.drawer_bottom_recess;
    add_board(drawer, "_bottom", PartKind::drawer_bottom, c.drawer_bottom_thickness,
              {in_left, floor, box.back + t + joint},
              {in_right, floor + c.drawer_bottom_thickness, box.front - t - joint}, Axis::x, Axis::y);
}

/// Under the bottom board, between the sides, where an undermount runner lies.
void add_runners(const Drawer& drawer, const Box& box) {
    Builder& b = drawer.bay.builder;
    const Construction& c = b.book.construction;
    const Length t = c.drawer_side_thickness, clear = 1_mm;
    for (const bool right : {false, true}) {
        const Length x = right ? box.right - t - clear - c.runner_width : box.left + t + clear;
        PartName name = drawer.name;
        name += right ? "_runner_right" : "_runner_left";
        b.add(BoardSpec{
            .name = name,
            .kind = PartKind::runner,
            .finish = b.finish.steel,
            .least = {x, box.bottom - c.drawer_under + 2_mm, box.back + t + clear},
            .most = {x + c.runner_width, box.bottom + c.drawer_bottom_recess - clear, box.front - t - clear},
            .length_axis = Axis::z,
            .thickness_axis = Axis::x,
            .bay = drawer.bay.index,
            .opening = drawer.opening,
            .opener = drawer.opener});
    }
}

void build_drawer(BayBuilder& bay, std::int32_t opening, int number, const Front* front) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Interior& interior = bay.bay().openings[static_cast<std::size_t>(opening)].interior;
    const OpeningLayout& space = bay.opening(opening);
    const Length low = space.bottom + space.clear() * number / interior.count;
    const Length high = space.bottom + space.clear() * (number + 1) / interior.count;
    const bool carried = front && front->kind->carries_drawers;
    const Length spacer = front && !carried ? c.inner_drawer_spacer : Length{};
    const Length setback = carried ? Length{} : c.inner_drawer_setback;
    const auto side = drawer_side_height(b.book, high - low);
    const auto runner = runner_length(b.book, bay.at.front - bay.at.back - setback);
    if (!side || !runner) return;
    // Undermount: inner width = opening − deduction, so the sides stand outside of that.
    const Length slack = (c.drawer_deduction - c.drawer_side_thickness * 2) / 2 + spacer;
    const Length face =
        carried ? bay.at.front + b.layout.front_back - c.joint_clearance : bay.at.front - setback;
    const Box box{bay.at.left + slack,
                  bay.at.right - slack,
                  low + c.drawer_under,
                  low + c.drawer_under + *side,
                  face - (*runner - c.runner_deduction),
                  face};
    if (box.right - box.left <= c.drawer_side_thickness * 2 + c.runner_width * 2) return;
    PartName name = bay.name("drawer", opening);
    name += "_";
    name += number;
    const Opener opener{.name = name,
                        .kind = OpenerKind::slide,
                        .axis = Axis::z,
                        .bay = bay.index,
                        .pivot = {box.left, box.bottom, box.back},
                        .travel = *runner - c.runner_deduction};
    const Drawer drawer{bay, opening, name, b.finish_or(interior.finish, b.finish.drawers), b.add(opener)};
    add_box(drawer, box);
    add_runners(drawer, box);
    bay.drawers.push_back({opening, number, drawer.opener});
}

}  // namespace

extern const InteriorKind drawers;
const InteriorKind drawers{.id = "drawers", .most = 12, .build = [](BayBuilder& bay, std::int32_t opening) {
                               const int count =
                                   bay.bay().openings[static_cast<std::size_t>(opening)].interior.count;
                               const Front* front = bay.front_of(opening);
                               for (int i = 0; i < count; ++i) build_drawer(bay, opening, i, front);
                           }};

}  // namespace maatkast::interiors
