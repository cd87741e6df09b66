#pragma once
// How grips look: a round knob with two arrows along the way it can be pulled, and the way itself meanwhile.

#include "renderer/camera.h"
#include "tools/scene/grips.h"
#include "tools/showroom/ui.h"

namespace maatkast::show {

/// Where a grip appears, and which way it goes there. Pixels.
struct GripPlace {
    glm::vec2 at{0};
    glm::vec2 way{1, 0};  ///< unit
};
/// Nothing when it lies behind the eye. What belongs to the whole stands a little beside the cabinet.
std::optional<GripPlace> place_of(const scene::Grip& grip, const render::View& view);

/// Half the width of its knob at scale 1, and of one for a part inside.
inline constexpr float kKnob = 14, kSmallKnob = 12;
float knob_of(const scene::Grip& grip);

/// `hover` and `held` 0…1.
void draw_grip(const Ui& ui, const scene::Grip& grip, const GripPlace& place, float hover, bool held);

/// From the least to the greatest size that is allowed, as a line in the picture with a stop at each end.
void draw_range(const Ui& ui, const scene::Grip& grip, const scene::GripRange& range,
                const render::View& view);

}  // namespace maatkast::show
