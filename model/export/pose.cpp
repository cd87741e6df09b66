#include <cmath>
#include <numbers>

#include "model/export/glb.h"

namespace maatkast {

Pose pose(const Opener& opener, double open) {
    const int axis = static_cast<int>(opener.axis);
    Pose out;
    out.pivot = {opener.pivot.x.metres(), opener.pivot.y.metres(), opener.pivot.z.metres()};
    if (opener.kind == OpenerKind::slide) {
        out.translation[axis] = opener.sign * opener.travel.metres() * open;
        return out;
    }
    const double half = opener.sign * opener.limit.degrees() * open * std::numbers::pi / 360;
    out.rotation[axis] = std::sin(half);
    out.rotation[3] = std::cos(half);
    return out;
}

}  // namespace maatkast
