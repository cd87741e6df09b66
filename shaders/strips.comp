// Adds the light of strips to the ambient atlas, between ambient.comp and ambient_smooth.comp: for every light point
// that may reach a texel's side one look into the depth map drawn from there.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "shared.h"

layout(local_size_x = AMBIENT_GROUP) in;
layout(set = 0, binding = BINDING_SKY_DEPTH) uniform sampler2DShadow sky_depth;
layout(set = 0, binding = BINDING_TILES, std430) readonly buffer Tiles { AmbientTile tiles[]; };
layout(set = 0, binding = BINDING_TEXELS, std430) readonly buffer Texels { uvec2 texels[]; };  // tile, number in it
layout(set = 0, binding = BINDING_LIGHT_POINTS, std430) readonly buffer Points { LightPoint points[]; };
layout(set = 0, binding = BINDING_LIGHT_LISTS, std430) readonly buffer Lists { uint lists[]; };
layout(set = 0, binding = BINDING_AMBIENT_RAW, rgba8) uniform image2D ambient_raw;
layout(push_constant) uniform Push { SkyPush push; };

const float kSoftEdge = 0.15;  // of the view, over which its light fades out
const float kBias = 0.004;     // metres

// Objects' own light is looked for where their surface is: the maps hold backs of boards. That of the room is looked
// for behind it, so that what stands close to a wall hides it.
const float kLifted = 0.008;   // metres, of the tiles off the surface
const float kBehind = 0.035;

// What reaches p, as irradiance / π, of a point's light, when `looked` is not hidden.
vec3 light_from(uint number, vec3 p, vec3 normal, vec3 looked) {
    const LightPoint light = points[number];
    const vec3 d = p - light.position.xyz;
    const vec3 l = looked - light.position.xyz;
    const float along = max(dot(d, light.normal.xyz), 1e-4);
    const float deep = max(dot(l, light.normal.xyz), 1e-4);
    const vec2 aside = vec2(dot(l, light.right.xyz), dot(l, cross(light.normal.xyz, light.right.xyz)));
    const vec2 at = aside / (deep * LIGHT_TANGENT);
    const float inside = clamp((1.0 - max(abs(at.x), abs(at.y))) / kSoftEdge, 0.0, 1.0);
    const float seen_at = max(deep - kBias, LIGHT_NEAR);
    const float depth = (seen_at - LIGHT_NEAR) * LIGHT_FAR / ((LIGHT_FAR - LIGHT_NEAR) * seen_at);
    const vec2 texel = clamp((0.5 + 0.5 * at) * SKY_SQUARE, vec2(0.5), vec2(SKY_SQUARE - 0.5)) +
                       SKY_SQUARE * vec2(number % SKY_COLUMNS, number / SKY_COLUMNS);
    const float seen = textureLod(sky_depth, vec3(texel / float(SKY_SQUARE * SKY_COLUMNS), min(depth, 1.0)), 0.0);
    const float r2 = dot(d, d);
    const float facing = max(-dot(d, normal), 0.0);
    return light.color.rgb * (inside * seen * along * facing / (r2 * (r2 + light.position.w)));
}

void main() {
    const uint index = gl_GlobalInvocationID.x;
    const uvec2 texel = texels[min(index, uint(texels.length()) - 1u)];
    const AmbientTile tile = tiles[texel.x];
    const uvec2 at = uvec2(texel.y % tile.target.z, texel.y / tile.target.z);
    const vec3 p = tile.origin.xyz + tile.across.xyz * (float(at.x) + 0.5) + tile.down.xyz * (float(at.y) + 0.5);
    const vec3 looked = p - tile.normal.xyz * (tile.origin.w > 0.5 ? kBehind : kLifted);
    vec3 sum = vec3(0.0);
    for (uint i = 0u; i < tile.lights.y; ++i) sum += light_from(lists[tile.lights.x + i], p, tile.normal.xyz, looked);
    if (index >= texels.length() || tile.lights.y == 0u) return;
    const ivec2 in_atlas = ivec2(tile.target.xy + at);
    const vec4 raw = imageLoad(ambient_raw, in_atlas);
    const vec3 light = raw.rgb * raw.rgb + sum / max(tile.ambient.rgb * push.numbers.z, vec3(1e-6));
    imageStore(ambient_raw, in_atlas, vec4(sqrt(min(light, vec3(1.0))), raw.a));
}
