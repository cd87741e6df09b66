#include "renderer/ambient_tiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace maatkast::render {
namespace {

constexpr float kObjectTexel = 0.035f;  // metres
constexpr float kRoomTexel = 0.06f;
constexpr float kRoomReach = 1.5f;  // metres around the objects in which they darken the room
constexpr float kLift = 0.008f;     // metres off the surface, so that it does not hide itself
constexpr std::uint32_t kLongestSide = 256;

// The two axes along which a side's tile runs, as in surface.frag.
constexpr std::array<std::array<int, 2>, 3> kTileAxes{{{2, 1}, {0, 2}, {0, 1}}};

// The part of an instance's box that needs its own ambient light, in the mesh's frame.
Bounds ambient_box(const PlacedInstance& instance, const Bounds& objects) {
    if (instance.role == Role::object || objects.empty()) return instance.box;
    const Bounds near{objects.min - kRoomReach, objects.max + kRoomReach};
    const Bounds local = transformed(near, glm::inverse(instance.transform));
    const glm::vec3 low = glm::clamp(local.min, instance.box.min, instance.box.max);
    return {low, glm::max(low, glm::clamp(local.max, instance.box.min, instance.box.max))};
}

std::uint32_t texels(float length, float texel) {
    return std::clamp(static_cast<std::uint32_t>(std::ceil(length / texel)), 1u, kLongestSide);
}

gpu::AmbientTile make_tile(const PlacedInstance& instance, const Bounds& box, int side, float texel) {
    const int axis = side / 2;
    const bool negative = side % 2 != 0;
    const auto [first, second] = kTileAxes[static_cast<std::size_t>(axis)];
    const glm::vec3 size = box.max - box.min;
    glm::vec3 corner = box.min;
    if (!negative) corner[axis] = box.max[axis];
    glm::vec3 normal{0.0f};
    normal[axis] = negative ? -1.0f : 1.0f;
    glm::vec3 across{0.0f};
    glm::vec3 down{0.0f};
    gpu::AmbientTile tile{};
    tile.target.z = texels(size[first], texel);
    tile.target.w = texels(size[second], texel);
    across[first] = size[first] / static_cast<float>(tile.target.z);
    down[second] = size[second] / static_cast<float>(tile.target.w);
    tile.origin = instance.transform * glm::vec4(corner + normal * kLift, 1.0f);
    tile.origin.w = instance.role == Role::room ? 1.0f : 0.0f;
    tile.across = instance.transform * glm::vec4(across, 0.0f);
    tile.down = instance.transform * glm::vec4(down, 0.0f);
    tile.normal = instance.transform * glm::vec4(normal, 0.0f);
    return tile;
}

// Whether the objects stand on or against the side of a room surface, so that it never sees theirs that face
// it.
bool touches(const gpu::AmbientTile& tile, const Bounds& objects) {
    constexpr float kGap = 0.05f;  // metres
    const glm::vec3 normal(tile.normal);
    const glm::vec3 nearest = glm::mix(objects.max, objects.min, glm::greaterThan(normal, glm::vec3(0.0f)));
    return glm::dot(normal, nearest - glm::vec3(tile.origin)) < kGap;
}

// Puts the tiles in rows, the highest first. Returns the height used.
std::uint32_t pack(std::vector<gpu::AmbientTile>& tiles) {
    std::vector<std::uint32_t> order(tiles.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::uint32_t i) { return tiles[i].target.w; });
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    std::uint32_t row = 0;
    for (std::uint32_t i : order) {
        glm::uvec4& target = tiles[i].target;
        if (x + target.z > kAtlasWidth) {
            x = 0;
            y += row;
            row = 0;
        }
        target.x = x;
        target.y = y;
        x += target.z;
        row = std::max(row, target.w);
    }
    return y + row;
}

void write_instance(gpu::InstanceData& data, const Bounds& box, const gpu::AmbientTile* tiles) {
    const glm::vec3 size = glm::max(box.max - box.min, glm::vec3(1e-5f));
    data.box_min = glm::vec4(box.min, data.box_min.w);
    data.box_scale = glm::vec4(1.0f / size, data.box_scale.w);
    for (int side = 0; side < 6; ++side) {
        const glm::uvec4& target = tiles[side].target;
        const int word = side % 2 * 2;
        data.tiles[side / 2][word] = target.x | target.y << 16;
        data.tiles[side / 2][word + 1] = target.z | target.w << 16;
    }
}

void add_texels(std::vector<glm::uvec2>& texels, std::uint32_t index, const gpu::AmbientTile& tile) {
    const std::uint32_t count = tile.target.z * tile.target.w;
    for (std::uint32_t number = 0; number < count; ++number) texels.emplace_back(index, number);
}

}  // namespace

AmbientPlan plan_ambient(const std::vector<PlacedInstance>& placed, const Bounds& objects,
                         std::vector<gpu::InstanceData>& instances) {
    std::vector<Bounds> boxes;
    for (const PlacedInstance& instance : placed) boxes.push_back(ambient_box(instance, objects));
    AmbientPlan plan;
    for (float coarser = 1.0f;; coarser *= 1.5f) {
        plan.tiles.clear();
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const float texel = (placed[i].role == Role::object ? kObjectTexel : kRoomTexel) * coarser;
            for (int side = 0; side < 6; ++side) {
                plan.tiles.push_back(make_tile(placed[i], boxes[i], side, texel));
                gpu::AmbientTile& tile = plan.tiles.back();
                const bool apart = placed[i].role == Role::object || !touches(tile, objects);
                tile.color = glm::vec4(placed[i].color, apart ? 1.0f : 0.0f);
            }
        }
        plan.height = std::max(1u, pack(plan.tiles));
        if (plan.height <= kAtlasMaxHeight || coarser > 100.0f) break;
    }
    for (std::size_t i = 0; i < placed.size(); ++i)
        write_instance(instances[i], boxes[i], &plan.tiles[6 * i]);
    for (std::uint32_t t = 0; t < plan.tiles.size(); ++t) add_texels(plan.texels, t, plan.tiles[t]);
    return plan;
}

}  // namespace maatkast::render
