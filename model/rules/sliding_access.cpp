#include <algorithm>
#include <vector>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

/// From side to side, and up to what height, what slides out of one opening.
struct Span {
    std::int32_t bay, opening;
    Length least, most, top;
};

/// Every opening behind the leaves out of which something slides.
std::vector<Span> spans_behind(const Build& build, const SlidingLayout& at) {
    std::vector<Span> spans;
    for (const Part& part : build.parts) {
        if (part.opener < 0 || part.opening < 0 || part.bay < static_cast<std::int32_t>(at.first) ||
            part.bay > static_cast<std::int32_t>(at.last))
            continue;
        const Length right = part.origin.x + part.size.x;
        if (spans.empty() || spans.back().bay != part.bay || spans.back().opening != part.opening)
            spans.push_back({part.bay, part.opening, part.origin.x, right, {}});
        spans.back().least = std::min(spans.back().least, part.origin.x);
        spans.back().most = std::max(spans.back().most, right);
        spans.back().top = std::max(spans.back().top, part.origin.y + part.size.y);
    }
    return spans;
}

void check_sliding(const RuleContext& context, Findings& findings, std::size_t index,
                   const SlidingLayout& at) {
    for (const Span& span : spans_behind(context.build, at)) {
        if (at.frees(span.least, span.most) && span.top < at.high) continue;
        const std::string interior =
            opening_path(static_cast<std::size_t>(span.bay), static_cast<std::size_t>(span.opening)) +
            "/interior";
        findings.add({"sliding.access",
                      Severity::blocked,
                      interior,
                      std::int64_t{span.opening + 1},
                      std::int64_t{0},
                      {repair("empty_opening", interior, "empty"),
                       repair("remove_front", sliding_path(index) + "/remove", "")}});
    }
}

void check(const RuleContext& context, Findings& findings) {
    for_each_sliding(context, [&](std::size_t index, const SlidingLayout& at) {
        check_sliding(context, findings, index, at);
    });
}

}  // namespace

extern const Rule sliding_access;
const Rule sliding_access{"sliding.access", check};

}  // namespace maatkast::rules
