// How much of the surroundings' light reaches each texel of the ambient atlas: for every direction before it one
// look into the depth map drawn from there. Where an object hides the light, the object throws some back. Written as
// square roots, where eight bits look even; of all directions (a) the share that is seen, as square root.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"
#include "sky.glsl"

// Fitted to path-traced pictures (tests/checks/lib/cycles). What stands around an object has a quarter of its own colour,
// the rest of the mean; what a hidden point sees is less hidden than itself; and not all that the room sees is outside.
const float kOwnColor = 0.25;
const float kLessHidden = 0.75;
const float kOutside = 0.6;

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

// Light from objects into a point of which they leave this share open. What the room sees of them is their outside, in
// full light. Between them a point sees sides about as hidden as itself, and light that goes to and fro:
// x = s + (1 − s) albedo x.
vec3 thrown_back(vec3 plus, vec3 minus, float open, vec3 own, float room) {
    const vec3 mean = vec3(push.bounce[0].a, push.bounce[1].a, push.bounce[2].a);
    const vec3 albedo = mix(mean, own, kOwnColor);
    const float share = pow(open, kLessHidden);
    const vec3 between = albedo / max(mean, vec3(1e-3)) * share / max(1.0 - albedo * (1.0 - share), vec3(1e-3));
    // What lies towards +x shows its side that looks along −x.
    const vec3 light = plus.x * push.bounce[1].rgb + minus.x * push.bounce[0].rgb + plus.y * push.bounce[3].rgb +
                       minus.y * push.bounce[2].rgb + plus.z * push.bounce[5].rgb + minus.z * push.bounce[4].rgb;
    return light * mix(between, vec3(1.0), kOutside * room);
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
    vec3 plus = vec3(0.0);  // hidden directions by the axes that they follow, squares that add up to 1
    vec3 minus = vec3(0.0);
    vec2 turn = vec2(1.0, 0.0);
    const vec3 axes_seen = vec3(1.0) - tile.normal.xyz * tile.normal.xyz * (1.0 - tile.color.a);
    const int pairs = int(push.numbers.x) / 2;
    for (int i = 0; i < pairs; ++i) {
        const SkyAxes axes = sky_pair(i, push.numbers.x, turn);
        const vec3 direction = sky_direction(axes);
        const float facing = dot(direction, tile.normal.xyz);
        const int square = facing >= 0.0 ? i : i + pairs;
        const float cosine = abs(facing);
        const vec4 light = cosine * vec4(unpack_radiance(sky_radiance[square]), 1.0);
        all += light;
        const float sign = facing >= 0.0 ? 1.0 : -1.0;
        const float open = visible(in_square(q, axes, sign), square, cosine);
        seen += light * open;
        const vec3 axis = direction * direction * axes_seen;
        const vec3 hidden = axis * (cosine * (1.0 - open) / max(axis.x + axis.y + axis.z, 1e-4));
        const vec3 ahead = step(vec3(0.0), sign * direction);
        plus += hidden * ahead;
        minus += hidden - hidden * ahead;
        turn = next_turn(turn);
    }
    if (index >= texels.length()) return;
    const float share = seen.a / all.a;
    const vec3 light = (seen.rgb + thrown_back(plus, minus, share, tile.color.rgb, tile.origin.w)) / all.rgb;
    imageStore(ambient_raw, ivec2(tile.target.xy + at), sqrt(vec4(min(light / push.numbers.z, vec3(1.0)), share)));
}
