#include <algorithm>

#include "model/build/opener_findings.h"

namespace maatkast::rules {
namespace {

/// One that cannot open at all has its own finding.
bool cannot_open(const Build& build, std::string_view where) {
    return std::ranges::any_of(build.findings, [&](const Finding& finding) {
        return finding.rule == "opener.clash" && finding.where == where;
    });
}

/// Two that open, but not at once: to be known before it is bought, not forbidden.
void check(const RuleContext& context, Findings& findings) {
    const auto clashes = worst_together(context.clashes);
    for (const OpenerClash& clash : clashes) {
        if (cannot_open(context.build, clash.where)) continue;
        const Opener& opener = context.build.openers[static_cast<std::size_t>(clash.opener)];
        findings.add({"opener.together", Severity::advised, clash.where, opened(opener, clash.open),
                      opened(opener, 1), repairs_of(context, clashes, clash, clashes_together)});
    }
}

}  // namespace

extern const Rule opener_together;
const Rule opener_together{"opener.together", check};

}  // namespace maatkast::rules
