// The light that a surface sends to the eye: key light, ambient light, reflection.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "frame.glsl"
#include "shadow.glsl"
#include "brdf.glsl"

// What this pipeline's surfaces have, SURFACE_… of shared.h. A CPU device runs every line for every pixel, branch or
// not, so what a surface has not is left out when its pipeline is made.
layout(constant_id = 0) const uint kFeatures = 0u;
const bool kTextured = (kFeatures & SURFACE_TEXTURED) != 0u;
const bool kMirrors = (kFeatures & SURFACE_MIRRORS) != 0u;
const bool kCoated = (kFeatures & SURFACE_COATED) != 0u;
const bool kBrushed = (kFeatures & SURFACE_BRUSHED) != 0u;
const bool kGlass = (kFeatures & SURFACE_GLASS) != 0u;
const bool kFrosted = (kFeatures & SURFACE_FROSTED) != 0u;
const bool kSees = (kFeatures & SURFACE_SEES) != 0u;
const bool kMirrored = (kFeatures & SURFACE_MIRRORED) != 0u;

layout(set = 0, binding = BINDING_MATERIALS, std430) readonly buffer Materials { MaterialData materials[]; };
layout(set = 0, binding = BINDING_TEXTURES) uniform sampler2DArray textures;
layout(set = 0, binding = BINDING_REFLECTION) uniform samplerCube reflection;
layout(set = 0, binding = BINDING_AMBIENT) uniform sampler2D ambient_atlas;
layout(set = 0, binding = BINDING_BEHIND) uniform sampler2D behind;
layout(set = 0, binding = BINDING_MIRRORS) uniform sampler2DArray mirrors;
layout(push_constant) uniform Push { mat4 view_projection; uint material; } push;

layout(location = 0) in vec3 in_world;
// At the middle of a pixel that a chamfer only touches, these would be those of a surface far beyond it.
layout(location = 1) centroid in vec3 in_normal;
layout(location = 2) in vec2 in_uv;
layout(location = 3) centroid in vec3 in_irradiance;
layout(location = 4) in vec3 in_in_box;
layout(location = 5) flat in vec4 in_tile;
layout(location = 6) flat in vec4 in_highlight;
layout(location = 7) flat in uint in_axis;
layout(location = 0) out vec4 out_color;

// Ambient light at this point, what objects throw back included, as a share of all that there is, per colour channel;
// and the share of directions (a) that nothing hides.
vec4 ambient_share() {
    const uint axis = in_axis & 3u;
    const vec2 in_side = axis == 0u ? in_in_box.zy : (axis == 1u ? in_in_box.xz : in_in_box.xy);
    const vec2 texel = clamp(in_side * in_tile.zw, vec2(0.5), in_tile.zw - 0.5);
    const vec4 stored = textureLod(ambient_atlas, (in_tile.xy + texel) * frame.ambient.xy, 0.0);
    return stored * stored * vec4(vec3(frame.ambient.w), 1.0);
}

vec3 base_color(MaterialData material) {
    vec3 color = material.base_color.rgb;
    if (!kTextured) return color;
    const vec3 stored = texture(textures, vec3(in_uv * material.texture_scale.xy, material.surface.w)).rgb;
    return color * stored * stored;
}

// Reflection of the surroundings with its multiple scattering (Fdez-Agüera, A Multiple-Scattering Microfacet
// Model for Real-Time Image-Based Lighting, 2019): what leaves a white surface is what fell on it.
vec3 surroundings(vec3 f0, vec3 diffuse, float roughness, float n_v, vec3 light, vec3 irradiance, vec4 share) {
    const vec2 ab = preintegrated(roughness, n_v);
    const vec3 single = f0 * ab.x + ab.y;
    const float energy = ab.x + ab.y;
    const vec3 average = f0 + (1.0 - f0) / 21.0;
    const vec3 multiple = single * average / (1.0 - average * (1.0 - energy)) * (1.0 - energy);
    const vec3 rest = diffuse * (1.0 - single - multiple);
    return single * light + (multiple + rest) * irradiance * share.rgb;
}

