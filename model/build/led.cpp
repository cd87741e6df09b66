#include "model/build/led.h"

#include <algorithm>

#include "model/build/columns.h"
#include "model/build/shelf.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

struct Strip {
    Column column;
    Length top, front;  ///< y of the profile's upper side, z of its front
};

/// A fitting across the column, this far below and behind, in its model's section.
void add_length(BayBuilder& bay, std::int32_t opening, const PartName& name, PartKind kind, const Strip& at,
                std::uint16_t model, std::uint16_t article) {
    const Length3 size = bay.builder.book.models[model].size;
    bay.builder.add(ModelSpec{.name = name,
                              .kind = kind,
                              .model = model,
                              .article = article,
                              .least = {at.column.left, at.top - size.y, at.front - size.z},
                              .most = {at.column.right, at.top, at.front},
                              .bay = bay.index,
                              .opening = opening});
}

}  // namespace

Length light_height(const Book& book) {
    const Length joint = book.construction.joint_clearance;
    return joint + book.models[book.model("led_profile")].size.y + joint +
           book.models[book.model("led_strip")].size.y;
}

void build_light(BayBuilder& bay, std::int32_t number) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Opening& opening = bay.bay().openings[static_cast<std::size_t>(number)];
    if (closed_by(bay.bay(), static_cast<std::size_t>(number), ShelfKind::slanted)) return;
    const Length3 profile = b.book.models[b.fittings.profile].size,
                  strip = b.book.models[b.fittings.strip].size;
    const Length front = shelf_front(b.layout, c, bay.at, opening) - c.led_inset;
    const Length top = bay.opening(number).top - c.joint_clearance;
    for (int i = 0; i < columns_in(opening); ++i) {
        const Column column = column_of(bay, number, i);
        const Strip outer{{column.left + c.led_end_gap, column.right - c.led_end_gap}, top, front};
        const Strip inner{outer.column, top - profile.y - c.joint_clearance,
                          front - (profile.z - strip.z) / 2};
        PartName name = bay.name("led", number);
        name += "_";
        name += i;
        add_length(bay, number, name, PartKind::led_strip, inner, b.fittings.strip, b.fittings.strip_article);
        name += "_profile";
        add_length(bay, number, name, PartKind::led_profile, outer, b.fittings.profile,
                   b.fittings.profile_article);
        bay.lit += std::max(Length{}, outer.column.right - outer.column.left);
    }
}

void build_drivers(BayBuilder& bay) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Length3 size = b.book.models[b.fittings.driver].size;
    // Under the bottom, behind the plinth; in a kneehole out of sight under the first board over the knees.
    const Length board = bay.bay().kneehole ? std::min(bay.opening(0).top, bay.at.ceiling) : b.layout.base;
    const Length top = board - c.joint_clearance, middle = (bay.at.left + bay.at.right) / 2;
    // A diagonal corner's lie far from any wall.
    const Length free = bay.at.diagonal ? bay.at.back : foot_back(b.book, b.design, bay.at.back);
    const Length back = std::max(bay.at.back + c.led_driver_inset, free);
    const int count = (bay.lit + c.led_driver_reach - Length{1}) / c.led_driver_reach;
    for (int i = 0; i < count; ++i) {
        // Side by side about the middle.
        const Length left = middle + (size.x + c.joint_clearance) * (2 * i - count) / 2;
        b.add(ModelSpec{.name = bay.name("driver", i),
                        .kind = PartKind::led_driver,
                        .model = b.fittings.driver,
                        .article = b.fittings.driver_article,
                        .least = {left, top - size.y, back},
                        .most = {left + size.x, top, back + size.z},
                        .bay = bay.index});
    }
}

}  // namespace maatkast
