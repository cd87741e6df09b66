#include <algorithm>
#include <charconv>

#include "model/design/edit_context.h"

namespace maatkast {
namespace {

/// `FIRST-LAST`; nothing where it is written otherwise or names no bays.
std::optional<Sliding> parse_range(std::string_view text, int bays) {
    Sliding range{-1, -1};
    const char *begin = text.data(), *end = begin + text.size();
    const auto first = std::from_chars(begin, end, range.first);
    if (first.ptr == end || *first.ptr != '-') return std::nullopt;
    const auto last = std::from_chars(first.ptr + 1, end, range.last);
    if (last.ec != std::errc{} || last.ptr != end) return std::nullopt;
    if (range.first < 0 || range.first > range.last || range.last >= bays) return std::nullopt;
    return range;
}

}  // namespace

/// A leaf for each bay, as far as the track allows. What stood before these bays makes room.
void add_sliding(EditContext& c) {
    const auto added = parse_range(c.edit.value, static_cast<int>(c.design.bays.size()));
    if (!added)
        return c.refuse("edit.sliding_add", {{"most", static_cast<std::int64_t>(c.design.bays.size()) - 1}});
    std::erase_if(c.design.sliding,
                  [&](const Sliding& old) { return old.first <= added->last && added->first <= old.last; });
    for (int i = added->first; i <= added->last; ++i)
        c.design.bays[static_cast<std::size_t>(i)].fronts.clear();
    c.design.sliding.push_back(*added);
    c.design.sliding.back().leaves = std::clamp(added->last - added->first + 1, kFewestLeaves, kMostLeaves);
    std::ranges::sort(c.design.sliding, {}, &Sliding::first);
}

void remove_sliding(EditContext& c) {
    if (c.sliding())
        c.design.sliding.erase(c.design.sliding.begin() + static_cast<std::ptrdiff_t>(c.indices[0]));
}

/// Those that are no exception are left out behind the last that is.
void set_leaf_finish(EditContext& c) {
    Sliding* sliding = c.sliding();
    if (!sliding) return;
    const std::size_t leaf = c.indices.at(1), count = static_cast<std::size_t>(sliding->leaves);
    if (leaf >= count)
        return c.refuse("edit.no_such_leaf", {{"value", static_cast<std::int64_t>(leaf)},
                                              {"count", static_cast<std::int64_t>(count)}});
    auto& finishes = sliding->leaf_finishes;
    finishes.resize(std::max(finishes.size(), leaf + 1));
    finishes[leaf] = c.finish_or_none();
    while (!finishes.empty() && !finishes.back()) finishes.pop_back();
}

}  // namespace maatkast
