#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// A narrower strip cannot be fixed, and one that is fitted to a crooked wall needs something to take off; a
/// wider one is a bay.
void check(const RuleContext& context, Findings& findings) {
    const RuleEntry& rule = context.book.rule("filler.width");
    for (const Side side : {Side::left, Side::right}) {
        const End& end = end_of(context.design, side);
        if (end.filler == Length{}) continue;
        const Length least = rule.length(end.scribe ? "least_scribed" : "least");
        const Length limit = std::clamp(end.filler, least, rule.length("most"));
        if (limit == end.filler) continue;
        const std::string path = side == Side::left ? "ends/left/filler" : "ends/right/filler";
        findings.add(
            {"filler.width",
             Severity::blocked,
             path,
             end.filler,
             limit,
             {repair("set_size", path, edit_value(limit), limit), repair("do_without", path, "none")}});
    }
}

}  // namespace

extern const Rule filler_width;
const Rule filler_width{"filler.width", check};

}  // namespace maatkast::rules
