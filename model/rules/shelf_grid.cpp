#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

void check_shelf(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t index) {
    const Length top = *context.design.bays[bay].openings[index].top, pitch = context.book.hole_pitch;
    const OpeningLayout& space = context.layout.opening(bay, index);
    const std::string path = opening_path(bay, index) + "/top";
    const Repair removal = repair("remove_shelf", opening_path(bay, index) + "/remove", "");
    if (above_slope(context.layout.bays[bay], context.design.bays[bay].openings[index]))
        return;  // slope.shelf says it
    if (!space.exists || space.clear() < context.book.rule("shelf.grid").length("least_clear")) {
        findings.add({"shelf.grid", Severity::blocked, path, top, pitch, {removal}});
    } else if (on_grid(context.design.bays[bay].openings[index].shelf) && top % pitch != Length{}) {
        const Length down = top - top % pitch;
        std::vector<Repair> repairs;
        // Down to the next hole, unless that is where the shelf below already is.
        if (space.clear() - top % pitch >= context.book.rule("shelf.grid").length("least_clear"))
            repairs.push_back(repair("move_shelf", path, edit_value(down), down));
        repairs.push_back(removal);
        findings.add({"shelf.grid", Severity::blocked, path, top, pitch, std::move(repairs)});
    }
}

void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("shelf.grid").length("least_clear");
    for (const std::size_t i : context.bays) {
        const auto& openings = context.design.bays[i].openings;
        for (std::size_t k = 0; k + 1 < openings.size(); ++k) check_shelf(context, findings, i, k);
        // The uppermost opening needs its clear height too; its shelf is the one below.
        const std::size_t last = openings.size() - 1;
        const OpeningLayout& space = context.layout.opening(i, last);
        if (last > 0 && context.layout.opening(i, last - 1).exists && space.clear() < least)
            findings.add({"shelf.grid",
                          Severity::blocked,
                          opening_path(i, last - 1) + "/top",
                          *openings[last - 1].top,
                          context.book.hole_pitch,
                          {repair("remove_shelf", opening_path(i, last - 1) + "/remove", "")}});
    }
}

}  // namespace

extern const Rule shelf_grid;
const Rule shelf_grid{"shelf.grid", check, Asked::each_bay};

}  // namespace maatkast::rules
