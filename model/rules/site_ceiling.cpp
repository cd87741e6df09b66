#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Even a cabinet that is built standing needs a little room over it.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.room.ceiling) return;
    const Length most = *context.design.room.ceiling - context.book.rule("site.ceiling").length("clearance");
    const Length height = context.layout.height;
    if (height <= most) return;
    std::vector<Repair> repairs;
    const Length size = context.book.height.round_down(most);
    if (size <= most) repairs.push_back(repair("set_size", "height", edit_value(size), size));
    findings.add({"site.ceiling", Severity::blocked, "height", height, most, std::move(repairs)});
}

}  // namespace

extern const Rule site_ceiling;
const Rule site_ceiling{"site.ceiling", check};

}  // namespace maatkast::rules
