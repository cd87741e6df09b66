#pragma once

#include "model/base/message.h"
#include "model/design/design.h"

namespace maatkast {

/// What makes a design none although each of its values is allowed: too many corners, an end in the middle,
/// sliding leaves round a corner, something where knees go, a wall that is not there, a slope that says too
/// much or too little. All of them, each with its path (`bays/2/shape`) and the remedy. What the book forbids
/// is no contradiction but a finding.
Problems contradictions(const Design& design);

}  // namespace maatkast
