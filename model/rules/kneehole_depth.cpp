#include "model/book/book.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

/// From the back to the edge of what lies over the knees, which reaches as far out as the bay.
Length depth_for_knees(const Design& design, const Layout& layout, std::size_t bay) {
    return design.bays[bay].depth - layout.bays[bay].back;
}

/// Whoever sits at less keeps some distance: to be known before it is bought, not forbidden.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("kneehole.depth").length("least");
    for (const std::size_t bay : context.bays) {
        const Length depth = depth_for_knees(context.design, context.layout, bay);
        if (!context.design.bays[bay].kneehole || depth >= least) continue;
        std::vector<Repair> repairs;
        propose(context, repairs, deepen(context, bay, least - depth),
                [&](const Outcome& o) { return depth_for_knees(o.design, o.layout, bay) >= least; });
        repairs.push_back(repair("no_kneehole", bay_path(bay) + "/kneehole", "false"));
        findings.add({"kneehole.depth", Severity::advised, bay_path(bay) + "/kneehole", depth, least,
                      std::move(repairs)});
    }
}

}  // namespace

extern const Rule kneehole_depth;
const Rule kneehole_depth{"kneehole.depth", check, Asked::each_bay};

}  // namespace maatkast::rules
