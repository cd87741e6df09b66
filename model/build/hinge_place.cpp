#include "model/build/hinge_place.h"

#include <algorithm>
#include <optional>

namespace maatkast {

Length nearest_clear(Length wished, const std::vector<HingeObstacle>& obstacles, Length least, Length most) {
    std::optional<Length> best;
    const auto away = [wished](Length at) { return std::max(at - wished, wished - at); };
    const auto consider = [&](Length at) {
        if (at < least || at > most || (best && away(*best) <= away(at))) return;
        if (std::ranges::all_of(obstacles, [at](const HingeObstacle& o) { return o.clear_of(at); }))
            best = at;
    };
    consider(wished);
    for (const HingeObstacle& obstacle : obstacles) {
        consider(obstacle.middle + obstacle.distance);
        consider(obstacle.middle - obstacle.distance);
    }
    return best.value_or(wished);
}

}  // namespace maatkast
