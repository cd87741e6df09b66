#include "renderer/strip_light.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace maatkast::render {
namespace {

constexpr float kSpacing = 0.45f;           // metres between points
constexpr float kLift = 0.004f;             // metres before strip or patch
constexpr float kStripSoftening = 0.0025f;  // m²
constexpr float kPatchSoftening = 0.04f;    // a patch is about as wide as the light is high above it
constexpr float kOnPatch = 0.55f;           // of a strip's light falls below it, the rest beside
constexpr float kFloorReach = 1.6f;         // metres to look for a patch
constexpr float kUsualMost = 2.0f;          // shares of light that the atlas holds without strips
constexpr float kHighest = 12.0f;

glm::vec3 right_of(const glm::vec3& normal) {
    const glm::vec3 helper = std::abs(normal.x) < 0.9f ? glm::vec3(1, 0, 0) : glm::vec3(0, 0, 1);
    return glm::normalize(helper - normal * glm::dot(helper, normal));
}

gpu::LightPoint point_at(const glm::vec3& position, const glm::vec3& normal, const glm::vec3& color,
                         float softening) {
    return {glm::vec4(position, softening), glm::vec4(normal, 0.0f), glm::vec4(right_of(normal), 0.0f),
            glm::vec4(color, 0.0f)};
}

// How far along a ray it enters a box; nothing where it misses, or starts inside.
std::optional<float> entry(const PlacedInstance& instance, const glm::vec3& from, const glm::vec3& towards) {
    const glm::mat4 inverse = glm::inverse(instance.transform);
    const glm::vec3 origin(inverse * glm::vec4(from, 1.0f)), direction(inverse * glm::vec4(towards, 0.0f));
    float enters = 0.0f, leaves = kFloorReach;
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(direction[axis]) < 1e-6f) {
            if (origin[axis] < instance.box.min[axis] || origin[axis] > instance.box.max[axis]) return {};
            continue;
        }
        const float a = (instance.box.min[axis] - origin[axis]) / direction[axis];
        const float b = (instance.box.max[axis] - origin[axis]) / direction[axis];
        enters = std::max(enters, std::min(a, b));
        leaves = std::min(leaves, std::max(a, b));
    }
    return enters > 0.0f && enters < leaves ? std::optional(enters) : std::nullopt;
}

// The patch that a light lights below itself; nothing where there is none.
std::optional<gpu::LightPoint> patch_of(const gpu::LightPoint& light,
                                        const std::vector<PlacedInstance>& placed) {
    const glm::vec3 from(light.position), towards(light.normal);
    const PlacedInstance* below = nullptr;
    float nearest = kFloorReach;
    for (const PlacedInstance& instance : placed) {
        if (!instance.opaque || instance.role != Role::object) continue;
        const auto distance = entry(instance, from, towards);
        if (distance && *distance < nearest) nearest = *distance, below = &instance;
    }
    if (below == nullptr) return {};
    return point_at(from + towards * (nearest - kLift), -towards,
                    glm::vec3(light.color) * below->color * kOnPatch, kPatchSoftening);
}

std::size_t pieces(const LightStrip& strip, float spacing) {
    const float length = glm::length(strip.to - strip.from);
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(length / spacing)));
}

bool have_patches(const std::vector<LightStrip>& strips) {
    return 2 * strips.size() <= kMostLightPoints;
}

float spacing_of(const std::vector<LightStrip>& strips) {
    const std::size_t patches = have_patches(strips) ? strips.size() : 0;
    for (float spacing = kSpacing;; spacing *= 1.25f) {
        std::size_t count = patches;
        for (const LightStrip& strip : strips) count += pieces(strip, spacing);
        if (count <= kMostLightPoints || spacing > 100.0f) return spacing;
    }
}

struct Sphere {
    glm::vec3 center;
    float radius;
};
Sphere around(const gpu::AmbientTile& tile) {
    const glm::vec3 across = glm::vec3(tile.across) * static_cast<float>(tile.target.z);
    const glm::vec3 down = glm::vec3(tile.down) * static_cast<float>(tile.target.w);
    return {glm::vec3(tile.origin) + 0.5f * (across + down), 0.5f * glm::length(across + down)};
}

