#include "model/build/shelf_span.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "model/book/book.h"
#include "model/build/columns.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

/// A shelf as it stands: where, of what, over how much, under how much.
struct Loaded {
    std::size_t bay = 0, opening = 0;
    const Finish* finish = nullptr;
    Length span;
    double kg_per_m2 = 0;
};

/// The longest that it may span of another board; no limit where the finish has none of this thickness, which
/// is another rule's affair.
Length longest(const RuleContext& context, const Loaded& shelf, const Finish& finish, Length thickness) {
    const BoardOffer* offer = finish.board(thickness);
    if (!offer) return kLongest;
    return longest_span(thickness, context.book.materials[offer->material].elastic_modulus, shelf.kg_per_m2,
                        context.book.rule("shelf.span").limit("deflection"));
}

Length longest(const RuleContext& context, const Loaded& shelf) {
    return longest(context, shelf, *shelf.finish, context.design.thickness.shelves);
}

bool holds(const RuleContext& context, const Loaded& shelf) {
    return shelf.span <= longest(context, shelf);
}

/// Whether every shelf of the bay follows the group's finish: an exception would outlive a change of the
/// group.
bool follows_group(const Bay& bay) {
    return !bay.finish &&
           std::ranges::none_of(bay.openings, [](const Opening& o) { return o.shelf_finish.has_value(); });
}

using Shelves = std::vector<Loaded>;

/// Of an L or diagonal corner, whose legs are derived.
bool is_derived(BayShape shape) {
    return shape == BayShape::corner_l || shape == BayShape::corner_diagonal;
}
/// Not a board between two uprights that face each other.
bool on_own_plan(BayShape shape) {
    return is_derived(shape) || is_end(shape);
}

/// The first finish of which all of them hold; nullptr where there is none of this thickness.
const Finish* finish_that_holds(const RuleContext& context, const Shelves& shelves, Length thickness) {
    const auto found = std::ranges::find_if(context.book.finishes, [&](const Finish& finish) {
        return finish.choice && !finish.fronts_only && finish.board(thickness) &&
               std::ranges::all_of(shelves, [&](const Loaded& shelf) {
                   return shelf.span <= longest(context, shelf, finish, thickness);
               });
    });
    return found == context.book.finishes.end() ? nullptr : &*found;
}

/// Stronger boards for all shelves of the bay: thicker, then of a stiffer finish.
void propose_boards(const RuleContext& context, const Shelves& shelves, const Finish& finish,
                    std::vector<Repair>& repairs) {
    const Length now = context.design.thickness.shelves,
                 thickest = context.book.rule("board.thickness").length("carcase_most");
    const auto all_hold = [&](Length thickness) {
        return std::ranges::all_of(shelves, [&](const Loaded& shelf) {
            return shelf.span <= longest(context, shelf, *shelf.finish, thickness);
        });
    };
    for (const BoardOffer& offer : finish.boards)
        if (offer.thickness > now && offer.thickness <= thickest && all_hold(offer.thickness)) {
            repairs.push_back(
                repair("set_thickness", "thickness/shelves", edit_value(offer.thickness), offer.thickness));
            break;
        }
    if (!follows_group(context.design.bays[shelves.front().bay])) return;
    if (const Finish* stiff = finish_that_holds(context, shelves, context.design.thickness.shelves))
        repairs.push_back(
            repair("set_shelf_finish", "finish/shelves", stiff->id, Key{"finish." + stiff->id}));
}

/// For one shelf that is alone in being too weak: a divider under it, in line with those further down, or
/// glass.
void propose_for_one(const RuleContext& context, const Loaded& shelf, std::vector<Repair>& repairs) {
    const auto [bay, i] = std::pair(shelf.bay, shelf.opening);
    const Opening& under = opening_at(context.design, bay, i);
    const int columns = i == 0 ? 2 : columns_in(opening_at(context.design, bay, i - 1));
    const Bay& in = context.design.bays[bay];
    const bool between_uprights = !on_own_plan(in.shape);
    if (between_uprights && under.interior.kind == find_interior_kind("empty") &&
        !closed_by(in, i, ShelfKind::slanted) && columns > 1)
        propose(context, repairs,
                choose("add_divider", bay, i, "interior", fmt::format("divider:{}", columns)),
                [&](const Outcome& o) {
                    return span_of(o.design, o.layout, bay, i) <= longest(context, shelf) &&
                           column_width(shelf.span, o.layout.shelf_thickness, columns) >=
                               context.book.rule("divider.width").length("least");
                });
    Opening glass = under;
    glass.shelf = ShelfKind::glass;
    const Length pane = shelf_thickness(context.book.construction, context.layout, in, glass);
    if (in.shape == BayShape::straight && !under.led &&
        shelf.span <= longest_glass(context.book, pane, shelf.kg_per_m2) &&
        shelf.kg_per_m2 <= context.book.rule("shelf.glass_load").limit("most"))
        repairs.push_back(choose("glass_shelf", bay, i, "shelf", "glass"));
}

