#include "renderer/environment.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "renderer/renderer.h"

namespace maatkast::render {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr std::uint32_t kIrradianceSamples = 4096;

// A luminous rectangle far away: where the plane at distance 1 along `axis` is cut by the direction.
struct LightBox {
    glm::vec3 axis;    // unit, towards the rectangle's plane
    glm::vec3 across;  // unit, first side
    glm::vec2 center;  // in the plane, in units of the distance
    glm::vec2 half;
    glm::vec3 radiance;
};

constexpr float kCalibration =
    0.80f;                         // a white wall with the key light ends just below the tone curve's bend
constexpr float kBoxEdge = 0.16f;  // soft border, so that 64 pixels a face are enough

// What surrounds the furniture: matt ceiling, walls and floor, and the boxes of light before them.
struct Surroundings {
    glm::vec3 ceiling, walls, floor;
    std::array<LightBox, 4> boxes;
};

const Surroundings kDay{
    {0.66f, 0.65f, 0.63f},
    {0.50f, 0.49f, 0.475f},
    {0.36f, 0.33f, 0.295f},
    {{
        // Two fabric boxes under the ceiling in front of the furniture.
        {{0, 1, 0}, {1, 0, 0}, {-0.55f, 0.75f}, {0.42f, 0.30f}, {3.0f, 2.95f, 2.85f}},
        {{0, 1, 0}, {1, 0, 0}, {0.65f, 0.75f}, {0.42f, 0.30f}, {2.1f, 2.08f, 2.02f}},
        // The window side: tall, warm, from the left and a little in front.
        {{-1, 0, 0}, {0, 0, 1}, {0.75f, 0.28f}, {0.55f, 0.42f}, {2.3f, 2.08f, 1.76f}},
        // A pale wall far to the right catches some of it, so that dark fronts have something to reflect.
        {{1, 0, 0}, {0, 0, 1}, {0.65f, 0.25f}, {0.40f, 0.55f}, {0.65f, 0.67f, 0.70f}},
    }}};

const Surroundings kEvening{
    {0.240f, 0.208f, 0.173f},
    {0.200f, 0.173f, 0.144f},
    {0.136f, 0.114f, 0.090f},
    {{
        // A pendant lamp in front of the furniture, and a standing lamp to the right.
        {{0, 1, 0}, {1, 0, 0}, {0.35f, 0.85f}, {0.26f, 0.26f}, {3.360f, 2.752f, 2.016f}},
        {{1, 0, 0}, {0, 0, 1}, {0.80f, 0.10f}, {0.24f, 0.34f}, {1.520f, 1.216f, 0.864f}},
        // The window: dusk.
        {{-1, 0, 0}, {0, 0, 1}, {0.75f, 0.28f}, {0.55f, 0.42f}, {0.160f, 0.200f, 0.288f}},
        // A pale wall that catches the lamps.
        {{-1, 0, 0}, {0, 0, 1}, {-0.50f, 0.20f}, {0.30f, 0.50f}, {0.160f, 0.136f, 0.109f}},
    }}};

float soft_inside(float distance_to_edge) {
    const float t = std::clamp(distance_to_edge / kBoxEdge + 0.5f, 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

glm::vec3 box_radiance(const LightBox& box, const glm::vec3& direction) {
    const float along = glm::dot(direction, box.axis);
    if (along < 0.05f) return glm::vec3(0.0f);
    const glm::vec3 second = glm::cross(box.axis, box.across);
    // The second side always counts upwards or forwards, whichever way the cross product came out.
    const float sign = second.x + second.y + second.z < 0.0f ? -1.0f : 1.0f;
    const glm::vec2 at{glm::dot(direction, box.across) / along, sign * glm::dot(direction, second) / along};
    const glm::vec2 edge = box.half - glm::abs(at - box.center);
    return box.radiance * soft_inside(edge.x) * soft_inside(edge.y);
}

glm::vec3 radiance_of(const Surroundings& room, const glm::vec3& direction) {
    const float up = std::clamp(direction.y * 1.6f, -1.0f, 1.0f);
    const float blend = std::abs(up) * std::abs(up) * (3.0f - 2.0f * std::abs(up));
    glm::vec3 sum = glm::mix(room.walls, up > 0.0f ? room.ceiling : room.floor, blend);
    for (const LightBox& box : room.boxes) sum += box_radiance(box, direction);
    return sum * kCalibration;
}

// Two coordinates in [0,1) that fill the square evenly (Hammersley set).
glm::vec2 hammersley(std::uint32_t i, std::uint32_t count) {
    std::uint32_t bits = i;
    std::uint32_t reversed = 0;
    for (int k = 0; k < 32; ++k, bits >>= 1) reversed = (reversed << 1) | (bits & 1);
    return {(static_cast<float>(i) + 0.5f) / static_cast<float>(count),
            static_cast<float>(reversed) * 0x1p-32f};
}

struct LobeSample {
    glm::vec3 direction;  // around +Z
    float weight;         // n·l
};

// Light directions of the GGX lobe around +Z, with the view along +Z as well.
std::vector<LobeSample> lobe_samples(float perceptual_roughness, std::uint32_t count) {
    const float alpha = perceptual_roughness * perceptual_roughness;
    std::vector<LobeSample> samples;
    for (std::uint32_t i = 0; i < count; ++i) {
        const glm::vec2 u = hammersley(i, count);
        const float cos2 = (1.0f - u.y) / (1.0f + (alpha * alpha - 1.0f) * u.y);
        const float cosine = std::sqrt(cos2);
        const float sine = std::sqrt(std::max(0.0f, 1.0f - cos2));
        const glm::vec3 half{sine * std::cos(2 * kPi * u.x), sine * std::sin(2 * kPi * u.x), cosine};
        const glm::vec3 light = 2.0f * cosine * half - glm::vec3(0, 0, 1);
        if (light.z > 0.0f) samples.push_back({light, light.z});
    }
    return samples;
}

glm::mat3 frame_around(const glm::vec3& axis) {
    const glm::vec3 helper = std::abs(axis.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 first = glm::normalize(glm::cross(helper, axis));
    return {first, glm::cross(axis, first), axis};
}

glm::vec3 convolve(const Environment& environment, const glm::vec3& axis,
                   const std::vector<LobeSample>& lobe) {
    const glm::mat3 frame = frame_around(axis);
    glm::vec3 sum{0.0f};
    float weights = 0.0f;
    for (const LobeSample& sample : lobe) {
        sum += radiance(environment, frame * sample.direction) * sample.weight;
        weights += sample.weight;
    }
    return sum / weights;
}

glm::vec3 equirectangular_direction(float u, float v) {
    const float azimuth = (u - 0.5f) * 2.0f * kPi;
    const float polar = v * kPi;
    return {std::sin(polar) * std::cos(azimuth), std::cos(polar), std::sin(polar) * std::sin(azimuth)};
}

// Adds the key light's disk so that its irradiance is exactly color × π whatever the map's resolution.
void add_key_light(HdrImage& map, const KeyLight& key) {
    const glm::vec3 towards = glm::normalize(key.direction);
    const float pixel_angle = kPi / static_cast<float>(map.size.height);
    const float radius = std::max(glm::radians(key.angular_radius_degrees), pixel_angle);
    std::vector<float> coverage(std::size_t{map.size.width} * map.size.height);
    double solid_angle = 0.0;
    for (std::uint32_t y = 0; y < map.size.height; ++y) {
        const float v = (static_cast<float>(y) + 0.5f) / static_cast<float>(map.size.height);
        for (std::uint32_t x = 0; x < map.size.width; ++x) {
            const float u = (static_cast<float>(x) + 0.5f) / static_cast<float>(map.size.width);
            const float cosine = glm::dot(equirectangular_direction(u, v), towards);
            const float angle = std::acos(std::clamp(cosine, -1.0f, 1.0f));
            const float covered = std::clamp((radius - angle) / pixel_angle + 0.5f, 0.0f, 1.0f);
            coverage[std::size_t{y} * map.size.width + x] = covered;
            solid_angle += covered * pixel_angle * pixel_angle * std::sin(v * kPi) * std::max(cosine, 0.0f);
        }
    }
    const glm::vec3 disk = key.color * static_cast<float>(kPi / solid_angle);
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        for (int c = 0; c < 3; ++c) map.rgb[3 * i + static_cast<std::size_t>(c)] += disk[c] * coverage[i];
    }
}

// The cosine integrals along +x −x +y −y +z −z, divided by π.
std::array<glm::vec3, 6> axis_irradiance(const Environment& environment) {
    std::array<glm::vec3, 6> sum{};
    for (std::uint32_t i = 0; i < kIrradianceSamples; ++i) {
        const glm::vec3 d = sphere_direction(i, kIrradianceSamples);
        const glm::vec3 light = radiance(environment, d) * (4.0f / kIrradianceSamples);
        for (int axis = 0; axis < 3; ++axis) {
            const std::size_t side = 2 * static_cast<std::size_t>(axis) + (d[axis] < 0.0f ? 1 : 0);
            sum[side] += light * std::abs(d[axis]);
        }
    }
    return sum;
}

// Bends the coefficients so that the six axes are met exactly. Bands above the second hold 2 to 4 % of a
// light that comes from boxes, and nearly all faces of furniture look along an axis.
void meet_axes(std::array<glm::vec3, 9>& c, const std::array<glm::vec3, 6>& wanted) {
    std::array<glm::vec3, 3> even{};
    constexpr std::array<std::size_t, 3> kLinear{3, 1, 2};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        glm::vec3 n{0.0f};
        n[static_cast<int>(axis)] = 1.0f;
        const glm::vec3 plus = wanted[2 * axis] - irradiance(c, n);
        const glm::vec3 minus = wanted[2 * axis + 1] - irradiance(c, -n);
        c[kLinear[axis]] += 0.5f * (plus - minus);
        even[axis] = 0.5f * (plus + minus);
    }
    const glm::vec3 mean = (even[0] + even[1] + even[2]) / 3.0f;
    c[0] += mean;
    c[6] += 0.5f * (even[2] - mean);
    c[8] += 0.5f * (even[0] - even[1]);
}

std::array<glm::vec3, 9> projected(const Environment& environment) {
    std::array<glm::vec3, 9> sum{};
    for (std::uint32_t i = 0; i < kIrradianceSamples; ++i) {
        const glm::vec3 d = sphere_direction(i, kIrradianceSamples);
        const glm::vec3 light = radiance(environment, d);
        const std::array<float, 9> basis{
            1.0f, d.y, d.z, d.x, d.x * d.y, d.y * d.z, 3 * d.z * d.z - 1, d.x * d.z, d.x * d.x - d.y * d.y};
        for (std::size_t k = 0; k < 9; ++k) sum[k] += light * basis[k];
    }
    // Squared basis constants × cosine kernel ÷ π × solid angle of a sample: 1/4π, 3/4π, 15/4π, 5/16π, 15/16π
    // times 1, 2/3, 1/4.
    constexpr std::array<float, 9> kScale{
        1.0f, 2.0f, 2.0f, 2.0f, 15.0f / 4.0f, 15.0f / 4.0f, 5.0f / 16.0f, 15.0f / 4.0f, 15.0f / 16.0f};
    for (std::size_t k = 0; k < 9; ++k) sum[k] *= kScale[k] / static_cast<float>(kIrradianceSamples);
    return sum;
}

}  // namespace

glm::vec3 radiance(const Environment& environment, const glm::vec3& direction) {
    if (environment.kind == EnvironmentKind::uniform) return glm::vec3(environment.intensity);
    const bool day = environment.kind == EnvironmentKind::showroom;
    return environment.intensity * radiance_of(day ? kDay : kEvening, direction);
}

glm::vec3 sphere_direction(std::uint32_t i, std::uint32_t count) {
    const float golden = kPi * (3.0f - std::sqrt(5.0f));
    const float y = 1.0f - (2.0f * static_cast<float>(i) + 1.0f) / static_cast<float>(count);
    const float radius = std::sqrt(std::max(0.0f, 1.0f - y * y));
    const float turn = golden * static_cast<float>(i);
    return {radius * std::cos(turn), y, radius * std::sin(turn)};
}

std::array<glm::vec3, 9> irradiance_coefficients(const Environment& environment) {
    std::array<glm::vec3, 9> coefficients = projected(environment);
    meet_axes(coefficients, axis_irradiance(environment));
    return coefficients;
}

glm::vec3 irradiance(const std::array<glm::vec3, 9>& c, const glm::vec3& n) {
    return c[0] + c[1] * n.y + c[2] * n.z + c[3] * n.x + c[4] * (n.x * n.y) + c[5] * (n.y * n.z) +
           c[6] * (3 * n.z * n.z - 1) + c[7] * (n.x * n.z) + c[8] * (n.x * n.x - n.y * n.y);
}

glm::vec3 cube_direction(std::uint32_t face, std::uint32_t x, std::uint32_t y, std::uint32_t size) {
    const float s = (2.0f * static_cast<float>(x) + 1.0f) / static_cast<float>(size) - 1.0f;
    const float t = (2.0f * static_cast<float>(y) + 1.0f) / static_cast<float>(size) - 1.0f;
    switch (face) {
        case 0:
            return glm::normalize(glm::vec3(1, -t, -s));
        case 1:
            return glm::normalize(glm::vec3(-1, -t, s));
        case 2:
            return glm::normalize(glm::vec3(s, 1, t));
        case 3:
            return glm::normalize(glm::vec3(s, -1, -t));
        case 4:
            return glm::normalize(glm::vec3(s, -t, 1));
        default:
            return glm::normalize(glm::vec3(-s, -t, -1));
    }
}

std::vector<glm::vec4> prefiltered_cube(const Environment& environment) {
    // More samples where the lobe is wider and the faces are smaller.
    constexpr std::array<std::uint32_t, kCubeLevels> kSamples{1, 24, 64, 128, 256};
    std::vector<glm::vec4> cube;
    for (std::uint32_t level = 0; level < kCubeLevels; ++level) {
        const float roughness = static_cast<float>(level) / (kCubeLevels - 1);
        const std::vector<LobeSample> lobe = lobe_samples(roughness, kSamples[level]);
        const std::uint32_t size = kCubeSize >> level;
        for (std::uint32_t face = 0; face < 6; ++face) {
            for (std::uint32_t y = 0; y < size; ++y) {
                for (std::uint32_t x = 0; x < size; ++x) {
                    cube.emplace_back(convolve(environment, cube_direction(face, x, y, size), lobe), 1.0f);
                }
            }
        }
    }
    return cube;
}

HdrImage environment_map(const Environment& environment, const KeyLight& key_light, std::uint32_t width) {
    assert(width >= 16 && width % 2 == 0);
    HdrImage map{{width, width / 2}, {}};
    map.rgb.reserve(std::size_t{width} * (width / 2) * 3);
    for (std::uint32_t y = 0; y < width / 2; ++y) {
        for (std::uint32_t x = 0; x < width; ++x) {
            const float u = (static_cast<float>(x) + 0.5f) / static_cast<float>(width);
            const float v = (static_cast<float>(y) + 0.5f) / static_cast<float>(width / 2);
            const glm::vec3 value = radiance(environment, equirectangular_direction(u, v));
            map.rgb.insert(map.rgb.end(), {value.x, value.y, value.z});
        }
    }
    add_key_light(map, key_light);
    return map;
}

}  // namespace maatkast::render
