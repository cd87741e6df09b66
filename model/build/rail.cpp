#include "model/build/rail.h"

#include <algorithm>

#include "model/build/shelf.h"

namespace maatkast {
namespace {

void add_bracket(BayBuilder& bay, std::int32_t opening, const PartName& stem, Length axis, bool right) {
    Builder& b = bay.builder;
    const Length3 size = b.book.models[b.fittings.bracket].size;
    const Length joint = b.book.construction.joint_clearance, middle = (bay.at.back + bay.at.front) / 2;
    const Length x = right ? bay.at.right - joint - size.x : bay.at.left + joint;
    PartName name = stem;
    name += right ? "_bracket_right" : "_bracket_left";
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::rail_bracket,
                    .model = b.fittings.bracket,
                    .article = b.fittings.bracket_article,
                    .least = {x, axis - size.y / 2, middle - size.z / 2},
                    .most = {x + size.x, axis - size.y / 2 + size.y, middle - size.z / 2 + size.z},
                    .turn = right ? 2 : 0,
                    .bay = bay.index,
                    .opening = opening});
}

}  // namespace

void build_rail(BayBuilder& bay, std::int32_t opening, std::string_view stem, Length top) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Length3 bracket = b.book.models[b.fittings.bracket].size;
    const Length joint = c.joint_clearance, middle = (bay.at.back + bay.at.front) / 2;
    const Length axis = top - c.rail_height / 2;
    if (axis - bracket.y / 2 < bay.opening(opening).bottom) return;
    const PartName name = bay.name(stem, opening);
    for (const bool right : {false, true}) add_bracket(bay, opening, name, axis, right);
    const Length inset = joint + bracket.x + joint;
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::rail,
                    .model = b.fittings.rail,
                    .article = b.fittings.rail_article,
                    .least = {bay.at.left + inset, top - c.rail_height, middle - c.rail_depth / 2},
                    .most = {bay.at.right - inset, top, middle - c.rail_depth / 2 + c.rail_depth},
                    .bay = bay.index,
                    .opening = opening});
}

Length pullout_room(const Book& book, const Layout& layout, const BayLayout& at, const Opening& opening) {
    const Construction& c = book.construction;
    const Length profile = book.models[book.model("led_profile")].size.z;
    const Length light = opening.led ? c.led_inset + profile + c.joint_clearance : Length{};
    return std::min(at.front - c.pullout_setback, shelf_front(layout, c, at, opening) - light) - at.back;
}

std::optional<Length> pullout_length(const Book& book, Length room) {
    const auto above = std::ranges::upper_bound(book.pullout_lengths, room);
    if (above == book.pullout_lengths.begin()) return std::nullopt;
    return *std::prev(above);
}

}  // namespace maatkast