// What hides the surroundings is mirrored in their place, as bright as it is on average.
vec3 partly_hidden(vec3 light, float roughness, float n_v, vec4 share) {
    const float open = clamp(pow(n_v + share.a, exp2(-16.0 * roughness - 1.0)) - 1.0 + share.a, 0.0, 1.0);
    const vec3 hidden = in_irradiance * (max(share.rgb - share.a, vec3(0.0)) / max(1.0 - share.a, 0.1));
    return mix(hidden, light, open);
}

// What a surface mirrors. One that is too matt to look into the map has a share of the smooth light from there.
vec3 mirrored(vec3 direction, float roughness) {
    if (!kMirrors) return max(irradiance(direction), vec3(0.0));
    return textureLod(reflection, direction, roughness * frame.ambient.z).rgb;
}

// The image of the mirror that this point lies in; negative where it lies in none.
int mirror_here(vec3 n) {
    int found = -1;
    for (int i = 0; i < MOST_MIRRORS; ++i) {
        const vec4 plane = frame.mirrors[i];
        if (dot(plane.xyz, n) > 0.9999 && abs(dot(plane.xyz, in_world) - plane.w) < 1e-3) found = i;
    }
    return found;
}

// What stands before the mirror that this point lies in, blurred as its roughness does: half the width of a GGX lobe
// is 1.3 times its alpha, to both sides of the plane of reflection as much less as the view is slanted. In a: the
// share of what is seen that is there; the rest is surroundings.
vec4 scene_mirrored(int mirror, float n_v, float roughness, float distance) {
    vec2 at = gl_FragCoord.xy / frame.picture.xy;
    at.x = 1.0 - at.x;
    const vec2 pixels = vec2(textureSize(mirrors, 0).xy);
    const float beyond = 1.0 / max(textureLod(mirrors, vec3(at, mirror), min(4.0, frame.picture.z)).a, 1e-3) - 1.0;
    const float spread = 1.3 * roughness * roughness * beyond / (beyond + distance) * frame.sampling.z;  // pixels
    const vec2 radius = spread * vec2(n_v, 1.0) * pixels / frame.picture.xy;
    const float level = clamp(log2(max(radius.x, 0.5 * radius.y)) - 0.5, 0.0, frame.picture.z);
    vec4 sum = vec4(0.0);
    vec2 turn = frame.sampling.xy;
    for (int i = 0; i < 8; ++i) {
        const vec2 aside = radius * disk(i, 8.0, turn) / pixels;
        turn = next_tap(turn);
        sum += textureLod(mirrors, vec3(at + aside, mirror), level);
    }
    return vec4(sum.rgb / 8.0, clamp(sum.a * (30.0 / 8.0), 0.0, 1.0));
}

// Direction of u on the surface, unit; where the mesh has no texture coordinates, across the vertical.
vec3 brush_direction(vec3 n) {
    const vec2 dx = dFdx(in_uv);
    const vec2 dy = dFdy(in_uv);
    const vec3 along = dFdx(in_world) * dy.y - dFdy(in_world) * dx.y;
    const float size = dot(along, along);
    return size > 1e-20 ? along * inversesqrt(size) : normalize(cross(n, vec3(0.0, 1.0, 1e-3)));
}

// What a brushed surface mirrors: across its grooves, facets are inclined as the slopes of GGX are spread, of which
// these are an even choice.
vec3 mirrored_by_grooves(vec3 n, vec3 v, vec3 brush, float roughness, float strength) {
    if (!kMirrors) return mirrored(reflect(-v, n), roughness);
    const vec3 across = cross(n, brush) * mix(roughness * roughness, 1.0, strength * strength);
    vec3 sum = vec3(0.0);
    float all = 1e-4;
    for (int i = 0; i < 6; ++i) {
        const float share = (2.0 * float(i) - 5.0) / 6.0;
        const vec3 h = normalize(n + across * (share * inversesqrt(1.0 - share * share)));
        const vec3 l = reflect(-v, h);
        const float weight = max(dot(n, l), 0.0) * max(dot(v, h), 0.0);
        sum += weight * mirrored(l, roughness);
        all += weight;
    }
    return sum / all;
}

