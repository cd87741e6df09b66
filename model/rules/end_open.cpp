#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// Beside an open end there is no side to screw anything to.
void check(const RuleContext& context, Findings& findings) {
    for (const Side side : {Side::left, Side::right}) {
        if (closed_end(context.design, side)) continue;
        const End& end = end_of(context.design, side);
        const std::string path = side == Side::left ? "ends/left" : "ends/right";
        const auto refuse = [&](const std::string& what, const char* without) {
            findings.add({"end.open",
                          Severity::blocked,
                          path + what,
                          std::int64_t{1},
                          std::int64_t{0},
                          {repair("do_without", path + what, without)}});
        };
        if (end.cladding) refuse("/cladding", "false");
        if (end.filler > Length{}) refuse("/filler", "none");
    }
}

}  // namespace

extern const Rule end_open;
const Rule end_open{"end.open", check};

}  // namespace maatkast::rules
