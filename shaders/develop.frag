// Light becomes a picture: mixes one pass into the mean of those before (blended with alpha), or turns that mean into
// colours for the display.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "tonemap.glsl"

layout(constant_id = 0) const uint kForDisplay = 0u;  // 0: one pass of many, else: ready for display
layout(set = 0, binding = 0) uniform sampler2D light;
layout(push_constant) uniform Push { float share; } push;
layout(location = 0) out vec4 out_color;

void main() {
    const vec3 color = texelFetch(light, ivec2(gl_FragCoord.xy), 0).rgb;
    out_color = kForDisplay == 0u ? vec4(color * push.share, push.share)
                                  : vec4(to_srgb(pbr_neutral(color)) + dither(gl_FragCoord.xy), 1.0);
}