// GGX, drawn out across the grooves (Burley 2012), with the masking and shadowing of such facets (Heitz 2014).
float brushed_lobe(vec3 l, vec3 v, vec3 n, vec3 brush, float n_v, float n_l, float alpha, float strength) {
    const float wide = mix(alpha, 1.0, strength * strength);
    const vec3 across = cross(n, brush);
    const vec3 h = normalize(l + v);
    const vec3 slopes = vec3(dot(brush, h) / alpha, dot(across, h) / wide, dot(n, h));
    const float d = dot(slopes, slopes);
    const float seen = n_l * length(vec3(alpha * dot(brush, v), wide * dot(across, v), n_v));
    const float lit = n_v * length(vec3(alpha * dot(brush, l), wide * dot(across, l), n_l));
    return 0.5 / ((seen + lit) * kPi * alpha * wide * d * d);
}

// What lies behind frosted glass, as blurred as the scattering makes a thing some 60 mm behind it.
vec3 seen_blurred(float roughness, float distance) {
    const float radius = 0.06 * roughness * frame.sampling.z / distance;  // pixels
    const float level = clamp(log2(radius) - 1.0, 0.0, frame.sampling.w);
    const vec2 pixel = 1.0 / vec2(textureSize(behind, 0));
    vec3 sum = vec3(0.0);
    vec2 turn = frame.sampling.xy;
    for (int i = 0; i < 8; ++i) {
        sum += textureLod(behind, (gl_FragCoord.xy + radius * disk(i, 8.0, turn)) * pixel, level).rgb;
        turn = next_tap(turn);
    }
    return sum / 8.0;
}

// In a mirror nothing is at hand to look blurred into: there frosted glass is a veil, which stands before so much of
// what is behind it, and is as bright as the insides of cabinets are: such a share of the light that falls on the pane.
const float kVeil = 0.85;
const float kInside = 0.4;

// Light that a pane of glass sends to the eye, and how much of what lies behind it hides (a).
vec4 shade_glass(MaterialData material) {
    const float roughness = material.surface.x;
    const vec3 n = normalize(in_normal);
    const vec3 to_eye = frame.eye.xyz - in_world;
    const vec3 v = normalize(to_eye);
    const vec3 l = frame.key_direction.xyz;
    const vec3 h = normalize(l + v);
    const float n_v = max(abs(dot(n, v)), 1e-3);
    const float n_l = max(dot(n, l), 1e-3);
    const vec4 share = ambient_share();
    const vec3 around = in_irradiance * share.rgb;
    // The cut sides: light from all over the pane leaves there.
    if ((in_axis & AXIS_NARROW) != 0u) return vec4(material.base_color.rgb * (0.4 + 0.6 * around), 1.0) * 0.85;
    const float one = fresnel(vec3(0.04), n_v).x;
    const float both = 2.0 * one / (1.0 + one);  // faces, to and fro between them
    const float through = (1.0 - one) / (1.0 + one) * material.texture_scale.z;
    const vec3 light = mix(around, mirrored(reflect(-v, n), roughness), share.a);
    const float alpha = clamp(roughness * roughness + 0.25 * frame.key_direction.w, 0.0, 1.0);
    const vec3 key = frame.key_color.rgb * (max(dot(n, l), 0.0) * key_visibility(in_world, n, dot(n, l)));
    vec3 sum = light * both;
    sum += key * (2.0 * kPi * fresnel(vec3(0.04), dot(v, h)).x * specular_lobe(clamp(dot(n, h), 0.0, 1.0), n_v, n_l, alpha));
    if (!kFrosted) return vec4(sum, 1.0 - through);
    // A rough face throws back a little of all light.
    sum += material.base_color.rgb * (1.0 - material.texture_scale.z) * (around + key);
    if (kMirrored) {
        sum += through * kVeil * kInside * material.base_color.rgb * around;
        return vec4(sum, 1.0 - through * (1.0 - kVeil));
    }
    return vec4(sum + through * seen_blurred(roughness, length(to_eye)), 1.0);
}

