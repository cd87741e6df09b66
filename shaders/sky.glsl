// The directions of ambient light: a Fibonacci lattice over the upper half of the sphere, and the same directions
// reversed. Of each such pair just one lies before a surface. The twin of sky_axes() in ambient_light.cpp.
struct SkyAxes {
    float up;      // of the unit direction
    float across;  // its horizontal length
    vec2 turn;     // its horizontal part's unit vector, x and z
};

// Pair i, whose horizontal part is next_turn() of pair i − 1's, beginning with (1, 0): on a CPU device sine and cosine
// of every turn would cost more than the look into the map.
SkyAxes sky_pair(int i, float count, vec2 turn) {
    const float up = 1.0 - (2.0 * float(i) + 1.0) / count;
    return SkyAxes(up, sqrt(max(0.0, 1.0 - up * up)), turn);
}

vec2 next_turn(vec2 turn) {
    const vec2 golden = vec2(-0.73736888, 0.67549029);
    return vec2(turn.x * golden.x - turn.y * golden.y, turn.x * golden.y + turn.y * golden.x);
}

vec3 sky_direction(SkyAxes axes) { return vec3(axes.across * axes.turn.x, axes.up, axes.across * axes.turn.y); }

// A point, in radii from the sphere's center, in the square of a direction or, with sign −1, of its opposite: x, y
// −1 … 1, z depth 0 … 1.
vec3 in_square(vec3 q, SkyAxes axes, float sign) {
    const float along = dot(q.xz, axes.turn);
    const float aside = q.x * axes.turn.y - q.z * axes.turn.x;
    return vec3(sign * aside, axes.across * q.y - axes.up * along,
                0.5 - 0.5 * sign * (axes.across * along + axes.up * q.y));
}
