#pragma once
// The way from one design to another, in edits.

#include <optional>
#include <span>
#include <vector>

#include "model/design/edit.h"

namespace maatkast {

/// Edits that, carried out in order, make `to` out of `from`: equal values, so equal canonical texts. None
/// for equal designs. Nothing where no edits lead there: more fronts before a bay than it has openings, as
/// only a file can hold them, or a contradiction (model/design/contradictions.h). Bays that both have stay
/// where they are; what is equal is not touched, except that sliding leaves go and come again where bays do.
std::optional<std::vector<Edit>> edits_between(const Book& book, const Design& from, const Design& to);

}  // namespace maatkast
