#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    if (!context.design.worktop) return;
    const Length most = context.book.rule("worktop.overhang").length("most");
    if (context.design.worktop->overhang <= most) return;
    findings.add({"worktop.overhang",
                  Severity::blocked,
                  "worktop/overhang",
                  context.design.worktop->overhang,
                  most,
                  {repair("set_size", "worktop/overhang", edit_value(most), most)}});
}

}  // namespace

extern const Rule worktop_overhang;
const Rule worktop_overhang{"worktop.overhang", check};

}  // namespace maatkast::rules
