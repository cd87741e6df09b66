#include <algorithm>

#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// The highest that the bays may be for nothing of them to be cut; nothing where none is made so low.
std::optional<Repair> lower(const RuleContext& context, std::size_t first, std::size_t last, Length under) {
    const Length size = context.book.height.round_down(under);
    if (size > under || size < context.book.height.least) return std::nullopt;
    Repair lowered = repair("set_size", bay_path(first) + "/height", edit_value(size), size);
    for (std::size_t i = first + 1; i <= last; ++i)
        lowered.edits.push_back({bay_path(i) + "/height", edit_value(size)});
    return lowered;
}

/// What the ceiling leaves over a bay and its uprights.
Length lowest_over(const RuleContext& context, std::size_t bay) {
    const Layout& layout = context.layout;
    // A corner's legs are in the axes of the wall to its left, whichever wall its door is on.
    const SlopeLine& limit = *layout.runs[layout.uprights[bay].run].limit;
    const Length depth = context.design.bays[bay].depth;
    if (const CornerLayout* corner = corner_at(layout, bay))
        return limit.axis == Axis::x ? limit.lowest(corner->point - corner->left_leg, corner->point)
                                     : limit.lowest({}, corner->right_leg);
    if (limit.axis == Axis::z) return limit.lowest({}, depth);
    Length left = layout.bays[bay].left - layout.carcase_thickness;
    Length right = layout.bays[bay].right + layout.carcase_thickness;
    if (bay == 0) left -= beside_end(context.book, context.design, Side::left);
    if (bay + 1 == layout.bays.size()) right += beside_end(context.book, context.design, Side::right);
    return limit.lowest(left, right);
}

void check_bent(const RuleContext& context, std::size_t bay, Findings& findings) {
    const Length height = context.design.bays[bay].height, under = lowest_over(context, bay);
    if (context.design.bays[bay].shape == BayShape::straight || height <= under) return;
    std::vector<Repair> repairs;
    if (auto lowered = lower(context, bay, bay, under)) repairs.push_back(std::move(*lowered));
    if (is_end(context.design.bays[bay].shape))
        repairs.push_back(repair("make_straight", bay_path(bay) + "/shape", "straight"));
    propose(context, repairs, repair("remove_bay", bay_path(bay) + "/remove", ""), [&](const Outcome& o) {
        return bay >= o.design.bays.size() || o.design.bays[bay].shape == BayShape::straight;
    });
    findings.add(
        {"slope.cut", Severity::blocked, bay_path(bay) + "/height", height, under, std::move(repairs)});
}

bool is_cut(const RuleContext& context, std::size_t bay) {
    return context.layout.bays[bay].lowered;
}

/// Leaves slide before a straight top only.
void check_sliding(const RuleContext& context, std::size_t index, Findings& findings) {
    const Sliding& sliding = context.design.sliding[index];
    const auto first = static_cast<std::size_t>(sliding.first), last = static_cast<std::size_t>(sliding.last);
    Length under = kLongest;
    bool cut = false;
    for (std::size_t i = first; i <= last; ++i) {
        under = std::min(under, lowest_over(context, i));
        cut = cut || is_cut(context, i);
    }
    if (!cut) return;
    std::vector<Repair> repairs;
    if (auto lowered = lower(context, first, last, under)) repairs.push_back(std::move(*lowered));
    repairs.push_back(repair("remove_front", sliding_path(index) + "/remove", ""));
    findings.add({"slope.cut", Severity::blocked, sliding_path(index), context.design.bays[first].height,
                  under, std::move(repairs)});
}

/// A light needs a level board over it.
void check_light(const RuleContext& context, std::size_t bay, Findings& findings) {
    const auto& openings = context.design.bays[bay].openings;
    const std::size_t last = openings.size() - 1;
    if (!context.layout.bays[bay].cut || !openings[last].led) return;
    const std::string path = opening_path(bay, last) + "/led";
    findings.add({"slope.cut",
                  Severity::blocked,
                  path,
                  context.design.bays[bay].height,
                  lowest_over(context, bay),
                  {repair("do_without", path, "false")}});
}

/// What lies on the whole cabinet lies level, and so does the rail that it hangs on.
void check_whole(const RuleContext& context, std::size_t bay, Findings& findings) {
    const Design& design = context.design;
    const auto refuse = [&](bool there, const std::string& path) {
        if (there)
            findings.add({"slope.cut",
                          Severity::blocked,
                          path,
                          design.bays[bay].height,
                          lowest_over(context, bay),
                          {repair("do_without", path, "none")}});
    };
    refuse(design.worktop.has_value(), "worktop");
    refuse(design.cornice.has_value(), "cornice");
    refuse(design.top_filler > Length{}, "top_filler");
    if (design.base.kind == BaseKind::hung)
        findings.add({"slope.cut",
                      Severity::blocked,
                      "base",
                      design.bays[bay].height,
                      lowest_over(context, bay),
                      {set_on_floor(context.book)}});
}

/// Straight bays are cut along a slope; everything else must stay below it.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.room.slope) return;
    std::optional<std::size_t> passed;
    const Length more = over_top(context.design);
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        check_bent(context, i, findings);
        check_light(context, i, findings);
        if (!passed && lowest_over(context, i) < context.design.bays[i].height + more) passed = i;
    }
    for (std::size_t i = 0; i < context.design.sliding.size(); ++i) check_sliding(context, i, findings);
    if (passed) check_whole(context, *passed, findings);
}

}  // namespace

extern const Rule slope_cut;
const Rule slope_cut{"slope.cut", check};

}  // namespace maatkast::rules