/// How wide an open end may be for its shelves to span no more than `most`.
Length width_of_end(const RuleContext& context, std::size_t bay, Length most) {
    const BayLayout& at = context.layout.bays[bay];
    const double deep = (at.front - at.back).mm(), span = most.mm();
    return Length::nearest_mm(std::sqrt(std::max(0.0, span * span - deep * deep)));
}

/// A narrower bay, or two bays with an upright between them in its place.
void propose_widths(const RuleContext& context, const Shelves& shelves, Length most,
                    std::vector<Repair>& repairs) {
    const std::size_t bay = shelves.front().bay;
    const Bay& at = context.design.bays[bay];
    const auto hold_in = [&](const Outcome& o, std::size_t where) {
        return std::ranges::all_of(shelves, [&](const Loaded& shelf) {
            return span_of(o.design, o.layout, where, shelf.opening) <= longest(context, shelf);
        });
    };
    const Range& range = context.book.width;
    const Length width = range.round_down(is_end(at.shape) ? width_of_end(context, bay, most) : most);
    propose(context, repairs, repair("set_size", bay_path(bay) + "/width", edit_value(width), width),
            [&](const Outcome& o) { return hold_in(o, bay); });
    const Length both = at.width - context.design.thickness.carcase, left = range.round_down(both / 2);
    if (at.shape != BayShape::straight || at.locked || !range.contains(both / 2)) return;
    Repair split = repair("split_bay", bay_path(bay) + "/width", edit_value(left));
    split.edits.push_back({bay_path(bay) + "/insert", ""});
    split.edits.push_back({bay_path(bay + 1) + "/width", edit_value(both - left)});
    propose(context, repairs, std::move(split),
            [&](const Outcome& o) { return hold_in(o, bay) && hold_in(o, bay + 1); });
}

/// A corner is as large as its neighbours make it. Where no boards for all help, because it has a finish of
/// its own, its shelves alone become stiffer.
void propose_own_boards(const RuleContext& context, const Shelves& shelves, std::vector<Repair>& repairs) {
    const Finish* stiff = finish_that_holds(context, shelves, context.design.thickness.shelves);
    if (!stiff) return;
    Repair own{{"repair.set_shelf_finish", {{"value", Key{"finish." + stiff->id}}}}, {}};
    for (const Loaded& shelf : shelves)
        own.edits.push_back({opening_path(shelf.bay, shelf.opening) + "/finish", stiff->id});
    repairs.push_back(std::move(own));
}

/// Something lighter, or nothing that is known, on each of them that is too weak for what stands on it.
void propose_contents(const RuleContext& context, const Shelves& shelves, std::vector<Repair>& repairs) {
    Repair other{{"repair.other_contents", {}}, {}};
    const double least = context.book.load(context.design.load)->kg_per_m2;
    for (Loaded shelf : shelves) {
        if (holds(context, shelf)) continue;
        if (shelf.kg_per_m2 <= least) return;
        shelf.kg_per_m2 = least;
        if (!holds(context, shelf)) return;
        other.edits.push_back({opening_path(shelf.bay, shelf.opening + 1) + "/contents", "none"});
    }
    repairs.push_back(std::move(other));
}

/// Both at once, where neither is enough: the least thickness that some finish comes in and holds in.
void propose_thicker_and_stiffer(const RuleContext& context, const Shelves& shelves, const Finish& finish,
                                 std::vector<Repair>& repairs) {
    const Length now = context.design.thickness.shelves,
                 thickest = context.book.rule("board.thickness").length("carcase_most");
    if (!follows_group(context.design.bays[shelves.front().bay])) return;
    for (const BoardOffer& offer : finish.boards) {
        if (offer.thickness <= now || offer.thickness > thickest) continue;
        const Finish* stiff = finish_that_holds(context, shelves, offer.thickness);
        if (!stiff) continue;
        Repair both = repair("set_shelf_board", "thickness/shelves", edit_value(offer.thickness),
                             Key{"finish." + stiff->id});
        both.text.values.emplace_back("thickness", offer.thickness);
        both.edits.push_back({"finish/shelves", stiff->id});
        return repairs.push_back(std::move(both));
    }
}

