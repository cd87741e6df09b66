#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    if (!context.design.cornice) return;
    const Length most = context.book.rule("cornice.overhang").length("most");
    if (context.design.cornice->overhang <= most) return;
    findings.add({"cornice.overhang",
                  Severity::blocked,
                  "cornice/overhang",
                  context.design.cornice->overhang,
                  most,
                  {repair("set_size", "cornice/overhang", edit_value(most), most)}});
}

}  // namespace

extern const Rule cornice_overhang;
const Rule cornice_overhang{"cornice.overhang", check};

}  // namespace maatkast::rules
