#include "renderer/bounce.h"

#include <cmath>

namespace maatkast::render {
namespace {

float linear(std::uint8_t value) {
    const float c = static_cast<float>(value) / 255.0f;
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);  // IEC 61966-2-1
}

glm::vec3 mean_of(const Texture& texture) {
    constexpr std::uint32_t kGrid = 32;
    glm::vec3 sum{0.0f};
    for (std::uint32_t y = 0; y < kGrid; ++y) {
        const std::size_t row = std::size_t{texture.height} * (2 * y + 1) / (2 * kGrid) * texture.width;
        for (std::uint32_t x = 0; x < kGrid; ++x) {
            const std::size_t at = 4 * (row + std::size_t{texture.width} * (2 * x + 1) / (2 * kGrid));
            sum += glm::vec3(linear(texture.rgba[at]), linear(texture.rgba[at + 1]),
                             linear(texture.rgba[at + 2]));
        }
    }
    return sum / static_cast<float>(kGrid * kGrid);
}

// Adds the faces across one axis of a box, shared out over the axes of the world that they look along.
void add_faces(const PlacedInstance& instance, int axis, std::array<glm::vec4, 3>& sides) {
    const glm::vec3 size = instance.box.max - instance.box.min;
    const glm::vec3 normal(instance.transform[axis]);
    const float area = size[(axis + 1) % 3] * size[(axis + 2) % 3];
    for (int world = 0; world < 3; ++world) {
        const float part = area * normal[world] * normal[world];
        sides[static_cast<std::size_t>(world)] += glm::vec4(instance.color * part, part);
    }
}

}  // namespace

glm::vec3 mean_color(const Material& material, std::span<const Texture> textures) {
    const auto index = static_cast<std::size_t>(material.texture);
    if (material.texture < 0 || index >= textures.size()) return material.base_color;
    const Texture& texture = textures[index];
    const bool whole = texture.width > 0 && texture.height > 0 &&
                       texture.rgba.size() >= std::size_t{4} * texture.width * texture.height;
    return whole ? material.base_color * mean_of(texture) : material.base_color;
}

Bounce mean_bounce(const std::vector<PlacedInstance>& placed, const std::array<glm::vec3, 9>& ambient,
                   const KeyLight& key_light) {
    std::array<glm::vec4, 3> sides{};  // colour × area, area
    for (const PlacedInstance& instance : placed) {
        if (instance.role != Role::object || !instance.opaque) continue;
        for (int axis = 0; axis < 3; ++axis) add_faces(instance, axis, sides);
    }
    const glm::vec3 towards_key = glm::normalize(key_light.direction);
    glm::vec4 all{0.0f};
    Bounce bounce;
    for (std::size_t side = 0; side < 6; ++side) {
        glm::vec3 normal{0.0f};
        normal[static_cast<int>(side / 2)] = side % 2 == 0 ? 1.0f : -1.0f;
        const glm::vec3 arriving = glm::max(irradiance(ambient, normal), glm::vec3(0.0f)) +
                                   key_light.color * std::max(glm::dot(normal, towards_key), 0.0f);
        const glm::vec4& across = sides[side / 2];
        bounce.radiance[side] = glm::vec3(across) / std::max(across.w, 1e-6f) * arriving;
        all += across;
    }
    bounce.albedo = glm::vec3(all) / std::max(all.w, 1e-6f);
    return bounce;
}

}  // namespace maatkast::render
