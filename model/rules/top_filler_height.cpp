#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The strip reaches from the highest carcase to a ceiling that has been measured, and no further.
void check(const RuleContext& context, Findings& findings) {
    const Design& design = context.design;
    if (design.top_filler == Length{}) return;
    const RuleEntry& rule = context.book.rule("top_filler.height");
    const Length least = rule.length("least"), most = rule.length("most");
    const auto report = [&](Severity severity, Length limit, bool set) {
        std::vector<Repair> repairs;
        if (set) repairs.push_back(repair("set_size", "top_filler", edit_value(limit), limit));
        repairs.push_back(repair("do_without", "top_filler", "none"));
        findings.add(
            {"top_filler.height", severity, "top_filler", design.top_filler, limit, std::move(repairs)});
    };
    const Length held = std::clamp(design.top_filler, least, most);
    if (!design.room.ceiling) {
        if (held != design.top_filler) report(Severity::blocked, held, true);
        return;
    }
    const Length room = *design.room.ceiling - context.layout.height;
    const bool fits = room >= least && room <= most;
    if (!fits)
        report(Severity::blocked, std::clamp(room, least, most), false);
    else if (design.top_filler > room || design.top_filler < least)
        report(Severity::blocked, room, true);
    else if (design.top_filler < room - rule.length("play"))
        report(Severity::advised, room, true);
}

}  // namespace

extern const Rule top_filler_height;
const Rule top_filler_height{"top_filler.height", check};

}  // namespace maatkast::rules
