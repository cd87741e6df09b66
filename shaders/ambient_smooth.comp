// Smooths each tile of the ambient atlas, so that the single directions do not show as faint edges. Texels inside
// another board see nothing and would darken its surroundings: they are filled from their neighbours instead.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"

layout(local_size_x = AMBIENT_GROUP) in;
layout(set = 0, binding = BINDING_TILES, std430) readonly buffer Tiles { AmbientTile tiles[]; };
layout(set = 0, binding = BINDING_TEXELS, std430) readonly buffer Texels { uvec2 texels[]; };
layout(set = 0, binding = BINDING_AMBIENT_OUT, rgba8) uniform writeonly image2D ambient_out;
layout(set = 0, binding = BINDING_AMBIENT_RAW, rgba8) uniform readonly image2D ambient_raw;

const int kReach = 2;
const float kHidden = 0.03;  // square root of the share below which a texel counts as inside something

void main() {
    const uint index = gl_GlobalInvocationID.x;
    const uvec2 texel = texels[min(index, uint(texels.length()) - 1u)];
    const uvec4 target = tiles[texel.x].target;
    const ivec2 at = ivec2(texel.y % target.z, texel.y / target.z);
    const ivec2 last = ivec2(target.zw) - 1;
    vec4 sum = vec4(0.0);
    float weights = 1e-6;
    for (int y = -kReach; y <= kReach; ++y) {
        for (int x = -kReach; x <= kReach; ++x) {
            const ivec2 from = clamp(at + ivec2(x, y), ivec2(0), last);
            const vec4 value = imageLoad(ambient_raw, ivec2(target.xy) + from);
            const float weight = (value.a > kHidden ? 1.0 : 1e-4) * exp2(-0.4 * float(x * x + y * y));
            sum += weight * value;
            weights += weight;
        }
    }
    if (index >= texels.length()) return;
    imageStore(ambient_out, ivec2(target.xy) + at, sum / weights);
}
