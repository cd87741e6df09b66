// How much of the surroundings' light reaches each texel of the ambient atlas: for every direction one look
// into the depth map drawn from there. Written as square roots, where eight bits look even.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"
#include "sky.glsl"

layout(local_size_x = AMBIENT_BLOCK) in;
layout(set = 0, binding = BINDING_SKY_DEPTH) uniform sampler2DShadow sky_depth;
layout(set = 0, binding = BINDING_SKY_RADIANCE, std430) readonly buffer Radiance { uvec2 sky_radiance[]; };
layout(set = 0, binding = BINDING_TILES, std430) readonly buffer Tiles { AmbientTile tiles[]; };
layout(set = 0, binding = BINDING_BLOCKS, std430) readonly buffer Blocks { uvec4 blocks[]; };  // tile, first texel
layout(set = 0, binding = BINDING_AMBIENT_RAW, rgba8) uniform writeonly image2D ambient_raw;
layout(push_constant) uniform Push { SkyPush push; };

void main() {
    const uvec4 block = blocks[gl_WorkGroupID.x];
    const AmbientTile tile = tiles[block.x];
    const uint number = block.y + gl_LocalInvocationID.x;
    const uvec2 at = uvec2(number % tile.target.z, number / tile.target.z);
    const vec3 p = tile.origin.xyz + tile.across.xyz * (float(at.x) + 0.5) + tile.down.xyz * (float(at.y) + 0.5);
    vec3 all = vec3(1e-6);
    vec3 seen = vec3(1e-6);
    float all_weight = 1e-6;
    float seen_weight = 1e-6;
    const int count = int(push.numbers.x);
    for (int i = 0; i < count; ++i) {
        const vec3 direction = sky_direction(i, push.numbers.x);
        const float cosine = dot(direction, tile.normal.xyz);
        const vec3 in_map = in_square(p, direction, push.sphere);
        // A texel of the map covers more depth the more the surface is turned away.
        const float depth = in_map.z - push.numbers.y / max(cosine, 0.12);
        // The outermost texels of a square are always empty: what lies beside the objects is lit.
        const vec2 texel = clamp(in_map.xy, vec2(1.0), vec2(SKY_SQUARE - 1.0)) +
                           SKY_SQUARE * vec2(i % SKY_COLUMNS, i / SKY_COLUMNS);
        // A loop instead of a branch: half the directions lie behind the surface and need no look.
        float visible = 0.0;
        const int looks = cosine > 0.0 ? 1 : 0;
        for (int k = 0; k < looks; ++k) {
            visible = textureLod(sky_depth, vec3(texel / float(SKY_SQUARE * SKY_COLUMNS), min(depth, 1.0)), 0.0);
        }
        const uvec2 packed = sky_radiance[i];
        const vec3 radiance = vec3(unpackHalf2x16(packed.x), unpackHalf2x16(packed.y).x);
        const float weight = max(cosine, 0.0);
        all += weight * radiance;
        seen += weight * visible * radiance;
        all_weight += weight;
        seen_weight += weight * visible;
    }
    if (at.y >= tile.target.w) return;
    imageStore(ambient_raw, ivec2(tile.target.xy + at), sqrt(vec4(seen / all, seen_weight / all_weight)));
}
