#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// Only a filler can be left wider for a crooked wall.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("filler.width").length("least_scribed");
    for (const Side side : {Side::left, Side::right}) {
        const End& end = end_of(context.design, side);
        if (!end.scribe || end.filler > Length{}) continue;
        const std::string path = side == Side::left ? "ends/left" : "ends/right";
        findings.add({"filler.scribe",
                      Severity::blocked,
                      path + "/scribe",
                      end.filler,
                      least,
                      {repair("set_size", path + "/filler", edit_value(least), least),
                       repair("do_without", path + "/scribe", "false")}});
    }
}

}  // namespace

extern const Rule filler_scribe;
const Rule filler_scribe{"filler.scribe", check};

}  // namespace maatkast::rules
