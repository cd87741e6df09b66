#include "shared.h"
layout(set = 0, binding = BINDING_FRAME, std140) uniform FrameBlock { Frame frame; };

// Light of the surroundings on a surface with this normal, divided by π (environment.h).
vec3 irradiance(vec3 n) {
    return frame.irradiance[0].rgb + frame.irradiance[1].rgb * n.y + frame.irradiance[2].rgb * n.z +
           frame.irradiance[3].rgb * n.x + frame.irradiance[4].rgb * (n.x * n.y) +
           frame.irradiance[5].rgb * (n.y * n.z) + frame.irradiance[6].rgb * (3.0 * n.z * n.z - 1.0) +
           frame.irradiance[7].rgb * (n.x * n.z) + frame.irradiance[8].rgb * (n.x * n.x - n.y * n.y);
}
