#include <algorithm>
#include <utility>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// Of the carcase itself, from its underside: high enough for rail and spacer, low enough to be lifted.
void check(const RuleContext& context, Findings& findings) {
    if (context.design.base.kind != BaseKind::hung) return;
    const RuleEntry& rule = context.book.rule("hung.height");
    const Range& heights = context.book.height;
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Length carcase = context.design.bays[i].height - context.design.base.height;
        const Length limit = std::clamp(carcase, rule.length("least"), rule.length("most"));
        if (limit == carcase) continue;
        const std::string path = bay_path(i) + "/height";
        const Length wanted = context.design.base.height + limit;
        const Length size = heights.round_down(carcase < limit ? wanted + heights.step - Length{1} : wanted);
        const Length made = size - context.design.base.height;
        std::vector<Repair> repairs;
        if (made >= rule.length("least") && made <= rule.length("most")) {
            // The rule speaks of the carcase, the edit of the height above the floor: say which is which.
            Repair top = repair("set_top", path, edit_value(size), size);
            top.text.values.emplace_back("made", made);
            repairs.push_back(std::move(top));
        }
        repairs.push_back(set_on_floor(context.book));
        findings.add({"hung.height", Severity::blocked, path, carcase, limit, std::move(repairs)});
    }
}

}  // namespace

extern const Rule hung_height;
const Rule hung_height{"hung.height", check};

}  // namespace maatkast::rules
