#include <fmt/format.h>

#include "model/book/book.h"
#include "model/build/columns.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

Length column_in(const Design& design, const Layout& layout, std::size_t bay, std::size_t opening) {
    return column_width(layout.bays[bay].right - layout.bays[bay].left, layout.shelf_thickness,
                        columns_in(opening_at(design, bay, opening)));
}

/// As many columns as stay wide enough, else none.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("divider.width").length("least");
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Interior& interior = opening_at(context.design, bay, i).interior;
        const Length width = column_in(context.design, context.layout, bay, i);
        if (!interior.kind->divides || interior.count == 1 || width >= least) return;
        const Length t = context.layout.shelf_thickness, both = width * interior.count + t * interior.count;
        const int fits = both / (least + t);
        std::vector<Repair> repairs;
        if (fits > 1)
            propose(context, repairs,
                    choose("fewer_columns", bay, i, "interior", fmt::format("{}:{}", interior.kind->id, fits),
                           std::int64_t{fits}),
                    [&](const Outcome& o) { return column_in(o.design, o.layout, bay, i) >= least; });
        repairs.push_back(choose("no_divider", bay, i, "interior", "empty"));
        findings.add({"divider.width", Severity::blocked, opening_path(bay, i) + "/interior", width, least,
                      std::move(repairs)});
    });
}

}  // namespace

extern const Rule divider_width;
const Rule divider_width{"divider.width", check, Asked::each_bay};

}  // namespace maatkast::rules
