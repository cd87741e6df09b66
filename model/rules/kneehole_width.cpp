#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Between the uprights, for whoever turns on a chair.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("kneehole.width").length("least");
    for (const std::size_t bay : context.bays) {
        const Length width = context.design.bays[bay].width;
        if (!context.design.bays[bay].kneehole || width >= least) continue;
        findings.add({"kneehole.width",
                      Severity::blocked,
                      bay_path(bay) + "/kneehole",
                      width,
                      least,
                      {repair("set_size", bay_path(bay) + "/width", edit_value(least), least),
                       repair("no_kneehole", bay_path(bay) + "/kneehole", "false")}});
    }
}

}  // namespace

extern const Rule kneehole_width;
const Rule kneehole_width{"kneehole.width", check, Asked::each_bay};

}  // namespace maatkast::rules
