#include "model/base/units.h"

#include <cmath>
#include <numbers>

namespace maatkast {

double sine(Angle angle) {
    std::int32_t turn = angle.hundredths % 36000;
    if (turn < 0) turn += 36000;
    if (turn % 9000 == 0) {
        constexpr std::array kExact{0.0, 1.0, 0.0, -1.0};
        return kExact[static_cast<std::size_t>(turn / 9000)];
    }
    return std::sin(turn / 18000.0 * std::numbers::pi);
}

double cosine(Angle angle) {
    return sine({angle.hundredths + 9000});
}

}  // namespace maatkast
