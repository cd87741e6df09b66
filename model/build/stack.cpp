#include "model/build/stack.h"

#include <algorithm>

#include "model/build/shelf.h"

namespace maatkast {

std::optional<Length> row_above(const Design& design, const Layout& layout, std::size_t bay,
                                std::size_t number) {
    const Opening& opening = design.bays[bay].openings[number];
    if (!opening.top || shelf_kind(design.bays[bay], opening) != ShelfKind::stack ||
        !layout.opening(bay, number).exists)
        return std::nullopt;
    return layout.bays[bay].floor + *opening.top - layout.carcase_thickness;
}

std::vector<Length> rows_of(const Design& design, const Layout& layout, std::size_t bay) {
    std::vector<Length> rows;
    for (std::size_t i = 0; i < design.bays[bay].openings.size(); ++i)
        if (const auto row = row_above(design, layout, bay, i)) rows.push_back(*row);
    return rows;
}

bool may_cut(const Design& design, const Layout& layout, std::size_t bay, Length row) {
    if (layout.bays[bay].top <= row) return true;
    return std::ranges::count(rows_of(design, layout, bay), row) > 0;
}

std::vector<Length> cuts_of(const Design& design, const Layout& layout, std::size_t upright) {
    std::vector<Length> cuts;
    const auto look = [&](std::size_t bay, std::optional<std::size_t> other) {
        for (const Length row : rows_of(design, layout, bay))
            if (!other || may_cut(design, layout, *other, row)) cuts.push_back(row);
    };
    const bool first = upright == 0, last = upright == design.bays.size();
    if (!first) look(upright - 1, last ? std::nullopt : std::optional(upright));
    if (!last) look(upright, first ? std::nullopt : std::optional(upright - 1));
    std::ranges::sort(cuts);
    const auto twice = std::ranges::unique(cuts);
    cuts.erase(twice.begin(), twice.end());
    return cuts;
}

std::vector<RowPiece> row_pieces(Length bottom, Length top, const std::vector<Length>& cuts, Length gap) {
    std::vector<RowPiece> pieces;
    for (const Length cut : cuts) {
        pieces.push_back({bottom, cut - gap});
        bottom = cut;
    }
    pieces.push_back({bottom, top});
    return pieces;
}

}  // namespace maatkast
