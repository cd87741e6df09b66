#include <fmt/format.h>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/stack.h"

namespace maatkast::rules {
namespace {

/// The lowest opening whose board ends a row behind the front; nothing where it hangs before one row.
/// Drawers each have their own front.
std::optional<std::size_t> row_behind(const RuleContext& context, std::size_t bay, const Front& front) {
    if (front.kind->carries_drawers) return std::nullopt;
    for (int i = front.from; i < front.to; ++i)
        if (row_above(context.design, context.layout, bay, static_cast<std::size_t>(i)))
            return static_cast<std::size_t>(i);
    return std::nullopt;
}

void check_front(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t index) {
    const Front& front = context.design.bays[bay].fronts[index];
    const auto row = row_behind(context, bay, front);
    if (!row) return;
    Repair split = repair("split_front", front_path(bay, index) + "/to", fmt::format("{}", *row));
    split.edits.push_back(
        {bay_path(bay) + "/fronts/add", fmt::format("{}:{}:{}", front.kind->id, *row + 1, front.to)});
    findings.add({"stack.front",
                  Severity::blocked,
                  front_path(bay, index),
                  std::int64_t{2},
                  std::int64_t{1},
                  {std::move(split), choose("fixed_shelf", bay, *row, "shelf", "fixed")}});
}

/// Sliding leaves reach over the whole height.
void check_sliding(const RuleContext& context, Findings& findings, const Sliding& sliding) {
    for (int bay = sliding.first; bay <= sliding.last; ++bay) {
        const auto at = static_cast<std::size_t>(bay);
        for (std::size_t i = 0; i < context.design.bays[at].openings.size(); ++i)
            if (row_above(context.design, context.layout, at, i))
                findings.add({"stack.front",
                              Severity::blocked,
                              opening_path(at, i) + "/shelf",
                              std::int64_t{2},
                              std::int64_t{1},
                              {choose("fixed_shelf", at, i, "shelf", "fixed")}});
    }
}

void check(const RuleContext& context, Findings& findings) {
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay)
        for (std::size_t i = 0; i < context.design.bays[bay].fronts.size(); ++i)
            check_front(context, findings, bay, i);
    for (const Sliding& sliding : context.design.sliding) check_sliding(context, findings, sliding);
}

}  // namespace

extern const Rule stack_front;
const Rule stack_front{"stack.front", check};

}  // namespace maatkast::rules
