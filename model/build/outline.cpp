#include "model/build/outline.h"

#include <cmath>

namespace maatkast {
namespace {

/// Calls see(a, b) for each side.
template <class See>
void for_each_side(std::span<const OutlinePoint> outline, See see) {
    for (std::size_t i = 0; i < outline.size(); ++i) see(outline[i], outline[(i + 1) % outline.size()]);
}

}  // namespace

double outline_area(std::span<const OutlinePoint> outline) {
    std::int64_t twice = 0;  // square tenths of a millimetre
    for_each_side(outline, [&](const OutlinePoint& a, const OutlinePoint& b) {
        twice += std::int64_t{a.u.tenths} * b.v.tenths - std::int64_t{b.u.tenths} * a.v.tenths;
    });
    return static_cast<double>(twice) / 2e8;
}

Length outline_length(std::span<const OutlinePoint> outline) {
    double sum = 0;
    for_each_side(outline, [&](const OutlinePoint& a, const OutlinePoint& b) {
        sum += std::hypot((b.u - a.u).mm(), (b.v - a.v).mm());
    });
    return Length::nearest_mm(sum);
}

Length shaped_cut(std::span<const OutlinePoint> outline, const Part& prism) {
    const auto [u_axis, v_axis] = plane_axes(prism.extrusion);
    const Length u = prism.size.along(u_axis), v = prism.size.along(v_axis);
    double sum = 0;
    for_each_side(outline, [&](const OutlinePoint& a, const OutlinePoint& b) {
        const bool straight =
            (a.u == b.u && (a.u == Length{} || a.u == u)) || (a.v == b.v && (a.v == Length{} || a.v == v));
        if (straight) return;
        sum += prism.extrusion == prism.thickness_axis ? std::hypot((b.u - a.u).mm(), (b.v - a.v).mm())
                                                       : prism.size.along(prism.extrusion).mm();
    });
    return Length::nearest_mm(sum);
}

}  // namespace maatkast
