// Positions only: the shadow map, the sky depth maps and the depth pre-pass.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "instances.glsl"

layout(push_constant) uniform Push { mat4 view_projection; } push;
layout(location = 0) in vec3 in_position;
invariant gl_Position;

void main() {
    gl_Position = push.view_projection * vec4(to_world(gl_InstanceIndex, in_position), 1.0);
}
