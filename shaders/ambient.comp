// How much of the surroundings' light reaches each texel of the ambient atlas: for every direction one look
// into the depth map drawn from there. Written as square roots, where eight bits look even.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"

layout(local_size_x = AMBIENT_BLOCK, local_size_y = AMBIENT_BLOCK) in;
layout(set = 0, binding = BINDING_SKY_DEPTH) uniform sampler2DShadow sky_depth;
layout(set = 0, binding = BINDING_DIRECTIONS, std430) readonly buffer Directions { SkyDirection directions[]; };
layout(set = 0, binding = BINDING_TILES, std430) readonly buffer Tiles { AmbientTile tiles[]; };
layout(set = 0, binding = BINDING_BLOCKS, std430) readonly buffer Blocks { uvec4 blocks[]; };  // tile, x, y
layout(set = 0, binding = BINDING_AMBIENT_OUT, rgba8) uniform writeonly image2D ambient_out;
layout(push_constant) uniform Push { uint direction_count; float square; float atlas_texel; } push;

void main() {
    const uvec4 block = blocks[gl_WorkGroupID.x];
    const AmbientTile tile = tiles[block.x];
    const uvec2 at = block.yz + gl_LocalInvocationID.xy;
    const vec3 p = tile.origin.xyz + tile.across.xyz * (float(at.x) + 0.5) + tile.down.xyz * (float(at.y) + 0.5);
    vec3 all = vec3(1e-6);
    vec3 seen = vec3(1e-6);
    float all_weight = 1e-6;
    float seen_weight = 1e-6;
    for (uint i = 0; i < push.direction_count; ++i) {
        const SkyDirection sky = directions[i];
        const float cosine = dot(sky.direction.xyz, tile.normal.xyz);
        // The outermost texels of a square are always empty: what lies beside the objects is lit.
        const vec2 in_square = clamp(vec2(dot(sky.right.xyz, p) + sky.right.w, dot(sky.up.xyz, p) + sky.up.w),
                                     vec2(1.0), vec2(push.square - 1.0));
        const vec3 where = vec3((in_square + vec2(sky.direction.w, sky.radiance.w)) * push.atlas_texel,
                                min(dot(sky.depth.xyz, p) + sky.depth.w, 1.0));
        // A loop instead of a branch: half the directions lie behind the surface and need no look.
        float visible = 0.0;
        const int looks = cosine > 0.0 ? 1 : 0;
        for (int k = 0; k < looks; ++k) visible = textureLod(sky_depth, where, 0.0);
        const float weight = max(cosine, 0.0);
        all += weight * sky.radiance.rgb;
        seen += weight * visible * sky.radiance.rgb;
        all_weight += weight;
        seen_weight += weight * visible;
    }
    if (any(greaterThanEqual(at, tile.target.zw))) return;
    imageStore(ambient_out, ivec2(tile.target.xy + at), sqrt(vec4(seen / all, seen_weight / all_weight)));
}
