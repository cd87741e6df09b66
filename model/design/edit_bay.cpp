#include <algorithm>
#include <charconv>

#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/design/bay_order.h"
#include "model/design/edit_context.h"
#include "model/design/kneehole.h"
#include "model/design/runs.h"

namespace maatkast {
namespace {

int index_of(const EditContext& c) {
    return static_cast<int>(c.indices[1]);
}

/// Takes an opening out of every front: one that covers only it goes, one that covers more is cut into what
/// is left.
void uncover(Bay& bay, int from, int to) {
    std::vector<Front> fronts;
    for (const Front& front : bay.fronts) {
        if (front.to < from || front.from > to) {
            fronts.push_back(front);
            continue;
        }
        Front rest = front;
        if (rest.to = from - 1; rest.from <= rest.to) fronts.push_back(rest);
        if (rest = front, rest.from = to + 1; rest.from <= rest.to) fronts.push_back(rest);
    }
    bay.fronts = std::move(fronts);
}

void cover(Bay& bay, const FrontKind* kind, int from, int to) {
    uncover(bay, from, to);
    bay.fronts.push_back({kind, from, to, std::nullopt});
    std::ranges::sort(bay.fronts, {}, &Front::from);
}

/// Doors before everything that is no drawer, drawer fronts before the drawers; knees stay free.
void cover_all(const Book& book, const Design& design, Bay& bay) {
    bay.fronts.clear();
    const FrontKind* door = door_for(book, design, bay);
    const int count = static_cast<int>(bay.openings.size());
    for (int i = openings_for_knees(bay); i < count;) {
        const bool drawers =
            bay.openings[static_cast<std::size_t>(i)].interior.kind == find_interior_kind("drawers");
        int last = i;
        while (last + 1 < count && (bay.openings[static_cast<std::size_t>(last) + 1].interior.kind ==
                                    find_interior_kind("drawers")) == drawers)
            ++last;
        bay.fronts.push_back({drawers ? find_front_kind("drawer") : door, i, last, std::nullopt});
        i = last + 1;
    }
}

void set_fronts(EditContext& c, Bay& bay) {
    const int first = openings_for_knees(bay), last = static_cast<int>(bay.openings.size()) - 1;
    if (c.edit.value == "none") return bay.fronts.clear();
    if (c.edit.value == "auto") return cover_all(c.book, c.design, bay);
    const FrontKind* kind =
        c.edit.value == "doors" ? door_for(c.book, c.design, bay) : find_front_kind(c.edit.value);
    if (!kind)
        return c.refuse("read.unknown_word",
                        {{"value", c.edit.value}, {"known", "none, auto, doors, " + all_front_kinds()}});
    if (first <= last) cover(bay, kind, first, last);
}

/// On the first hole that leaves the knees under it the height that the book asks for.
Length over_knees(const EditContext& c, Length floor) {
    const Length pitch = c.book.hole_pitch;
    const Length least = c.book.rule("kneehole.height").length("least") + c.design.thickness.shelves - floor;
    return std::max(pitch, least + (pitch - least % pitch) % pitch);
}

}  // namespace

const FrontKind* door_for(const Book& book, const Design& design, const Bay& bay) {
    if (bay.shape == BayShape::corner_l) return find_front_kind("bifold_left");
    // The widest that one leaf may become here: half of both uprights, less the gap.
    const Length leaf = bay.width + design.thickness.carcase - book.construction.front_gap;
    return find_front_kind(leaf > book.rule("door.hinges").length("wide") ? "pair" : "left");
}

/// Ends stay open; leaves that slide make room.
void set_run_fronts(EditContext& c) {
    c.design.sliding.clear();
    for (Bay& bay : c.design.bays) {
        if (!is_end(bay.shape)) set_fronts(c, bay);
        if (!c.problems.empty()) return;
    }
}

void set_run_style(EditContext& c) {
    const FrontStyle style = c.word(kStyleWords, FrontStyle::slab);
    for (Bay& bay : c.design.bays)
        for (Front& front : bay.fronts) front.style = style;
    for (Sliding& sliding : c.design.sliding) sliding.style = style;
}

/// A handle of the book, or `default`: that of the design. (`none` is a handle: push to open.)
void set_front_handle(EditContext& c) {
    Front* front = c.front();
    if (front && c.edit.value == "default") return front->handle.reset();
    const std::string handle = c.known_id(c.book.handles);
    if (front) front->handle = handle;
}

void set_bay_fronts(EditContext& c) {
    Bay* bay = c.bay();
    if (!bay) return;
    set_fronts(c, *bay);
    const bool nowhere = openings_for_knees(*bay) == static_cast<int>(bay->openings.size());
    if (nowhere && c.edit.value != "none" && c.problems.empty()) c.refuse("design.kneehole_open");
}

/// What stands in the way of the knees goes; sliding leaves draw back to the bays beside it.
void set_kneehole(EditContext& c) {
    Bay* bay = c.bay();
    if (!bay) return;
    bay->kneehole = c.word(kBoolWords, false);
    if (bay->kneehole && bay->shape != BayShape::straight) return c.refuse("design.kneehole_shape");
    clear_kneehole(*bay);
    settle(c.design);
}

void set_interior(EditContext& c) {
    Opening* opening = c.opening();
    if (!opening) return;
    const auto colon = c.edit.value.find(':');
    const InteriorKind* kind = find_interior_kind(std::string_view(c.edit.value).substr(0, colon));
    if (!kind)
        return c.refuse("read.unknown_word", {{"value", c.edit.value}, {"known", all_interior_kinds()}});
    int count = 1;
    if (colon != std::string::npos) {
        const auto end = c.edit.value.data() + c.edit.value.size();
        const auto [at, error] = std::from_chars(c.edit.value.data() + colon + 1, end, count);
        if (error != std::errc{} || at != end || count < 1 || count > kind->most)
            return c.refuse(
                "edit.not_whole",
                {{"value", c.edit.value}, {"least", std::int64_t{1}}, {"most", std::int64_t{kind->most}}});
    }
    opening->interior.kind = kind;
    opening->interior.count = count;
}

void set_shelf(EditContext& c) {
    Opening* opening = c.opening();
    if (!opening) return;
    if (!opening->top) return c.refuse("edit.last_top");
    opening->shelf = c.word(kShelfWords, ShelfKind::loose);
}

void set_contents(EditContext& c) {
    Opening* opening = c.opening();
    if (!opening) return;
    if (c.edit.value == "none") return opening->contents.reset();
    opening->contents = c.known_id(c.book.contents);
}

void set_opening_front(EditContext& c) {
    if (!c.opening()) return;
    Bay& bay = *c.bay();
    const int at = index_of(c);
    if (c.edit.value == "none") return uncover(bay, at, at);
    const FrontKind* kind =
        c.edit.value == "doors" ? door_for(c.book, c.design, bay) : find_front_kind(c.edit.value);
    if (!kind)
        return c.refuse("read.unknown_word",
                        {{"value", c.edit.value}, {"known", "none, doors, " + all_front_kinds()}});
    cover(bay, kind, at, at);
}

/// A new shelf; what stood in the opening stays below it, and fronts before it cover both.
void split_opening(EditContext& c) {
    if (!c.opening()) return;
    Bay& bay = *c.bay();
    const int at = index_of(c);
    const Length pitch = c.book.hole_pitch;
    Length top = pitch;
    if (!c.edit.value.empty()) {
        top = c.length();
    } else {
        const Layout layout = make_layout(c.book, c.design);
        const BayLayout& in = layout.bays[c.indices[0]];
        const OpeningLayout& space = layout.opening(c.indices[0], c.indices[1]);
        top = (space.bottom + space.top) / 2 - in.floor + c.design.thickness.shelves / 2;
        top = std::max(pitch, top - top % pitch);
        if (at < openings_for_knees(bay)) top = over_knees(c, in.floor);
    }
    if (!c.problems.empty()) return;
    Opening below = bay.openings[c.indices[1]];
    Opening& above = bay.openings[c.indices[1]];
    above.interior = {find_interior_kind("empty"), 1, std::nullopt};
    above.contents.reset();
    below.top = top;
    below.shelf = ShelfKind::loose;
    below.led = false;
    bay.openings.insert(bay.openings.begin() + at, std::move(below));
    for (Front& front : bay.fronts) {
        if (front.from > at) ++front.from;
        if (front.to >= at) ++front.to;
    }
}

/// Takes the shelf above the opening away (of the last one: the shelf below); what stands or is kept in the
/// lower opening stays, unless it is empty and the upper is not. Where the lower one is left to the knees,
/// both are.
void remove_opening(EditContext& c) {
    if (!c.opening()) return;
    Bay& bay = *c.bay();
    if (bay.openings.size() == 1) return c.refuse("edit.only_opening");
    const int lower = std::min(index_of(c), static_cast<int>(bay.openings.size()) - 2);
    Opening& below = bay.openings[static_cast<std::size_t>(lower)];
    Opening& above = bay.openings[static_cast<std::size_t>(lower) + 1];
    if (below.interior.kind == find_interior_kind("empty") && !below.contents) {
        below.interior = above.interior;
        below.contents = above.contents;
    }
    below.top = above.top;
    below.shelf_finish = above.shelf_finish;
    below.shelf = above.shelf;
    below.led = above.led;
    bay.openings.erase(bay.openings.begin() + lower + 1);
    std::ranges::stable_sort(bay.fronts, {}, &Front::from);  // a file may list them in any order
    for (Front& front : bay.fronts) {
        if (front.from > lower) --front.from;
        if (front.to > lower) --front.to;
    }
    // Two fronts that met at the shelf now cover one opening: the lower one keeps it.
    for (std::size_t i = 1; i < bay.fronts.size(); ++i)
        if (bay.fronts[i].from == bay.fronts[i - 1].to) ++bay.fronts[i].from;
    std::erase_if(bay.fronts, [](const Front& front) { return front.from > front.to; });
    clear_kneehole(bay);
}

/// `kind:from:to`
void add_front(EditContext& c) {
    Bay* bay = c.bay();
    if (!bay) return;
    const auto first = c.edit.value.find(':'), second = c.edit.value.find(':', first + 1);
    const FrontKind* kind = find_front_kind(std::string_view(c.edit.value).substr(0, first));
    if (!kind || first == std::string::npos || second == std::string::npos)
        return c.refuse("edit.front_add", {{"known", all_front_kinds()}});
    int from = -1, to = -1;
    const char* text = c.edit.value.data();
    const auto a = std::from_chars(text + first + 1, text + second, from);
    const auto b = std::from_chars(text + second + 1, text + c.edit.value.size(), to);
    const bool read = a.ptr == text + second && b.ptr == text + c.edit.value.size();
    if (!read || from < 0 || from > to || to >= static_cast<int>(bay->openings.size()))
        return c.refuse("edit.front_reach");
    cover(*bay, kind, from, to);
}

void remove_front(EditContext& c) {
    if (!c.front()) return;
    auto& fronts = c.bay()->fronts;
    fronts.erase(fronts.begin() + static_cast<std::ptrdiff_t>(c.indices[1]));
}

}  // namespace maatkast
