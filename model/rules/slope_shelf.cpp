#include "model/book/book.h"
#include "model/build/layout.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// On the highest hole under the lowest point of the top, where the shelf below leaves room.
std::optional<Repair> lower(const RuleContext& context, std::size_t bay, std::size_t index, Length most) {
    const Length least = context.book.rule("shelf.grid").length("least_clear");
    const Length top = most - most % context.book.hole_pitch;
    const Length below = index > 0 ? *context.design.bays[bay].openings[index - 1].top : Length{};
    if (top - context.layout.shelf_thickness - below < least) return std::nullopt;
    return repair("move_shelf", opening_path(bay, index) + "/top", edit_value(top), top);
}

/// A shelf spans its bay, so it lies under the lowest point of a top that is cut.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("shelf.grid").length("least_clear");
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const BayLayout& at = context.layout.bays[i];
        const auto& openings = context.design.bays[i].openings;
        for (std::size_t k = 0; k + 1 < openings.size(); ++k) {
            if (!above_slope(at, *openings[k].top)) continue;
            const Length most = at.ceiling - at.floor - least;
            std::vector<Repair> repairs;
            if (auto lowered = lower(context, i, k, most)) repairs.push_back(std::move(*lowered));
            repairs.push_back(repair("remove_shelf", opening_path(i, k) + "/remove", ""));
            findings.add({"slope.shelf", Severity::blocked, opening_path(i, k) + "/top", *openings[k].top,
                          std::max(Length{}, most), std::move(repairs)});
        }
    }
}

}  // namespace

extern const Rule slope_shelf;
const Rule slope_shelf{"slope.shelf", check};

}  // namespace maatkast::rules
