#pragma once

#include "model/base/units.h"

namespace maatkast {

/// The longest shelf on pins (simple supports) that bends at most its length divided by `ratio` under a
/// surface load. δ = 5qL⁴/(384EI), I = bt³/12; for a load p (N/mm²) over the whole depth b cancels: L =
/// t·(E/(0.15625·p·ratio))^(1/3). Check: 18 mm, E 1600 N/mm², 65 kg/m², 200: 780 mm. Rounded down to 1 mm.
Length longest_span(Length thickness, double elastic_modulus, double kg_per_m2, double ratio);

}  // namespace maatkast
