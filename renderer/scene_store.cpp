#include "renderer/scene_store.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "renderer/bounce.h"
#include "renderer/box_mesh.h"

namespace maatkast::render {
namespace {

constexpr std::uint64_t kKeepUnusedFor = 32;  // updates: an undo or two brings a mesh back for nothing

bool drawable(const Scene& scene, const Instance& instance) {
    return instance.mesh < scene.meshes.size() && instance.material < scene.materials.size() &&
           !scene.meshes[instance.mesh].indices.empty();
}

// The share of its box that a closed mesh fills.
float filled(const Mesh& mesh, const Bounds& bounds) {
    const glm::vec3 size = bounds.max - bounds.min;
    float six_volumes = 0.0f;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return mesh.vertices[mesh.indices[i + k]].position - bounds.min;
        };
        six_volumes += glm::dot(at(0), glm::cross(at(1), at(2)));
    }
    return six_volumes / 6.0f / (size.x * size.y * size.z);
}

constexpr float kFilled = 0.97f;  // of its box, by what may be taken for one

// Small things may be taken as their boxes. The box of a large one that does not fill it, as an L or a
// pentagon, would hide the light from what stands in its recess: that is taken as it is.
bool small(const Bounds& bounds) {
    constexpr float kSmall = 0.4f;  // metres
    const glm::vec3 size = bounds.max - bounds.min;
    return std::max({size.x, size.y, size.z}) < kSmall;
}

gpu::InstanceData instance_data(const Instance& instance) {
    gpu::InstanceData data{};
    const glm::mat4 rows = glm::transpose(instance.transform);
    for (int i = 0; i < 3; ++i) data.rows[i] = rows[i];
    data.highlight = instance.highlight;
    data.box_min.w = instance.uv_offset.x;
    data.box_scale.w = instance.uv_offset.y;
    return data;
}

gpu::MaterialData material_data(const Material& material) {
    const float roughness = std::clamp(material.roughness, 0.05f, 1.0f);
    return {glm::vec4(material.base_color, material.alpha),
            glm::vec4(roughness, material.metallic, material.clearcoat, static_cast<float>(material.texture)),
            glm::vec4(material.emission, 0.0f),
            glm::vec4(material.texture_scale, material.transmission, material.anisotropy)};
}

std::uint32_t surface_features(const Scene& scene, const Material& material) {
    const bool textured = material.texture >= 0 && material.texture < static_cast<int>(scene.textures.size());
    const bool glass = material.transmission > 0.0f;
    return (textured ? SURFACE_TEXTURED : 0u) | (material.clearcoat > 0.0f ? SURFACE_COATED : 0u) |
           (material.anisotropy > 0.0f ? SURFACE_BRUSHED : 0u) | (material.sees_scene ? SURFACE_SEES : 0u) |
           (glass ? SURFACE_GLASS : 0u) | (glass && material.roughness > kClearGlass ? SURFACE_FROSTED : 0u);
}

bool is_blended(const Material& material) {
    return material.alpha < 1.0f || material.transmission > 0.0f;
}

bool is_matt(const Material& material) {
    constexpr float kMatt = 0.4f;  // perceptual roughness; above it the lobe is wider than a light box
    return material.roughness >= kMatt && material.metallic == 0.0f;
}

}  // namespace

void SceneStore::update(const Scene& scene) {
    ++updates_;
    upload_new_meshes(scene);
    drop_old_meshes();
    order_draws(scene);
    send_materials(scene);
}

