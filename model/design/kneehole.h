#pragma once
// A kneehole is a bay that someone sits at: its lowest opening is left to the knees.

#include "model/design/design.h"

namespace maatkast {

/// Whether sliding leaves may stand before a bay: it is straight and nobody sits at it.
bool may_slide_before(const Bay& bay);

/// How many of a bay's openings, from the bottom, are left to the knees: 1 in a kneehole, 0 elsewhere.
int openings_for_knees(const Bay& bay);

/// Takes out what a kneehole cannot have: what stands or is kept in its lowest opening, fronts before that,
/// and a shelf that leans forward over the knees, which becomes a loose one. Other bays stay as they are.
void clear_kneehole(Bay& bay);

}  // namespace maatkast
