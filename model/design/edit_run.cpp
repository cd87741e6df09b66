#include <algorithm>
#include <span>

#include "model/build/layout.h"
#include "model/design/bay_order.h"
#include "model/design/edit_context.h"
#include "model/design/runs.h"

namespace maatkast {
namespace {

/// Shares a clear width over the unlocked bays of a run in proportion to what they have, in whole steps of
/// the book; what does not divide goes to the first bays, and what is smaller than a step to the first of
/// all.
void share_width(EditContext& c, const Run& run, Length clear) {
    std::vector<Bay*> free;
    Length held{}, had{};
    for (Bay& bay : std::span(c.design.bays).subspan(run.first, run.count)) {
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

Run main_run(const Design& design) {
    return runs_of(design)[static_cast<std::size_t>(design.main_run)];
}

/// What the clear widths leave of the run: its uprights.
Length boards_of(const Design& design, const Run& run) {
    Length boards = run_length(design, run);
    for (std::size_t i = run.first; i < run.first + run.count; ++i) boards -= design.bays[i].width;
    return boards;
}

/// The bays that reach as far as the run does follow it; one that would stand out is brought back.
void set_overall(EditContext& c, Length Bay::* size) {
    const Length wanted = c.length();
    const Length was = std::ranges::max(c.design.bays, {}, size).*size;
    for (Bay& bay : c.design.bays)
        if (bay.*size == was || bay.*size > wanted) bay.*size = wanted;
}

std::string corner_words() {
    std::string words;
    for (const auto& [word, shape] : kShapeWords)
        if (is_corner(shape)) words += (words.empty() ? "" : ", ") + std::string(word);
    return words;
}

}  // namespace

void set_run_width(EditContext& c) {
    const Length wanted = c.length();
    const Run run = main_run(c.design);
    if (run.count == 0) return c.refuse("edit.empty_run");
    // What stands beside the run - corners, cladding, fillers - keeps its width.
    const Length beside = overall_size(c.book, c.design).x - run_length(c.design, run);
    if (c.problems.empty()) share_width(c, run, wanted - beside - boards_of(c.design, run));
}

void set_run_height(EditContext& c) {
    set_overall(c, &Bay::height);
}
void set_run_depth(EditContext& c) {
    set_overall(c, &Bay::depth);
}

/// The run keeps its width: bays are added like its last one or taken from its right.
void set_bay_count(EditContext& c) {
    const auto count = static_cast<std::size_t>(c.whole(1, static_cast<int>(kMostBays)));
    const Run run = main_run(c.design);
    if (run.count == 0) return c.refuse("edit.empty_run");
    if (!c.problems.empty()) return;
    const Length width = run_length(c.design, run);
    for (std::size_t i = run.count; i < count; ++i) insert_copy(c.design, run.first + i - 1);
    for (std::size_t i = run.count; i > count; --i) take_out(c.design, run.first + i - 1);
    const Run changed = main_run(c.design);
    share_width(c, changed, width - boards_of(c.design, changed));
}

void insert_bay(EditContext& c) {
    if (c.bay()) insert_copy(c.design, c.indices[0]);
}

void remove_bay(EditContext& c) {
    if (c.bay()) take_out(c.design, c.indices[0]);
}

void move_bay(EditContext& c) {
    if (!c.bay()) return;
    const int to = c.whole(0, static_cast<int>(c.design.bays.size()) - 1);
    if (c.problems.empty()) move_to(c.design, c.indices[0], static_cast<std::size_t>(to));
}

void set_shape(EditContext& c) {
    if (!c.bay()) return;
    const BayShape shape = c.word(kShapeWords, BayShape::straight);
    if (is_end(shape) && !may_be_end(c.design, c.indices[0])) return c.refuse("design.end_place");
    if (c.problems.empty()) reshape(c.design, c.indices[0], shape);
}

/// The run goes on round a corner at its right end, with one bay there to begin with.
void add_corner(EditContext& c) {
    const auto shape = value_of(kShapeWords, c.edit.value);
    if (!shape || !is_corner(*shape))
        return c.refuse("read.unknown_word", {{"value", c.edit.value}, {"known", corner_words()}});
    Bay corner = c.design.bays.back(), next = corner;
    corner.shape = *shape;
    next.shape = BayShape::straight;
    c.design.bays.push_back(std::move(corner));
    c.design.bays.push_back(std::move(next));
    settle(c.design);
}

}  // namespace maatkast
