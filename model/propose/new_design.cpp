#include <algorithm>

#include <fmt/format.h>

#include "model/build/build.h"
#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/build/shelf_span.h"
#include "model/propose/propose.h"

namespace maatkast {
namespace {

Design plain_design(const Book& book) {
    const auto& d = book.defaults;
    Design design;
    design.wall_fixing = true;
    design.load = d.load;
    design.handle = d.handle;
    design.base.height = d.plinth_height;
    design.finish = {d.carcase, d.shelves, d.fronts, d.drawers};
    design.thickness = {d.carcase_thickness, d.shelf_thickness, d.front_thickness};
    return design;
}

/// The widest bay that needs neither a pair of doors nor a thicker shelf.
Length widest_bay(const Book& book, const Design& design) {
    const BoardOffer* board = book.finish(design.finish.shelves)->board(design.thickness.shelves);
    const Length span =
        longest_span(board->thickness, book.materials[board->material].elastic_modulus,
                     book.load(design.load)->kg_per_m2, book.rule("shelf.span").limit("deflection"));
    const Length door = book.rule("door.hinges").length("wide") - design.thickness.carcase * 3 / 2;
    return std::min(span, door);
}

int bays_for(const Book& book, const Design& design, Length width) {
    const Length t = design.thickness.carcase, pitch = widest_bay(book, design) + t;
    return std::max(1, (width - t + pitch - Length{1}) / pitch);
}

Opening shelf_at(Length top, const char* interior = "empty", int count = 1) {
    return {top, {find_interior_kind(interior), count, std::nullopt}, std::nullopt};
}

Opening topmost(const char* interior = "empty") {
    return {std::nullopt, {find_interior_kind(interior), 1, std::nullopt}, std::nullopt};
}

/// Shelves about `pitch` apart, on the hole grid.
void fill_with_shelves(Bay& bay, Length from, Length clear_height, Length pitch) {
    for (Length top = from + pitch; top + pitch <= clear_height + 50_mm; top += pitch)
        bay.openings.push_back(shelf_at(top));
}

/// What a tall, deep bay holds: rail over drawers, shelves, a long rail; in turns.
void furnish_wardrobe(Bay& bay, Length clear, int turn) {
    if (turn % 3 == 1) return fill_with_shelves(bay, {}, clear, 350_mm), bay.openings.push_back(topmost());
    if (turn % 3 == 0 && clear >= 2000_mm) bay.openings.push_back(shelf_at(600_mm, "drawers", 3));
    const Length hat = clear - clear % 50_mm - 300_mm;
    bay.openings.push_back(shelf_at(hat, "rail"));
    bay.openings.push_back(topmost());
}

void furnish(Bay& bay, Length clear, Length depth, int turn) {
    bay.openings.clear();
    if (clear >= 1500_mm && depth >= 560_mm) return furnish_wardrobe(bay, clear, turn);
    if (clear < 1100_mm && depth >= 350_mm) {
        bay.openings.push_back(topmost("drawers"));
        bay.openings.back().interior.count = std::clamp(clear / 180_mm, 1, 6);
        return;
    }
    fill_with_shelves(bay, {}, clear, 350_mm);
    bay.openings.push_back(topmost());
}

/// One door over what is no drawer; the handles of neighbours meet.
void add_fronts(Bay& bay, const FrontKind* door) {
    int first = 0;
    if (bay.openings.front().interior.kind == find_interior_kind("drawers")) {
        bay.fronts.push_back({find_front_kind("drawer"), 0, 0, std::nullopt});
        first = 1;
    }
    if (first < static_cast<int>(bay.openings.size()))
        bay.fronts.push_back({door, first, static_cast<int>(bay.openings.size()) - 1, std::nullopt});
}

Problems impossible(const Book& book, const NewDesign& wish) {
    Problems problems;
    const auto need = [&](const char* name, const Range& range, Length size, bool upper) {
        if (size < range.least || (upper && size > range.most))
            problems.push_back(
                {name, {"read.range", {{"value", size}, {"least", range.least}, {"most", range.most}}}});
    };
    need("width", book.width, wish.width, false);
    need("height", book.height, wish.height, true);
    need("depth", book.depth, wish.depth, true);
    if (wish.width > kLongest)
        problems.push_back({"width", {"edit.size", {{"value", wish.width}, {"most", kLongest}}}});
    return problems;
}

}  // namespace

OrProblems<Design> new_design(const Book& book, const NewDesign& wish) {
    if (auto problems = impossible(book, wish); !problems.empty())
        return std::unexpected(std::move(problems));
    Design design = plain_design(book);
    const int count = wish.bays > 0 ? wish.bays : bays_for(book, design, wish.width);
    Bay bay;
    bay.width = book.defaults.carcase_thickness;  // any: the run's width is shared below
    bay.height = book.height.round_down(wish.height);
    bay.depth = book.depth.round_down(wish.depth);
    bay.openings.push_back(topmost());
    design.bays.assign(static_cast<std::size_t>(count), bay);
    auto sized = apply(book, design, Edit{"width", fmt::format("{:.1f}", wish.width.mm())});
    if (!sized) return sized;
    const bool fronts = bay.depth >= 400_mm;
    for (std::size_t i = 0; i < sized->bays.size(); ++i) {
        Bay& at = sized->bays[i];
        const Length t = design.thickness.carcase;
        furnish(at, at.height - design.base.height - t * 2, at.depth, static_cast<int>(i));
        const FrontKind* door = find_front_kind(at.width > widest_bay(book, design) ? "pair"
                                                : i % 2 == 0                        ? "left"
                                                                                    : "right");
        if (fronts) add_fronts(at, door);
    }
    return repair_all(book, *sized).design;
}

}  // namespace maatkast
