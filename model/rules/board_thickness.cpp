#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The offered thickness nearest to the one asked, within what the rule allows for a group of boards.
Length nearest_offer(const Finish& finish, const RuleEntry& rule, Length asked) {
    Length best = rule.length("carcase_most");
    const auto distance = [asked](Length t) { return std::max(t - asked, asked - t); };
    for (const BoardOffer& offer : finish.boards)
        if (offer.thickness >= rule.length("carcase_least") && distance(offer.thickness) < distance(best))
            best = offer.thickness;
    return best;
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
        const bool allowed = t >= rule.length("carcase_least") && t <= rule.length("carcase_most");
        if (!offered || (allowed && offered->board(t))) continue;
        const Length nearest = nearest_offer(*offered, rule, t);
        findings.add({"board.thickness",
                      Severity::blocked,
                      path,
                      t,
                      nearest,
                      {repair("set_thickness", path, edit_value(nearest), nearest)}});
    }
}

}  // namespace

extern const Rule board_thickness;
const Rule board_thickness{"board.thickness", check};

}  // namespace maatkast::rules
