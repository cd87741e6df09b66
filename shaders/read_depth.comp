// The depth of all samples of a picture, for the host to read.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"

layout(local_size_x = DEPTH_GROUP, local_size_y = DEPTH_GROUP) in;
layout(set = 0, binding = 0) uniform sampler2DMS depth;
layout(set = 0, binding = 1, std430) writeonly buffer Samples { vec4 samples[]; };

void main() {
    const ivec2 size = textureSize(depth);
    const ivec2 at = ivec2(gl_GlobalInvocationID.xy);
    const ivec2 pixel = min(at, size - 1);
    const vec4 value = vec4(texelFetch(depth, pixel, 0).r, texelFetch(depth, pixel, 1).r, texelFetch(depth, pixel, 2).r,
                            texelFetch(depth, pixel, 3).r);
    if (at.x < size.x && at.y < size.y) samples[at.y * size.x + at.x] = value;
}
