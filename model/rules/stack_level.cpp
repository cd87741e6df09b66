#include <algorithm>

#include "model/book/book.h"
#include "model/build/proposal.h"
#include "model/build/stack.h"

namespace maatkast::rules {
namespace {

/// Whether the uprights on both sides of the bay are cut where its upper row begins.
bool is_level(const Design& design, const Layout& layout, std::size_t bay, std::size_t i) {
    const auto row = row_above(design, layout, bay, i);
    if (!row) return true;
    return (bay == 0 || may_cut(design, layout, bay - 1, *row)) &&
           (bay + 1 == design.bays.size() || may_cut(design, layout, bay + 1, *row));
}

/// The edits that begin a row in another bay at the height of this shelf: in the opening that the height
/// lies in, at a shelf that is already there, or at a new one.
void begin_row(const RuleContext& context, std::size_t bay, Length top, std::vector<Edit>& edits) {
    const auto& openings = context.design.bays[bay].openings;
    const auto at = static_cast<std::size_t>(
        std::ranges::find_if(openings, [top](const Opening& o) { return !o.top || *o.top >= top; }) -
        openings.begin());
    if (!openings[at].top || *openings[at].top != top)
        edits.push_back({opening_path(bay, at) + "/split", edit_value(top)});
    edits.push_back({opening_path(bay, at) + "/shelf", "stack"});
}

Repair stack_all(const RuleContext& context, std::size_t bay, std::size_t i, Length row) {
    Repair all{{"repair.stack_all", {}}, {}};
    for (std::size_t other = 0; other < context.design.bays.size(); ++other)
        if (other != bay && !may_cut(context.design, context.layout, other, row))
            begin_row(context, other, *opening_at(context.design, bay, i).top, all.edits);
    return all;
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (is_level(context.design, context.layout, bay, i)) return;
        const Length row = *row_above(context.design, context.layout, bay, i);
        std::vector<Repair> repairs;
        propose(context, repairs, stack_all(context, bay, i, row),
                [&](const Outcome& o) { return is_level(o.design, o.layout, bay, i); });
        repairs.push_back(choose("fixed_shelf", bay, i, "shelf", "fixed"));
        findings.add({"stack.level", Severity::blocked, opening_path(bay, i) + "/shelf",
                      static_cast<std::int64_t>(i + 1), std::int64_t{0}, std::move(repairs)});
    });
}

}  // namespace

extern const Rule stack_level;
const Rule stack_level{"stack.level", check};

}  // namespace maatkast::rules
