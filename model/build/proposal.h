#pragma once
// Repairs that are tried before they are proposed: what a rule offers must remove its finding.

#include <optional>
#include <utility>
#include <vector>

#include "model/build/layout.h"
#include "model/build/rule.h"

namespace maatkast {

/// The design after a repair, laid out.
struct Outcome {
    Design design;
    Layout layout;
};
/// Nothing where the edits do not apply.
std::optional<Outcome> outcome_of(const RuleContext& context, const Repair& repair);

/// Adds the repair where `holds(outcome)`.
template <class Holds>
void propose(const RuleContext& context, std::vector<Repair>& repairs, Repair repair, Holds holds) {
    if (context.repairs == Repairs::left_out) return;
    if (const auto outcome = outcome_of(context, repair); outcome && holds(*outcome))
        repairs.push_back(std::move(repair));
}

/// Calls `see(bay, opening)` for each opening that exists in the bays that are asked about, from the left and
/// from the bottom.
template <class See>
void for_each_opening(const RuleContext& context, See see) {
    for (const std::size_t bay : context.bays)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i)
            if (context.layout.opening(bay, i).exists) see(bay, i);
}
inline const Opening& opening_at(const Design& design, std::size_t bay, std::size_t opening) {
    return design.bays[bay].openings[opening];
}

/// The repair that puts the shelf over an opening at a height that makes the opening `more` higher (negative:
/// lower), on the next hole where it stands on pins. Nothing where there is no shelf, or it would come closer
/// to the next one than the book allows.
std::optional<Repair> move_shelf(const RuleContext& context, std::size_t bay, std::size_t opening,
                                 Length more);
/// The repair that puts a shelf into an opening, on the highest hole at which its underside is at most so far
/// above the floor. Nothing where it would come closer to its neighbours than the book allows.
std::optional<Repair> add_shelf(const RuleContext& context, std::size_t bay, std::size_t opening,
                                Length underside);
/// A bay as much deeper as is missing, on the book's step.
Repair deepen(const RuleContext& context, std::size_t bay, Length missing);

/// A choice for an opening, `bays/0/openings/2/NAME=VALUE`, with the text `repair.KEY`.
Repair choose(std::string_view key, std::size_t bay, std::size_t opening, std::string_view name,
              std::string value, MessageValue shown = std::string());
/// An opening left empty and open.
Repair leave_out(std::string_view key, std::size_t bay, std::size_t opening);

}  // namespace maatkast
