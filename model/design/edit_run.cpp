#include <algorithm>
#include <numeric>

#include "model/design/edit_context.h"

namespace maatkast {
namespace {

/// Shares a clear width over the unlocked bays in proportion to what they have, in whole steps of the book;
/// what does not divide goes to the first bays, and what is smaller than a step to the first of all.
void share_width(EditContext& c, Length clear) {
    auto& bays = c.design.bays;
    std::vector<Bay*> free;
    Length held{}, had{};
    for (Bay& bay : bays) {
        if (bay.locked)
            held += bay.width;
        else
            free.push_back(&bay), had += bay.width;
    }
    if (free.empty()) return c.refuse("edit.all_locked");
    const Length share = clear - held, step = c.book.width.step;
    if (share < 1_mm * static_cast<int>(free.size())) return c.refuse("edit.too_narrow");
    Length given{};
    for (Bay* bay : free) {
        const auto part = static_cast<std::int64_t>(bay->width.tenths) * share.tenths / had.tenths;
        bay->width = Length{static_cast<std::int32_t>(part)} - Length{static_cast<std::int32_t>(part)} % step;
        given += bay->width;
    }
    for (std::size_t i = 0; share - given >= step; i = (i + 1) % free.size())
        free[i]->width += step, given += step;
    free.front()->width += share - given;
}

Length boards_between(const Design& design, std::size_t bays) {
    return design.thickness.carcase * static_cast<std::int32_t>(bays + 1);
}

/// The bays that reach as far as the run does follow it; one that would stand out is brought back.
void set_overall(EditContext& c, Length Bay::* size) {
    const Length wanted = c.length();
    const Length was = std::ranges::max(c.design.bays, {}, size).*size;
    for (Bay& bay : c.design.bays)
        if (bay.*size == was || bay.*size > wanted) bay.*size = wanted;
}

}  // namespace

void set_run_width(EditContext& c) {
    const Length wanted = c.length();
    if (c.problems.empty()) share_width(c, wanted - boards_between(c.design, c.design.bays.size()));
}

void set_run_height(EditContext& c) {
    set_overall(c, &Bay::height);
}
void set_run_depth(EditContext& c) {
    set_overall(c, &Bay::depth);
}

/// The run keeps its width: bays are added like the last one or taken from the right.
void set_bay_count(EditContext& c) {
    const auto count = static_cast<std::size_t>(c.whole(1, static_cast<int>(kMostBays)));
    if (!c.problems.empty()) return;
    const Length width = total_width(c.design);
    const Bay last = c.design.bays.back();
    c.design.bays.resize(count, last);
    if (std::ranges::all_of(c.design.bays, &Bay::locked)) return c.refuse("edit.all_locked");
    share_width(c, width - boards_between(c.design, count));
}

void insert_bay(EditContext& c) {
    const Bay* bay = c.bay();
    if (!bay) return;
    const Bay copy = *bay;
    c.design.bays.insert(c.design.bays.begin() + static_cast<std::ptrdiff_t>(c.indices[0]) + 1, copy);
}

void remove_bay(EditContext& c) {
    if (c.bay()) c.design.bays.erase(c.design.bays.begin() + static_cast<std::ptrdiff_t>(c.indices[0]));
}

void move_bay(EditContext& c) {
    if (!c.bay()) return;
    const int to = c.whole(0, static_cast<int>(c.design.bays.size()) - 1);
    if (!c.problems.empty()) return;
    Bay moved = std::move(c.design.bays[c.indices[0]]);
    c.design.bays.erase(c.design.bays.begin() + static_cast<std::ptrdiff_t>(c.indices[0]));
    c.design.bays.insert(c.design.bays.begin() + to, std::move(moved));
}

}  // namespace maatkast