void SceneStore::upload_new_meshes(const Scene& scene) {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    auto chunk = std::make_shared<MeshChunk>();
    meshes_uploaded_ = 0;
    for (const Mesh& mesh : scene.meshes) {
        const auto [entry, is_new] = meshes_.try_emplace(mesh.key);
        entry->second.last_used = updates_;
        if (!is_new) continue;
        ++meshes_uploaded_;
        StoredMesh& stored = entry->second;
        stored.chunk = chunk;
        stored.first_index = static_cast<std::uint32_t>(indices.size());
        stored.index_count = static_cast<std::uint32_t>(mesh.indices.size());
        stored.vertex_offset = static_cast<std::int32_t>(vertices.size());
        for (const Vertex& vertex : mesh.vertices) stored.bounds.add(vertex.position);
        const bool is_box = filled(mesh, stored.bounds) >= kFilled;
        stored.fills_bounds = is_box || small(stored.bounds);
        if (!stored.fills_bounds)
            for (const std::uint32_t index : mesh.indices)
                stored.solid.push_back(mesh.vertices[index].position);
        vertices.insert(vertices.end(), mesh.vertices.begin(), mesh.vertices.end());
        indices.insert(indices.end(), mesh.indices.begin(), mesh.indices.end());
        if (!is_box && stored.plain()) continue;
        stored.first_box_index = static_cast<std::uint32_t>(indices.size());
        add_box(mesh, stored.bounds, vertices, indices);
    }
    if (meshes_uploaded_ == 0) return;
    chunk->vertices =
        upload_buffer(device_, std::as_bytes(std::span(vertices)), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    chunk->indices =
        upload_buffer(device_, std::as_bytes(std::span(indices)), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
}

void SceneStore::drop_old_meshes() {
    std::erase_if(meshes_,
                  [&](const auto& entry) { return entry.second.last_used + kKeepUnusedFor < updates_; });
}

void SceneStore::order_draws(const Scene& scene) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < scene.instances.size(); ++i) {
        if (drawable(scene, scene.instances[i])) order.push_back(i);
    }
    const auto rank = [&](std::uint32_t i) {
        const Instance& instance = scene.instances[i];
        const bool blended = is_blended(scene.materials[instance.material]);
        // Room last among the opaque: what stands before a wall hides most of it.
        return std::tuple(blended, instance.role == Role::room, instance.material, instance.mesh);
    };
    std::ranges::stable_sort(order, {}, rank);

    std::vector<glm::vec3> colors;
    for (const Material& material : scene.materials) colors.push_back(mean_color(material, scene.textures));
    draws_.clear();
    placed_.clear();
    instances_.clear();
    objects_ = {};
    triangles_ = 0;
    for (std::uint32_t n = 0; n < order.size(); ++n) {
        const Instance& instance = scene.instances[order[n]];
        const StoredMesh& mesh = meshes_.at(scene.meshes[instance.mesh].key);
        const bool blended = is_blended(scene.materials[instance.material]);
        // What is blended is drawn one by one, so that the camera can decide on the order.
        if (n == 0 || blended || rank(order[n]) != rank(order[n - 1])) {
            const Material& material = scene.materials[instance.material];
            draws_.push_back({&mesh, instance.material, n, 0, false,
                              !blended && instance.role == Role::object, blended, is_matt(material),
                              material.roughness, surface_features(scene, material)});
        }
        ++draws_.back().instance_count;
        placed_.push_back({instance.transform, mesh.bounds, instance.role, !blended,
                           mesh.fills_bounds ? nullptr : &mesh.solid, colors[instance.material]});
        instances_.push_back(instance_data(instance));
        triangles_ += mesh.index_count / 3;
        if (instance.role == Role::object) objects_.add(transformed(mesh.bounds, instance.transform));
    }
}

bool SceneStore::frosted() const {
    return std::ranges::any_of(draws_, [](const Draw& d) { return (d.features & SURFACE_FROSTED) != 0; });
}

void SceneStore::send_materials(const Scene& scene) {
    std::vector<gpu::MaterialData> materials;
    for (const Material& material : scene.materials) {
        materials.push_back(material_data(material));
    }
    material_buffer_ =
        upload_buffer(device_, std::as_bytes(std::span(materials)), VK_BUFFER_USAGE_STORAGE_BUFFER_BIT);
}

void SceneStore::send_instances() {
    instance_buffer_ =
        upload_buffer(device_, std::as_bytes(std::span(instances_)), VK_BUFFER_USAGE_STORAGE_BUFFER_BIT);
}

}  // namespace maatkast::render
