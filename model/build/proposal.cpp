#include "model/build/proposal.h"

#include "model/book/book.h"
#include "model/build/shelf.h"

namespace maatkast {
namespace {

/// The next hole above; below where the shelf goes down, so that at least the wish is met.
Length on_hole(Length top, Length pitch, bool upwards) {
    const Length down = top - top % pitch;
    return upwards && down < top ? down + pitch : down;
}

}  // namespace

std::optional<Outcome> outcome_of(const RuleContext& context, const Repair& repair) {
    auto design = apply(context.book, context.design, repair.edits);
    if (!design) return std::nullopt;
    Layout layout = make_layout(context.book, *design);
    return Outcome{std::move(*design), std::move(layout)};
}

std::optional<Repair> move_shelf(const RuleContext& context, std::size_t bay, std::size_t opening,
                                 Length more) {
    const Opening& under = opening_at(context.design, bay, opening);
    if (!under.top) return std::nullopt;
    const Length wished = *under.top + more;
    const Length top =
        on_grid(under.shelf) ? on_hole(wished, context.book.hole_pitch, more > Length{}) : wished;
    const Length least = context.book.rule("shelf.grid").length("least_clear"), moved = top - *under.top;
    if (context.layout.opening(bay, opening).clear() + moved < least ||
        context.layout.opening(bay, opening + 1).clear() - moved < least)
        return std::nullopt;
    return repair("move_shelf", opening_path(bay, opening) + "/top", edit_value(top), top);
}

std::optional<Repair> add_shelf(const RuleContext& context, std::size_t bay, std::size_t opening,
                                Length underside) {
    const Length t = context.layout.shelf_thickness, floor = context.layout.bays[bay].floor;
    const Length top = on_hole(underside + t - floor, context.book.hole_pitch, false);
    const OpeningLayout& space = context.layout.opening(bay, opening);
    const Length least = context.book.rule("shelf.grid").length("least_clear");
    if (floor + top - t - space.bottom < least || space.top - (floor + top) < least) return std::nullopt;
    return repair("add_shelf", opening_path(bay, opening) + "/split", edit_value(top), top);
}

Repair deepen(const RuleContext& context, std::size_t bay, Length missing) {
    const Range& range = context.book.depth;
    const Length depth = range.round_down(context.design.bays[bay].depth + missing + range.step - Length{1});
    return repair("set_size", bay_path(bay) + "/depth", edit_value(depth), depth);
}

Repair choose(std::string_view key, std::size_t bay, std::size_t opening, std::string_view name,
              std::string value, MessageValue shown) {
    return repair(key, opening_path(bay, opening) + "/" + std::string(name), std::move(value),
                  std::move(shown));
}

Repair leave_out(std::string_view key, std::size_t bay, std::size_t opening) {
    Repair empty = choose(key, bay, opening, "interior", "empty");
    empty.edits.push_back({opening_path(bay, opening) + "/front", "none"});
    return empty;
}

}  // namespace maatkast
