#include "tools/showroom/rearrange.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/design/kneehole.h"
#include "model/design/words.h"
#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

using Edits = std::vector<Edit>;

const Bay& bay_of(const Design& design, int bay) {
    return design.bays[static_cast<std::size_t>(bay)];
}
const maatkast::Opening& opening_of(const Bay& bay, int opening) {
    return bay.openings[static_cast<std::size_t>(opening)];
}

void put_interior(Edits& edits, const Selection& to, const maatkast::Opening& from) {
    const Interior& interior = from.interior;
    const std::string kind(interior.kind->id);
    const bool counts = interior.kind->most > 1;
    edits.push_back(
        opening_edit(to, "interior", counts ? kind + ":" + std::to_string(interior.count) : kind));
    edits.push_back(opening_edit(to, "interior/finish", interior.finish.value_or("none")));
    edits.push_back(opening_edit(to, "contents", from.contents.value_or("none")));
}

void put_nothing(Edits& edits, const Selection& to) {
    maatkast::Opening nothing;
    nothing.interior.kind = find_interior_kind("empty");
    put_interior(edits, to, nothing);
}

/// Only one opening stays of it, without anything in it, before it or lighting it.
void empty_bay(Edits& edits, const Bay& was, int bay) {
    edits.push_back(bay_edit(bay, "fronts", "none"));
    if (was.kneehole) edits.push_back(bay_edit(bay, "kneehole", "false"));
    for (std::size_t i = 1; i < was.openings.size(); ++i) edits.push_back(bay_edit(bay, "openings/0/remove"));
    put_nothing(edits, {bay, 0, {}});
    edits.push_back(bay_edit(bay, "openings/0/led", "false"));
}

Rearranged insert_bay(const Design& design, int bay, bool before) {
    Rearranged result{{bay_edit(bay, "insert")}, {bay, -1, {}}};
    // The copy stands after the bay itself, and is straight where that is a corner.
    if (before) result.edits.push_back(bay_edit(bay + 1, "move", std::to_string(bay)));
    empty_bay(result.edits, bay_of(design, bay), before ? bay : bay + 1);
    if (before) ++result.now.bay;
    return result;
}

Rearranged move_bay(const Design& design, int bay, int by) {
    const int to = bay + by;
    if (to < 0 || to >= static_cast<int>(design.bays.size())) return {{}, {bay, -1, {}}};
    return {{bay_edit(bay, "move", std::to_string(to))}, {to, -1, {}}};
}

Rearranged remove_bay(const Design& design, int bay) {
    if (design.bays.size() < 2) return {{}, {bay, -1, {}}};
    const int last = static_cast<int>(design.bays.size()) - 2;
    return {{bay_edit(bay, "remove")}, {std::min(bay, last), -1, {}}};
}

/// Fronts that cover the opening cover both halves.
Rearranged split(const Design& design, const Selection& at, Rearrange how) {
    const maatkast::Opening& was = opening_of(bay_of(design, at.bay), at.opening);
    const Selection above{at.bay, at.opening + 1, {}};
    Rearranged result{{opening_edit(at, "split")}, at};
    if (how == Rearrange::opening_above) return result;
    put_interior(result.edits, above, was);
    if (how == Rearrange::opening_copy) return result;
    put_nothing(result.edits, at);
    result.now = above;
    return result;
}

Rearranged remove_opening(const Bay& bay, const Selection& at) {
    const int count = static_cast<int>(bay.openings.size());
    if (count < 2) return {{}, at};
    Rearranged result{{}, at};
    put_nothing(result.edits, at);  // else what stands in it would stay rather than its neighbour's
    result.edits.push_back(opening_edit(at, "remove"));
    result.now.opening = std::min(at.opening, count - 2);
    return result;
}

/// Which opening stands at each place.
using Order = std::vector<int>;

const Front* wide_front(const Bay& bay, int opening) {
    const auto at = std::ranges::find_if(bay.fronts, [&](const Front& front) {
        return front.from <= opening && opening <= front.to && front.from < front.to;
    });
    return at == bay.fronts.end() ? nullptr : &*at;
}

std::optional<Order> moved_past(const Bay& bay, int opening, int by) {
    const int next = opening + by, count = static_cast<int>(bay.openings.size());
    const int first = openings_for_knees(bay);
    if (opening < first || next < first || next >= count) return {};
    Order order(bay.openings.size());
    std::iota(order.begin(), order.end(), 0);
    int steps = 1;
    const Front* front = wide_front(bay, next);
    if (front && front != wide_front(bay, opening)) steps = front->to - front->from + 1;
    const auto at = order.begin() + opening;
    if (by > 0)
        std::rotate(at, at + 1, at + 1 + steps);
    else
        std::rotate(at - steps, at, at + 1);
    return order;
}

/// Each opening takes its height along; the boards stay in their order and on the grid of holes.
void put_tops(Edits& edits, const Book& book, const Design& design, int bay, const Order& order) {
    const Layout layout = make_layout(book, design);
    const auto place = [&](int opening) {
        return layout.opening(static_cast<std::size_t>(bay), static_cast<std::size_t>(opening));
    };
    const Bay& was = bay_of(design, bay);
    const Length floor = layout.bays[static_cast<std::size_t>(bay)].floor;
    Length top = place(0).bottom - floor;
    for (int i = 0; i + 1 < static_cast<int>(order.size()); ++i) {
        const Length old = *opening_of(was, i).top, board = old - (place(i).top - floor);
        top += place(order[static_cast<std::size_t>(i)]).clear() + board;
        const Length pitch = book.hole_pitch, on_grid = (top + pitch / 2) - (top + pitch / 2) % pitch;
        const bool same = order[static_cast<std::size_t>(i)] == i && top == old;
        if (!same && on_grid != old && on_grid > Length{})
            edits.push_back(opening_edit({bay, i, {}}, "top", edit_length(on_grid)));
    }
}

