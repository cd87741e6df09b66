#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Cap and frieze want some height; more looks like a box.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.cornice) return;
    const RuleEntry& rule = context.book.rule("cornice.height");
    const Length height = context.design.cornice->height;
    const Length limit = std::clamp(height, rule.length("least"), rule.length("most"));
    if (limit == height) return;
    findings.add(
        {"cornice.height",
         Severity::blocked,
         "cornice",
         height,
         limit,
         {repair("set_size", "cornice", edit_value(limit), limit), repair("do_without", "cornice", "none")}});
}

}  // namespace

extern const Rule cornice_height;
const Rule cornice_height{"cornice.height", check};

}  // namespace maatkast::rules
