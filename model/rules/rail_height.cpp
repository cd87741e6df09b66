#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Advised, not blocked: whoever hangs baby clothes knows better.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("rail.height").length("least");
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            const Opening& opening = context.design.bays[bay].openings[i];
            const OpeningLayout& space = context.layout.opening(bay, i);
            if (opening.interior.kind != find_interior_kind("rail") || !space.exists ||
                space.clear() >= least)
                continue;
            std::vector<Repair> repairs;
            const bool last = i + 1 == context.design.bays[bay].openings.size();
            const Length pitch = context.book.hole_pitch, missing = least - space.clear();
            if (!last) {
                const Length raised = *opening.top + missing + pitch - Length{1};
                const Length top = raised - raised % pitch;
                if (top + pitch <= context.layout.opening(bay, i + 1).top - context.layout.bays[bay].floor)
                    repairs.push_back(
                        repair("move_shelf", opening_path(bay, i) + "/top", edit_value(top), top));
            }
            repairs.push_back(repair("no_rail", opening_path(bay, i) + "/interior", "empty"));
            findings.add({"rail.height", Severity::advised, opening_path(bay, i) + "/interior", space.clear(),
                          least, std::move(repairs)});
        }
}

}  // namespace

extern const Rule rail_height;
const Rule rail_height{"rail.height", check};

}  // namespace maatkast::rules
