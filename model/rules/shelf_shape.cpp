#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
#include "model/build/shelf.h"

namespace maatkast::rules {
namespace {

struct Place {
    std::size_t bay, opening;
    std::string_view what;  ///< `shelf`, `led` or `interior` of the opening
};

void add(Findings& findings, const Place& place, Repair plain) {
    findings.add({"shelf.shape",
                  Severity::blocked,
                  opening_path(place.bay, place.opening) + "/" + std::string(place.what),
                  static_cast<std::int64_t>(place.opening + 1),
                  std::int64_t{0},
                  {std::move(plain)}});
}

/// A blind corner has two uprights that face each other, behind its door.
bool holds_interiors(BayShape shape) {
    return shape == BayShape::corner_blind_left || shape == BayShape::corner_blind_right;
}

/// Corners and open ends have shelves of one piece on their own plan, and nothing in between.
void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        const Bay& in = context.design.bays[bay];
        const Opening& opening = in.openings[i];
        if (in.shape == BayShape::straight) return;
        if (opening.top && opening.shelf != ShelfKind::loose && opening.shelf != ShelfKind::fixed)
            add(findings, {bay, i, "shelf"}, choose("loose_shelf", bay, i, "shelf", "loose"));
        if (opening.led) add(findings, {bay, i, "led"}, choose("no_light", bay, i, "led", "false"));
        if (!holds_interiors(in.shape) && opening.interior.kind != find_interior_kind("empty"))
            add(findings, {bay, i, "interior"}, choose("leave_empty", bay, i, "interior", "empty"));
    });
}

}  // namespace

extern const Rule shelf_shape;
const Rule shelf_shape{"shelf.shape", check, Asked::each_bay};

}  // namespace maatkast::rules
