#include "model/build/handle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "model/book/book.h"
#include "model/build/shelf.h"

namespace maatkast {
namespace {

constexpr Length kTip = 5_mm;        // across the tip of a push-to-open bolt
constexpr Length kTipInside = 1_mm;  // of the tip from the face of the board whose edge it stands in

bool upright(const HandlePlace& place) {
    return place.edge == FreeEdge::left || place.edge == FreeEdge::right;
}

/// A profile turns its web to the edge: it is drawn with the web at its +x.
int turn_of(const Handle& handle, const HandlePlace& place) {
    if (handle.kind != HandleKind::edge) return upright(place) ? 0 : 1;
    constexpr std::array kTurns{2, 0, 3, 1};
    return kTurns[static_cast<std::size_t>(place.edge)];
}

Length clamped_height(const Construction& c, const FrontField& field, Length size) {
    const Length reach = c.handle_from_end + size / 2;
    const Length low = field.bottom + reach, high = field.top - reach;
    return low > high ? (field.bottom + field.top) / 2 : std::clamp(c.handle_height, low, high);
}

struct Spot {
    Length x, y;
};

Spot middle_of(const Book& book, const Handle& handle, const HandlePlace& place, Length height) {
    const FrontField& f = place.field;
    const Length mid_x = (f.left + f.right) / 2, mid_y = (f.bottom + f.top) / 2;
    const bool centred = place.centred && handle.kind == HandleKind::piece;
    const Length line = upright(place) ? clamped_height(book.construction, f, height) : mid_y;
    if (centred) return {mid_x, line};
    switch (place.edge) {
        case FreeEdge::left:
            return {f.left + handle.from_edge, line};
        case FreeEdge::right:
            return {f.right - handle.from_edge, line};
        case FreeEdge::bottom:
            return {mid_x, f.bottom + handle.from_edge};
        case FreeEdge::top:
            break;
    }
    return {mid_x, f.top - handle.from_edge};
}

/// z of the front edge of the board over an opening: of a shelf, or of the panel at either end of the bay.
Length board_edge(const BayBuilder& bay, std::int32_t opening) {
    const auto& openings = bay.bay().openings;
    if (opening < 0 || !openings[static_cast<std::size_t>(opening)].top) return bay.at.front;
    return shelf_front(bay.builder.layout, bay.builder.book.construction, bay.at,
                       openings[static_cast<std::size_t>(opening)]);
}

/// A grip is no part of its own: the leaf carries it.
void mill_grip(Build& build, const Handle& handle, std::int32_t opener) {
    const auto leaf = std::ranges::find(build.leaves.rbegin(), build.leaves.rend(), opener, &Leaf::opener);
    if (leaf != build.leaves.rend()) leaf->milled = handle.article;
}

void add_push_catch(Builder& b, const Handle& handle, const HandlePlace& place) {
    PartName name = place.stem;
    name += "_push";
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::push_catch,
                    .model = handle.model,
                    .article = handle.article,
                    .least = place.catch_least,
                    .most = place.catch_most,
                    .bay = place.bay,
                    .opening = place.opening,
                    .opener = place.catch_moves ? place.opener : -1});
}

/// The angle at which what stands so far along a leaf and before its face comes to a plane beside its axis.
double angle_at(double along, double out, double beside) {
    const double radius = std::hypot(along, out);
    if (radius <= beside) return 180;
    return (std::atan2(along, out) + std::asin(beside / radius)) * 180 / std::numbers::pi;
}

/// Of both ends of a handle, along the leaf.
std::array<Length, 2> distances_from_axis(const HandleBox& box, const HandlePlace& place) {
    const FrontField& f = place.field;
    switch (place.edge) {
        case FreeEdge::right:
            return {box.least.x - f.left, box.most.x - f.left};
        case FreeEdge::left:
            return {f.right - box.most.x, f.right - box.least.x};
        case FreeEdge::top:
            return {box.least.y - f.bottom, box.most.y - f.bottom};
        case FreeEdge::bottom:
            return {f.top - box.most.y, f.top - box.least.y};
    }
    std::unreachable();
}

}  // namespace

const Handle* handle_of(const Book& book, const Design& design, const Front& front) {
    return book.handle(front.handle.value_or(design.handle));
}
const Handle* handle_of(const Builder& builder, const Front& front) {
    return handle_of(builder.book, builder.design, front);
}

FrontField less_grip(const Handle* handle, FrontField field, FreeEdge edge) {
    const Length take = handle ? handle->take : Length{};
    switch (edge) {
        case FreeEdge::left:
            field.left += take;
            break;
        case FreeEdge::right:
            field.right -= take;
            break;
        case FreeEdge::bottom:
            field.bottom += take;
            break;
        case FreeEdge::top:
            field.top -= take;
            break;
    }
    return field;
}

void place_catch(HandlePlace& place, const BayBuilder& bay, Length x, std::int32_t opening, BoardAt board) {
    const Length joint = bay.builder.book.construction.joint_clearance;
    const OpeningLayout& space = bay.opening(opening);
    const bool over = board == BoardAt::over;
    const Length low = over ? space.top + kTipInside : space.bottom - kTipInside - kTip;
    place.catch_least = {x - kTip / 2, low, board_edge(bay, over ? opening : opening - 1) + joint};
    place.catch_most = {x - kTip / 2 + kTip, low + kTip, bay.front_back() - joint};
}

HandleBox handle_box(const Book& book, const Handle& handle, const HandlePlace& place) {
    const int turn = turn_of(handle, place);
    const Length3 model = book.models[handle.model].size;
    const Length3 size = turn % 2 == 0 ? model : Length3{model.y, model.x, model.z};
    const Spot spot = middle_of(book, handle, place, size.y);
    const Length3 least{spot.x - size.x / 2, spot.y - size.y / 2,
                        place.face + book.construction.joint_clearance};
    return {least, least + size, turn};
}

void add_handle(Builder& b, const Handle* handle, const HandlePlace& place) {
    if (!handle) return;
    if (handle->kind == HandleKind::push) return add_push_catch(b, *handle, place);
    if (handle->kind == HandleKind::grip) return mill_grip(b.out, *handle, place.opener);
    if (!handle->visible) return;
    const HandleBox box = handle_box(b.book, *handle, place);
    PartName name = place.stem;
    name += "_handle";
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::handle,
                    .model = handle->model,
                    .article = handle->article,
                    .least = box.least,
                    .most = box.most,
                    .turn = box.turn,
                    .bay = place.bay,
                    .opening = place.opening,
                    .opener = place.opener});
}

Angle limit_by_handle(const Book& book, const Handle* handle, const HandlePlace& place, Length beside) {
    const FrontField& f = place.field;
    const Length reach = upright(place) ? f.right - f.left : f.top - f.bottom;
    double limit = angle_at(reach.mm(), 0, beside.mm());
    if (handle && handle->visible) {
        const HandleBox box = handle_box(book, *handle, place);
        const double out = (box.most.z - place.face).mm();
        for (const Length along : distances_from_axis(box, place))
            limit = std::min(limit, angle_at(along.mm(), out, beside.mm()));
    }
    constexpr double kHair = 1e-9;
    return Angle::of_degrees(static_cast<int>(std::floor(limit + kHair)));
}

}  // namespace maatkast
