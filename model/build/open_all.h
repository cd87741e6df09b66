#pragma once
// What happens when everything is opened at once. Hinged doors, drawers and flaps each go their way; sliding
// leaves cannot: wherever they stand they hide a part of what is behind them, and nothing comes out through a
// leaf.

#include <cstdint>
#include <vector>

#include "model/build/build.h"

namespace maatkast {

/// When an opener moves while everything opens: all the way long; in the first half, as the leaves do; in the
/// second half, as what comes out from behind them; or not at all: a leaf that another one slides over, and
/// what stays hidden.
enum class Turn : std::uint8_t { throughout, first, second, never };

/// By opener. Of each row of sliding leaves those move that let most come out; where that is alike those that
/// leave most of the width free, then the fewest, then those further to the left. What stands behind a leaf
/// comes out where all of its way is clear of the leaves as they stand then, in the same frame.
std::vector<Turn> turns(const Build& build);

/// How far one is open, 0..1, when everything is by `share` of its way.
double open_by(Turn turn, double share);

/// By opener, for `opener_matrix` and for pictures.
std::vector<double> open_all(const Build& build, double share);

}  // namespace maatkast
