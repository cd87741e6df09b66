#include "model/build/shelf_span.h"

#include <cmath>

namespace maatkast {

Length longest_span(Length thickness, double elastic_modulus, double kg_per_m2, double ratio) {
    constexpr double kGravity = 9.81;
    const double pressure = kg_per_m2 * kGravity / 1e6;  // N/mm²
    const double span = thickness.mm() * std::cbrt(elastic_modulus / (0.15625 * pressure * ratio));
    return Length::of_mm(static_cast<std::int32_t>(std::floor(span)));
}

}  // namespace maatkast
