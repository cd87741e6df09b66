// Places a mesh in the world and works out everything that is linear over a triangle.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "instances.glsl"
#include "frame.glsl"

layout(push_constant) uniform Push { mat4 view_projection; uint material; } push;
layout(location = 0) in vec3 in_position;
layout(location = 1) in vec3 in_normal;
layout(location = 2) in vec2 in_uv;

layout(location = 0) out vec3 out_world;
layout(location = 1) centroid out vec3 out_normal;
layout(location = 2) out vec2 out_uv;
layout(location = 3) centroid out vec3 out_irradiance;
layout(location = 4) out vec3 out_in_box;             // 0 … 1 in the instance's ambient box
layout(location = 5) flat out vec4 out_tile;          // of the provoking vertex's side: origin and size in texels
layout(location = 6) flat out vec4 out_highlight;
layout(location = 7) flat out uint out_axis;
invariant gl_Position;

// The side of the box that a normal belongs to: +x −x +y −y +z −z.
uint side_of(vec3 n) {
    const vec3 a = abs(n);
    const uint axis = a.x >= a.y && a.x >= a.z ? 0u : (a.y >= a.z ? 1u : 2u);
    return 2u * axis + (n[axis] < 0.0 ? 1u : 0u);
}

void main() {
    out_world = to_world(gl_InstanceIndex, in_position);
    gl_Position = push.view_projection * vec4(out_world, 1.0);
    out_normal = turn_to_world(gl_InstanceIndex, in_normal);
    out_uv = in_uv + vec2(instances[gl_InstanceIndex].box_min.w, instances[gl_InstanceIndex].box_scale.w);
    out_irradiance = max(irradiance(out_normal), vec3(0.0));
    out_in_box = (in_position - instances[gl_InstanceIndex].box_min.xyz) * instances[gl_InstanceIndex].box_scale.xyz;
    const uint side = side_of(in_normal);
    const uvec4 words = instances[gl_InstanceIndex].tiles[side >> 1];
    const uvec2 tile = (side & 1u) == 0u ? words.xy : words.zw;
    out_tile = vec4(tile.x & 0xffffu, tile.x >> 16, tile.y & 0xffffu, tile.y >> 16);
    // The narrow sides of a pane are marked: those a tenth as thick as they are long, or less.
    const vec3 scale = instances[gl_InstanceIndex].box_scale.xyz;
    const float thinnest = max(scale.x, max(scale.y, scale.z));
    out_axis = (side >> 1) | (scale[side >> 1] < 0.1 * thinnest ? AXIS_NARROW : 0u);
    out_highlight = instances[gl_InstanceIndex].highlight;
}