vec3 shade(MaterialData material) {
    const vec3 color = base_color(material);
    const float metallic = material.surface.y;
    const vec3 f0 = mix(vec3(0.04), color, metallic);
    const vec3 diffuse = color * (1.0 - metallic);
    const float roughness = material.surface.x;

    const vec3 n = normalize(in_normal);
    const vec3 v = normalize(frame.eye.xyz - in_world);
    const vec3 l = frame.key_direction.xyz;
    const vec3 h = normalize(l + v);
    const float n_v = max(abs(dot(n, v)), 1e-3);
    const float n_l = dot(n, l);
    const float n_h = clamp(dot(n, h), 0.0, 1.0);
    const float strength = material.texture_scale.w;
    const vec3 brush = kBrushed ? brush_direction(n) : vec3(0.0);
    const vec3 r = reflect(-v, n);
    const vec4 share = ambient_share();

    vec3 around = kBrushed ? mirrored_by_grooves(n, v, brush, roughness, strength) : mirrored(r, roughness);
    around = partly_hidden(around, roughness, n_v, share);
    const int mirror = kSees ? mirror_here(n) : -1;
    if (mirror >= 0) {
        const vec4 seen = scene_mirrored(mirror, n_v, roughness, distance(frame.eye.xyz, in_world));
        around = mix(mirrored(r, roughness), seen.rgb, seen.a);
    }
    vec3 light = surroundings(f0, diffuse, roughness, n_v, around, in_irradiance, share);
    const vec3 f = fresnel(f0, clamp(dot(v, h), 0.0, 1.0));
    // The light is a disk: no highlight is sharper than that.
    const float alpha = clamp(roughness * roughness + 0.25 * frame.key_direction.w, 0.0, 1.0);
    const vec3 key = frame.key_color.rgb * (max(n_l, 0.0) * key_visibility(in_world, n, n_l));
    const float lobe = kBrushed ? brushed_lobe(l, v, n, brush, n_v, max(n_l, 1e-3), alpha, strength)
                                : specular_lobe(n_h, n_v, max(n_l, 1e-3), alpha);
    light += key * (diffuse * (1.0 - f) + kPi * f * lobe);
    light += material.emission.rgb;

    if (kCoated) {
        const float coat = material.surface.z * fresnel(vec3(0.04), n_v).x;
        light = light * (1.0 - coat) + coat * share.a * textureLod(reflection, r, 0.35).rgb;
        const float key_coat = material.surface.z * fresnel(vec3(0.04), clamp(dot(v, h), 0.0, 1.0)).x;
        light += key * (key_coat * kPi * specular_lobe(n_h, n_v, max(n_l, 1e-3), 0.02));
    }
    return light;
}

// How far a thing that is seen in a mirror lies from the point of the mirror where it is seen, metres.
float way_from_mirror() {
    const vec4 plane = frame.mirrors[0];
    const float to_thing = dot(plane.xyz, in_world) - plane.w;
    const float to_eye = plane.w - dot(plane.xyz, frame.eye.xyz);
    return distance(in_world, frame.eye.xyz) * max(to_thing, 0.0) / max(to_thing + to_eye, 1e-3);
}

void main() {
    const MaterialData material = materials[push.material];
    const vec4 color = kGlass ? shade_glass(material) : vec4(shade(material), 1.0);
    const vec3 light = mix(color.rgb, in_highlight.rgb * color.a, in_highlight.a);
    out_color = vec4(light, color.a) * material.base_color.a;
    if (kMirrored && out_color.a > 0.999) out_color.a = 1.0 / (1.0 + way_from_mirror());
}
