#pragma once
// The cabinet as large as it will be: a millimetre of its front is a millimetre on the glass.

#include "renderer/camera.h"
#include "tools/showroom/turntable.h"

namespace maatkast::show {

/// What anybody has in a pocket: ISO/IEC 7810 ID-1, millimetres.
inline constexpr double kCardWidth = 85.60, kCardHeight = 53.98, kCardCorner = 3.18;
/// So narrow that what lies half a metre behind the front is less than a tenth smaller on a screen of 0.5 m.
inline constexpr float kLifeSizeView = 3;  ///< degrees, vertical

struct LifeSize {
    bool on = false;
    glm::vec2 centre{0, 1.2F};  ///< metres, in the plane of the front; in the middle of the free picture
    double pixels_per_mm = 3.78;

    /// The hand moves the cabinet by so many pixels; its `box` stays under the middle.
    void pan(glm::vec2 pixels, const render::Bounds& box);
    /// Looks straight at the front, which stands at z = `front` metres. The millimetre is true in that plane.
    render::Camera camera(float front, render::Size size, const FreeArea& area) const;
};

}  // namespace maatkast::show
