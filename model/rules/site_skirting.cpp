#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// What the thickest back panel takes behind the carcase. Braces and the boards of a hung cabinet take more,
/// but fill it.
Length behind_panels(const RuleContext& context) {
    const auto thickest =
        std::ranges::max(context.layout.bays, {}, &BayLayout::back_thickness).back_thickness;
    return thickest + context.book.construction.joint_clearance;
}

const Range& range_of(const Book& book, BaseKind kind) {
    if (kind == BaseKind::hung) return book.hung_height;
    return kind == BaseKind::legs ? book.leg_height : book.plinth_height;
}

/// A skirting board that reaches higher than the base keeps the carcase off the wall; round a lower one
/// the ends of the plinth and cladding are notched.
void check(const RuleContext& context, Findings& findings) {
    const auto& skirting = context.design.room.skirting;
    const Length base = context.layout.base;
    if (!skirting || skirting->depth <= behind_panels(context) || skirting->height <= base) return;
    const Range& range = range_of(context.book, context.design.base.kind);
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
