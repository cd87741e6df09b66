#include <algorithm>
#include <vector>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

/// From side to side, and up to what height, what slides out of one opening; a tall pull-out out of all of
/// its own.
struct Span {
    std::int32_t bay, opening, front;  ///< -1 where it has no front
    Length least, most, top;
    bool pullout = false;
};

bool is_pullout(const Design& design, const Opener& opener) {
    if (opener.front < 0) return false;
    const Bay& bay = design.bays[static_cast<std::size_t>(opener.bay)];
    return bay.fronts[static_cast<std::size_t>(opener.front)].kind == find_front_kind("pullout");
}

bool same(const Span& a, const Span& b) {
    return a.bay == b.bay && (a.pullout && b.pullout ? a.front == b.front : a.opening == b.opening);
}

/// Every opening behind the leaves out of which something slides.
std::vector<Span> spans_behind(const Design& design, const Build& build, const SlidingLayout& at) {
    std::vector<Span> spans;
    for (const Part& part : build.parts) {
        if (part.opener < 0 || part.opening < 0 || part.bay < static_cast<std::int32_t>(at.first) ||
            part.bay > static_cast<std::int32_t>(at.last))
            continue;
        const Length right = part.origin.x + part.size.x;
        const Opener& opener = build.openers[static_cast<std::size_t>(part.opener)];
        const Span span{
            part.bay, part.opening, opener.front, part.origin.x, right, {}, is_pullout(design, opener)};
        if (spans.empty() || !same(spans.back(), span)) spans.push_back(span);
        spans.back().least = std::min(spans.back().least, part.origin.x);
        spans.back().most = std::max(spans.back().most, right);
        spans.back().top = std::max(spans.back().top, part.origin.y + part.size.y);
    }
    return spans;
}

const char* name_of(const Design& design, const Span& span) {
    if (span.pullout) return "slides.pullout";
    const InteriorKind* kind =
        opening_at(design, static_cast<std::size_t>(span.bay), static_cast<std::size_t>(span.opening))
            .interior.kind;
    if (kind == find_interior_kind("tray")) return "slides.tray";
    return kind == find_interior_kind("rail_pullout") ? "slides.rail" : "slides.drawer";
}

/// A tall pull-out is its front; a drawer's front stays behind where only the drawer goes.
Repair without(const Span& span) {
    const auto bay = static_cast<std::size_t>(span.bay), opening = static_cast<std::size_t>(span.opening);
    if (span.pullout)
        return repair("remove_pullout", front_path(bay, static_cast<std::size_t>(span.front)) + "/remove",
                      "");
    return span.front >= 0 ? leave_out("empty_opening", bay, opening)
                           : choose("empty_opening", bay, opening, "interior", "empty");
}

std::string place_of(const Span& span) {
    const auto bay = static_cast<std::size_t>(span.bay);
    return span.pullout ? front_path(bay, static_cast<std::size_t>(span.front))
                        : opening_path(bay, static_cast<std::size_t>(span.opening)) + "/interior";
}

void check_sliding(const RuleContext& context, Findings& findings, std::size_t index,
                   const SlidingLayout& at) {
    for (const Span& span : spans_behind(context.design, context.build, at)) {
        if (at.frees(span.least, span.most) && span.top < at.high) continue;
        findings.add({"sliding.access",
                      Severity::blocked,
                      place_of(span),
                      std::int64_t{span.opening + 1},
                      std::int64_t{0},
                      {without(span), repair("remove_front", sliding_path(index) + "/remove", "")},
                      {{"what", Key{name_of(context.design, span)}}}});
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
