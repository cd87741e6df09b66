// Metal-roughness reflection after glTF 2.0, appendix B.
const float kPi = 3.14159265359;

// GGX distribution times height-correlated Smith visibility (Heitz 2014; Hammon's fast form 2017).
float specular_lobe(float n_h, float n_v, float n_l, float alpha) {
    const float a2 = alpha * alpha;
    const float d = n_h * n_h * (a2 - 1.0) + 1.0;
    const float visibility = 0.5 / mix(2.0 * n_l * n_v, n_l + n_v, alpha);
    return a2 / (kPi * d * d) * visibility;
}

vec3 fresnel(vec3 f0, float cosine) {
    const float m = 1.0 - cosine;
    const float m2 = m * m;
    return f0 + (1.0 - f0) * (m2 * m2 * m);
}

// Scale and bias of f0 of the preintegrated lobe (Karis, Physically Based Shading on Mobile, 2014).
vec2 preintegrated(float roughness, float n_v) {
    const vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
    const float a004 = min(r.x * r.x, exp2(-9.28 * n_v)) * r.x + r.y;
    return vec2(-1.04, 1.04) * a004 + r.zw;
}
