#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// The deeper, the more it pulls at the upper screws.
void check(const RuleContext& context, Findings& findings) {
    if (context.design.base.kind != BaseKind::hung) return;
    const Length most = context.book.rule("hung.depth").length("most");
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const std::string path = bay_path(i) + "/depth";
        if (context.design.bays[i].depth <= most) continue;
        const Length size = context.book.depth.round_down(most);
        findings.add({"hung.depth",
                      Severity::blocked,
                      path,
                      context.design.bays[i].depth,
                      most,
                      {repair("set_size", path, edit_value(size), size), set_on_floor(context.book)}});
    }
}

}  // namespace

extern const Rule hung_depth;
const Rule hung_depth{"hung.depth", check};

}  // namespace maatkast::rules