bool reaches(const gpu::LightPoint& point, const gpu::AmbientTile& tile, const Sphere& side) {
    const glm::vec3 d = side.center - glm::vec3(point.position);
    return glm::length(d) < LIGHT_FAR + side.radius && glm::dot(d, glm::vec3(point.normal)) > -side.radius &&
           glm::dot(d, glm::vec3(tile.normal)) < side.radius;
}

}  // namespace

std::vector<gpu::LightPoint> light_points(const std::vector<LightStrip>& strips,
                                          const std::vector<PlacedInstance>& placed) {
    const float spacing = spacing_of(strips);
    std::vector<gpu::LightPoint> points;
    for (const LightStrip& strip : strips) {
        const std::size_t count = pieces(strip, spacing);
        const float length = glm::length(strip.to - strip.from) / static_cast<float>(count);
        for (std::size_t i = 0; i < count && points.size() < kMostLightPoints; ++i) {
            const float share = (static_cast<float>(i) + 0.5f) / static_cast<float>(count);
            points.push_back(point_at(glm::mix(strip.from, strip.to, share) + strip.normal * kLift,
                                      strip.normal, strip.color * length, kStripSoftening));
        }
        if (!have_patches(strips)) continue;
        // One for the whole strip: it is the weaker and the softer light.
        const gpu::LightPoint middle =
            point_at(glm::mix(strip.from, strip.to, 0.5f) + strip.normal * kLift, strip.normal,
                     strip.color * glm::length(strip.to - strip.from), kStripSoftening);
        if (const auto patch = patch_of(middle, placed); patch && points.size() < kMostLightPoints)
            points.push_back(*patch);
    }
    return points;
}

glm::mat4 light_view(const gpu::LightPoint& point) {
    const glm::vec3 normal(point.normal), right(point.right), up = glm::cross(normal, right);
    const glm::vec3 from(point.position);
    const auto row = [&](const glm::vec3& axis, float scale, float offset) {
        return glm::vec4(axis * scale, offset - scale * glm::dot(axis, from));
    };
    constexpr float kNear = LIGHT_NEAR, kFar = LIGHT_FAR, kTangent = LIGHT_TANGENT;
    constexpr float kDepth = kFar / (kFar - kNear);
    return glm::transpose(glm::mat4(row(right, 1.0f / kTangent, 0.0f), row(up, 1.0f / kTangent, 0.0f),
                                    row(normal, kDepth, -kNear * kDepth), row(normal, 1.0f, 0.0f)));
}

std::vector<std::uint32_t> list_lights(const std::vector<gpu::LightPoint>& points,
                                       std::vector<gpu::AmbientTile>& tiles) {
    std::vector<std::uint32_t> lists;
    for (gpu::AmbientTile& tile : tiles) {
        const Sphere side = around(tile);
        tile.lights = glm::uvec4(static_cast<std::uint32_t>(lists.size()), 0u, 0u, 0u);
        for (std::uint32_t i = 0; i < points.size(); ++i)
            if (reaches(points[i], tile, side)) lists.push_back(i), ++tile.lights.y;
    }
    return lists;
}

float most_light(const std::vector<gpu::LightPoint>& points, const std::vector<gpu::AmbientTile>& tiles) {
    if (points.empty()) return kUsualMost;
    glm::vec3 strongest{0.0f}, darkest{1e9f};
    for (const gpu::LightPoint& point : points) strongest = glm::max(strongest, glm::vec3(point.color));
    for (const gpu::AmbientTile& tile : tiles)
        if (tile.lights.y > 0) darkest = glm::min(darkest, glm::vec3(tile.ambient));
    // A board as close under a light as they ever stand: 15 cm.
    const glm::vec3 shares = strongest / (0.15f * 0.15f) / glm::max(darkest, glm::vec3(1e-3f));
    return std::clamp(kUsualMost + std::max({shares.x, shares.y, shares.z}), kUsualMost, kHighest);
}

}  // namespace maatkast::render
