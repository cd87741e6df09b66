// How much of the surroundings' light reaches each texel of the ambient atlas: for every direction before it one
// look into the depth map drawn from there. Written as square roots, where eight bits look even.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"
#include "sky.glsl"

layout(local_size_x = AMBIENT_GROUP) in;
layout(set = 0, binding = BINDING_SKY_DEPTH) uniform sampler2DShadow sky_depth;
layout(set = 0, binding = BINDING_SKY_RADIANCE, std430) readonly buffer Radiance { uint sky_radiance[]; };
layout(set = 0, binding = BINDING_TILES, std430) readonly buffer Tiles { AmbientTile tiles[]; };
layout(set = 0, binding = BINDING_TEXELS, std430) readonly buffer Texels { uvec2 texels[]; };  // tile, number in it
layout(set = 0, binding = BINDING_AMBIENT_RAW, rgba8) uniform writeonly image2D ambient_raw;
layout(push_constant) uniform Push { SkyPush push; };

// Red and green in 11 bits, blue in 10: one word, because every word read in a loop counts on a CPU device.
vec3 unpack_radiance(uint word) {
    return vec3(word & 2047u, (word >> 11) & 2047u, word >> 22) / vec3(2047.0, 2047.0, 1023.0);
}

// Whether the light of a square reaches a point, 0 or 1. The surface is turned away from it by this cosine.
float visible(vec3 in_map, int square, float cosine) {
    // A texel of the map covers more depth the more the surface is turned away.
    const float depth = min(in_map.z - push.numbers.y / max(cosine, 0.12), 1.0);
    // Two texels stay empty all round: what lies beside the objects is lit.
    const vec2 in_texels = 0.5 * SKY_SQUARE + (0.5 * SKY_SQUARE - 2.0) * in_map.xy;
    const vec2 texel = clamp(in_texels, vec2(1.0), vec2(SKY_SQUARE - 1.0)) +
                       SKY_SQUARE * vec2(square % SKY_COLUMNS, square / SKY_COLUMNS);
    return textureLod(sky_depth, vec3(texel / float(SKY_SQUARE * SKY_COLUMNS), depth), 0.0);
}

void main() {
    const uint index = gl_GlobalInvocationID.x;
    const uvec2 texel = texels[min(index, uint(texels.length()) - 1u)];
    const AmbientTile tile = tiles[texel.x];
    const uvec2 at = uvec2(texel.y % tile.target.z, texel.y / tile.target.z);
    const vec3 p = tile.origin.xyz + tile.across.xyz * (float(at.x) + 0.5) + tile.down.xyz * (float(at.y) + 0.5);
    const vec3 q = (p - push.sphere.xyz) / push.sphere.w;
    vec4 all = vec4(1e-6);
    vec4 seen = vec4(1e-6);
    vec2 turn = vec2(1.0, 0.0);
    const int pairs = int(push.numbers.x) / 2;
    for (int i = 0; i < pairs; ++i) {
        const SkyAxes axes = sky_pair(i, push.numbers.x, turn);
        const float facing = dot(sky_direction(axes), tile.normal.xyz);
        const int square = facing >= 0.0 ? i : i + pairs;
        const float cosine = abs(facing);
        const vec4 light = cosine * vec4(unpack_radiance(sky_radiance[square]), 1.0);
        all += light;
        seen += light * visible(in_square(q, axes, facing >= 0.0 ? 1.0 : -1.0), square, cosine);
        turn = next_turn(turn);
    }
    if (index >= texels.length()) return;
    imageStore(ambient_raw, ivec2(tile.target.xy + at), sqrt(seen / all));
}
