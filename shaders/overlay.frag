// Overlay triangles: colour times picture, both sRGB-encoded, out multiplied by alpha.
#version 460
layout(set = 0, binding = 0) uniform sampler2D picture;
layout(location = 0) in vec2 in_uv;
layout(location = 1) in vec4 in_color;
layout(location = 0) out vec4 out_color;

void main() {
    const vec4 color = in_color * texture(picture, in_uv);
    out_color = vec4(color.rgb * color.a, color.a);
}
