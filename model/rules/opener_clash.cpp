#include <algorithm>

#include "model/build/opener_findings.h"

namespace maatkast::rules {
namespace {

/// Something else that blocks the same place has been said already, and in better words.
bool is_blocked(const Build& build, std::string_view where) {
    return std::ranges::any_of(build.findings, [&](const Finding& finding) {
        return finding.severity == Severity::blocked && finding.where == where;
    });
}

/// A door or drawer that cannot open although all else is closed.
void check(const RuleContext& context, Findings& findings) {
    const auto clashes = worst_alone(context.clashes);
    for (const OpenerClash& clash : clashes) {
        if (is_blocked(context.build, clash.where)) continue;
        const Opener& opener = context.build.openers[static_cast<std::size_t>(clash.opener)];
        findings.add({"opener.clash", Severity::blocked, clash.where, opened(opener, clash.open),
                      opened(opener, 1), repairs_of(context, clashes, clash, clashes_alone)});
    }
}

}  // namespace

extern const Rule opener_clash;
const Rule opener_clash{"opener.clash", check};

}  // namespace maatkast::rules
