#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

/// From the floor of the room to the first board, or what hangs under it; nothing where nobody sits.
std::optional<Length> height_for_knees(const Book& book, const Design& design, const Layout& layout,
                                       std::size_t bay) {
    if (!design.bays[bay].kneehole || !layout.opening(bay, 0).exists) return std::nullopt;
    return clear_height(book, design, layout, bay, 0);
}

/// A higher bay, and where there is a shelf that too, so that what lies over it keeps its height.
Repair raise(const RuleContext& context, std::size_t bay, Length missing) {
    const Range& range = context.book.height;
    const Opening& knees = opening_at(context.design, bay, 0);
    const Length pitch = context.book.hole_pitch, wished = knees.top.value_or(Length{}) + missing;
    const bool on_hole = knees.top && on_grid(knees.shelf);
    const Length top = on_hole ? wished + (pitch - wished % pitch) % pitch : wished;
    const Length more = top - knees.top.value_or(Length{}) + range.step - Length{1};
    const Length height = range.round_down(context.design.bays[bay].height + more);
    Repair higher = repair("set_size", bay_path(bay) + "/height", edit_value(height), height);
    if (knees.top) higher.edits.push_back({opening_path(bay, 0) + "/top", edit_value(top)});
    return higher;
}

void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("kneehole.height").length("least");
    for (const std::size_t bay : context.bays) {
        const auto height = height_for_knees(context.book, context.design, context.layout, bay);
        if (!height || *height >= least) continue;
        const auto holds = [&](const Outcome& o) {
            return height_for_knees(context.book, o.design, o.layout, bay) >= least;
        };
        std::vector<Repair> repairs;
        if (auto moved = move_shelf(context, bay, 0, least - *height))
            propose(context, repairs, std::move(*moved), holds);
        if (opening_at(context.design, bay, 0).top)
            propose(context, repairs, choose("remove_shelf", bay, 0, "remove", ""), holds);
        if (opening_at(context.design, bay, 0).led)
            propose(context, repairs, choose("no_light", bay, 0, "led", "false"), holds);
        propose(context, repairs, raise(context, bay, least - *height), holds);
        repairs.push_back(repair("no_kneehole", bay_path(bay) + "/kneehole", "false"));
        findings.add({"kneehole.height", Severity::blocked, bay_path(bay) + "/kneehole", *height, least,
                      std::move(repairs)});
    }
}

}  // namespace

extern const Rule kneehole_height;
const Rule kneehole_height{"kneehole.height", check, Asked::each_bay};

}  // namespace maatkast::rules
