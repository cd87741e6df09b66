#include "model/build/kinds.h"
#include "model/build/rule.h"
#include "model/build/shelf.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

/// What stands in the way of a frame that takes a whole opening: what is in it, and shelves that slant into
/// it from above or below.
void clear_opening(const Bay& bay, std::size_t index, int opening, Repair& repair) {
    const std::string path = opening_path(index, static_cast<std::size_t>(opening));
    if (bay.openings[static_cast<std::size_t>(opening)].interior.kind != find_interior_kind("empty"))
        repair.edits.push_back({path + "/interior", "empty"});
    for (const int shelf : {opening - 1, opening})
        if (shelf >= 0 && closed_by(bay, static_cast<std::size_t>(shelf), ShelfKind::slanted))
            repair.edits.push_back(
                {opening_path(index, static_cast<std::size_t>(shelf)) + "/shelf", "fixed"});
}

void check_front(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t index) {
    const Front& front = context.design.bays[bay].fronts[index];
    Repair empty{{"repair.empty_opening", {}}, {}};
    std::optional<std::int64_t> first;
    for (int i = front.from; i <= front.to; ++i) {
        clear_opening(context.design.bays[bay], bay, i, empty);
        if (!first && !empty.edits.empty()) first = i + 1;
    }
    if (!first) return;
    findings.add({"pullout.interior",
                  Severity::blocked,
                  front_path(bay, index),
                  *first,
                  std::int64_t{0},
                  {std::move(empty), repair("remove_front", front_path(bay, index) + "/remove", "")}});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_front(context, find_front_kind("pullout"),
                   [&](std::size_t bay, std::size_t index) { check_front(context, findings, bay, index); });
}

}  // namespace

extern const Rule pullout_interior;
const Rule pullout_interior{"pullout.interior", check, Asked::each_bay};

}  // namespace maatkast::rules
