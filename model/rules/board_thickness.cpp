#include <algorithm>
#include <optional>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

bool allowed(const RuleEntry& rule, Length thickness) {
    return thickness >= rule.length("carcase_least") && thickness <= rule.length("carcase_most");
}

/// The offered thickness nearest to the one asked, within what the rule allows for a group of boards; nothing
/// where the finish comes in none of those.
std::optional<Length> nearest_offer(const Finish& finish, const RuleEntry& rule, Length asked) {
    std::optional<Length> best;
    const auto distance = [asked](Length t) { return std::max(t - asked, asked - t); };
    for (const BoardOffer& offer : finish.boards)
        if (allowed(rule, offer.thickness) && (!best || distance(offer.thickness) < distance(*best)))
            best = offer.thickness;
    return best;
}

bool allowed_for_group(const RuleContext& context, Length thickness) {
    const Finish* fronts = context.book.finish(context.design.finish.fronts);
    return fronts && fronts->board(thickness);
}

/// Fronts with a finish of their own, where that comes in fewer thicknesses than others: one finding for all.
void check_exceptions(const RuleContext& context, const RuleEntry& rule, Findings& findings) {
    const Length fronts = context.design.thickness.fronts;
    for (const Leaf& leaf : context.build.leaves) {
        const Finish& finish = context.book.finishes[leaf.finish];
        if (!finish.fronts_only || finish.board(fronts)) continue;
        const auto nearest = nearest_offer(finish, rule, fronts);
        if (!nearest) continue;
        return findings.add({"board.thickness",
                             Severity::blocked,
                             "thickness/fronts",
                             fronts,
                             *nearest,
                             {repair("set_thickness", "thickness/fronts", edit_value(*nearest), *nearest)}});
    }
}

void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("board.thickness");
    const auto& [finish, thickness] = std::tie(context.design.finish, context.design.thickness);
    struct Group {
        const char* path;
        const std::string& finish;
        Length thickness;
    };
    for (const auto& [path, id, t] : {Group{"thickness/carcase", finish.carcase, thickness.carcase},
                                      Group{"thickness/shelves", finish.shelves, thickness.shelves},
                                      Group{"thickness/fronts", finish.fronts, thickness.fronts}}) {
        const Finish* offered = context.book.finish(id);
        if (!offered || (allowed(rule, t) && offered->board(t))) continue;
        const auto nearest = nearest_offer(*offered, rule, t);
        std::vector<Repair> repairs;
        if (nearest) repairs.push_back(repair("set_thickness", path, edit_value(*nearest), *nearest));
        findings.add({"board.thickness", Severity::blocked, path, t,
                      nearest.value_or(rule.length("carcase_most")), std::move(repairs)});
    }
    if (allowed_for_group(context, thickness.fronts)) check_exceptions(context, rule, findings);
}

}  // namespace

extern const Rule board_thickness;
const Rule board_thickness{"board.thickness", check};

}  // namespace maatkast::rules
