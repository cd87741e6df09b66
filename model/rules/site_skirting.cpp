#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A skirting board that reaches higher than the base keeps the carcase off the wall; under a lower one only
/// the ends of the plinth are notched.
void check(const RuleContext& context, Findings& findings) {
    const auto& skirting = context.design.room.skirting;
    const Length base = context.layout.base;
    if (!skirting || skirting->depth <= context.layout.back_zone || skirting->height <= base) return;
    const bool legs = context.design.base.kind == BaseKind::legs;
    const Range& range = legs ? context.book.leg_height : context.book.plinth_height;
    std::vector<Repair> repairs;
    const Length size = range.round_down(skirting->height + range.step - Length{1});
    if (size >= skirting->height && size <= range.most)
        repairs.push_back(repair("set_size", "base/height", edit_value(size), size));
    findings.add(
        {"site.skirting", Severity::advised, "room/skirting", skirting->height, base, std::move(repairs)});
}

}  // namespace

extern const Rule site_skirting;
const Rule site_skirting{"site.skirting", check};

}  // namespace maatkast::rules
