// The key light's soft shadow. The penumbra grows with the distance to what casts it (Fernando, Percentage-Closer
// Soft Shadows, 2005). Every level of the map is drawn on its own at half the size of the one before; a wide
// penumbra reads a coarse level, so that a few taps stay smooth without noise.
layout(set = 0, binding = BINDING_SHADOW_COMPARE) uniform sampler2DShadow shadow_compare;
layout(set = 0, binding = BINDING_SHADOW_DEPTH) uniform sampler2D shadow_depth;

// Taps spread evenly over a disk (Vogel's spiral), each turned by the golden angle from the one before: next_tap()
// turns without sine and cosine, which on a CPU device cost as much as a look into the map.
vec2 next_tap(vec2 turn) {
    const vec2 golden = vec2(-0.73736888, 0.67549029);
    return vec2(turn.x * golden.x - turn.y * golden.y, turn.x * golden.y + turn.y * golden.x);
}

vec2 disk(int i, float count, vec2 turn) { return sqrt((float(i) + 0.5) / count) * turn; }

// How much the map's depth grows for each unit of its x and y along a surface: looks beside a point compare with the
// surface there, so that a slanted one neither hides itself nor must be lifted, which would move the shadow's edge.
vec2 depth_slope(vec3 normal, float facing) {
    const vec2 aside = (frame.shadow * vec4(normal, 0.0)).xy * frame.key_color.w;
    const vec2 slope = aside / max(facing, 0.1);
    return slope * (frame.key_color.w / frame.shadow_range.x);
}

// Distance in metres to what hides the light, on average; negative when nothing does.
float blocker_distance(vec3 at, vec2 slope, int taps) {
    const float search = frame.key_direction.w * 0.6 / frame.key_color.w;  // what 0.6 m of distance spreads
    const float level = clamp(log2(search * frame.shadow_range.y * 0.2), 0.0, frame.shadow_range.z);
    float sum = 0.0;
    float found = 0.0;
    vec2 turn = frame.sampling.xy;
    for (int i = 0; i < taps; ++i) {
        const vec2 aside = search * disk(i, float(taps), turn);
        turn = next_tap(turn);
        const float depth = textureLod(shadow_depth, at.xy + aside, level).r;
        const float nearer = at.z + dot(slope, aside) - depth;
        const float hit = nearer > 0.004 / frame.shadow_range.x ? 1.0 : 0.0;
        sum += nearer * hit;
        found += hit;
    }
    return found > 0.0 ? sum / found * frame.shadow_range.x : -1.0;
}

// How much of the light's disk is seen, 0 … 1. `facing` is the cosine at the surface; where it is not positive
// no tap is read at all (loops end early where branches would not).
float key_visibility(vec3 world, vec3 normal, float facing) {
    const float sine = sqrt(max(0.0, 1.0 - facing * facing));
    const float texel = frame.key_color.w / frame.shadow_range.y;
    vec3 at = (frame.shadow * vec4(world + normal * texel * (0.6 + 1.2 * sine), 1.0)).xyz;
    const vec2 slope = depth_slope(normal, facing);
    const int looks = facing > 0.0 ? int(frame.shadow_range.w) / 2 : 0;
    const float blocker = blocker_distance(at, slope, looks);
    const int taps = blocker >= 0.0 ? 2 * looks : 0;
    const float distance = max(blocker, 0.02);
    const float radius = max(frame.key_direction.w * distance, 0.7 * texel);  // metres
    const float level = clamp(log2(radius / texel) - 1.6, 0.0, frame.shadow_range.z);
    const float step = texel * exp2(ceil(level));
    at.z -= 0.25 * step / frame.shadow_range.x;
    float lit = 0.0;
    vec2 turn = frame.sampling.xy;
    for (int i = 0; i < taps; ++i) {
        const vec2 aside = radius / frame.key_color.w * disk(i, float(taps), turn);
        turn = next_tap(turn);
        lit += textureLod(shadow_compare, vec3(at.xy + aside, min(at.z + dot(slope, aside), 1.0)), level);
    }
    return taps > 0 ? lit / float(taps) : 1.0;
}
