// Boxes, already in the world, seen from one direction of ambient light.
#version 460
layout(push_constant) uniform Push { mat4 square; } push;
layout(location = 0) in vec3 in_position;

void main() { gl_Position = push.square * vec4(in_position, 1.0); }
