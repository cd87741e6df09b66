#pragma once
// What happens when everything is opened at once. Most doors, drawers and flaps each go their way; but what
// stands behind a leaf comes out when that is open, sliding leaves hide a part of what is behind them
// wherever they stand, and of two doors that face each other round a corner only one can be open.

#include <cstdint>
#include <vector>

#include "model/build/build.h"

namespace maatkast {

/// When an opener moves while everything opens: all the way long; in the first half, as leaves do that
/// something stands behind; in the second half, as what comes out from behind them; or not at all: a leaf
/// that another one slides over or that would meet another one, and what stays hidden.
enum class Turn : std::uint8_t { throughout, first, second, never };

/// By opener, so that at no time two of them meet, nor one of them what stands still. Of each row of sliding
/// leaves those move that let most come out; where that is alike those that leave most of the width free,
/// then the fewest, then those further to the left. What stands behind a leaf comes out where all of its way
/// is clear of the leaves as they stand then. Of two fronts that meet although one waits for the other that
/// opens which has more behind it, then the larger, then the first. One that cannot open even alone stays
/// closed. Costs about as much as looking for the findings about openers.
std::vector<Turn> turns(const Build& build);

/// How far one is open, 0..1, when everything is by `share` of its way.
double open_by(Turn turn, double share);

/// By opener, for `opener_matrix` and for pictures.
std::vector<double> open_all(const Build& build, double share);

}  // namespace maatkast
