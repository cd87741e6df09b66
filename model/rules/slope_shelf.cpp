#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/proposal.h"
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

/// Beside a slope nothing hangs or runs, and what is kept there is not known to fit.
void check_interiors(const RuleContext& context, std::size_t bay, Findings& findings) {
    const BayLayout& at = context.layout.bays[bay];
    const auto& openings = context.design.bays[bay].openings;
    for (std::size_t k = 0; k < openings.size(); ++k) {
        const OpeningLayout& space = context.layout.opening(bay, k);
        if (!at.cut || !space.exists || space.top <= at.ceiling) continue;
        const auto refuse = [&](std::string_view what, std::string_view key, std::string value) {
            findings.add({"slope.shelf",
                          Severity::blocked,
                          opening_path(bay, k) + "/" + std::string(what),
                          space.top - at.floor,
                          at.ceiling - at.floor,
                          {choose(key, bay, k, what, std::move(value))}});
        };
        if (openings[k].interior.kind != find_interior_kind("empty"))
            refuse("interior", "empty_opening", "empty");
        if (openings[k].contents) refuse("contents", "other_contents", "none");
    }
}

/// A shelf spans its bay, so it lies under the lowest point of a top that is cut.
void check(const RuleContext& context, Findings& findings) {
    const Length least = context.book.rule("shelf.grid").length("least_clear");
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        check_interiors(context, i, findings);
        const BayLayout& at = context.layout.bays[i];
        const auto& openings = context.design.bays[i].openings;
        for (std::size_t k = 0; k + 1 < openings.size(); ++k) {
            if (!above_slope(at, openings[k])) continue;
            const Length most = shelf_limit(at, openings[k].shelf) - at.floor - least;
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
