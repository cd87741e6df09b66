// The directions of ambient light: a Fibonacci lattice over the sphere, as sphere_direction() in environment.cpp.
// Worked out instead of read: on a CPU device each read in a loop costs more than the whole formula.
vec3 sky_direction(int i, float count) {
    const float y = 1.0 - (2.0 * float(i) + 1.0) / count;
    const float radius = sqrt(max(0.0, 1.0 - y * y));
    const float turn = 2.39996323 * float(i);
    return vec3(radius * cos(turn), y, radius * sin(turn));
}

// A point in the square of a direction: x, y in texels of the square, z depth 0 … 1.
vec3 in_square(vec3 p, vec3 direction, vec4 sphere) {
    const vec3 helper = abs(direction.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0);
    const vec3 right = normalize(cross(helper, direction));
    const vec3 up = cross(direction, right);
    const vec3 q = (p - sphere.xyz) / sphere.w;
    // Two texels stay empty all round.
    const float scale = 0.5 * SKY_SQUARE - 2.0;
    return vec3(0.5 * SKY_SQUARE + scale * dot(right, q), 0.5 * SKY_SQUARE + scale * dot(up, q),
                0.5 - 0.5 * dot(direction, q));
}
