// Boxes, already in the world: for the maps of ambient light and for asking what is hidden.
#version 460
layout(push_constant) uniform Push { mat4 view_projection; } push;
layout(location = 0) in vec3 in_position;

void main() { gl_Position = push.view_projection * vec4(in_position, 1.0); }