/// With a back already there, or before one is put in: the same ways.
void propose_for_corner(const RuleContext& context, const Shelves& shelves, const Finish& finish,
                        std::vector<Repair>& repairs) {
    if (repairs.empty()) propose_own_boards(context, shelves, repairs);
    if (repairs.empty()) propose_thicker_and_stiffer(context, shelves, finish, repairs);
    propose_contents(context, shelves, repairs);
}

/// In a corner a back carries the shelves along both walls. Where it is not enough, it goes in together with
/// what is enough then.
void propose_back(const RuleContext& context, Shelves shelves, const Finish& finish,
                  std::vector<Repair>& repairs) {
    const std::size_t bay = shelves.front().bay;
    if (context.design.bays[bay].back == Back::panel || context.repairs == Repairs::left_out) return;
    Repair back = repair("add_back", bay_path(bay) + "/back", "panel");
    const auto outcome = outcome_of(context, back);
    if (!outcome) return;
    for (Loaded& shelf : shelves) shelf.span = span_of(outcome->design, outcome->layout, bay, shelf.opening);
    if (std::ranges::all_of(shelves, [&](const Loaded& shelf) { return holds(context, shelf); }))
        return repairs.push_back(std::move(back));
    if (!repairs.empty()) return;
    propose_boards(context, shelves, finish, repairs);
    propose_for_corner(context, shelves, finish, repairs);
    for (Repair& both : repairs) {
        both.text.key.insert(std::string_view("repair.").size(), "back_and_");
        both.edits.insert(both.edits.begin(), back.edits.front());
    }
}

/// What a corner offers besides stronger boards for all: it is as large as its neighbours make it.
void propose_in_corner(const RuleContext& context, const Shelves& shelves, const Finish& finish,
                       std::vector<Repair>& repairs) {
    std::vector<Repair> without_back;
    if (repairs.empty()) propose_for_corner(context, shelves, finish, without_back);
    propose_back(context, shelves, finish, repairs);
    std::ranges::move(without_back, std::back_inserter(repairs));
}

/// The shelf that is furthest over its limit speaks for all of its bay.
void check_bay(const RuleContext& context, Findings& findings, const Shelves& shelves) {
    const auto over = [&](const Loaded& shelf) { return shelf.span - longest(context, shelf); };
    const auto weakest = std::ranges::max_element(shelves, {}, over);
    if (weakest == shelves.end() || holds(context, *weakest)) return;
    const Length most = longest(context, *weakest);
    std::vector<Repair> repairs;
    propose_boards(context, shelves, *weakest->finish, repairs);
    if (std::ranges::count_if(shelves, [&](const Loaded& s) { return !holds(context, s); }) == 1)
        propose_for_one(context, *weakest, repairs);
    const bool derived = is_derived(context.design.bays[weakest->bay].shape);
    if (derived)
        propose_in_corner(context, shelves, *weakest->finish, repairs);
    else
        propose_widths(context, shelves, most, repairs);
    findings.add({"shelf.span", Severity::blocked, bay_path(weakest->bay) + (derived ? "/shape" : "/width"),
                  weakest->span, most, std::move(repairs)});
}

/// Glass has a rule of its own.
void check(const RuleContext& context, Findings& findings) {
    Shelves shelves;
    for (const std::size_t bay : context.bays) {
        const Bay& in = context.design.bays[bay];
        shelves.clear();
        for (const Part& part : parts_of(context.build, section_of_bay(bay))) {
            if (part.kind != PartKind::shelf || part.opening < 0) continue;
            const auto opening = static_cast<std::size_t>(part.opening);
            if (shelf_kind(in, in.openings[opening]) == ShelfKind::glass) continue;
            shelves.push_back({bay, opening, &context.book.finishes[part.finish],
                               span_of(context.design, context.layout, bay, opening),
                               shelf_load(context.book, context.design, bay, opening)});
        }
        if (!shelves.empty()) check_bay(context, findings, shelves);
    }
}

}  // namespace

extern const Rule shelf_span;
const Rule shelf_span{"shelf.span", check, Asked::each_bay};

}  // namespace maatkast::rules
