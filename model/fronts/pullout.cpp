#include <algorithm>
#include <array>

#include "model/build/builder.h"
#include "model/build/face.h"
#include "model/build/handle.h"
#include "model/build/kinds.h"
#include "model/build/shelf.h"

namespace maatkast::fronts {
namespace {

constexpr Length kRunnerClear = 1_mm;  // beside and above a runner
constexpr Length kRunnerUnder = 2_mm;  // of a runner over the board below it

/// The frame that travels behind the front in one opening: the outside of it.
struct Frame {
    Length left, right, bottom, top, back, front;
};

struct Pullout {
    BayBuilder& bay;
    std::int32_t front;
    std::int32_t opener;
    std::int32_t opening = -1;

    Builder& builder() const { return bay.builder; }
    const Construction& construction() const { return bay.builder.book.construction; }
    PartName name(std::string_view stem) const {
        PartName name = bay.name("front", front);
        if (opening >= 0) name += "_", name += opening;
        name += stem;
        return name;
    }
};

void add_board(const Pullout& at, const PartName& name, PartKind kind, Length thickness, Length3 least,
               Length3 most, std::array<Axis, 2> axes) {
    Builder& b = at.builder();
    b.add(BoardSpec{.name = name,
                    .kind = kind,
                    .finish = b.finish.drawers,
                    .thickness = thickness,
                    .least = least,
                    .most = most,
                    .length_axis = axes[0],
                    .thickness_axis = axes[1],
                    .edges = {.front = kind != PartKind::drawer_bottom},
                    .bay = at.bay.index,
                    .opening = at.opening,
                    .opener = at.opener});
}

/// Front and back of the frame, over its whole height.
void add_ends(const Pullout& at, const Frame& f) {
    const Length t = at.construction().drawer_side_thickness;
    add_board(at, at.name("_end_front"), PartKind::drawer_end, t, {f.left, f.bottom, f.front - t},
              {f.right, f.top, f.front}, {Axis::y, Axis::z});
    add_board(at, at.name("_end_back"), PartKind::drawer_end, t, {f.left, f.bottom, f.back},
              {f.right, f.top, f.back + t}, {Axis::y, Axis::z});
}

/// A tray between the ends: a bottom, and a guard at each side.
void add_tray(const Pullout& at, const Frame& f, Length bottom, int number) {
    const Construction& c = at.construction();
    const Length t = c.drawer_side_thickness, joint = c.joint_clearance;
    const Length back = f.back + t + joint, front = f.front - t - joint;
    const Length high = std::min(bottom + c.pullout_guard, f.top);
    const auto numbered = [&](std::string_view stem) {
        PartName name = at.name(stem);
        name += number;
        return name;
    };
    add_board(at, numbered("_side_left"), PartKind::drawer_side, t, {f.left, bottom, back},
              {f.left + t, high, front}, {Axis::z, Axis::x});
    add_board(at, numbered("_side_right"), PartKind::drawer_side, t, {f.right - t, bottom, back},
              {f.right, high, front}, {Axis::z, Axis::x});
    const Length floor = bottom + c.drawer_bottom_recess;
    add_board(at, numbered("_tray"), PartKind::drawer_bottom, c.drawer_bottom_thickness,
              {f.left + t + joint, floor, back},
              {f.right - t - joint, floor + c.drawer_bottom_thickness, front}, {Axis::z, Axis::y});
}

/// Under the lowest tray, as under a drawer.
void add_runners(const Pullout& at, const Frame& f) {
    Builder& b = at.builder();
    const Construction& c = at.construction();
    const Length t = c.drawer_side_thickness;
    for (const bool right : {false, true}) {
        const Length x = right ? f.right - t - kRunnerClear - c.runner_width : f.left + t + kRunnerClear;
        b.add(BoardSpec{.name = at.name(right ? "_runner_right" : "_runner_left"),
                        .kind = PartKind::runner,
                        .finish = b.finish.steel,
                        .least = {x, f.bottom - c.drawer_under + kRunnerUnder, f.back + t + kRunnerClear},
                        .most = {x + c.runner_width, f.bottom + c.drawer_bottom_recess - kRunnerClear,
                                 f.front - t - kRunnerClear},
                        .length_axis = Axis::z,
                        .thickness_axis = Axis::x,
                        .bay = at.bay.index,
                        .opening = at.opening,
                        .opener = at.opener});
    }
}

/// Trays one above the other, no further apart than the book says.
void add_trays(const Pullout& at, const Frame& f) {
    const Construction& c = at.construction();
    const Length high = f.top - f.bottom;
    const int count = std::max(1, (high + c.pullout_tray_pitch / 2) / c.pullout_tray_pitch);
    for (int i = 0; i < count; ++i) add_tray(at, f, f.bottom + high * i / count, i);
}

/// The frame of one opening; it travels over the shelf below it and under the one above, and its light.
Frame frame_in(const BayBuilder& bay, std::int32_t opening, Length length) {
    const Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Length slack = (c.drawer_deduction - c.drawer_side_thickness * 2) / 2;
    const Length front = bay.front_back() - c.joint_clearance, floor = bay.opening(opening).bottom;
    const Length clear = clear_height(b.book, b.design, b.layout, static_cast<std::size_t>(bay.index),
                                      static_cast<std::size_t>(opening));
    return {bay.at.left + slack,           bay.at.right - slack, floor + c.drawer_under,
            floor + clear - c.drawer_over, front - length,       front};
}

HandlePlace handle_place(const Pullout& at, const FrontField& field, const Frame& frame) {
    const Construction& c = at.construction();
    const Length t = c.drawer_side_thickness, back = at.bay.front_back();
    const Length3 bolt = at.builder().book.models[at.builder().book.model("push_catch")].size;
    // Under the lowest tray, beside the left runner, behind the end.
    const Length3 least{frame.left + t + kRunnerClear * 2 + c.runner_width,
                        frame.bottom + c.drawer_bottom_recess - kRunnerClear - bolt.y,
                        frame.front - t - c.joint_clearance - bolt.z};
    return {.stem = at.name(""),
            .field = field,
            .face = back + at.builder().layout.front_thickness,
            .edge = FreeEdge::right,
            .centred = true,
            .catch_least = least,
            .catch_most = least + bolt,
            .catch_moves = true,
            .bay = at.bay.index,
            .opener = at.opener};
}

void add_face(const Pullout& at, const FrontField& field) {
    Builder& b = at.builder();
    const Front& front = at.bay.front(at.front);
    const std::uint16_t finish = b.finish_or(front.finish, b.finish.fronts);
    build_face(b, {.leaf = LeafKind::pullout,
                   .stem = at.name(""),
                   .slab = at.name("_door"),
                   .style = front.style,
                   .finish = finish,
                   .field = field,
                   .back = at.bay.front_back(),
                   .thickness = b.layout.front_thickness,
                   .bay = at.bay.index,
                   .opener = at.opener,
                   .front = at.front,
                   .veneer = at.bay.veneer(front, finish)});
}

/// Nothing of it where no runner fits: a finding says so.
void build_pullout(BayBuilder& bay, std::int32_t front) {
    Builder& b = bay.builder;
    const Front& chosen = bay.front(front);
    const auto reach = bay.reach(chosen);
    const FrontField whole = bay.field(chosen);
    const auto runner = runner_length(b.book, bay.at.front - bay.at.back);
    if (!reach || !whole.exists() || !runner) return;
    const Handle* handle = handle_of(b, chosen);
    const FrontField field = less_grip(handle, whole, FreeEdge::right);
    const Length length = *runner - b.book.construction.runner_deduction;
    const Frame lowest = frame_in(bay, reach->first, length);
    Pullout at{bay, front,
               b.add(Opener{.name = bay.name("front", front),
                            .kind = OpenerKind::slide,
                            .axis = Axis::z,
                            .bay = bay.index,
                            .front = front,
                            .pivot = {lowest.left, lowest.bottom, lowest.back},
                            .travel = length})};
    add_face(at, field);
    add_handle(b, handle, handle_place(at, field, lowest));
    for (at.opening = chosen.from; at.opening <= chosen.to; ++at.opening) {
        if (!bay.opening(at.opening).exists) continue;
        const Frame frame = frame_in(bay, at.opening, length);
        if (frame.top <= frame.bottom) continue;
        add_ends(at, frame);
        add_trays(at, frame);
        add_runners(at, frame);
    }
}

}  // namespace

extern const FrontKind pullout;
const FrontKind pullout{.id = "pullout", .build = build_pullout};

}  // namespace maatkast::fronts