/// Fronts go with their openings where these stay together; else all stay where they are.
std::optional<std::vector<Front>> fronts_along(const Bay& bay, const Order& order) {
    std::vector<Front> moved = bay.fronts;
    for (Front& front : moved) {
        std::vector<int> places;
        for (int i = 0; i < static_cast<int>(order.size()); ++i)
            if (front.from <= order[static_cast<std::size_t>(i)] &&
                order[static_cast<std::size_t>(i)] <= front.to)
                places.push_back(i);
        if (places.back() - places.front() != front.to - front.from) return {};
        front.from = places.front();
        front.to = places.back();
    }
    std::ranges::sort(moved, {}, &Front::from);
    return moved;
}

void put_fronts(Edits& edits, int bay, const std::vector<Front>& fronts) {
    edits.push_back(bay_edit(bay, "fronts", "none"));
    for (const Front& front : fronts)
        edits.push_back(bay_edit(
            bay, "fronts/add",
            std::string(front.kind->id) + ":" + std::to_string(front.from) + ":" + std::to_string(front.to)));
    for (std::size_t i = 0; i < fronts.size(); ++i) {
        const std::string path = "fronts/" + std::to_string(i) + "/";
        const Front& front = fronts[i];
        const auto style =
            std::ranges::find(kStyleWords, front.style, [](const auto& w) { return w.second; });
        edits.push_back(bay_edit(bay, path + "style", std::string(style->first)));
        if (front.finish) edits.push_back(bay_edit(bay, path + "finish", *front.finish));
        if (front.handle) edits.push_back(bay_edit(bay, path + "handle", *front.handle));
        if (front.own_grain) edits.push_back(bay_edit(bay, path + "own_grain", "true"));
    }
}

Rearranged move_opening(const Book& book, const Design& design, const Selection& at, int by) {
    const Bay& bay = bay_of(design, at.bay);
    const auto order = moved_past(bay, at.opening, by);
    if (!order) return {{}, at};
    Rearranged result{{}, at};
    put_tops(result.edits, book, design, at.bay, *order);
    for (int i = 0; i < static_cast<int>(order->size()); ++i) {
        const int from = (*order)[static_cast<std::size_t>(i)];
        if (from != i) put_interior(result.edits, {at.bay, i, {}}, opening_of(bay, from));
        if (from == at.opening) result.now.opening = i;
    }
    const auto fronts = fronts_along(bay, *order);
    if (fronts && *fronts != bay.fronts) put_fronts(result.edits, at.bay, *fronts);
    return result;
}

/// Of several that are chosen only the contents go.
void empty_all(App& app) {
    Edits edits;
    for (const Selection& at : app.selected_openings()) put_nothing(edits, at);
    app.edit(edits);
}

}  // namespace

Rearranged rearranged(const Book& book, const Design& design, const Selection& at, Rearrange how) {
    using enum Rearrange;
    if (at.bay < 0 || at.bay >= static_cast<int>(design.bays.size())) return {{}, at};
    const Bay& bay = bay_of(design, at.bay);
    switch (how) {
        case bay_before:
        case bay_after:
            return insert_bay(design, at.bay, how == bay_before);
        case bay_left:
            return move_bay(design, at.bay, -1);
        case bay_right:
            return move_bay(design, at.bay, 1);
        case bay_copy:
            return {{bay_edit(at.bay, "duplicate")}, at};
        case bay_remove:
            return remove_bay(design, at.bay);
        default:
            break;
    }
    if (at.opening < 0 || at.opening >= static_cast<int>(bay.openings.size())) return {{}, at};
    if (how == opening_up || how == opening_down)
        return move_opening(book, design, at, how == opening_up ? 1 : -1);
    return how == opening_remove ? remove_opening(bay, at) : split(design, at, how);
}

void rearrange(App& app, Rearrange how) {
    Selection at = app.selection;
    const Rearranged result = rearranged(app.doc.book(), app.doc.design(), at, how);
    if (result.edits.empty() || !app.edit(result.edits)) return;
    at.bay = result.now.bay;
    if (how >= Rearrange::opening_above) at.opening = result.now.opening;
    at.others.clear();  // they may be elsewhere
    at.part.clear();
    if (how == Rearrange::bay_remove) at.opening = -1;
    app.select(at);
}

void rearranging_keys(App& app) {
    using enum Rearrange;
    if (app.selection.bay < 0) return;
    const bool opening = app.selected_opening() != nullptr;
    const bool several = opening && app.selected_bay()->openings.size() > 1;
    if (!app.selection.others.empty()) {
        if (app.ui.key("delete")) empty_all(app);
        return;  // the other keys are about one
    }
    if (app.ui.key("delete")) rearrange(app, several ? opening_remove : bay_remove);
    if (app.ui.key("d", true)) rearrange(app, opening ? opening_copy : bay_copy);
    if (app.ui.key("insert")) rearrange(app, bay_after);
    if (app.ui.key("insert", false, true)) rearrange(app, bay_before);
    if (app.ui.key("left", false, true)) rearrange(app, bay_left);
    if (app.ui.key("right", false, true)) rearrange(app, bay_right);
    if (app.ui.key("up", false, true)) rearrange(app, opening_up);
    if (app.ui.key("down", false, true)) rearrange(app, opening_down);
}

}  // namespace maatkast::show
